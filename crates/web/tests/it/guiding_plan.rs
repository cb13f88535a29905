//! Guiding plans: from a plan's goal to the measures that serve it.

use programme::{Goal, State};
use serde_json::json;

use crate::{app_with, example, get, words};

/// The example with a goal in the guiding plan that the growth goal serves.
pub fn with_parent_goal() -> State {
    let mut state = example::example();
    let parent: Goal = serde_json::from_value(json!({
        "id": "attraktiv-by", "title": {"nb": "En attraktiv by"}, "sentence": {"nb": "Byen skal være god å bo i"}, "plan": "samfunnsdel"
    }))
    .unwrap();
    state.goals[0].serves = vec![parent.id.clone()];
    state.guiding_plans[0].adopted = Some("2019-02-06".to_owned());
    state.guiding_plans[0].horizon = Some("2030".to_owned());
    state.goals.push(parent);
    state
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_shows_its_goals_and_what_serves_them() {
    let (app, _kept) = app_with(with_parent_goal()).await;
    let (_, _, html) = get(&app, "/byen/planer").await;
    let text = words(&html);
    assert!(
        text.contains("Samfunnsdelen") && text.contains("1 mål · gjelder til 2030"),
        "{text}"
    );

    let (_, _, html) = get(&app, "/byen/planer/samfunnsdel").await;
    let text = words(&html);
    for expected in [
        "Eier Kommunen",
        "Vedtatt 6. februar 2019",
        "Byen skal være god å bo i",
        "bygger opp under dette: Flere innbyggere",
        "2 tiltak fører hit",
        "Partnerfrokost",
    ] {
        assert!(text.contains(expected), "«{expected}» is missing in: {text}");
    }
    assert!(html.contains("href=\"/byen/tiltak/frokost\"") && html.contains("href=\"/byen/maal/attraktiv-by\""));
}
