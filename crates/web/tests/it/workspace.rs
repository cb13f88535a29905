//! Stories from the workspace: people change the programme, and every change is accounted for.

use std::path::Path;

use axum::http::StatusCode;
use programme::Role;

use crate::browser::{PUBLIC, Town, link_in};
use crate::is_a_key;

const HOSTILE: &str = "\"><script>alert(1)</script></textarea>'";

#[tokio::test(flavor = "multi_thread")]
async fn the_lead_changes_a_measure_and_the_journal_tells_it() {
    let town = Town::new().await;
    let mut lead = town.signed_in(Role::Lead, None).await;
    lead.get("/byen/arbeid").await.says("Dette må gjøres").says("Partnerfrokost");
    let answer = lead
        .fill(
            "/byen/arbeid/tiltak/frokost/endre",
            &[
                ("title-nb", "Partnerfrokost ute"),
                ("title-en", "Partner breakfast outdoors"),
                ("ends", "2020-11-30"),
                ("budget-1-funder", "kommunen"),
                ("budget-1-year", "2020"),
                ("budget-1-kroner", "25 000"),
                ("why", "Vi kan møtes ute"),
                ("behalf", "knf"),
            ],
        )
        .await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/byen/arbeid/tiltak/frokost?lagret=tiltak")
    );
    lead.get(answer.location())
        .await
        .says("Tiltaket er lagret")
        .says("Partnerfrokost ute");

    let history = lead.get("/byen/arbeid/tiltak/frokost/historie").await;
    history
        .says("24. november 2026 kl. 13.")
        .says("lead , på vegne av Næringsforeningen: lagret tiltaket")
        .says("Vi kan møtes ute")
        .says("Tittel : Bokmål Partnerfrokost ute English Partner breakfast outdoors")
        .says("Til : 31. desember 30. november 2020")
        .says("Kommunen 2020: lovet 25 000 kr, levert 0 kr");
    lead.get("/byen/arbeid/journal")
        .await
        .says("Vi kan møtes ute")
        .says("Partnerfrokost ute")
        .says("ga noen tilgang");
    let english = lead.get("/byen/en/arbeid/tiltak/frokost/historie").await;
    english.says("on behalf of Næringsforeningen: saved the measure");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_stays_when_something_is_wrong() {
    let town = Town::new().await;
    let mut editor = town.signed_in(Role::Editor, None).await;
    let long = "a".repeat(201);
    let typed = [
        ("title-nb", ""),
        ("title-en", long.as_str()),
        ("body-nb", HOSTILE),
        ("starts", "2020-12-01"),
        ("ends", "2020-01-01"),
        ("cost-0-year", "20"),
        ("cost-0-kroner", "mange"),
        ("why", "fordi"),
    ];
    let answer = editor.fill("/byen/arbeid/tiltak/frokost/endre", &typed).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer
        .says("Rett opp dette for å lagre")
        .says("Beløp i kroner: Skriv et helt tall")
        .says("År: Skriv et årstall med fire siffer");
    for id in ["felt-cost-0-kroner", "felt-cost-0-year"] {
        assert!(
            answer.html.contains(&format!("href=\"#{id}\"")) && answer.html.contains(&format!("id=\"{id}\"")),
            "{id}"
        );
    }
    let form = answer.form();
    for (name, value) in typed {
        assert_eq!(form.value(name), value.trim(), "{name}");
    }
    assert!(!answer.html.contains("<script>alert"));

    // what only the programme's rules can see is said at its field too
    let mut form = form.clone();
    form.fill("cost-0-year", "").fill("cost-0-kroner", "");
    let answer = editor.submit(&form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.says("Tittel: Kort ned til 200 tegn").says("Til: Slutten ligger før starten");
    assert_eq!(answer.form().value("title-en"), long);
    let untouched = editor.get("/byen/arbeid/tiltak/frokost/endre").await.form();
    assert_eq!(untouched.value("title-nb"), "Partnerfrokost", "nothing was saved");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_saved_untouched_changes_nothing() {
    let bundled = concat!(env!("CARGO_MANIFEST_DIR"), "/../../programmes/kongsberg");
    let state = programme::folder::read(Path::new(bundled)).unwrap();
    let places = |path: &str, end: &str, ids: Vec<String>| -> Vec<String> {
        ids.iter().map(|id| format!("/byen/en/arbeid/{path}/{id}{end}")).collect()
    };
    let measures = state.measures.iter().map(|one| one.id.to_string()).collect();
    let goals = state.goals.iter().map(|one| one.id.to_string()).collect();
    let plans = state.action_plans.iter().map(|one| one.id.to_string()).collect();
    let town = Town::of(state, PUBLIC).await;
    let mut lead = town.signed_in(Role::Lead, None).await;
    let before = town.app.programmes.snapshot(&"byen".parse().unwrap()).await.unwrap().unwrap();
    for address in [
        places("tiltak", "/endre", measures),
        places("maal", "", goals),
        places("handlingsplan", "", plans),
    ]
    .concat()
    {
        let answer = lead.fill(&address, &[]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{address}: {}", answer.words());
    }
    let after = town.app.programmes.snapshot(&"byen".parse().unwrap()).await.unwrap().unwrap();
    assert!(before.state == after.state);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_needs_a_reason() {
    let town = Town::new().await;
    let mut partner = town.signed_in(Role::Partner, Some("knf")).await;
    let address = "/byen/arbeid/tiltak/kampanje";
    for status in ["paused", "dropped", "replaced"] {
        let answer = partner
            .fill(address, &[("status", status), ("reason-nb", "  "), ("why", "sagt")])
            .await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{status}");
        answer.says("Begrunnelse: Skriv hvorfor");
        assert_eq!((answer.form().value("status"), answer.form().value("why")), (status, "sagt"));
    }
    let answer = partner.fill(address, &[("status", "running"), ("date", "2031-01-01")]).await;
    answer.says("Dato: Datoen kan ikke ligge fram i tid");
    let answer = partner.fill(address, &[("status", "running"), ("date", "2020-01-01")]).await;
    answer.says("Dato: Datoen ligger før forrige status");
    let answer = partner
        .fill(
            address,
            &[("status", "replaced"), ("reason-nb", "Ny form"), ("replaced-by", "frokost")],
        )
        .await;
    assert_eq!(answer.location(), "/byen/arbeid/tiltak/kampanje?lagret=status");
    partner
        .get(answer.location())
        .await
        .says("Statusen er meldt")
        .says("Erstattet 24. november 2026")
        .says("Ny form");
    partner
        .get("/byen/arbeid/tiltak/kampanje/historie")
        .await
        .says("partner , på vegne av Næringsforeningen: meldte status")
        .says("24. november 2026: Erstattet. Ny form");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_change_the_same_measure_and_nothing_is_lost() {
    let town = Town::new().await;
    let mut lead = town.signed_in(Role::Lead, None).await;
    let mut editor = town.signed_in(Role::Editor, None).await;
    let address = "/byen/arbeid/tiltak/frokost/endre";
    let mut ours = lead.get(address).await.form();
    editor
        .fill(address, &[("title-nb", "Frokost hos redaktøren"), ("ends", "2020-10-31")])
        .await;
    ours.fill("title-nb", "Frokost hos lederen").fill("body-nb", "Ny tekst");
    let answer = lead.submit(&ours).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    answer
        .says("Noen har endret dette mens du skrev")
        .says("editor lagret dette 24. november 2026")
        .says("Frokost hos redaktøren")
        .says("Til : 31. desember oktober 2020");
    let together = answer.form();
    assert_eq!(
        together.value("title-nb"),
        "Frokost hos lederen",
        "where both changed: ours in the form, theirs beside it"
    );
    assert_eq!(together.value("ends"), "2020-10-31", "what only they changed comes along");
    assert_eq!(together.value("body-nb"), "Ny tekst");
    let answer = lead.submit(&together).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let saved = lead.get(address).await.form();
    assert_eq!(
        (saved.value("title-nb"), saved.value("ends"), saved.value("body-nb")),
        ("Frokost hos lederen", "2020-10-31", "Ny tekst")
    );

    let mut stale = lead.get("/byen/arbeid/tiltak/frokost").await.form();
    editor.fill("/byen/arbeid/tiltak/frokost", &[("status", "done")]).await;
    stale.fill("status", "dropped").fill("reason-nb", "Ikke lenger nødvendig");
    let answer = lead.submit(&stale).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    answer.says("Se hvordan det står nå");
    assert_eq!(answer.form().value("reason-nb"), "Ikke lenger nødvendig");
    assert_eq!(lead.submit(&answer.form()).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_measure_lives_and_is_taken_out_again() {
    let town = Town::new().await;
    let mut lead = town.signed_in(Role::Lead, None).await;
    let address = "/byen/arbeid/tiltak/ny";
    let answer = lead.fill(address, &[("title-nb", "Åpen dag på fabrikken")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "a measure without a goal");
    answer.says("Mål som tiltaket skal føre til: Skriv noe her");
    let answer = lead
        .fill(address, &[("title-nb", "Åpen dag på fabrikken"), ("goals", "innbyggere")])
        .await;
    assert_eq!(answer.location(), "/byen/arbeid/tiltak/apen-dag-pa-fabrikken?lagret=tiltak");
    let again = lead
        .fill(address, &[("title-nb", "Åpen dag på fabrikken"), ("goals", "innbyggere")])
        .await;
    again.says("Det finnes allerede noe med denne tittelen");

    let remove = "/byen/arbeid/tiltak/apen-dag-pa-fabrikken/fjern";
    let answer = lead.fill(remove, &[("why", "Fabrikken sa nei")]).await;
    assert_eq!(answer.location(), "/byen/arbeid?lagret=fjernet");
    assert_eq!(
        lead.get("/byen/arbeid/tiltak/apen-dag-pa-fabrikken").await.status,
        StatusCode::NOT_FOUND
    );
    lead.get("/byen/arbeid/tiltak/apen-dag-pa-fabrikken/historie")
        .await
        .says("Fabrikken sa nei")
        .says("tok tiltaket ut av planen");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_goal_gets_another_path() {
    let town = Town::new().await;
    let mut editor = town.signed_in(Role::Editor, None).await;
    let address = "/byen/arbeid/maal/innbyggere";
    let answer = editor
        .fill(address, &[("target-rate", "60"), ("target-horizon", "2031-01-01")])
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.says("Vekst i prosent i året: Veksten må ligge mellom −50 og 50 prosent i året");
    assert_eq!(answer.form().value("target-horizon"), "2031-01-01");
    let answer = editor
        .fill(address, &[("target-rate", "1,25"), ("why", "Styringsgruppa vil mer")])
        .await;
    assert_eq!(answer.location(), "/byen/arbeid/maal?lagret=maal");
    editor
        .get("/byen/arbeid/maal/innbyggere/historie")
        .await
        .says("Styringsgruppa vil mer")
        .says("1,25 %");
    let answer = editor
        .fill(
            "/byen/arbeid/maal/ny",
            &[
                ("title-nb", "Flere besøkende"),
                ("sentence-nb", "Flere skal komme hit"),
                ("path", "none"),
            ],
        )
        .await;
    assert_eq!(answer.location(), "/byen/arbeid/maal?lagret=maal");
    editor.get("/byen/maal/flere-besokende").await.says("Flere skal komme hit");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lead_adopts_what_the_plan_has_become() {
    let town = Town::new().await;
    let mut lead = town.signed_in(Role::Lead, None).await;
    let address = "/byen/arbeid/handlingsplan/2020/vedta";
    lead.get(address).await.says("Dette blir den første revisjonen");
    let decision = [
        ("decided-by-nb", "Styringsgruppa"),
        ("case", "14/20"),
        ("reason-nb", "Nedstengingen"),
    ];
    let answer = lead.fill(address, &[("case", "14/20")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.says("Vedtatt av: Skriv noe her");
    let answer = lead.fill(address, &decision).await;
    assert_eq!(answer.location(), "/byen/arbeid/handlingsplan?lagret=revisjon");
    lead.get(answer.location())
        .await
        .says("Revisjonen er vedtatt")
        .says("Sist vedtatt: revisjon 1, 24. november 2026, Styringsgruppa");
    lead.get("/byen/arbeid/journal")
        .await
        .says("vedtok en revisjon Handlingsplan 2020, revisjon 1");

    lead.fill("/byen/arbeid/tiltak/frokost/endre", &[("title-nb", "Frokost i parken")])
        .await;
    let page = lead.get(address).await;
    page.says("1 endret").says("1 beholdt").says("Frokost i parken");
    // somebody changes the plan between the look and the decision
    let mut form = page.form();
    for (name, value) in decision {
        form.fill(name, value);
    }
    lead.fill("/byen/arbeid/tiltak/frokost/endre", &[("title-nb", "Frokost i skogen")])
        .await;
    let answer = lead.submit(&form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.says("Noe er endret siden du åpnet siden").says("Frokost i skogen");
    assert_eq!(lead.submit(&answer.form()).await.status, StatusCode::SEE_OTHER);

    let answer = lead.fill("/byen/arbeid/tiltak/frokost/fjern", &[]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.says("kan ikke tas ut. Meld det stoppet i stedet");
    let early = lead.get("/byen/arbeid/handlingsplan/2020/vedta?dato=1990-01-01").await;
    early.says("Planen fantes ikke den dagen");
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_is_invited_works_and_leaves() {
    let town = Town::new().await;
    let mut lead = town.signed_in(Role::Lead, None).await;
    let address = "/byen/arbeid/personer";
    let wrong = lead.fill(address, &[("email", "ny@"), ("name", ""), ("role", "partner")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    wrong
        .says("E-postadresse: Skriv e-postadressen slik")
        .says("Navn: Skriv noe her")
        .says("Organisasjon: Velg organisasjonen");
    lead.fill(address, &[("email", "lead@example.no"), ("name", "x"), ("role", "analyst")])
        .await
        .says("Du kan ikke endre din egen tilgang");
    let invited = [
        ("email", "Ny@example.no"),
        ("name", "Daglig leder"),
        ("role", "partner"),
        ("organisation", "bedrift"),
    ];
    let answer = lead.fill(address, &invited).await;
    assert_eq!(answer.location(), "/byen/arbeid/personer?lagret=invitert");
    lead.get(answer.location())
        .await
        .says("Daglig leder Partner, Bedriften ny@example.no");

    let letter = town.letter(2).await;
    assert!(letter.contains("lead har gitt deg tilgang til Vekst i Byen"), "{letter}");
    town.wait(jiff::SignedDuration::from_hours(48));
    let mut partner = town.visitor();
    let answer = partner.post(&link_in(&letter), &[]).await;
    assert_eq!(answer.location(), "/byen/arbeid");
    partner
        .get("/byen/arbeid")
        .await
        .says("Partner, Bedriften")
        .says("Partnerfrokost")
        .says("Tiltakene deres");

    let mut lead = town.visitor();
    lead.sign_in(&town, "lead@example.no").await;
    lead.get(address).await;
    let answer = lead.post("/byen/arbeid/personer/avslutt", &[("email", "ny@example.no")]).await;
    assert_eq!(answer.location(), "/byen/arbeid/personer?lagret=avsluttet");
    assert_eq!(partner.get("/byen/arbeid").await.location(), "/byen/logg-inn", "ended at once");
    let journal = lead.get("/byen/arbeid/journal").await;
    journal
        .says("ga noen tilgang Rolle: Partner, Bedriften")
        .says("avsluttet en tilgang Rolle: Partner, Bedriften");
    assert!(!journal.html.contains("ny@example.no"), "the journal names no address");
    let own = lead.post("/byen/arbeid/personer/avslutt", &[("email", "lead@example.no")]).await;
    assert_eq!(own.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_write_is_never_markup() {
    let town = Town::new().await;
    let mut lead = town.signed_in(Role::Lead, None).await;
    for address in [
        "/byen/arbeid/tiltak/frokost/endre",
        "/byen/arbeid/tiltak/frokost",
        "/byen/arbeid/tiltak/ny",
        "/byen/arbeid/maal/innbyggere",
        "/byen/arbeid/maal/ny",
        "/byen/arbeid/handlingsplan/2020",
        "/byen/arbeid/handlingsplan/2020/vedta",
        "/byen/arbeid/personer",
    ] {
        let form = lead.get(address).await.form();
        for name in form.names().iter().filter(|name| *name != "csrf") {
            let mut form = form.clone();
            form.fill(name, HOSTILE);
            let answer = lead.submit(&form).await;
            assert!(
                !answer.html.contains("<script>alert") && !answer.html.contains("</textarea>'"),
                "{address}, {name}: {}",
                answer.html
            );
            assert!(answer.status != StatusCode::INTERNAL_SERVER_ERROR, "{address}, {name}");
        }
    }
    for address in [
        "/byen/arbeid",
        "/byen/arbeid/journal",
        "/byen/arbeid/tiltak/frokost",
        "/byen/arbeid/tiltak/frokost/historie",
        "/byen/arbeid/maal/innbyggere/historie",
        "/byen/arbeid/handlingsplan/2020/historie",
        "/byen/arbeid/personer",
        "/byen/maal/innbyggere",
        "/byen/arbeid?lagret=%3Cscript%3Ealert(1)%3C/script%3E",
        "/byen/arbeid?plan=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    ] {
        let page = lead.get(address).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        assert!(!page.html.contains("<script>alert"), "{address}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_leads_away_from_the_site() {
    let town = Town::new().await;
    let mut lead = town.signed_in(Role::Lead, None).await;
    let page = lead.get("/byen/arbeid?lagret=https://ond.example.no&next=//ond.example.no").await;
    assert!(
        !page.html.contains("\"//ond") && !page.html.contains("\"https://ond"),
        "{}",
        page.html
    );
    assert!(!page.words().contains("Lagret"), "only known words confirm anything");
    let mut form = lead.get("/byen/arbeid/tiltak/frokost/endre").await.form();
    for name in ["next", "redirect", "return", "lagret"] {
        form.fill(name, "https://ond.example.no/");
    }
    assert_eq!(lead.submit(&form).await.location(), "/byen/arbeid/tiltak/frokost?lagret=tiltak");
    for odd in [
        "/byen/arbeid/tiltak/%2F%2Fond.example.no",
        "//ond.example.no/arbeid",
        "/byen/logg-inn//ond.example.no",
    ] {
        let location = town.visitor().get(odd).await.location().to_owned();
        assert!(location.is_empty() || location.starts_with("/byen"), "{odd} led to {location}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_workspace_has_its_texts_in_every_language() {
    let town = Town::new().await;
    let mut lead = town.signed_in(Role::Lead, None).await;
    for language in ["", "/nn", "/en"] {
        for place in [
            "/logg-inn?sendt=ja",
            "/logg-inn/abc",
            "/arbeid",
            "/arbeid?lagret=tiltak",
            "/arbeid?lagret=status",
            "/arbeid?lagret=fjernet",
            "/arbeid?lagret=maal",
            "/arbeid?lagret=plan",
            "/arbeid?lagret=revisjon",
            "/arbeid?lagret=invitert",
            "/arbeid?lagret=uten-post",
            "/arbeid?lagret=avsluttet",
            "/arbeid/journal",
            "/arbeid/personer",
            "/arbeid/tiltak/ny",
            "/arbeid/tiltak/frokost",
            "/arbeid/tiltak/frokost/endre",
            "/arbeid/tiltak/frokost/fjern",
            "/arbeid/tiltak/frokost/historie",
            "/arbeid/maal",
            "/arbeid/maal/ny",
            "/arbeid/maal/innbyggere",
            "/arbeid/maal/innbyggere/historie",
            "/arbeid/handlingsplan",
            "/arbeid/handlingsplan/ny",
            "/arbeid/handlingsplan/2020",
            "/arbeid/handlingsplan/2020/historie",
            "/arbeid/handlingsplan/2020/vedta",
        ] {
            let page = lead.get(&format!("/byen{language}{place}")).await;
            let expected = if place.starts_with("/logg-inn?") {
                StatusCode::SEE_OTHER
            } else {
                StatusCode::OK
            };
            assert_eq!(page.status, expected, "{language}{place}");
            let left: Vec<String> = page.words().split(' ').filter(|word| is_a_key(word)).map(str::to_owned).collect();
            assert_eq!(left, Vec::<String>::new(), "keys without a text in {language}{place}");
        }
    }
}
