//! Stories of a plan under shock, as people meet them in the workspace and in public.

use axum::http::StatusCode;
use jiff::SignedDuration;
use programme::{Role, State, Status};

use crate::browser::{Browser, PUBLIC, Town};
use crate::form::Form;

const QUEUE: &str = "/byen/arbeid/hendelser/landet-stenger";

/// The town before the pandemic: the breakfast rests on people gathering, the campaign on the breakfast.
fn before() -> State {
    let mut state = testkit::example::example();
    for measure in &mut state.measures {
        measure.from = None;
        measure.status.truncate(1);
        measure.status[0].date = "2020-01-15".parse().unwrap();
        measure.status[0].status = Status::Running;
        measure.cost = vec![programme::Cost {
            year: 2020,
            kroner: 1000,
            hours: 10,
            example: false,
        }];
    }
    state.measures[0].assumptions = vec!["samles".parse().unwrap()];
    state.measures[1].depends_on = vec!["frokost".parse().unwrap()];
    state.measures[1].horizon = programme::Horizon::LongTerm;
    state
}

/// The town after the shock, with an emergency decision that acts.
pub fn after() -> State {
    let mut state = before();
    let of = |value: serde_json::Value| serde_json::from_value(value).unwrap();
    state.shocks = vec![of(serde_json::json!({
        "id": "landet-stenger", "title": {"nb": "Landet stenger"}, "date": "2020-03-12", "breaks": ["samles"],
        "declared-by": {"nb": "Programlederen"}, "declared": "2020-03-13", "body": {"nb": "Ingen får møtes."}
    }))];
    let was = state.measures[0].clone();
    state.decisions = vec![
        serde_json::from_value(serde_json::json!({
            "shock": "landet-stenger", "measure": "frokost", "choice": "pause", "reason": {"nb": "Ingen får møtes"},
            "decided-by": {"nb": "Programlederen"}, "decided": "2026-11-20", "emergency": {"expires": "2026-12-20", "was": was}
        }))
        .unwrap(),
    ];
    state
}

async fn town() -> Town {
    Town::of(before(), PUBLIC).await
}

/// A town in which the lead has declared the shock.
async fn under_shock() -> (Town, Browser) {
    let town = town().await;
    let mut lead = town.signed_in(Role::Lead, None).await;
    let typed = [
        ("title-nb", "Landet stenger"),
        ("date", "2020-03-12"),
        ("effect-samles", "broken"),
        ("body-nb", "Ingen får møtes innendørs."),
    ];
    let answer = lead.fill("/byen/arbeid/hendelser/ny", &typed).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.words());
    assert_eq!(answer.location(), format!("{QUEUE}?lagret=hendelse"));
    (town, lead)
}

const DECIDED: [(&str, &str); 4] = [
    ("reason-nb", "Folk kan ikke samles"),
    ("decided-by-nb", "Styringsgruppa"),
    ("decided", "2020-05-04"),
    ("case", "12/20"),
];

fn choosing<'a>(choice: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut typed = vec![("choice", choice)];
    typed.extend(DECIDED);
    typed.extend(more);
    typed
}

async fn state(town: &Town) -> State {
    let snapshot = town.app.programmes.snapshot(&"byen".parse().unwrap()).await.unwrap().unwrap();
    snapshot.state.clone()
}

async fn adopt(lead: &mut Browser) -> crate::browser::Answer {
    let typed = [("decided-by-nb", "Styringsgruppa"), ("case", "14/20")];
    lead.fill("/byen/arbeid/handlingsplan/2020/vedta", &typed).await
}

#[tokio::test(flavor = "multi_thread")]
async fn declaring_fills_the_queue_and_leaves_the_plan_alone() {
    let (town, mut lead) = under_shock().await;
    let queue = lead.get(&format!("{QUEUE}?lagret=hendelse")).await;
    queue
        .says("2 tiltak ligger i køen. Ett mål venter på at noen sier at det står. Ingenting i planen er endret.")
        .says("2 tiltak venter på et valg")
        .says("0 av 2 tiltak er avgjort")
        .says("ett annet tiltak bygger på dette")
        .says("bygger på Partnerfrokost")
        .says("Brutt: Folk kan samles");
    assert_eq!(state(&town).await.measures, before().measures);
    // everybody can see what happened, and nobody what is proposed
    let public = town.visitor().get("/byen/hendelser/landet-stenger").await;
    public
        .says("Landet stenger")
        .says("én forutsetning ble brutt")
        .says("Ingen får møtes innendørs.");
    town.visitor().get("/byen/forutsetninger").await.says("Brutt av Landet stenger");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_decision_leads_to_the_next_and_remembers_who_decides() {
    let (town, mut lead) = under_shock().await;
    let first = format!("{QUEUE}/tiltak/frokost");
    let answer = lead.fill(&first, &choosing("stop", &[])).await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, &*format!("{QUEUE}/tiltak/kampanje?lagret=avgjort"))
    );
    let next = lead.get(answer.location()).await;
    next.says("lagret som forslag").says("1 av 2 tiltak er avgjort");
    let form = next.form();
    assert_eq!(
        (form.value("decided-by-nb"), form.value("decided"), form.value("case")),
        ("Styringsgruppa", "2020-05-04", "12/20")
    );
    assert_eq!(form.value("reason-nb"), "", "a reason is never remembered");
    lead.fill(&format!("{QUEUE}/tiltak/kampanje"), &choosing("keep", &[])).await;
    lead.get(QUEUE).await.says("Alle tiltak er avgjort").says("Nå gjenstår målene");
    assert_eq!(state(&town).await.measures, before().measures, "they are proposals");
    let visitor = town.visitor().get("/byen/hendelser/landet-stenger").await;
    assert!(
        !visitor.words().contains("Folk kan ikke samles"),
        "a proposal is nobody else's business"
    );

    assert_eq!(adopt(&mut lead).await.status, StatusCode::SEE_OTHER);
    let stopped = state(&town).await.measures[0].clone();
    assert_eq!(stopped.current(), Status::Dropped);
    let visitor = town.visitor().get("/byen/hendelser/landet-stenger").await;
    visitor
        .says("Folk kan ikke samles")
        .says("Styringsgruppa, 4. mai 2020, sak 12/20")
        .says("Handlingsplan 2020, revisjon 1");
    town.visitor()
        .get("/byen/tiltak/frokost")
        .await
        .says("Avgjort etter en hendelse")
        .says("Stoppet");
}

#[tokio::test(flavor = "multi_thread")]
async fn partners_can_be_asked_before_anything_is_decided() {
    let (_town, mut lead) = under_shock().await;
    let item = lead.get(&format!("{QUEUE}/tiltak/frokost")).await;
    let ask = "/byen/arbeid/hoeringer/ny?tiltak=frokost";
    assert!(item.html.contains(&format!("href=\"{ask}\"")), "{}", item.words());
    let form = lead.get(ask).await;
    assert_eq!((form.form().value("plan"), form.form().value("measures")), ("2020", "frokost"));
}

#[tokio::test(flavor = "multi_thread")]
async fn programs_get_what_acted_and_no_proposal() {
    let (town, mut lead) = under_shock().await;
    lead.fill(&format!("{QUEUE}/tiltak/frokost"), &choosing("stop", &[])).await;
    let address = "/api/v1/programmes/byen/shocks/landet-stenger";
    let json = async || -> serde_json::Value { serde_json::from_str(&town.visitor().get(address).await.html).unwrap() };
    assert_eq!(json().await["decisions"], serde_json::json!([]));
    adopt(&mut lead).await;
    let shock = json().await;
    assert_eq!((&shock["breaks"][0], &shock["date"]), (&"samles".into(), &"2020-03-12".into()));
    let decision = &shock["decisions"][0];
    assert_eq!((&decision["measure"], &decision["choice"]), (&"frokost".into(), &"stop".into()));
    assert_eq!(decision["carried_out"], serde_json::json!({"plan": "2020", "revision": 1}));
    let assumption = town.visitor().get("/api/v1/programmes/byen/assumptions/samles").await;
    let assumption: serde_json::Value = serde_json::from_str(&assumption.html).unwrap();
    assert_eq!(
        (&assumption["measures"][0], &assumption["shocks"][0]),
        (&"frokost".into(), &"landet-stenger".into())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_is_said_and_what_was_typed_stays() {
    let (_town, mut lead) = under_shock().await;
    let answer = lead
        .fill(
            &format!("{QUEUE}/tiltak/frokost"),
            &[("decided", "2019-01-01"), ("case", "\"><script>"), ("reason-en", "Nobody may meet")],
        )
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.says("Velg hva som skal skje").says("Vedtatt av: Skriv noe her");
    assert_eq!(
        (answer.form().value("case"), answer.form().value("reason-en")),
        ("\"><script>", "Nobody may meet")
    );
    assert!(!answer.html.contains("\"><script>"));
    let answer = lead
        .fill(&format!("{QUEUE}/tiltak/frokost"), &choosing("pause", &[("decided", "2020-03-01")]))
        .await;
    answer.says("Dato for beslutningen: Datoen kan ikke være før hendelsen.");
    // and a measure that the shock does not reach has no place in its queue
    assert_eq!(lead.get(&format!("{QUEUE}/tiltak/ingen")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_is_drafted_and_carried_out_by_the_revision() {
    let (town, mut lead) = under_shock().await;
    let draft = lead
        .fill(&format!("{QUEUE}/tiltak/frokost"), &choosing("change", &[("videre", "utkast")]))
        .await;
    assert_eq!(draft.status, StatusCode::OK, "{}", draft.words());
    draft.says("Endre Partnerfrokost");
    let mut form = draft.form();
    form.fill("title-nb", "Frokost på skjerm").fill("cost-0-kroner", "400");
    let answer = lead.submit(&form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.words());
    assert_eq!(
        state(&town).await.measures[0].title.plain(programme::Language::Nb),
        "Partnerfrokost"
    );
    lead.get(&format!("{QUEUE}/tiltak/frokost"))
        .await
        .says("Slik blir det")
        .says("Frokost på skjerm");
    adopt(&mut lead).await;
    let now = state(&town).await.measures[0].clone();
    assert_eq!(
        (now.title.plain(programme::Language::Nb).to_owned(), now.cost[0].kroner),
        ("Frokost på skjerm".to_owned(), 400)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn something_new_takes_the_place_of_something_old() {
    let (town, mut lead) = under_shock().await;
    let draft = lead
        .fill(&format!("{QUEUE}/tiltak/frokost"), &choosing("replace", &[("replaced-by", "ny")]))
        .await;
    draft.says("I stedet for Partnerfrokost");
    let mut form = draft.form();
    assert_eq!(form.value("goals"), "innbyggere", "it serves what the other served");
    // what is wrong with the measure is said at its field, and the decision stays with it
    form.fill("title-nb", "");
    let again = lead.submit(&form).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    again.says("Tittel: Skriv noe her");
    let mut form = again.form();
    assert_eq!(form.value("reason-nb"), "Folk kan ikke samles");
    form.fill("title-nb", "Visninger etter avtale");
    let answer = lead.submit(&form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.words());
    lead.get(QUEUE).await.says("Visninger etter avtale").says("Nytt");
    // what something else is to be replaced by cannot be taken away beneath it
    let page = lead.get(&format!("{QUEUE}/tiltak/visninger-etter-avtale")).await;
    let back = lead
        .post(
            &format!("{QUEUE}/tiltak/visninger-etter-avtale/tilbake"),
            &[("base", page.field("base").unwrap())],
        )
        .await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    back.says("Legg det tilbake i køen først");
    adopt(&mut lead).await;
    let now = state(&town).await;
    let old = now.measure(&"frokost".parse().unwrap()).unwrap();
    assert_eq!(old.current(), Status::Replaced);
    assert!(now.measure(&"visninger-etter-avtale".parse().unwrap()).is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn several_are_decided_with_one_reason_and_put_back() {
    let (town, mut lead) = under_shock().await;
    let page = lead.get(&format!("{QUEUE}/flere")).await;
    let mut form = page.form();
    for (name, value) in choosing("pause", &[]) {
        form.fill(name, value);
    }
    let none = lead.submit(&form).await;
    none.says("Kryss av minst ett tiltak");
    form.fields
        .extend(["frokost", "kampanje"].map(|id| ("tiltak".to_owned(), id.to_owned())));
    let answer = lead.submit(&form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.words());
    assert_eq!(state(&town).await.decisions.len(), 2);
    let one = format!("{QUEUE}/tiltak/kampanje");
    let base = lead.get(&one).await.field("base").unwrap().to_owned();
    let answer = lead.post(&format!("{one}/tilbake"), &[("base", &base)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    lead.get(answer.location())
        .await
        .says("Det ligger i køen igjen")
        .says("1 av 2 tiltak er avgjort");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_decide_at_once_see_each_others_work() {
    let (town, mut lead) = under_shock().await;
    let mut editor = town.signed_in(Role::Editor, None).await;
    let place = format!("{QUEUE}/tiltak/frokost");
    let mut ours = lead.get(&place).await.form();
    let bulk = lead.get(&format!("{QUEUE}/flere")).await.form();
    editor.fill(&place, &choosing("keep", &[("reason-nb", "Vi prøver ute")])).await;

    for (name, value) in choosing("stop", &[("reason-nb", "Det går ikke")]) {
        ours.fill(name, value);
    }
    let met = lead.submit(&ours).await;
    assert_eq!(met.status, StatusCode::CONFLICT);
    met.says("Noen har endret dette mens du skrev")
        .says("editor")
        .says("Vi prøver ute")
        .says("Beholdt");
    let mut form = met.form();
    assert_eq!((form.value("choice"), form.value("reason-nb")), ("stop", "Det går ikke"));
    // the same when several were ticked: only what nobody else has decided stays ticked
    let mut bulk: Form = bulk;
    for (name, value) in choosing("pause", &[]) {
        bulk.fill(name, value);
    }
    bulk.fields
        .extend(["frokost", "kampanje"].map(|id| ("tiltak".to_owned(), id.to_owned())));
    let met = lead.submit(&bulk).await;
    assert_eq!(met.status, StatusCode::CONFLICT);
    met.says("Noen avgjorde dette mens du skrev")
        .says("Partnerfrokost : Beholdt")
        .says("Vi prøver ute");
    assert_eq!(met.form().fields.iter().filter(|(name, _)| name == "tiltak").count(), 1);
    assert_eq!(state(&town).await.decisions.len(), 1, "nothing is half done");

    // whoever has seen it may decide otherwise
    form.fill("reason-nb", "Det går ikke ute heller");
    assert_eq!(lead.submit(&form).await.status, StatusCode::SEE_OTHER);
    assert_eq!(
        state(&town).await.decisions[0].reason.plain(programme::Language::Nb).to_owned(),
        "Det går ikke ute heller"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_goal_stands_while_its_path_changes() {
    let (town, mut lead) = under_shock().await;
    lead.get(&format!("{QUEUE}/maal"))
        .await
        .says("Ett mål venter på et valg")
        .says("294 innbyggere under målbanen");
    let place = format!("{QUEUE}/maal/innbyggere");
    let tried = lead
        .fill(
            &place,
            &[
                ("path", "rate"),
                ("target-rate", "0,85"),
                ("target-horizon", "2032-01-01"),
                ("videre", "regn-ut"),
            ],
        )
        .await;
    assert_eq!(tried.status, StatusCode::OK);
    tried.says("Vekst i året herfra 1,25 % 0,84 %");
    let mut form = tried.form();
    assert_eq!(form.value("target-rate"), "0,85", "computing keeps what was typed");
    for (name, value) in choosing("repath", &[]) {
        form.fill(name, value);
    }
    form.fields.retain(|(name, _)| name != "videre");
    let answer = lead.submit(&form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.words());
    lead.get(answer.location()).await.says("Alle mål er avgjort").says("Ny bane");
    assert_eq!(state(&town).await.goals, before().goals);
    adopt(&mut lead).await;
    let target = state(&town).await.goals[0].target.clone().unwrap();
    assert_eq!(target.horizon, "2032-01-01".parse().unwrap());

    // a new path that is the old one is none
    let (_town, mut lead) = under_shock().await;
    let answer = lead.fill(&place, &choosing("repath", &[])).await;
    answer.says("Ingenting er endret");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_emergency_decision_acts_at_once_and_falls_back_by_itself() {
    let (town, mut lead) = under_shock().await;
    let urgent = [("decided", "2026-11-24"), ("emergency", "on"), ("expires", "2026-11-30")];
    let answer = lead.fill(&format!("{QUEUE}/tiltak/frokost"), &choosing("pause", &urgent)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.words());
    assert_eq!(state(&town).await.measures[0].current(), Status::Paused);
    lead.get("/byen/arbeid")
        .await
        .says("Hastevedtak som snart går ut")
        .says("gjelder til 30. november 2026");
    town.visitor()
        .get("/byen/tiltak/frokost")
        .await
        .says("Hastevedtak. Det gjelder til 30. november 2026");
    assert_eq!(web::lapse_overdue(&town.app).await.unwrap(), 0, "it holds through its last day");

    town.wait(SignedDuration::from_hours(24 * 7));
    assert_eq!(web::lapse_overdue(&town.app).await.unwrap(), 1);
    assert_eq!(web::lapse_overdue(&town.app).await.unwrap(), 0, "once is enough");
    assert_eq!(state(&town).await.measures[0].current(), Status::Running);
    town.visitor()
        .get("/byen/nn/tiltak/frokost")
        .await
        .says("Hastevedtaket galdt til 30. november 2026 og blei ikkje stadfesta.");
    let mut lead = town.signed_in(Role::Lead, None).await;
    lead.get(&format!("{QUEUE}/tiltak/frokost"))
        .await
        .says("Hastevedtaket gikk ut")
        .says("2 tiltak venter på et valg");
    // an editor decides, but not at once
    let mut editor = town.signed_in(Role::Editor, None).await;
    let answer = editor
        .post(
            &format!("{QUEUE}/tiltak/kampanje"),
            &choosing(
                "pause",
                &[("emergency", "on"), ("expires", "2026-12-20"), ("decided", "2026-12-01")],
            ),
        )
        .await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_figure_beyond_its_limit_proposes_a_shock() {
    let town = town().await;
    let mut lead = town.signed_in(Role::Lead, None).await;
    let typed = [("watch", "folketall"), ("watch-below", "30 000"), ("sign-nb", "Færre enn før")];
    let answer = lead.fill("/byen/arbeid/forutsetninger/samles", &typed).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.words());
    town.visitor()
        .get("/byen/forutsetninger")
        .await
        .says("Grensen er minst 30 000.")
        .says("Utenfor grensen nå.");
    lead.get("/byen/arbeid/hendelser")
        .await
        .says("Tall over grensen")
        .says("29 169")
        .says("Grensen er 30 000.");
    let form = lead.get("/byen/arbeid/hendelser/ny?forutsetning=samles").await.form();
    assert_eq!(
        (form.value("title-nb"), form.value("effect-samles"), form.value("date")),
        ("Brutt: Folk kan samles", "broken", "2026-01-01")
    );
    assert_eq!(lead.submit(&form).await.status, StatusCode::SEE_OTHER);
    assert!(
        !lead.get("/byen/arbeid/hendelser").await.words().contains("Tall over grensen"),
        "once is enough"
    );
    // a figure needs a limit, a limit a figure
    let answer = lead
        .fill("/byen/arbeid/forutsetninger/samles", &[("watch", "folketall"), ("watch-below", "")])
        .await;
    answer.says("Skriv en grense");
    let answer = lead.fill("/byen/arbeid/forutsetninger/samles", &[("watch", "")]).await;
    answer.says("Indikator: Velg noe fra listen");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_floor_is_set_and_the_adoption_says_what_waits() {
    let (_town, mut lead) = under_shock().await;
    let floor = "/byen/arbeid/langsiktig";
    lead.fill(floor, &[("floor", "101")]).await.says("Skriv et helt tall fra 0 til 100");
    assert_eq!(lead.fill(floor, &[("floor", "30")]).await.status, StatusCode::SEE_OTHER);
    lead.fill(&format!("{QUEUE}/tiltak/kampanje"), &choosing("stop", &[])).await;
    lead.get(QUEUE)
        .await
        .says("Langsiktig andel 50 % → 0 % (gulv 30 %)")
        .says("Under gulvet");
    let page = lead.get("/byen/arbeid/handlingsplan/2020/vedta").await;
    page.says("Ett tiltak i køen er ikke avgjort")
        .says("Ett mål er ikke avgjort")
        .says("Langsiktig 0 %");
    let refused = adopt(&mut lead).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says("Langsiktige tiltak får mindre enn gulvet i programmet");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shock_is_taken_back_until_something_acts() {
    let (town, mut lead) = under_shock().await;
    lead.fill(&format!("{QUEUE}/tiltak/kampanje"), &choosing("stop", &[])).await;
    let ask = lead.get(&format!("{QUEUE}/trekk")).await;
    ask.says("Én avgjørelse som ikke er satt i verk, forsvinner");
    assert_eq!(lead.submit(&ask.form()).await.status, StatusCode::SEE_OTHER);
    assert!(state(&town).await.decisions.is_empty());
    let gone = town.visitor().get("/byen/hendelser/landet-stenger").await;
    assert_eq!(gone.status, StatusCode::GONE);

    let (_town, mut lead) = under_shock().await;
    lead.fill(&format!("{QUEUE}/tiltak/kampanje"), &choosing("stop", &[])).await;
    adopt(&mut lead).await;
    let answer = lead.fill(&format!("{QUEUE}/trekk"), &[]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.says("hører den til historien");
}
