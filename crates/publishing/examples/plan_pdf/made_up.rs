//! A made-up plan with everything that a plan can have in it, for the example and for the tests.

use jiff::civil::date;
use programme::{Colour, Language};
use publishing::chart::{Chart as _, Heading, Line, LineChart, LineKind, Palette, Size};
use publishing::pdf::{
    Chart, DataTable, FocusArea, Goal, KeyFigure, Measure, Money, MoneyLine, MoneySum, Organisation, PlanDocument, Reference, Source,
    Status, Tag, Text, Tone, WebAddress, blocks_from_markdown,
};

const TOWN: &str = "https://vekst.example/storvik";

/// A plan with three goals, three charts and as many measures as asked for.
pub fn plan(measures: usize) -> PlanDocument {
    PlanDocument {
        language: Language::Nb,
        title: "Handlingsplan 2020".into(),
        programme: "Vekst i Storvik".into(),
        subtitle: "Revisjon 2, vedtatt av styringsgruppa 8. mai 2020, sak 14/20".into(),
        lead: "Målene står. Planen er endret: av 25 tiltak er 14 beholdt, 6 endret, 3 satt på vent og 2 stoppet.".into(),
        reason: "Styringsgruppa har gått gjennom alle tiltak etter at landet ble stengt 12. mars.".into(),
        date: date(2020, 5, 8),
        content_hash: "9f2c4be1f0a37d5588c3e6b1a24dd0f7c6e51b9038aa72ef4410d5c97be3861a".into(),
        example: false,
        accent: Colour::new(0, 0x62, 0xba),
        address: address("/handlingsplan/2020"),
        key_figures: vec![
            figure("25", "tiltak i tre satsingsområder"),
            figure("8,1 mill. kr", "lovet av partnerne, 5,6 mill. kr levert"),
            figure("640\u{202f}000 kr", "mangler, fordelt på fire tiltak"),
            figure("1 av 4", "sjanse for å nå innbyggermålet i 2030"),
        ],
        introduction: blocks_from_markdown(INTRODUCTION).into(),
        changes: None,
        goals: goals(),
        focus_areas: focus_areas(measures),
        organisations: organisations(),
        sources: sources(),
    }
}

const INTRODUCTION: &str = "Storvik merker at verden er blitt en annen. Bedrifter permitterer, møteplasser er stengt, og \
mye av det vi hadde planlagt lar seg ikke gjøre slik vi hadde tenkt. Det er krevende, men vi har organisert oss for å stå i det **sammen**.\n\n\
Målene fram mot 2030 ligger fast. Det som endres, er veien dit:\n\n\
- Tiltak som samler mange innendørs, flyttes eller får en ny form.\n\
- Penger som blir til overs, går til *strakstiltak* for næringslivet.\n\
- Fagforumene møtes oftere, innenfor det som er tillatt.\n\n\
## Hva vi spør partnerne om\n\n\
Gjelder planene og strategiene fortsatt? Er det andre tiltak som bør komme først nå? \
[Svar i høringen](https://vekst.example/storvik/hoeringer/2020) innen 1. juni.";

fn goals() -> Vec<Goal> {
    vec![
        Goal {
            key: "innbyggere".into(),
            title: "Flere innbyggere".into(),
            aim: "Storvik skal vokse med én prosent i året.".into(),
            sentence: "Vi er 294 innbyggere under målbanen. Skal vi være 30\u{202f}660 ved inngangen til 2030, må vi vokse \
                       med 1,25 prosent i året fra nå."
                .into(),
            key_figures: vec![
                figure("29\u{202f}169", "innbyggere 1. januar 2026, 158 flere enn året før"),
                figure("−294", "mot målbanen i dag (offisielt tall)"),
                figure("1,25 %", "vekst i året trengs til 2030"),
                figure("1 av 20", "sjanse for å nå målet"),
            ],
            chart: Some(chart("Folketallet er 294 under målbanen, og avstanden øker")),
            body: blocks_from_markdown("Rettet serie holder beboerne på mottaket utenfor.").into(),
            address: address("/maal/innbyggere"),
            example: false,
        },
        goal(
            "arbeidsplasser",
            "Flere arbeidsplasser enn året før",
            "Antall sysselsatte falt med 210 i første kvartal.",
        ),
        Goal {
            title: Text::in_language(Language::Nn, "Fleire skal kjenne byen og vilje kome hit"),
            ..goal("omdomme", "", "Kjennskapen er målt til 41 prosent på Østlandet.")
        },
    ]
}

fn goal(key: &str, title: &str, sentence: &str) -> Goal {
    Goal {
        key: key.into(),
        title: title.into(),
        aim: Text::default(),
        sentence: sentence.into(),
        key_figures: vec![
            KeyFigure {
                source: Some("SSB 07459".into()),
                ..figure("12\u{202f}480", "sysselsatte i fjerde kvartal 2019")
            },
            KeyFigure {
                example: true,
                ..figure("+1,2 %", "i året er målet")
            },
        ],
        chart: Some(chart("Nedgangen i første kvartal er den største siden 2009")),
        body: Vec::new().into(),
        address: address(&format!("/maal/{key}")),
        example: true,
    }
}

fn chart(title: &str) -> Chart {
    let official = [
        26406, 26711, 27013, 27216, 27410, 27481, 27723, 27694, 27879, 28793, 28848, 29011, 29169,
    ];
    let path = |year: i32| 27481.0 * 1.01_f64.powi(year - 2019);
    let line = LineChart::new(Heading::new(Language::Nb, title))
        .unit("innbyggere")
        .line(Line::new(LineKind::Target, "Målbane", (2019..=2030).map(|year| (f64::from(year), path(year)))).with_value())
        .line(
            Line::new(LineKind::Corrected, "Uten mottaket", [(2023.0, 28_275.0)])
                .leaving((2022.0, 27_879.0))
                .with_value(),
        )
        .line(Line::new(
            LineKind::Actual,
            "Offisielt tall",
            (2014..).map(f64::from).zip(official.map(f64::from)),
        ));
    let table = line.by_year("1. januar");
    Chart {
        title: title.into(),
        svg: table.svg("kurve", Size::Medium, Palette::Print(Colour::new(0, 0x62, 0xba))),
        alternative: "Linje for folketallet fra 26 406 i 2014 til 29 169 i 2026, med målbanen stiplet over fra 2024.".into(),
        caption: "Kilde: Statistisk sentralbyrå, tabell 07459, hentet 20. mars 2026".into(),
        table: Some(DataTable {
            columns: table.table().columns,
            rows: table.table().rows,
        }),
    }
}

const TITLES: [&str; 9] = [
    "Kampanje mot nye innbyggere",
    "Boligdagen 2020",
    "Traineeordning på tvers av bedriftene",
    "Kompensasjon til bedrifter som måtte stenge",
    "Partnerfrokost innenfor tillatt antall",
    "Fellesstand på messe i Hamburg",
    "Boliger i Skolegata",
    "Felles plattform for kommunikasjon om byen",
    "Nettverk for tilflyttere og medflyttere",
];

fn focus_areas(measures: usize) -> Vec<FocusArea> {
    let areas = [
        (
            "Innbyggervekst",
            "Flere skal flytte hit, og flere skal bli. Vi snakker til dem som flyttetallene viser at kan komme.",
        ),
        (
            "Bedriftsvekst",
            "Bedriftene skal holde på folk gjennom krisen og ansette igjen etterpå.",
        ),
        ("Omdømme og kjennskap", "Flere skal vite hva byen er, og hva den kan tilby."),
    ];
    let titled = |(place, (title, words)): (usize, (&str, &str))| FocusArea {
        title: title.into(),
        introduction: blocks_from_markdown(words).into(),
        measures: (0..measures).filter(|number| number % areas.len() == place).map(measure).collect(),
    };
    areas.into_iter().enumerate().map(titled).collect()
}

fn measure(number: usize) -> Measure {
    let tag = |label: &str, tone| Tag { label: label.into(), tone };
    let status = [
        Status {
            tag: tag("I rute", Tone::Good),
            since: None,
            reason: None,
        },
        Status {
            tag: tag("Endret", Tone::Attention),
            since: Some("siden 8. mai 2020".into()),
            reason: Some("Folk kan ikke samles innendørs. Tre av fire partnere ba om å flytte den.".into()),
        },
        Status {
            tag: tag("Ikke startet", Tone::Neutral),
            since: None,
            reason: None,
        },
        Status {
            tag: tag("Stoppet", Tone::Stopped),
            since: Some("siden 2. april 2020".into()),
            reason: Some("Messen er avlyst. 180\u{202f}000 kr går tilbake til partnerne, 40\u{202f}000 kr er tapt depositum.".into()),
        },
    ];
    let goal = ["innbyggere", "arbeidsplasser", "omdomme"][number % 3];
    Measure {
        key: format!("tiltak-{number}"),
        title: TITLES[number % TITLES.len()].into(),
        status: status[number % 4].clone(),
        responsible: vec!["Storvik kommune".into()],
        executing: ["Storvik Næringsforening", "Handelsforum"][..=number % 2]
            .iter()
            .map(|name| (*name).into())
            .collect(),
        contributing: if number.is_multiple_of(3) {
            vec![]
        } else {
            vec!["Industrilederforum".into(), "Høgskolen".into()]
        },
        horizon: ["Strakstiltak", "I år", "Langsiktig"][number % 3].into(),
        dates: Some("15. mai – 30. september 2020".into()),
        money: money(number),
        serves: vec![
            Reference {
                key: goal.into(),
                title: "Storvik skal vokse med én prosent i året".into(),
                address: None,
            },
            Reference {
                key: "naeringsstrategi-2".into(),
                title: "Næringsstrategien: et større arbeidsmarked".into(),
                address: address("/planer/naeringsstrategi"),
            },
        ],
        depends_on: if number == 4 {
            vec![reference("tiltak-1", TITLES[1])]
        } else {
            vec![]
        },
        replaced_by: (number == 7).then(|| reference("tiltak-2", TITLES[2])),
        assumptions: vec![
            "Flyttingen fra Oslo-området holder seg".into(),
            "Minst to tomtefelt er klare til salg".into(),
        ],
        body: blocks_from_markdown(
            "Annonser på sosiale medier til familier i Drammen, Asker og Oslo vest, med hjemmekontor, tomt og natur som budskap. \
             Partnerne deler kampanjen i sine egne kanaler, og alle henvendelser får svar av et menneske innen to dager.",
        )
        .into(),
        address: address(&format!("/tiltak/tiltak-{number}")),
        example: number % 5 == 4,
    }
}

fn reference(key: &str, title: &str) -> Reference {
    Reference {
        key: key.into(),
        title: title.into(),
        address: address(&format!("/tiltak/{key}")),
    }
}

fn money(number: usize) -> Money {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let line = |funder: &str, year: &str, amounts: [&str; 4]| MoneyLine {
        funder: funder.into(),
        year: year.into(),
        amounts: words(&amounts),
    };
    let sum = |name: &str, amounts: [&str; 4]| MoneySum {
        name: name.into(),
        amounts: words(&amounts),
    };
    if number % 6 == 5 {
        return Money::default();
    }
    let lacks = number.is_multiple_of(2);
    let mut sums = vec![sum("Sum", ["400\u{202f}000", "20", "200\u{202f}000", "–"])];
    if lacks {
        sums.push(sum("Trengs", ["580\u{202f}000", "20", "", ""]));
        sums.push(sum("Mangler", ["180\u{202f}000", "–", "", ""]));
    }
    Money {
        columns: words(&["Lovet, kr", "Lovet, timer", "Levert, kr", "Levert, timer"]),
        lines: vec![
            line("Storvik kommune", "2020", ["240\u{202f}000", "20", "120\u{202f}000", "–"]),
            line("Storvik Gruppen", "2020", ["80\u{202f}000", "–", "80\u{202f}000", "–"]),
            line("Storvik Gruppen", "2021", ["80\u{202f}000", "–", "–", "–"]),
        ],
        sums,
        missing: lacks.then(|| "180\u{202f}000\u{a0}kr".into()),
        example: number % 5 == 4,
    }
}

fn organisations() -> Vec<Organisation> {
    let named = |name: &str, role: &str, number: &str| Organisation {
        name: name.into(),
        role: role.into(),
        number: number.into(),
        address: address("/organisasjoner"),
    };
    vec![
        named("Storvik kommune", "Prosjekteier", "900\u{202f}000\u{202f}001"),
        named("Storvik Næringsforening", "Daglig gjennomføring", "900\u{202f}000\u{202f}002"),
        named("Storvik Gruppen", "Partner, industri", "900\u{202f}000\u{202f}003"),
        named("Høgskolen", "Partner, utdanning", "900\u{202f}000\u{202f}004"),
    ]
}

fn sources() -> Vec<Source> {
    vec![
        Source {
            title: "Statistisk sentralbyrå, tabell 07459: Befolkning".into(),
            detail: "Lisens CC BY 4.0. Hentet 20. mars 2026. Brukt i figurene for folketall.".into(),
            address: WebAddress::parse("https://www.ssb.no/statbank/table/07459"),
        },
        Source {
            title: "Kommunens egen retting av folketallet".into(),
            detail: "Beboere på mottaket er trukket fra.".into(),
            address: None,
        },
    ]
}

fn figure(value: &str, label: &str) -> KeyFigure {
    KeyFigure {
        value: value.into(),
        label: label.into(),
        source: None,
        example: false,
    }
}

fn address(path: &str) -> Option<WebAddress> {
    WebAddress::parse(&format!("{TOWN}{path}"))
}
