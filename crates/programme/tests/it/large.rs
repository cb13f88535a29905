//! A programme of thousands of measures and dozens of revisions, here with fewer of both.

use std::collections::BTreeSet;

use programme::check;
use testkit::large::large;

#[test]
fn the_large_programme_holds_together_and_each_revision_changes_it() {
    let state = large(300, 6);
    assert_eq!(check::state(&state), vec![]);
    assert_eq!(state, large(300, 6), "it is the same each time");
    assert_eq!((state.measures.len(), state.revisions.len()), (300, 6));
    let plans: Vec<_> = state.revisions.iter().map(|revision| revision.adopted_plan().unwrap()).collect();
    for (before, after) in plans.iter().zip(&plans[1..]) {
        let changed = after.measures.iter().filter(|measure| !before.measures.contains(measure)).count();
        assert!((30..=40).contains(&changed), "{changed} measures changed");
        let ids = |plan: &programme::AdoptedPlan| plan.measures.iter().map(|measure| measure.id.clone()).collect::<BTreeSet<_>>();
        assert_eq!(ids(after).difference(&ids(before)).count(), 4);
    }
    assert_eq!(plans[5].measures, state.measures);
}
