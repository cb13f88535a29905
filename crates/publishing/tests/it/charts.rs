//! One small chart of each kind, as it is drawn: a change in a drawing is seen before anybody else sees it.

use programme::Colour;
use programme::Language::Nb;
use publishing::chart::{AgeGroup, Bar, BarChart, Chart, Heading, Line, LineChart, LineKind, Palette, PartKind, Pyramid, Size, Sparkline};

/// One element on each line, so that a difference shows which one changed.
fn by_element(svg: &str) -> String {
    svg.replace("><", ">\n<")
}

fn population() -> LineChart {
    LineChart::new(Heading::new(Nb, "Folketallet er 294 under målbanen").describe("Offisielt tall og målbane."))
        .unit("innbyggere")
        .by_year("År")
        .today(2026.9, "i dag")
        .line(Line::new(LineKind::Target, "Målbane", [(2019.0, 27_481.0), (2030.0, 30_660.0)]).with_value())
        .line(
            Line::new(LineKind::Corrected, "Korrigert tall", [(2023.0, 28_275.0)])
                .leaving((2022.0, 27_879.0))
                .with_value(),
        )
        .line(Line::new(
            LineKind::Actual,
            "Offisielt tall",
            [(2019.0, 27_481.0), (2022.0, 27_879.0), (2023.0, 28_793.0), (2026.0, 29_169.0)],
        ))
}

#[test]
fn a_line_chart_on_a_page() {
    insta::assert_snapshot!(by_element(&population().svg("folketall", Size::Medium, Palette::Web)));
}

#[test]
fn a_line_chart_on_paper_needs_no_stylesheet() {
    let svg = population().svg("folketall", Size::Narrow, Palette::Print(Colour::new(0, 0x62, 0xba)));
    assert!(!svg.contains("class="));
    insta::assert_snapshot!(by_element(&svg));
}

#[test]
fn bars_with_what_is_missing() {
    let chart = BarChart::new(Heading::new(Nb, "60 000 kroner mangler"), "Hvem gir")
        .part(PartKind::Solid, "Levert")
        .part(PartKind::Missing, "Mangler")
        .bar(Bar::new("Kommunen", [Some(140_000.0), None]).own())
        .bar(Bar::new("Ikke dekket", [None, Some(60_000.0)]));
    insta::assert_snapshot!(by_element(&chart.svg("penger", Size::Narrow, Palette::Web)));
    assert_eq!(chart.table().rows[1], ["Ikke dekket", "", "60\u{202f}000"]);
}

#[test]
fn a_pyramid_then_and_now() {
    let groups = [
        ("0–19", [3_300.0, 3_100.0], [3_200.0, 3_050.0]),
        ("20–39", [3_900.0, 3_500.0], [3_100.0, 3_000.0]),
    ];
    let groups = groups.map(|(name, now, then)| AgeGroup::new(name, now).then(then));
    let chart = Pyramid::new(Heading::new(Nb, "Flere unge voksne"), "Alder", ["Menn", "Kvinner"], groups).times("2026", "2005");
    insta::assert_snapshot!(by_element(&chart.svg("alder", Size::Narrow, Palette::Web)));
    assert_eq!(
        chart.table().columns,
        ["Alder", "Menn 2026", "Kvinner 2026", "Menn 2005", "Kvinner 2005"]
    );
}

#[test]
fn a_sparkline_is_an_ornament() {
    let sparkline = Sparkline::new(
        Heading::new(Nb, "Under målbanen"),
        [(2019.0, 1.0), (2026.0, 2.0)],
        [(2019.0, 1.0), (2030.0, 3.0)],
    );
    insta::assert_snapshot!(by_element(&sparkline.label("mål 2030").decoration()));
}
