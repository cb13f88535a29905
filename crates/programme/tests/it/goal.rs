//! Goals against their figures.

use jiff::civil::date;
use testkit::example::example;

/// The figures that the whole platform is judged by.
#[test]
fn on_new_year_2023_the_official_figure_is_ahead_and_the_corrected_behind() {
    let state = example();
    let target = state.goals[0].target.as_ref().unwrap();
    let ahead = |series: usize, year| {
        programme::goal::Standing::of(&state.series[series], target)
            .on(date(year, 1, 1))
            .map(programme::goal::Distance::ahead)
    };
    assert_eq!(ahead(0, 2023), Some(196));
    assert_eq!(ahead(1, 2023), Some(-322));
    assert_eq!(ahead(0, 2026), Some(-294));
    assert_eq!(ahead(1, 2026), None, "the corrected figure is not published");
}
