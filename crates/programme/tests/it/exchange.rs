//! A plan as a file of its own: what goes out comes in again, and what is no plan is told by line.

use std::path::Path;

use programme::exchange::{Mistake, PlanFile};
use programme::{Change, Language, OrganisationKind, Refusal, Role, State, Status, folder};
use testkit::example::example;

use crate::{actor, by, lead, loaded, noon, snapshot};

fn file(state: &State) -> PlanFile {
    PlanFile::of(state, &"2020".parse().unwrap()).unwrap()
}

fn kongsberg() -> State {
    folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../programmes/kongsberg")).unwrap()
}

fn stratml(text: &str, state: &State) -> Result<PlanFile, Vec<String>> {
    PlanFile::from_stratml(text, state, Language::Nb).map_err(|mistakes| mistakes.iter().map(Mistake::to_string).collect())
}

#[test]
fn json_holds_everything() {
    for state in [example(), kongsberg()] {
        let json = file(&state).to_json().unwrap();
        let read = PlanFile::from_json(&json).unwrap();
        assert_eq!(read, file(&state));
        assert_eq!(read.into_state(&state), state);
    }
}

#[test]
fn what_stratml_holds_goes_out_and_comes_in_again() {
    for state in [example(), kongsberg()] {
        for language in Language::ALL {
            let text = file(&state).to_stratml(language);
            let read = PlanFile::from_stratml(&text, &state, language).unwrap();
            assert_eq!(read.into_state(&state), state, "{language}: loading one's own file changes nothing");
        }
    }
}

#[test]
fn a_plan_comes_into_a_town_that_never_heard_of_it() {
    let state = kongsberg();
    let text = file(&state).to_stratml(Language::Nb);
    let mut empty = example();
    empty.focus_areas.clear();
    empty.goals.clear();
    empty.action_plans.clear();
    empty.measures.clear();
    let read = stratml(&text, &empty).unwrap();
    let next = read.into_state(&empty);
    let again = PlanFile::of(&next, &"2020".parse().unwrap()).unwrap().to_stratml(Language::Nb);
    let lines = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    let (before, after) = (lines(&text), lines(&again));
    let lost: Vec<&String> = before.iter().filter(|line| !after.contains(line)).collect();
    assert_eq!(lost, Vec::<&String>::new(), "nothing that StratML holds is lost on the way");
    assert_eq!(before.len(), after.len());
}

#[test]
fn another_systems_plan_gets_what_it_does_not_say_from_the_plan() {
    let text = r#"<PerformancePlanOrReport xmlns="http://www.stratml.net/PerformancePlanOrReport" Type="Performance_Plan">
      <Name>Plan for 2027</Name>
      <StrategicPlanCore>
        <Organization><Name>Storvik vel</Name><Identifier>_4f1c</Identifier></Organization>
        <Goal><Name>Flere møteplasser</Name><Description/><Identifier>_77aa</Identifier>
          <Objective><Name>Åpent hus &amp; kaffe</Name><Description>Hver lørdag</Description></Objective>
        </Goal>
      </StrategicPlanCore>
      <AdministrativeInformation><StartDate>2027-01-01</StartDate><EndDate>2027-12-31</EndDate></AdministrativeInformation>
    </PerformancePlanOrReport>"#;
    let state = example();
    let read = stratml(text, &state).unwrap();
    let measure = &read.measures[0];
    assert_eq!(
        (measure.id.as_str(), measure.title.plain(Language::Nb)),
        ("apent-hus-kaffe", "Åpent hus & kaffe")
    );
    assert_eq!(
        (measure.starts.to_string(), measure.current()),
        ("2027-01-01".to_owned(), Status::Planned)
    );
    assert_eq!(measure.responsible.as_str(), "storvik-vel");
    assert_eq!(read.organisations[0].kind, OrganisationKind::Other);
    assert_eq!(programme::check::state(&read.into_state(&state)), vec![]);
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_loaded_as_any_change_is_or_not_at_all() {
    for (programmes, state, _kept) in loaded().await {
        let mut new = file(&state);
        new.measures[0].title = programme::Text::nb("Frokost for alle");
        let load = |file: &PlanFile, role| by(actor(role, None), Change::LoadPlan(Box::new(file.clone())));
        let id = &state.programme.id;
        let refused = programmes.apply(id, load(&new, Role::Analyst), noon("2026-11-25")).await;
        assert!(matches!(refused, Err(Refusal::Forbidden)));

        let mut broken = new.clone();
        broken.measures[0].responsible = "ingen".parse().unwrap();
        let refused = programmes.apply(id, load(&broken, Role::Lead), noon("2026-11-25")).await;
        let Err(Refusal::Faults(faults)) = refused else {
            panic!("{refused:?}")
        };
        assert!(faults[0].to_string().starts_with("measure frokost, responsible:"), "{}", faults[0]);
        assert_eq!(snapshot(&programmes, &state).await.state, state, "nothing was done by half");

        programmes
            .apply(id, by(lead(), Change::LoadPlan(Box::new(new))), noon("2026-11-25"))
            .await
            .unwrap();
        let after = snapshot(&programmes, &state).await;
        assert_eq!(after.state.measures[0].title.plain(Language::Nb), "Frokost for alle");
        assert_eq!(after.state.goals, state.goals);
    }
}

#[test]
fn a_mistake_is_told_with_its_line_and_the_mend() {
    let state = example();
    let whole = file(&state).to_stratml(Language::Nb);
    let cases: Vec<(String, &str)> = vec![
        (
            whole.replace("<DescriptorValue>paused<", "<DescriptorValue>sleeping<"),
            "«sleeping» is no status: write one of planned",
        ),
        (
            whole.replace("<StartDate>2020-03-12<", "<StartDate>12.03.2020<"),
            "StartDate «12.03.2020» is no date: write it as 2020-05-08",
        ),
        (
            whole.replace("<NumberOfUnits>1000<", "<NumberOfUnits>-5<"),
            "NumberOfUnits «-5» is not a number",
        ),
        (
            whole.replace("<UnitOfMeasurement>NOK<", "<UnitOfMeasurement>EUR<"),
            "«EUR» is no unit of money or work",
        ),
        (
            whole.replacen("<Name>Bedriften</Name>", "<Name>Noen</Name>", 2),
            "this Stakeholder is no organisation of the programme",
        ),
        (whole.replace("</StrategicPlanCore>", ""), "this is not XML that can be read"),
        (
            whole.replace("PerformancePlanOrReport", "StrategicPlan"),
            "this is not StratML Part 2",
        ),
    ];
    for (text, wanted) in cases {
        let mistakes = if wanted.contains("Stakeholder") {
            stratml(&text.replacen("<Name>Noen</Name>", "<Name>Bedriften AS</Name>", 1), &state).unwrap_err()
        } else {
            stratml(&text, &state).unwrap_err()
        };
        assert!(
            mistakes[0].contains(wanted) && mistakes[0].starts_with("line "),
            "{wanted}: {mistakes:?}"
        );
    }
    let json = file(&state)
        .to_json()
        .unwrap()
        .replace("\"starts\": \"2020-01-01\"", "\"starts\": \"nyttår\"");
    let mistakes = PlanFile::from_json(&json).unwrap_err();
    assert!(
        mistakes[0].line > 1 && mistakes[0].what.contains("this is not a plan"),
        "{mistakes:?}"
    );
}

#[test]
fn xml_that_is_meant_to_harm_is_refused() {
    let state = example();
    let bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>\n<PerformancePlanOrReport>&b;</PerformancePlanOrReport>";
    let refused = stratml(bomb, &state).unwrap_err();
    assert_eq!(refused, ["line 2: a document type (<!DOCTYPE …>) is not read: take it out"]);
    let outside = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><PerformancePlanOrReport/>";
    assert!(stratml(outside, &state).unwrap_err()[0].contains("document type"));
    let deep = "<a>".repeat(200_000);
    assert!(stratml(&deep, &state).unwrap_err()[0].contains("more than 40 deep"));
    let many = format!("<PerformancePlanOrReport>{}</PerformancePlanOrReport>", "<a/>".repeat(1_100_000));
    assert!(stratml(&many, &state).unwrap_err()[0].contains("not XML that can be read"));
    let large = " ".repeat(17 << 20);
    assert!(stratml(&large, &state).unwrap_err()[0].contains("larger than 16 MB"));
    assert!(stratml("", &state).is_err() && stratml("\u{0}\u{1}", &state).is_err());
}
