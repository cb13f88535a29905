//! What holds for every chart, whatever is given to it.

use programme::{Colour, Language};
use proptest::prelude::*;

use super::canvas::Canvas;
use super::*;

const PRINT: Palette = Palette::Print(Colour::new(0, 0x62, 0xba));

/// Any number that a program can hold, the senseless ones among them, and often one that a town can have.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -50_000.0..50_000.0_f64,
        1 => any::<f64>(),
        1 => prop_oneof![Just(f64::NAN), Just(f64::INFINITY), Just(f64::MAX), Just(f64::MIN_POSITIVE), Just(0.0), Just(4.6e9)],
    ]
}

fn year() -> impl Strategy<Value = f64> {
    prop_oneof![6 => (1990..2050_i32).prop_map(f64::from), 2 => 1990.0..2050.0_f64, 1 => any::<f64>()]
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[A-ZÆØÅa-zæøå]{2,12}( [a-zæøå]{2,12}){0,3}",
        1 => any::<String>(),
        1 => Just("</svg><script>alert('1')</script> & \" \u{0}".to_owned()),
    ]
}

fn format() -> impl Strategy<Value = NumberFormat> {
    prop_oneof![
        Just(NumberFormat::Integer),
        (0..4_usize).prop_map(NumberFormat::Decimal),
        (0..3_usize).prop_map(NumberFormat::Percent),
        Just(NumberFormat::Kroner)
    ]
}

fn size() -> impl Strategy<Value = Size> {
    prop_oneof![Just(Size::Wide), Just(Size::Medium), Just(Size::Narrow)]
}

prop_compose! {
    fn line()(
        kind in prop_oneof![
            Just(LineKind::Actual), Just(LineKind::Corrected), Just(LineKind::Target), Just(LineKind::Forecast), Just(LineKind::Comparison)
        ],
        name in name(),
        points in prop::collection::vec((year(), prop::option::weighted(0.9, number())), 0..14),
        leaves in prop::option::of((year(), number())),
        valued in any::<bool>(),
    ) -> Line {
        let line = Line::new(kind, name, points);
        let line = if valued { line.with_value() } else { line };
        match leaves {
            Some(leaves) => line.leaving(leaves),
            None => line,
        }
    }
}

prop_compose! {
    fn line_chart()(
        title in name(),
        unit in name(),
        format in format(),
        lines in prop::collection::vec(line(), 0..5),
        band in prop::collection::vec((year(), number(), number()), 0..6),
        today in prop::option::of((year(), name())),
    ) -> LineChart {
        let chart = LineChart::new(Heading::new(Language::Nb, title)).unit(unit).number(format);
        let chart = lines.into_iter().fold(chart, LineChart::line).band(Band::new(BandKind::Outer, "80 av 100", band));
        match today {
            Some((at, label)) => chart.today(at, label),
            None => chart,
        }
    }
}

prop_compose! {
    fn bar_chart()(
        format in format(),
        parts in 0..4_usize,
        bars in prop::collection::vec((name(), prop::collection::vec(prop::option::of(number()), 0..4), any::<bool>()), 0..7),
    ) -> BarChart {
        let kinds = [(PartKind::Solid, "Levert"), (PartKind::Light, "Lovet"), (PartKind::Missing, "Mangler")];
        let chart = BarChart::new(Heading::new(Language::Nn, "Kven gir"), "Organisasjon").number(format);
        let chart = kinds.into_iter().take(parts).fold(chart, |chart, (kind, name)| chart.part(kind, name));
        bars.into_iter().fold(chart, |chart, (name, values, own)| {
            let bar = Bar::new(name, values);
            chart.bar(if own { bar.own() } else { bar })
        })
    }
}

prop_compose! {
    fn pyramid()(
        groups in prop::collection::vec((number(), number(), prop::option::of((number(), number()))), 0..110),
        timed in any::<bool>(),
    ) -> Pyramid {
        let groups = groups.into_iter().enumerate().map(|(age, (left, right, then))| {
            let group = AgeGroup::new(age.to_string(), [left, right]);
            match then {
                Some((left, right)) => group.then([left, right]),
                None => group,
            }
        });
        let chart = Pyramid::new(Heading::new(Language::En, "Ages"), "Age", ["Men", "Women"], groups);
        if timed { chart.times("2026", "2005") } else { chart }
    }
}

/// Balanced elements with quoted attributes and no number that is none: what every reader of XML asks for.
fn assert_well_formed(svg: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = svg;
    while let Some((text, after)) = rest.split_once('<') {
        assert!(!text.contains('>'), "a bare > in {text:?}");
        let (tag, after) = after.split_once('>').expect("an element ends");
        rest = after;
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed), "in {svg}");
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(attributes.matches('"').count().is_multiple_of(2), "quotes in {tag}");
        assert!(!attributes.contains("NaN") && !attributes.contains("inf"), "{tag}");
        if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty() && rest.is_empty(), "left open: {open:?}");
    assert!(!svg.contains("<script") && !svg.contains("style="));
    for part in svg.split('&').skip(1) {
        let entity = part.split(';').next().unwrap_or_default();
        assert!(["amp", "lt", "gt", "quot"].contains(&entity), "&{entity}");
    }
}

/// No text covers another, and none stands outside the drawing to its left or right.
fn assert_legible(canvas: &Canvas, size: Size) {
    for (place, (area, words)) in canvas.texts.iter().enumerate() {
        assert!(
            area.left >= -0.5 && area.right <= size.width() + 0.5,
            "{words:?} stands outside: {area:?}"
        );
        for (other_area, other) in &canvas.texts[place + 1..] {
            assert!(
                !area.grown(-0.5).overlaps(*other_area),
                "{words:?} covers {other:?}: {area:?} {other_area:?}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn line_charts_are_well_formed_and_legible(chart in line_chart(), size in size()) {
        assert_well_formed(&chart.svg("kurve", size, Palette::Web));
        assert_well_formed(&chart.svg("kurve", size, PRINT));
        let mut canvas = Canvas::new("kurve", Palette::Web);
        plot::draw_on(&mut canvas, &chart, size);
        assert_legible(&canvas, size);
        let table = chart.table();
        prop_assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    }

    #[test]
    fn bar_charts_are_well_formed_and_legible(chart in bar_chart(), size in size()) {
        assert_well_formed(&chart.svg("stolper", size, Palette::Web));
        let mut canvas = Canvas::new("stolper", PRINT);
        bar_plot::draw_on(&mut canvas, &chart, size);
        assert_legible(&canvas, size);
        let table = chart.table();
        prop_assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    }

    #[test]
    fn pyramids_are_well_formed_and_legible(chart in pyramid(), size in size()) {
        assert_well_formed(&chart.svg("alder", size, Palette::Web));
        let mut canvas = Canvas::new("alder", PRINT);
        pyramid_plot::draw_on(&mut canvas, &chart, size);
        assert_legible(&canvas, size);
        let table = chart.table();
        prop_assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    }

    #[test]
    fn sparklines_are_well_formed(
        actual in prop::collection::vec((year(), number()), 0..9),
        target in prop::collection::vec((year(), number()), 0..4),
        label in name(),
    ) {
        let sparkline = Sparkline::new(Heading::new(Language::Nb, "Mål"), actual, target).label(label);
        assert_well_formed(&sparkline.decoration());
    }
}

#[test]
fn the_correction_leaves_the_official_line_without_becoming_a_figure_of_its_own() {
    let chart = LineChart::new(Heading::new(Language::Nb, "Folketallet"))
        .by_year("År")
        .line(Line::new(LineKind::Actual, "Offisielt", [(2022.0, 27_879.0), (2023.0, 28_793.0)]))
        .line(Line::new(LineKind::Corrected, "Korrigert", [(2023.0, 28_275.0)]).leaving((2022.0, 27_879.0)));
    assert_eq!(chart.table().rows[0], ["2022", "27\u{202f}879", ""]);
    let rings = chart.svg("kurve", Size::Wide, PRINT).matches("r=\"4\"").count();
    assert_eq!(rings, 1, "one corrected figure, one ring");
}
