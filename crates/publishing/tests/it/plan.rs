//! The document of a revision: what was adopted, and nothing of what came after.

use jiff::civil::date;
use programme::{ActionPlanId, AdoptedPlan, GoalId, Language, MeasureId, OrganisationId, Revision, State, Status, StatusChange, Text};
use publishing::pdf::{PdfError, PlanDocument};
use publishing::plan::{self, Links};

use crate::pdf::TYPESETTER;

struct Town;

impl Links for Town {
    fn revision(&self, plan: &ActionPlanId, number: u32) -> String {
        format!("https://vekst.example/byen/handlingsplan/{plan}/revisjon/{number}")
    }

    fn goal(&self, goal: &GoalId) -> String {
        format!("https://vekst.example/byen/maal/{goal}")
    }

    fn measure(&self, measure: &MeasureId) -> String {
        format!("https://vekst.example/byen/tiltak/{measure}")
    }

    fn organisation(&self, organisation: &OrganisationId) -> String {
        format!("https://vekst.example/byen/organisasjoner/{organisation}")
    }
}

/// The first plan of the programme, adopted in the summer of 2023.
fn adopted(state: &State) -> Revision {
    let plan = &state.action_plans[0];
    let day = date(2023, 6, 1);
    let content = AdoptedPlan::on(state, plan, day).to_content().unwrap();
    Revision {
        plan: plan.id.clone(),
        number: 2,
        adopted: day,
        body: Text::nb("Styringsgruppa"),
        case: "14/23".to_owned(),
        reason: Text::nb("Messen er avlyst"),
        example: false,
        hash: Revision::hash_of(&content),
        content: content.into(),
    }
}

fn document(state: &State, revision: &Revision, language: Language) -> PlanDocument {
    plan::document(state, revision, language, &Town).unwrap()
}

/// Everything that a programme can change after a revision is adopted.
fn years_later(mut state: State) -> State {
    state.programme.name = Text::nb("Et annet program");
    for organisation in &mut state.organisations {
        organisation.name = Text::nb("Et annet navn");
    }
    for goal in &mut state.goals {
        goal.title = Text::nb("Et annet mål");
        goal.target = None;
    }
    for measure in &mut state.measures {
        measure.status.push(StatusChange {
            date: date(2024, 1, 1),
            status: Status::Done,
            reason: Text::default(),
            replaced_by: None,
        });
    }
    for series in &mut state.series {
        series.points = std::sync::Arc::default();
    }
    state.assumptions.clear();
    state.focus_areas.clear();
    state
}

#[test]
fn what_happens_later_does_not_change_it() {
    let state = testkit::example::example();
    let revision = adopted(&state);
    let then = document(&state, &revision, Language::Nb);
    let later = document(&years_later(state), &revision, Language::Nb);
    assert_eq!(format!("{then:?}"), format!("{later:?}"));
    assert!(TYPESETTER.plan(&then).unwrap() == TYPESETTER.plan(&later).unwrap());
}

#[test]
fn only_figures_of_its_time_are_in_it() {
    let state = testkit::example::example();
    let document = document(&state, &adopted(&state), Language::Nb);
    let goal = &document.goals[0];
    assert!(
        goal.sentence.text.contains("196 innbyggere over målbanen"),
        "{}",
        goal.sentence.text
    );
    assert!(goal.sentence.text.contains("1. januar 2023"));
    let chart = goal.chart.as_ref().unwrap();
    assert!(
        chart.alternative.contains("Korrigert tall var 28\u{202f}275 (1. januar 2023)."),
        "{}",
        chart.alternative
    );
    let table = format!("{:?}", chart.table);
    assert!(table.contains("2023") && !table.contains("2026"), "{table}");
}

#[test]
fn it_says_which_revision_it_is_and_where_it_stands() {
    let state = testkit::example::example();
    let revision = adopted(&state);
    let bokmal = document(&state, &revision, Language::Nb);
    assert_eq!(bokmal.subtitle, "Revisjon 2, vedtatt 1. juni 2023 · Styringsgruppa, sak 14/23");
    assert_eq!(bokmal.content_hash, revision.hash);
    assert!(bokmal.address.unwrap().as_str().ends_with("/revisjon/2"));
    let nynorsk = document(&state, &revision, Language::Nn);
    assert_eq!(nynorsk.subtitle, "Revisjon 2, vedteken 1. juni 2023 · Styringsgruppa, sak 14/23");
    assert_eq!(
        nynorsk.reason.language,
        Some(Language::Nb),
        "a missing nynorsk text is marked as bokmål"
    );
    let english = document(&state, &revision, Language::En);
    assert_eq!(english.subtitle, "Revision 2, adopted 1 June 2023 · Styringsgruppa, case 14/23");
}

#[test]
fn content_without_names_takes_them_from_the_programme() {
    let state = testkit::example::example();
    let mut revision = adopted(&state);
    let mut plan = (*revision.adopted_plan().unwrap()).clone();
    plan.surroundings = None;
    revision.content = plan.to_content().unwrap().into();
    let document = document(&state, &revision, Language::Nb);
    assert_eq!(document.organisations[0].name.text, state.organisations[0].name.plain(Language::Nb));
}

#[test]
fn content_that_cannot_be_read_is_an_error_with_its_place() {
    let state = testkit::example::example();
    let mut revision = adopted(&state);
    revision.content = "{".to_owned().into();
    let refused = plan::document(&state, &revision, Language::Nb, &Town).unwrap_err();
    assert!(matches!(&refused, PdfError::UnreadableRevision { number: 2, .. }), "{refused}");
}

/// The first plan as it was before the breakfast was put on hold, and as it is adopted anew with a decision on it.
fn revised(state: &mut State) -> Revision {
    let second = adopted(state);
    let mut first = second.clone();
    let mut before = (*second.adopted_plan().unwrap()).clone();
    before.measures[0].status.truncate(1);
    before.measures.truncate(1);
    let content = before.to_content().unwrap();
    first.number = 1;
    first.adopted = date(2020, 1, 23);
    first.hash = Revision::hash_of(&content);
    first.content = content.into();
    let mut after = (*second.adopted_plan().unwrap()).clone();
    after.decisions = serde_json::from_value(serde_json::json!([{
        "shock": "pandemien", "measure": "frokost", "choice": "pause", "reason": {"nb": "Folk kan ikke samles"},
        "decided-by": {"nb": "Styringsgruppa"}, "decided": "2020-03-12", "case": "5/20"
    }]))
    .unwrap();
    let content = after.to_content().unwrap();
    let second = Revision {
        hash: Revision::hash_of(&content),
        content: content.into(),
        ..second
    };
    state.revisions = vec![first, second.clone()];
    second
}

#[test]
fn a_revised_plan_says_what_changed_and_why() {
    let mut state = testkit::example::example();
    let second = revised(&mut state);
    let told = document(&state, &second, Language::Nb);
    let changes = told.changes.as_ref().unwrap();
    assert_eq!(changes.heading, "Målene står. Planen er endret.");
    assert!(
        changes.lead.ends_with("Av ett tiltak er 1 satt på vent. Ett er nytt."),
        "{}",
        changes.lead
    );
    let groups: Vec<&str> = changes.groups.iter().map(|group| group.title.as_str()).collect();
    assert_eq!(groups, ["Satt på vent", "Nytt"]);
    let reason = &changes.groups[0].items[0].reasons[0];
    assert_eq!(reason.what, "Satt på vent 12. mars 2020, besluttet av Styringsgruppa, sak 5/20.");
    assert_eq!(reason.why.text, "Folk kan ikke samles");
    assert!(TYPESETTER.plan(&told).is_ok());

    let first = state.revisions[0].clone();
    assert!(
        document(&state, &first, Language::Nb).changes.is_none(),
        "before the first there was nothing"
    );
    let later = document(&years_later(state), &second, Language::Nb);
    assert!(TYPESETTER.plan(&told).unwrap() == TYPESETTER.plan(&later).unwrap());
}
