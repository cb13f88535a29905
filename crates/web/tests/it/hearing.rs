//! Being heard: the pages of a hearing, answering without an account, and by a link.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use jiff::SignedDuration;
use jiff::civil::date;
use programme::hearing::{Change as Hear, Circle, Kind, subject};
use programme::{Actor, Change, Command, Hearing, Role, Text, last_moment};
use store::links::{self, Invitation, Invited};
use tower::ServiceExt;

use crate::browser::{Answer, Browser, PUBLIC, Town, link_in};

/// A town that asks everybody about the plan of the example until 10 December.
async fn asking(circles: &[Circle]) -> Town {
    asks(Town::new().await, circles).await
}

/// A town whose hearing has one answer, of an organisation.
pub async fn answered(town: Town) -> Town {
    let town = asks(town, &[Circle::Public, Circle::Partners]).await;
    let link = invited(&town, Some("bedrift")).await;
    answers(&town, &mut town.visitor(), &link, &[("statement", "Vi er med")]).await;
    town
}

async fn asks(town: Town, circles: &[Circle]) -> Town {
    let hearing = Hearing {
        id: "varen".parse().unwrap(),
        title: Text::nb("Står tiltakene seg?"),
        kind: Kind::Free,
        circles: circles.to_vec(),
        forum: None,
        opens: date(2026, 11, 24),
        deadline: date(2026, 12, 10),
        extensions: vec![],
        plan: Some("2020".parse().unwrap()),
        every_measure: true,
        measures: vec![],
        questions: vec![Text::nb("Hva bør komme først?")],
        opened: None,
        draft: None,
        invited: vec![],
        conclusion: None,
        body: Text::nb("Pandemien har endret mye."),
        example: false,
    };
    let on = date(2026, 11, 24);
    let id = hearing.id.clone();
    let base = hears(
        &town,
        Hear::Save {
            hearing: Box::new(hearing),
            on,
            base: None,
        },
    )
    .await;
    hears(
        &town,
        Hear::Open {
            hearing: id,
            on,
            base: Some(base),
        },
    )
    .await;
    town
}

async fn hears(town: &Town, change: Hear) -> i64 {
    let command = Command {
        who: Actor::operator(),
        on_behalf_of: None,
        why: String::new(),
        change: Change::Hearing(change),
    };
    let programme = "byen".parse().unwrap();
    town.app.programmes.apply(&programme, command, town.app.now()).await.unwrap()
}

/// Fills in the form as people do, who take their time.
async fn answers(town: &Town, browser: &mut Browser, address: &str, typed: &[(&str, &str)]) -> Answer {
    let page = browser.get(address).await;
    let mut form = page.form();
    for (name, value) in typed {
        form.fields.retain(|(known, _)| known != name);
        form.fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    town.wait(SignedDuration::from_secs(60));
    browser.submit(&form).await
}

/// The link of somebody who is invited to answer.
async fn invited(town: &Town, organisation: Option<&str>) -> String {
    let (programme, hearing) = ("byen".parse().unwrap(), "varen".parse().unwrap());
    let subject = subject(&programme, &hearing);
    let invitation = Invitation {
        circle: "partners".to_owned(),
        organisation: organisation.map(str::to_owned),
        email: "partner@example.no".to_owned(),
        language: "nb".to_owned(),
        expires: last_moment(date(2026, 12, 10)),
    };
    let now = store::Instant::new(town.app.now());
    let store = town.app.programmes.store().clone();
    let made = store
        .write(move |transaction| Box::pin(async move { links::invite(transaction, &subject, &invitation, now).await }))
        .await
        .unwrap();
    match made {
        Invited::Link(token) => format!("/byen/hoeringer/varen/svar/{token}"),
        Invited::Answered => panic!("it was answered"),
    }
}

const FORM: &str = "/byen/hoeringer/varen/svar";

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_asked_finds_the_question_the_deadline_and_the_way_in() {
    let town = asking(&[Circle::Public, Circle::Partners]).await;
    let mut visitor = town.visitor();
    visitor
        .get("/byen/hoeringer")
        .await
        .says("Én høring er åpen nå")
        .says("17 dager igjen");
    let page = visitor.get("/byen/hoeringer/varen").await;
    page.says("Fristen er 10. desember 2026. Det er 17 dager igjen.")
        .says("Du trenger ikke konto")
        .says("Hva bør komme først?")
        .says("Står hvert av de 2 tiltakene seg?")
        .says("Partnerfrokost")
        .says("0 av 3 organisasjoner");
    let english = visitor.get("/byen/en/hoeringer/varen").await;
    english.says("17 days are left").says("What we ask");
    assert_eq!(visitor.get("/byen/hoeringer/ingen").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn anybody_is_heard_without_an_account_and_can_change_what_they_said() {
    let town = asking(&[Circle::Public]).await;
    let mut visitor = town.visitor();
    let page = visitor.get(FORM).await;
    assert_eq!(page.headers[header::CACHE_CONTROL], "private, no-store");
    assert!(page.headers.get(header::SET_COOKIE).is_none());
    let sent = answers(
        &town,
        &mut visitor,
        FORM,
        &[
            ("statement", "Flytt frokosten\nut i parken."),
            ("holds-frokost", "changes"),
            ("why-frokost", "Ute er det plass"),
            ("question-1", "Frokosten"),
            ("sender", "resident"),
            ("email", "innbygger@example.no"),
        ],
    )
    .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.words());
    visitor
        .get(sent.location())
        .await
        .says("Takk, innspill 1 er mottatt")
        .says("blir vist når noen har lest gjennom det");
    let page = visitor.get("/byen/hoeringer/varen/innspill/1").await;
    page.says("En innbygger");
    assert!(!page.words().contains("parken"), "what nobody has read is not shown");
    assert!(!page.html.contains("innbygger@example.no"));
    visitor
        .get("/byen/hoeringer/varen")
        .await
        .says("Ett innspill er kommet, men ikke lest gjennom ennå");

    let letter = town.letter(1).await;
    assert!(
        letter.contains("Takk for innspill 1") && letter.contains("10. desember 2026"),
        "{letter}"
    );
    let start = letter.find("/svar/").unwrap();
    let link = format!("/byen/hoeringer/varen{}", letter[start..].split_whitespace().next().unwrap());
    let again = visitor.get(&link).await;
    again.says("Det er svart: innspill 1");
    assert!(again.html.contains("Ute er det plass"));
    let changed = answers(&town, &mut visitor, &link, &[("statement", "Flytt den inn igjen")]).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.words());
    let state = &town.app.programmes.snapshot(&"byen".parse().unwrap()).await.unwrap().unwrap().state;
    assert_eq!(state.statements.len(), 1);
    assert_eq!(state.statements[0].text, Text::nb("Flytt den inn igjen"));
    assert_eq!(state.statements[0].verdicts[0].reason, Text::nb("Ute er det plass"));
}

#[tokio::test(flavor = "multi_thread")]
async fn robots_are_kept_out_and_people_lose_nothing() {
    let town = asking(&[Circle::Public]).await;
    let mut robot = town.visitor();
    let mut form = robot.get(FORM).await.form();
    form.fill("statement", "Kjøp billige sko");
    form.fields.push(("sender".to_owned(), "anonymous".to_owned()));
    form.fields.retain(|(name, _)| name != "website");
    form.fields.push(("website".to_owned(), "https://sko.example.no".to_owned()));
    town.wait(SignedDuration::from_secs(60));
    let refused = robot.submit(&form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says("Et felt som skal stå tomt");
    assert!(refused.html.contains("Kjøp billige sko"), "what was typed is there");
    // without the form's own time
    let bare = robot.post_exactly(FORM, &[("statement", "Hei"), ("sender", "resident")]).await;
    bare.says("Send en gang til");
    assert!(bare.html.contains("Hei"));
    // a person who then waits and sends again is heard
    let form = bare.form();
    town.wait(SignedDuration::from_secs(5));
    assert_eq!(robot.submit(&form).await.status, StatusCode::SEE_OTHER);
    robot.origin = Some("https://ond.example.no".to_owned());
    assert_eq!(robot.submit(&form).await.status, StatusCode::FORBIDDEN);
    let empty = answers(&town, &mut town.visitor(), FORM, &[("sender", "resident")]).await;
    empty.says("Svar på minst én ting");
    let nobody = answers(&town, &mut town.visitor(), FORM, &[("statement", "Hei")]).await;
    nobody.says("Velg hvem du er");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_used_by_two_people_and_an_expired_one_have_their_answers() {
    let town = asking(&[Circle::Partners]).await;
    let link = invited(&town, Some("bedrift")).await;
    let (mut one, mut other) = (town.visitor(), town.visitor());
    one.get(&link).await.says("Du svarer for Bedriften");
    let late = {
        let mut form = other.get(&link).await.form();
        form.fill("statement", "Vi trekker oss");
        form
    };
    let sent = answers(&town, &mut one, &link, &[("holds-frokost", "no"), ("rest", "on")]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.words());
    let conflict = other.submit(&late).await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    conflict
        .says("En annen har svart mens du skrev")
        .says("Innspill 1 er sendt med den samme lenken");
    assert!(conflict.html.contains("Vi trekker oss"), "what was typed is there");
    // sent on purpose it takes the place of the first
    assert_eq!(other.submit(&conflict.form()).await.status, StatusCode::SEE_OTHER);
    one.get("/byen/hoeringer/varen/innspill/1")
        .await
        .says("Bedriften")
        .says("Vi trekker oss");
    one.get(&link).await.says("Det er svart: innspill 1");

    town.wait(SignedDuration::from_hours(17 * 24));
    let expired = one.get(&link).await;
    assert_eq!(expired.status, StatusCode::GONE);
    expired
        .says("Fristen var 10. desember 2026")
        .says("post@example.no")
        .says("Se innspill 1");
    let form = conflict.form();
    let refused = other.submit(&form).await;
    refused.says("Fristen var 10. desember 2026");
    assert!(refused.html.contains("Vi trekker oss"), "what was typed is there");
    let unknown = one.get(&format!("{link}x")).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    unknown.says("Lenken virker ikke").says("post@example.no");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_partner_with_five_minutes_answers_for_its_organisation() {
    let town = asking(&[Circle::Partners]).await;
    let stranger = town.visitor().get(FORM).await;
    assert_eq!(stranger.status, StatusCode::FORBIDDEN);
    stranger.says("Denne høringen går til andre").says("Vi spør partnerne");
    let mut partner = town.signed_in(Role::Partner, Some("bedrift")).await;
    partner
        .get(FORM)
        .await
        .says("Du svarer for Bedriften")
        .says("Tiltak dere er med på");
    let sent = answers(&town, &mut partner, FORM, &[("rest", "on"), ("holds-frokost", "changes")]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.words());
    let page = town.visitor().get("/byen/hoeringer/varen").await;
    page.says("1 av 3 organisasjoner som ble spurt, har svart")
        .says("Bedrifter 1 1 0")
        .says("Partnerfrokost 0 1 0 0 1")
        .says("Kampanje 1 0 0 0 1")
        .says("enkeltstemmer");
    let file = town.visitor().get("/byen/hoeringer/varen/matrise.csv").await;
    assert!(file.html.contains("company,1,1,0,frokost,0,1,0,0\r\n"), "{}", file.html);
    assert!(file.html.contains("municipality,1,0,0,frokost,0,0,0,0\r\n"), "{}", file.html);
}

/// A form with a file, as browsers send it.
async fn sends_file(town: &Town, form: &crate::form::Form, name: &str, bytes: &[u8]) -> Answer {
    let mut body = Vec::new();
    for (field, value) in &form.fields {
        body.extend(format!("--x\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n").bytes());
    }
    body.extend(format!("--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n").bytes());
    body.extend(bytes);
    body.extend(b"\r\n--x--\r\n");
    let request = Request::post(&form.action)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .header(header::ORIGIN, PUBLIC)
        .body(Body::from(body))
        .unwrap();
    let response = web::service(town.app.clone()).oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, 10_000_000).await.unwrap();
    Answer {
        status: parts.status,
        headers: parts.headers,
        html: String::from_utf8(bytes.to_vec()).unwrap(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn attachments_are_what_they_are_and_are_not_lost_with_a_refused_form() {
    let town = asking(&[Circle::Partners]).await;
    let link = invited(&town, Some("bedrift")).await;
    let mut browser = town.visitor();
    let mut form = browser.get(&link).await.form();
    form.fill("statement", &"x".repeat(20_001));
    let refused = sends_file(&town, &form, "C:\\brev.pdf", b"%PDF-1.7 brev").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says("brev.pdf");
    let mut form = refused.form();
    form.fill("statement", "Se brevet");
    let wrong = sends_file(&town, &form, "bilde.png", b"MZ\x90\x00\x03").await;
    wrong.says("bilde.png er ikke pdf, png, jpg eller ren tekst");
    let sent = browser.submit(&wrong.form()).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.words());
    browser.get("/byen/hoeringer/varen/innspill/1").await.says("brev.pdf (pdf, 1 kB)");
    let file = browser.get("/byen/hoeringer/varen/innspill/1/vedlegg/1").await;
    assert_eq!(file.html, "%PDF-1.7 brev");
    assert_eq!(file.headers["x-content-type-options"], "nosniff");
    assert!(
        file.headers[header::CONTENT_DISPOSITION]
            .to_str()
            .unwrap()
            .starts_with("attachment; filename=\"innspill-1-1.pdf\"")
    );
    for wrong in ["0", "2", "-1", "x"] {
        let missing = browser.get(&format!("/byen/hoeringer/varen/innspill/1/vedlegg/{wrong}")).await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND, "{wrong}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rules_stand_open_to_all() {
    let town = asking(&[Circle::Public]).await;
    town.visitor()
        .get("/byen/hoeringer/regler")
        .await
        .says("Slik behandler vi innspill")
        .says("Det trakasserer eller truer noen.")
        .says("Her kommer hver avgjørelse");
    let _ = link_in;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_takes_a_hearing_from_plan_to_answer() {
    let town = Town::new().await;
    let mut lead = town.signed_in(Role::Lead, None).await;
    let sheet = [("title-nb", "Vårhøring"), ("body-nb", "Si fra"), ("questions", "Hva nå?")];
    let past = [("deadline", "2020-05-08")];
    let refused = lead.fill("/byen/arbeid/hoeringer/ny", &[&sheet[..], &past[..]].concat()).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says("Den tidligste dagen er 25. november 2026");
    let saved = lead.fill("/byen/arbeid/hoeringer/ny", &sheet).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.words());
    let place = "/byen/arbeid/hoeringer/varhoring";
    let mut visitor = town.visitor();
    assert_eq!(visitor.get("/byen/hoeringer/varhoring").await.status, StatusCode::NOT_FOUND);
    let base = lead.get(place).await.field("base").unwrap().to_owned();
    let opened = lead.post(&format!("{place}/apne"), &[("base", &base)]).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.words());
    let form = "/byen/hoeringer/varhoring/svar";
    let sent = answers(
        &town,
        &mut visitor,
        form,
        &[("statement", "Flytt frokosten"), ("sender", "resident")],
    )
    .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.words());

    let place = format!("{place}/innspill/1");
    let page = lead.get(&place).await;
    page.says("Flytt frokosten");
    let base = page.field("base").unwrap().to_owned();
    let shown = lead
        .post(&format!("{place}/vis"), &[("base", &base), ("publication", "published")])
        .await;
    assert_eq!(shown.status, StatusCode::SEE_OTHER, "{}", shown.words());
    visitor.get("/byen/hoeringer/varhoring/innspill/1").await.says("Flytt frokosten");
    let base = lead.get(&place).await.field("base").unwrap().to_owned();
    let assessed = [
        ("base", base.as_str()),
        ("becomes", "taken-in"),
        ("assessment-nb", "Vi flytter den"),
        ("changed", "frokost"),
        ("assessed-by-nb", "Styringsgruppa"),
    ];
    let answered = lead.post(&format!("{place}/vurder"), &assessed).await;
    assert_eq!(answered.status, StatusCode::SEE_OTHER, "{}", answered.words());
    visitor
        .get("/byen/hoeringer/varhoring/innspill/1")
        .await
        .says("Tatt inn")
        .says("Vi flytter den")
        .says("Partnerfrokost");
    let stranger = town.visitor().get("/byen/arbeid/hoeringer/varhoring").await;
    assert_eq!(stranger.location(), "/byen/logg-inn");
}

const WORK: &str = "/byen/arbeid/hoeringer/varen";

#[tokio::test(flavor = "multi_thread")]
async fn a_planned_hearing_is_edited_asked_of_a_forum_and_withdrawn() {
    let town = Town::new().await;
    let mut lead = town.signed_in(Role::Lead, None).await;
    let sheet = "/byen/arbeid/hoeringer/ny";
    let kinds = [
        ("kind", "community-plan", "minst seks uker"),
        ("kind", "public-display", "minst tretti dager"),
    ];
    for (name, kind, told) in kinds {
        let short = [
            ("title-nb", "Kort"),
            (name, kind),
            ("opens", "2026-11-24"),
            ("deadline", "2026-12-04"),
        ];
        let refused = lead.fill(sheet, &short).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says(told);
    }
    let nobody = lead.fill(sheet, &[("title-nb", "Vår"), ("circles", "forum")]).await;
    nobody.says("Skriv navnet på forumet").says("Velg organisasjonene i forumet");
    let saved = lead.fill(sheet, &[("title-nb", "Vår")]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.words());
    let place = "/byen/arbeid/hoeringer/var";
    let mut form = lead.get(&format!("{place}/endre")).await.form();
    form.fields
        .retain(|(name, _)| !matches!(name.as_str(), "circles" | "every-measure"));
    form.fill("title-nb", "Vårhøringen").fill("forum-name-nb", "Handelsforum");
    for (name, value) in [("circles", "forum"), ("members", "bedrift"), ("measures", "frokost")] {
        form.fields.push((name.to_owned(), value.to_owned()));
    }
    let edited = lead.submit(&form).await;
    assert_eq!(edited.status, StatusCode::SEE_OTHER, "{}", edited.words());
    let page = lead.get(place).await;
    page.says("Vårhøringen").says("Handelsforum").says("Én organisasjon");
    // the form that lay open meanwhile is not saved over it
    let stale = lead.submit(&form).await;
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
    stale.says("Noen andre har lagret høringen");
    let base = page.field("base").unwrap().to_owned();
    let opened = lead.post(&format!("{place}/apne"), &[("base", &base)]).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.words());
    let snapshot = town.app.programmes.snapshot(&"byen".parse().unwrap()).await.unwrap().unwrap();
    let hearing = snapshot.state.hearing(&"var".parse().unwrap()).unwrap();
    assert_eq!(hearing.measures, ["frokost".parse().unwrap()]);
    assert_eq!(hearing.invited, ["bedrift".parse().unwrap()]);
    let late = lead.post(&format!("{place}/trekk"), &[("base", &base)]).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "what people can read is not withdrawn");

    lead.fill(sheet, &[("title-nb", "Angret")]).await;
    let place = "/byen/arbeid/hoeringer/angret";
    let base = lead.get(place).await.field("base").unwrap().to_owned();
    let gone = lead.post(&format!("{place}/trekk"), &[("base", &base)]).await;
    assert_eq!(gone.location(), "/byen/arbeid/hoeringer?lagret=hoering-trukket");
    assert_eq!(lead.get(place).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_are_invited_at_once_and_the_lead_sees_who_answered() {
    let town = asking(&[Circle::Partners]).await;
    let mut lead = town.signed_in(Role::Lead, None).await;
    town.let_in("daglig@example.no", Role::Partner, Some("bedrift")).await;
    let before = town.letters().len();
    lead.get(WORK).await.says("Spurt, men uten lenke og uten svar");
    let list = "a@example.no, Bedriften\nikke-adresse\nb@example.no; Ukjent AS\nc@example.no\n a@example.no\tbedrift";
    let told = lead
        .post(&format!("{WORK}/inviter"), &[("addresses", list), ("everybody", "on")])
        .await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
    told.says("2 lenker er sendt. 3 linjer står igjen")
        .says("«ikke-adresse»: dette er ikke en e-postadresse")
        .says("«b@example.no; Ukjent AS»: vi kjenner ingen organisasjon")
        .says("«c@example.no»: skriv hvilken organisasjon")
        .says("a@example.no")
        .says("Ikke åpnet");
    assert_eq!(town.letters().len(), before + 2);
    let link = link_in(&town.letters()[before]);
    assert!(town.letters()[before].contains("svarer du for Bedriften"));
    town.visitor().get(&link).await.says("Du svarer for");
    lead.get(WORK).await.says("Åpnet 24. november 2026, ikke svart");
    let sent = answers(&town, &mut town.visitor(), &link, &[("statement", "Vi er med")]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.words());
    lead.get(WORK)
        .await
        .says("Svarte 24. november 2026")
        .says("Organisasjonen har svart: innspill 1");
    let again = lead
        .post(&format!("{WORK}/inviter"), &[("addresses", "a@example.no, bedrift")])
        .await;
    again.says("har svart og trenger ingen ny lenke");
    lead.post(&format!("{WORK}/inviter"), &[("addresses", "d@example.no, knf")]).await;
    let old = link_in(&town.letters()[before + 2]);
    let reminded = lead.post(&format!("{WORK}/paaminn"), &[]).await;
    assert_eq!(reminded.location(), format!("{WORK}?lagret=paaminnet"));
    assert_eq!(town.letters().len(), before + 4, "only who has not answered");
    assert_eq!(town.visitor().get(&old).await.status, StatusCode::NOT_FOUND, "nobody has two links");
    town.wait(SignedDuration::from_hours(24 * 30));
    let mut lead = town.signed_in(Role::Lead, None).await;
    let late = lead.post(&format!("{WORK}/inviter"), &[("addresses", "e@example.no, knf")]).await;
    late.says("Høringen er ikke åpen");
}

/// Assesses a statement as the form on its page does.
async fn assesses(lead: &mut Browser, number: u32, changed: &str) -> Answer {
    let place = format!("{WORK}/innspill/{number}");
    let base = lead.get(&place).await.field("base").unwrap().to_owned();
    let fields = [
        ("base", base.as_str()),
        ("becomes", "taken-in"),
        ("assessment-nb", "Vi flytter den"),
        ("changed", changed),
        ("assessed-by-nb", "Styringsgruppa"),
    ];
    lead.post(&format!("{place}/vurder"), &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_statement_gets_its_answer_before_the_plan_and_everybody_hears_of_it() {
    let town = asking(&[Circle::Public, Circle::Partners]).await;
    let typed = [("statement", "Flytt den"), ("sender", "resident"), ("email", "kari@example.no")];
    answers(&town, &mut town.visitor(), FORM, &typed).await;
    town.letter(1).await;
    let insult = [("statement", "Naboen er syk"), ("sender", "anonymous")];
    answers(&town, &mut town.visitor(), FORM, &insult).await;
    town.wait(SignedDuration::from_hours(24 * 20));
    let mut lead = town.signed_in(Role::Lead, None).await;
    let form = format!("{WORK}/innspill/ny");
    let early = lead.fill(&form, &[("received", "2026-11-01"), ("organisation", "bedrift")]).await;
    early.says("Høringen var ikke åpnet denne dagen");
    let ahead = lead.fill(&form, &[("received", "2027-11-01"), ("organisation", "bedrift")]).await;
    ahead.says("Datoen kan ikke ligge fram i tid");
    let written = [
        ("received", "2026-12-14"),
        ("organisation", "bedrift"),
        ("statement", "Brev fra oss"),
    ];
    let written = lead.fill(&form, &written).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.words());
    town.visitor()
        .get("/byen/hoeringer/varen/innspill/3")
        .await
        .says("Kom etter fristen og er skrevet inn av programmet");

    // adoption names the hearing and leads to what waits
    let page = lead.get("/byen/arbeid/handlingsplan/2020/vedta").await;
    page.says("Planen kan ikke vedtas før disse 3 innspillene er vurdert");
    assert!(page.html.contains(&format!("{WORK}/innspill/1")));
    let typed = [("decided-by-nb", "Styringsgruppa"), ("case", "1/26")];
    let refused = lead.fill("/byen/arbeid/handlingsplan/2020/vedta", &typed).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says("Innspill 1 i høringen «Står tiltakene seg?» er ikke vurdert. Vurder det først.");
    let early = lead.post(&format!("{WORK}/avslutt"), &[("conclusion-nb", "Slutt")]).await;
    early.says("Innspill 1 i høringen «Står tiltakene seg?» er ikke vurdert");

    // whoever answers one comes to the next
    assert_eq!(
        assesses(&mut lead, 1, "frokost").await.location(),
        format!("{WORK}/innspill/2?lagret=avgjort")
    );
    let place = format!("{WORK}/innspill/2");
    let base = lead.get(&place).await.field("base").unwrap().to_owned();
    let early = lead.post(&format!("{place}/slett"), &[("base", &base)]).await;
    early.says("Bare innspill som er holdt tilbake, kan slettes");
    let shy = lead
        .post(&format!("{place}/vis"), &[("base", &base), ("publication", "withheld")])
        .await;
    shy.says("Velg hvilket punkt i reglene som gjelder");
    let withheld = [("base", base.as_str()), ("publication", "withheld"), ("point", "personal-data")];
    lead.post(&format!("{place}/vis"), &withheld).await;
    let base = lead.get(&place).await.field("base").unwrap().to_owned();
    let erased = lead.post(&format!("{place}/slett"), &[("base", &base)]).await;
    assert_eq!(erased.status, StatusCode::SEE_OTHER, "{}", erased.words());
    assert!(!lead.get(&place).await.words().contains("Naboen"));
    town.visitor().get("/byen/hoeringer/regler").await.says("Slettet for godt");
    assert_eq!(
        assesses(&mut lead, 2, "").await.location(),
        format!("{WORK}/innspill/3?lagret=avgjort")
    );
    assert_eq!(assesses(&mut lead, 3, "").await.location(), format!("{WORK}?lagret=avgjort"));

    let letters = town.letters().len();
    let ended = lead
        .post(&format!("{WORK}/avslutt"), &[("conclusion-nb", "Frokosten flyttes")])
        .await;
    assert_eq!(ended.location(), format!("{WORK}?lagret=hoering-avsluttet"));
    let letter = town.letter(letters + 1).await;
    for part in [
        "kari@example.no",
        "Tatt inn. Vi flytter den",
        "Dette ble endret: Partnerfrokost",
        "/innspill/1",
    ] {
        assert!(letter.contains(part), "«{part}» is missing in {letter}");
    }
    let left = store::respondents::of(town.app.programmes.store().reader(), "byen", "varen")
        .await
        .unwrap();
    assert_eq!(left, [], "nobody is known by name any more");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_sent_twice_is_one_statement() {
    let town = asking(&[Circle::Public]).await;
    let mut browser = town.visitor();
    let mut form = browser.get(FORM).await.form();
    form.fill("statement", "Flytt den");
    assert_eq!(form.value("once").len(), 64);
    form.fields.push(("sender".to_owned(), "resident".to_owned()));
    town.wait(SignedDuration::from_secs(60));
    let mut twin = town.visitor();
    let (first, second) = tokio::join!(browser.submit(&form), twin.submit(&form));
    let third = browser.submit(&form).await;
    for answer in [first, second, third] {
        assert_eq!(answer.location(), "/byen/hoeringer/varen/takk/1?svar=skjema", "{}", answer.words());
    }
    // whoever goes back and writes something else has changed it
    form.fill("statement", "Flytt den til juni");
    let changed = browser.submit(&form).await;
    assert_eq!(
        changed.location(),
        "/byen/hoeringer/varen/takk/1?svar=skjema",
        "{}",
        changed.words()
    );
    let snapshot = town.app.programmes.snapshot(&"byen".parse().unwrap()).await.unwrap().unwrap();
    let said: Vec<&str> = snapshot
        .state
        .statements
        .iter()
        .map(|one| one.text.plain(programme::Language::Nb))
        .collect();
    assert_eq!(said, ["Flytt den til juni"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_too_large_is_told_and_what_was_never_sent_is_cleared_away() {
    let town = asking(&[Circle::Partners]).await;
    let link = invited(&town, Some("bedrift")).await;
    let form = town.visitor().get(&link).await.form();
    let large = sends_file(&town, &form, "plan.pdf", &[b"%PDF-1.7".as_slice(), &vec![b' '; 5_000_000]].concat()).await;
    assert_eq!(large.status, StatusCode::UNPROCESSABLE_ENTITY);
    large.says("plan.pdf er for stor");
    let huge = sends_file(&town, &form, "plan.pdf", &vec![b' '; 27 << 20]).await;
    assert_eq!(huge.status, StatusCode::PAYLOAD_TOO_LARGE);
    huge.says("Vedleggene er for store");

    let mut long = form.clone();
    long.fill("statement", &"x".repeat(20_001));
    let refused = sends_file(&town, &long, "brev.pdf", b"%PDF-1.7 brev").await.form();
    let mut kept = form.clone();
    kept.fill("statement", "Med bilde");
    sends_file(&town, &kept, "kart.png", b"\x89PNG\r\n\x1a\n").await;
    let files = || std::fs::read_dir(&town.app.settings.files).unwrap().count();
    assert_eq!(
        (files(), web::remove_left_over_files(&town.app).await.unwrap()),
        (2, 0),
        "a form may lie open for days"
    );
    // files have the machine's own time
    town.wait(SignedDuration::from_hours(24 * 365 * 20));
    assert_eq!(
        (web::remove_left_over_files(&town.app).await.unwrap(), files()),
        (1, 1),
        "what was sent stays"
    );
    let _ = refused;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_known_by_name_half_a_year_after_the_deadline() {
    let town = asking(&[Circle::Public, Circle::Partners]).await;
    let typed = [("statement", "Hei"), ("sender", "resident"), ("email", "kari@example.no")];
    answers(&town, &mut town.visitor(), FORM, &typed).await;
    invited(&town, Some("bedrift")).await;
    assert_eq!(web::forget_respondents(&town.app).await.unwrap(), 0);
    town.wait(SignedDuration::from_hours(24 * 199));
    assert_eq!(web::forget_respondents(&town.app).await.unwrap(), 1);
    assert_eq!(web::forget_respondents(&town.app).await.unwrap(), 0, "once is enough");
    let reader = town.app.programmes.store().reader();
    assert_eq!(store::respondents::of(reader, "byen", "varen").await.unwrap(), []);
    let links = links::of(reader, &subject(&"byen".parse().unwrap(), &"varen".parse().unwrap()))
        .await
        .unwrap();
    assert!(links.iter().all(|link| link.email.is_none()));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_interface_gives_what_everybody_may_read_and_no_more() {
    let town = asking(&[Circle::Public, Circle::Partners]).await;
    let link = invited(&town, Some("bedrift")).await;
    answers(
        &town,
        &mut town.visitor(),
        &link,
        &[("statement", "Vi er med"), ("holds-frokost", "yes")],
    )
    .await;
    let typed = [
        ("statement", "Ikke lest ennå"),
        ("sender", "resident"),
        ("person-name", "Kari Nordmann"),
    ];
    answers(&town, &mut town.visitor(), FORM, &typed).await;
    let mut program = town.visitor();
    let all = "/api/v1/programmes/byen/hearings";
    let list: serde_json::Value = serde_json::from_str(&program.get(all).await.html).unwrap();
    assert_eq!(
        (&list["items"][0]["phase"], &list["items"][0]["statements"]),
        (&"open".into(), &2.into())
    );
    let said = program.get(&format!("{all}/varen/statements")).await.html;
    assert!(
        said.contains("Vi er med") && !said.contains("Ikke lest") && !said.contains("Kari"),
        "{said}"
    );
    let matrix: serde_json::Value = serde_json::from_str(&program.get(&format!("{all}/varen/matrix")).await.html).unwrap();
    let company = matrix["groups"]
        .as_array()
        .unwrap()
        .iter()
        .find(|group| group["group"] == "company")
        .unwrap();
    assert_eq!((&company["invited"], &company["silent"]), (&1.into(), &0.into()));
    assert_eq!(company["measures"][0]["yes"], 1);
    assert_eq!(program.get(&format!("{all}/ingen")).await.status, StatusCode::NOT_FOUND);
}
