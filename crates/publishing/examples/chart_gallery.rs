//! Writes a page with the charts at every size, light and dark: `cargo run -p publishing --example chart_gallery page.html`.
//!
//! Numbers after 2026, bands, comparisons and bars are made up.

use std::process::ExitCode;
use std::{env, fs};

use programme::Colour;
use programme::Language::Nb;
use publishing::chart::{
    AgeGroup, Band, BandKind, Bar, BarChart, Chart, Heading, Line, LineChart, LineKind, NumberFormat, Palette, PartKind, Pyramid, Sparkline,
};

const TOKENS: &str = include_str!("../../../assets/css/tokens.css");
const CHART: &str = include_str!("../../../assets/css/chart.css");
const TOTALS: &str = include_str!("../../../programmes/kongsberg/figures/folketall.csv");
const AGES: &str = include_str!("../../../programmes/kongsberg/figures/folketall-alder.csv");
/// The neutral colours, which the pages take from Designsystemet.
const GROUND: &str = "
.page { --ds-color-neutral-background-default: #fff; --ds-color-neutral-text-default: #2b2b2b; --ds-color-neutral-text-subtle: #5e6066;
  --ds-color-neutral-border-subtle: #cccdd0; --ds-color-neutral-border-default: #707379; --ds-color-neutral-background-tinted: #f5f5f6 }
.page--dark { --ds-color-neutral-background-default: #17181a; --ds-color-neutral-text-default: #e7e8e9; --ds-color-neutral-text-subtle: #aeb0b4;
  --ds-color-neutral-border-subtle: #45474b; --ds-color-neutral-border-default: #8a8d92; --ds-color-neutral-background-tinted: #1d1f22;
  --vk-accent: #5c9fdb; --vk-accent-soft: color-mix(in oklab, var(--vk-accent) 50%, var(--vk-paper));
  --vk-accent-tint: color-mix(in oklab, var(--vk-accent) 13%, var(--vk-paper)) }
body { margin: 0 } .page { background: var(--vk-paper); color: var(--vk-ink); font-family: var(--vk-font); padding: 24px }
.wide { width: 1120px } .medium { width: 640px } .narrow { width: 343px }
.row { display: flex; gap: 48px; align-items: flex-start } h1 { font-size: 22px; margin: 32px 0 16px } h2 { font-size: 17px; margin: 24px 0 12px }
";

fn main() -> ExitCode {
    let Some(path) = env::args_os().nth(1) else {
        return ExitCode::FAILURE;
    };
    match fs::write(path, page()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn page() -> String {
    let tokens = TOKENS.replace(":root", ".page").replace("(prefers-color-scheme: dark)", "not all");
    let sides: String = ["light", "dark"]
        .map(|side| format!("<main class=\"page page--{side}\">{}</main>", all(side)))
        .concat();
    format!(
        "<!doctype html><html lang=\"nb\"><meta charset=\"utf-8\"><title>Diagrammer</title>\
         <style>{tokens}{GROUND}{CHART}</style><body>{sides}</body></html>"
    )
}

fn all(side: &str) -> String {
    let charts: Vec<Box<dyn Chart>> = vec![
        Box::new(population()),
        Box::new(with_forecast()),
        Box::new(compared()),
        Box::new(three_points()),
        Box::new(thousands_of_millions()),
        Box::new(below_nought()),
        Box::new(LineChart::new(Heading::new(Nb, "Ingenting å tegne ennå"))),
        Box::new(towns()),
        Box::new(funders()),
        Box::new(pyramid(1)),
        Box::new(pyramid(5)),
    ];
    let drawn: String = charts
        .iter()
        .enumerate()
        .map(|(place, chart)| at_all_sizes(&format!("{side}-{place}"), chart.as_ref()))
        .collect();
    let paper = population().svg(
        &format!("{side}-papir"),
        publishing::chart::Size::Medium,
        Palette::Print(Colour::new(0, 0x62, 0xba)),
    );
    format!(
        "{drawn}<h1>På kort</h1>{}<h1>På papir</h1><div style=\"background:#fff\">{paper}</div>",
        spark()
    )
}

fn at_all_sizes(id: &str, chart: &dyn Chart) -> String {
    let at = |width: &str| format!("<div class=\"{width}\">{}</div>", chart.for_page(&format!("{id}-{width}")));
    format!(
        "<h1>{}</h1>{}<div class=\"row\">{}{}</div>",
        chart.heading().title,
        at("wide"),
        at("medium"),
        at("narrow")
    )
}

/// Kongsberg on 1 January, from 2005.
fn official() -> Vec<(f64, f64)> {
    let row = |line: &str| {
        let (period, value) = line.split_once(',')?;
        Some((period.get(..4)?.parse().ok()?, value.trim().parse().ok()?))
    };
    TOTALS.lines().filter_map(row).collect()
}

fn path() -> Vec<(f64, f64)> {
    (0..=11)
        .map(|year| (2019.0 + f64::from(year), 27_481.0 * 1.01_f64.powi(year)))
        .collect()
}

fn population() -> LineChart {
    let heading = Heading::new(Nb, "Folketallet er 294 under målbanen")
        .describe("Offisielt og korrigert folketall 1. januar hvert år fra 2005, mot målbanen til 30 660 innbyggere i 2030.");
    LineChart::new(heading)
        .unit("innbyggere")
        .today(2026.9, "i dag")
        .line(Line::new(LineKind::Target, "Målbane", path()).with_value())
        .line(
            Line::new(LineKind::Corrected, "Korrigert tall", [(2023.0, 28_275.0)])
                .leaving((2022.0, 27_879.0))
                .with_value(),
        )
        .line(Line::new(LineKind::Actual, "Offisielt folketall", official()))
}

fn with_forecast() -> LineChart {
    let years = [2026.0, 2027.0, 2028.0, 2029.0, 2030.0];
    let middle = [29_169.0, 29_310.0, 29_440.0, 29_565.0, 29_680.0];
    let band = |width: f64| {
        let points = years.iter().zip(middle).map(move |(&year, value)| {
            let reach = width * (year - 2026.0_f64).powf(0.8);
            (year, value - reach, value + reach)
        });
        points.collect::<Vec<_>>()
    };
    LineChart::new(Heading::new(Nb, "Med dagens utvikling når vi 29 680 i 2030, 980 under målet"))
        .today(2026.0, "i dag")
        .band(Band::new(BandKind::Outer, "80 av 100 utfall", band(300.0)))
        .band(Band::new(BandKind::Inner, "50 av 100 utfall", band(120.0)))
        .line(Line::new(LineKind::Target, "Målbane", path()).with_value())
        .line(Line::new(LineKind::Forecast, "Prognose", years.into_iter().zip(middle)).with_value())
        .line(Line::new(LineKind::Actual, "Offisielt folketall", official()))
}

fn compared() -> LineChart {
    let line =
        |name: &str, values: [Option<f64>; 8]| Line::new(LineKind::Comparison, name, (2019..).map(f64::from).zip(values)).with_value();
    let some = |values: [f64; 8]| values.map(Some);
    LineChart::new(Heading::new(Nb, "Kongsberg vokser raskere enn nabobyene siden 2022"))
        .unit("folketall, 2019 = 100")
        .number(publishing::chart::NumberFormat::Decimal(1))
        .line(line("Drammen", some([100.0, 100.9, 101.4, 102.0, 103.0, 103.9, 104.6, 105.2])))
        .line(line(
            "Notodden",
            [
                Some(100.0),
                Some(100.1),
                Some(100.3),
                None,
                Some(102.4),
                Some(102.5),
                Some(102.6),
                Some(102.8),
            ],
        ))
        .line(line("Øvre Eiker", some([100.0, 100.8, 101.6, 102.1, 103.1, 103.8, 104.4, 105.1])))
        .line(Line::new(
            LineKind::Actual,
            "Kongsberg",
            official()
                .into_iter()
                .filter(|(at, _)| *at >= 2019.0)
                .map(|(at, value)| (at, value / 274.81)),
        ))
}

fn spark() -> String {
    let heading = Heading::new(Nb, "Folketallet er 294 under målbanen");
    format!(
        "<div style=\"width:400px\">{}</div>",
        Sparkline::new(heading, official().into_iter().filter(|(at, _)| *at >= 2019.0), path())
            .label("mål 2030")
            .decoration()
    )
}

fn three_points() -> LineChart {
    LineChart::new(Heading::new(Nb, "Tallet på virksomheter er 12 under målbanen"))
        .unit("virksomheter")
        .today(2026.9, "i dag")
        .line(
            Line::new(
                LineKind::Target,
                "Målbane",
                [(2023.0, 2_150.0), (2026.0, 2_210.0), (2030.0, 2_300.0)],
            )
            .with_value(),
        )
        .line(Line::new(
            LineKind::Actual,
            "Offisielt tall",
            [(2023.0, 2_150.0), (2024.0, 2_171.0), (2025.0, 2_178.0)],
        ))
}

fn thousands_of_millions() -> LineChart {
    let values = [
        (2021.0, 3.4e9),
        (2022.0, 3.9e9),
        (2023.0, 4.65e9),
        (2024.0, 4.61e9),
        (2025.0, 5.2e9),
    ];
    LineChart::new(Heading::new(Nb, "Eksporten har økt med halvparten på fire år"))
        .number(NumberFormat::Kroner)
        .line(Line::new(LineKind::Actual, "Eksport", values))
}

fn below_nought() -> LineChart {
    let values = [(2020.0, 41.0), (2021.0, -12.0), (2022.0, -35.0), (2023.0, 8.0), (2024.0, -4.0)];
    LineChart::new(Heading::new(Nb, "Flere flyttet ut enn inn i tre av fem år"))
        .unit("personer")
        .line(Line::new(LineKind::Actual, "Netto innflytting", values))
}

fn towns() -> BarChart {
    let growth = [
        ("Drammen", 0.0108),
        ("Notodden", -0.0021),
        ("Kongsberg", 0.0054),
        ("Ringerike", 0.0049),
        ("Tinn", -0.0093),
    ];
    let chart = BarChart::new(Heading::new(Nb, "Kongsberg vokste mer enn Notodden i fjor"), "Kommune").number(NumberFormat::Percent(2));
    growth
        .into_iter()
        .fold(chart.part(PartKind::Light, "Vekst"), |chart, (town, value)| {
            let bar = Bar::new(town, [value]);
            chart.bar(if town == "Kongsberg" { bar.own() } else { bar })
        })
}

fn funders() -> BarChart {
    BarChart::new(Heading::new(Nb, "60 000 av 580 000 kroner mangler"), "Hvem gir")
        .number(NumberFormat::Kroner)
        .part(PartKind::Solid, "Levert")
        .part(PartKind::Light, "Lovet")
        .part(PartKind::Missing, "Mangler")
        .bar(Bar::new("Kongsberg kommune", [140_000.0, 160_000.0, 0.0]))
        .bar(Bar::new("Kongsberg Næringsforening", [80_000.0, 20_000.0, 0.0]))
        .bar(Bar::new("Partnerne i Industrilederforum", [Some(0.0), Some(120_000.0), None]))
        .bar(Bar::new("Ikke dekket", [None, None, Some(60_000.0)]))
}

/// Kongsberg by sex and age in 2005 and 2026, in groups of so many years.
fn pyramid(years: usize) -> Pyramid {
    let mut counts = vec![[[0.0; 2]; 2]; 106_usize.div_ceil(years)];
    for line in AGES.lines() {
        let cells: Vec<&str> = line.split(',').collect();
        let [period, sex, age, value, ..] = cells.as_slice() else {
            continue;
        };
        let time = usize::from(period.starts_with("2005"));
        if let (Ok(age), Ok(value), true) = (age.parse::<usize>(), value.parse::<f64>(), time == 1 || period.starts_with("2026")) {
            counts[age / years][time][usize::from(*sex == "female")] += value;
        }
    }
    let name = |group: usize| match years {
        1 => group.to_string(),
        _ => format!("{}–{}", group * years, group * years + years - 1),
    };
    let groups = counts
        .into_iter()
        .enumerate()
        .map(|(group, [now, then])| AgeGroup::new(name(group), now).then(then));
    let heading = Heading::new(Nb, "Kongsberg har flere over 70 og færre barn enn i 2005");
    Pyramid::new(heading, "Alder", ["Menn", "Kvinner"], groups).times("2026", "2005")
}
