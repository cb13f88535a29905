//! The plan in print: readable for everybody, the same for everybody, and nobody's program.

use std::sync::LazyLock;

use programme::Language::{En, Nb, Nn};
use publishing::pdf::{PdfError, PlanDocument, Typesetter};

use crate::made_up;

pub static TYPESETTER: LazyLock<Typesetter> = LazyLock::new(|| {
    let fonts: Vec<&'static [u8]> = typst_assets::fonts().take(6).collect();
    Typesetter::new(&fonts).unwrap()
});

fn plan() -> PlanDocument {
    made_up::plan(4)
}

/// The part of the file that is not compressed: the catalogue, the structure, the outline and the metadata.
fn plain(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A text as the file's outline holds it.
fn written(text: &str) -> String {
    if text.is_ascii() {
        return format!("/Title({text})");
    }
    let units: Vec<String> = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    format!("/Title<FEFF{}>", units.concat())
}

#[test]
fn the_file_says_what_a_screen_reader_needs() {
    let file = plain(&TYPESETTER.plan(&plan()).unwrap());
    for needed in [
        "/MarkInfo<</Marked true",
        "/StructTreeRoot ",
        "/Lang(nb)",
        "/DisplayDocTitle true",
        "<pdfuaid:part>1</pdfuaid:part>",
        "Handlingsplan 2020 – Vekst i Storvik",
    ] {
        assert!(file.contains(needed), "{needed} is missing");
    }
    let heads = file.matches("/S/TH/").count();
    let scopes = file.matches("/Scope/Row").count() + file.matches("/Scope/Column").count();
    assert!(heads > 20);
    assert_eq!(heads, scopes, "every head of a table says what it is the head of");
    let pictures: Vec<&str> = file.split("/S/Figure/").skip(1).collect();
    assert_eq!(pictures.len(), 3);
    for picture in pictures {
        let element = picture.split("endobj").next().unwrap();
        assert!(element.contains("/Alt"), "a picture without words: {element}");
    }
}

#[test]
fn the_same_document_gives_the_same_bytes_and_another_revision_others() {
    let (one, again) = (TYPESETTER.plan(&plan()).unwrap(), TYPESETTER.plan(&plan()).unwrap());
    assert!(one == again);
    let other = PlanDocument {
        content_hash: "0123".to_owned(),
        ..plan()
    };
    assert!(one != TYPESETTER.plan(&other).unwrap());
}

#[test]
fn what_would_be_inaccessible_is_refused_with_its_name() {
    let untitled = PlanDocument {
        title: " ".to_owned(),
        ..plan()
    };
    assert_eq!(TYPESETTER.plan(&untitled), Err(PdfError::MissingTitle));

    let mut blind = plan();
    blind.goals[0].chart.as_mut().unwrap().alternative = String::new();
    let goal = "innbyggere".to_owned();
    assert_eq!(TYPESETTER.plan(&blind), Err(PdfError::MissingAlternative { goal }));

    let mut nameless = plan();
    nameless.focus_areas[0].measures[0].title = "".into();
    let place = "measure \"tiltak-0\"".to_owned();
    assert_eq!(TYPESETTER.plan(&nameless), Err(PdfError::MissingHeading { place }));
}

#[test]
fn a_picture_that_is_none_is_an_error_and_no_crash() {
    let mut broken = plan();
    broken.goals[0].chart.as_mut().unwrap().svg = "<svg".to_owned();
    assert!(matches!(TYPESETTER.plan(&broken), Err(PdfError::Typesetting(_))));
}

#[test]
fn typst_code_in_a_title_stays_words() {
    let hostile = "#panic() $x$ *a* _b_ <c> @d = e #import";
    let mut document = plan();
    document.title = hostile.to_owned();
    document.programme = "#eval".to_owned();
    document.focus_areas[0].title = hostile.into();
    document.focus_areas[0].measures[0].title = "#read \u{1f680} \u{0} ok".into();
    let file = plain(&TYPESETTER.plan(&document).unwrap());
    assert!(file.contains(&written(hostile)));
    assert!(file.contains("Title(#read"), "ornaments that no font has are left out");
}

#[test]
fn the_frame_is_in_the_documents_language() {
    for (language, goals) in [(Nb, "Målene"), (Nn, "Måla"), (En, "The goals")] {
        let document = PlanDocument { language, ..plan() };
        let file = plain(&TYPESETTER.plan(&document).unwrap());
        assert!(file.contains(&format!("/Lang({language})")));
        assert!(file.contains(&written(goals)), "{goals}");
    }
}
