//! The letter to partners: it says to each what it pledged and what becomes of it.

use jiff::civil::date;
use programme::difference::{Difference, Notes};
use programme::letter::Addition;
use programme::{AdoptedPlan, BudgetLine, Language, Letter, State, Status, StatusChange, Surroundings, Text};
use publishing::difference::{Side, Teller};
use publishing::letter::{LetterDocument, Writer};

use crate::pdf::TYPESETTER;

fn pledge(funder: &str, kroner: u64, delivered: u64) -> BudgetLine {
    BudgetLine {
        funder: funder.parse().unwrap(),
        year: 2020,
        kroner,
        hours: 0,
        delivered_kroner: delivered,
        delivered_hours: 0,
        example: false,
    }
}

/// The breakfast becomes the campaign, and Bedriften's money goes with it.
fn states() -> (State, AdoptedPlan, AdoptedPlan) {
    let state = testkit::example::example();
    let plan = &state.action_plans[0];
    let before = AdoptedPlan::on(&state, plan, date(2020, 1, 23));
    let mut after = AdoptedPlan::on(&state, plan, date(2020, 5, 8));
    after.measures[0].budget = vec![pledge("bedrift", 200, 200)];
    after.measures[0].status.push(StatusChange {
        date: date(2020, 5, 8),
        status: Status::Replaced,
        reason: Text::nb("Folk kan *ikke* samles"),
        replaced_by: Some("kampanje".parse().unwrap()),
    });
    after.measures[1].budget = vec![pledge("bedrift", 800, 0)];
    (state, before, after)
}

fn letter() -> Letter {
    Letter {
        id: "2020-2".parse().unwrap(),
        plan: "2020".parse().unwrap(),
        revision: 2,
        subject: Text::nb("Målene står"),
        opening: Text::nb("Denne våren kom på oss alle."),
        closing: Text::nb("Kom på frokost."),
        signed: Text::nb("Programlederen\nKommunen"),
        published: None,
        additions: vec![Addition {
            organisation: "bedrift".parse().unwrap(),
            greeting: Text::nb("Kjære alle i Bedriften"),
            text: Text::nb("Takk for sist."),
        }],
        sent: vec![],
        example: false,
    }
}

fn written(to: Option<&str>, language: Language) -> LetterDocument {
    let (_, before, after) = states();
    let difference = Difference::between(&before, &after);
    let names: [&Surroundings; 2] = [before.surroundings.as_ref().unwrap(), after.surroundings.as_ref().unwrap()];
    let writer = Writer {
        teller: Teller {
            language,
            difference: &difference,
            before: names[0],
            after: names[1],
            sides: (Side::Day(date(2020, 1, 23)), Side::Day(date(2020, 5, 8))),
            notes: &Notes::new(),
        },
        letter: &letter(),
        changes: "https://vekst.example/byen/handlingsplan/2020/endringer/1..2",
        date: date(2020, 5, 8),
    };
    writer.document(to.map(|id| id.parse().unwrap()).as_ref())
}

#[test]
fn a_partner_reads_what_it_pledged_what_becomes_of_it_and_why() {
    let letter = written(Some("bedrift"), Language::Nb);
    assert_eq!(letter.to, "Bedriften");
    let text = letter.plain_text().replace(['\u{a0}', '\u{202f}'], " ");
    for expected in [
        "Kjære alle i Bedriften",
        "Denne våren kom på oss alle.",
        "Takk for sist.",
        "Målene står. Planen er endret.".to_uppercase().as_str(),
        "Til sammen har dere lovet 1 000 kr, det samme som før. Av dette er 200 kr levert.",
        "- Partnerfrokost er erstattet. Dere hadde lovet 1 000 kr. Nå er det 200 kr. Alt er levert. Grunnen: Folk kan *ikke* samles I stedet kommer Kampanje.",
        "- Kampanje er nytt. Dere har lovet 800 kr.",
        "- Vi erstatter Partnerfrokost (blir til Kampanje).",
        "- Vi starter Kampanje.",
        "https://vekst.example/byen/handlingsplan/2020/endringer/1..2",
        "HVA SKJER NÅ?",
        "8. mai 2020\nProgramlederen\nKommunen\n",
    ] {
        assert!(text.contains(expected), "«{expected}» is missing in:\n{text}");
    }
}

#[test]
fn the_letter_to_all_has_nobodys_own_part() {
    let text = written(None, Language::Nb).plain_text();
    assert!(text.starts_with("Kjære partnere\n"), "{text}");
    assert!(!text.contains("Dere hadde lovet") && !text.contains("Takk for sist"));
    let without_part = written(Some("kommunen"), Language::Nb).plain_text();
    assert!(without_part.contains("har ikke lovet noe"), "{without_part}");
}

#[test]
fn it_is_written_in_the_partners_language_and_set_the_same_each_time() {
    let english = written(Some("bedrift"), Language::En);
    assert!(english.plain_text().contains("You had pledged NOK"), "{}", english.plain_text());
    let nynorsk = written(Some("bedrift"), Language::Nn);
    assert!(nynorsk.plain_text().contains("De hadde lova"));
    let (once, again) = (TYPESETTER.letter(&english).unwrap(), TYPESETTER.letter(&english).unwrap());
    assert!(once == again && once.starts_with(b"%PDF"));
}
