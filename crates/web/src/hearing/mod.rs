//! Hearings: what are you asked, by when, and what came of what was said?

mod answer;
mod forget;
mod list;
mod matrix;
mod rules;
mod show;
mod statement;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use maud::{Markup, html};
use programme::hearing::{Circle, Phase};
use programme::{Hearing, HearingId, Statement};
use publishing::{format, say};

use crate::app::App;
use crate::problem::{Problem, absent};
use crate::reader::Reader;
use crate::widget::organisation;

pub(crate) use answer::sheet;
pub(crate) use forget::remove_unless_mentioned;
pub use forget::{forget_respondents, remove_left_over_files};
pub(crate) use matrix::{section as matrix_section, tables as matrix_tables};
pub(crate) use statement::{assessment, came_by, publication_words, said};

pub(crate) fn routes() -> Router<App> {
    let answers = Router::new()
        .route("/{programme}/hoeringer/{hearing}/svar", get(answer::form).post(answer::send))
        .route(
            "/{programme}/hoeringer/{hearing}/svar/{token}",
            get(answer::form_by_link).post(answer::send_by_link),
        )
        .layer(DefaultBodyLimit::max(answer::LARGEST));
    Router::new()
        .route("/{programme}/hoeringer", get(list::list))
        .route("/{programme}/hoeringer/regler", get(rules::rules))
        .route("/{programme}/hoeringer/{hearing}", get(show::show))
        .route("/{programme}/hoeringer/{hearing}/matrise.csv", get(matrix::csv))
        .route("/{programme}/hoeringer/{hearing}/takk/{number}", get(answer::receipt))
        .route("/{programme}/hoeringer/{hearing}/innspill/{number}", get(statement::one))
        .route(
            "/{programme}/hoeringer/{hearing}/innspill/{number}/vedlegg/{place}",
            get(statement::attachment),
        )
        .merge(answers)
}

/// The published hearing of an address; what was published and is not there any more is gone.
async fn published<'a>(app: &App, reader: &'a Reader, id: &str) -> Result<&'a Hearing, Problem> {
    let known = id.parse::<HearingId>().ok().and_then(|id| reader.state().hearing(&id));
    match known {
        Some(hearing) if hearing.is_published() => Ok(hearing),
        // that something is planned is nobody's business yet
        Some(_) => Err(Problem::NotFound),
        None => Err(absent(app, reader, "hearing", id).await),
    }
}

/// "Fristen er 10. desember 2026. Det er 15 dager igjen."
pub(crate) fn deadline_words(reader: &Reader, hearing: &Hearing) -> String {
    let language = reader.language;
    let day = format::date(language, hearing.deadline);
    match hearing.phase(reader.today) {
        Phase::Draft => say!(language, "hearing-deadline-draft", day = day),
        Phase::Open => say!(language, "hearing-deadline-open", day = day, left = hearing.days_left(reader.today)),
        Phase::Closed | Phase::Assessed => say!(language, "hearing-deadline-over", day = day),
    }
}

/// The mark of how far it has come.
pub(crate) fn phase_mark(reader: &Reader, hearing: &Hearing) -> Markup {
    let phase = hearing.phase(reader.today);
    let status = match phase {
        Phase::Draft => "draft",
        Phase::Open => "running",
        Phase::Closed => "paused",
        Phase::Assessed => "done",
    };
    html! { span.vk-status data-status=(status) { (say!(reader.language, &format!("hearing-phase-{}", phase.word()))) } }
}

/// Who is asked: "alle" and "partnerne", or the forum by its name.
pub(crate) fn circle_words(reader: &Reader, hearing: &Hearing) -> String {
    let language = reader.language;
    let name = |circle: &Circle| match (circle, &hearing.forum) {
        (Circle::Forum, Some(forum)) => reader.plain(&forum.name).to_owned(),
        _ => say!(language, &format!("circle-{}", circle.word())),
    };
    let names: Vec<String> = hearing.circles.iter().map(name).collect();
    names.join(", ")
}

/// Who sent it, as everybody may read it: an organisation by its name, a person never.
pub(crate) fn sender(reader: &Reader, statement: &Statement) -> Markup {
    html! {
        @match (&statement.organisation, statement.name.is_empty()) {
            (Some(id), _) => { (organisation(reader, id)) },
            (None, false) => { (statement.name) },
            (None, true) => { (say!(reader.language, &format!("sender-{}", statement.sender.word()))) },
        }
    }
}

/// As [`sender`], where no link can stand.
pub(crate) fn sender_words(reader: &Reader, statement: &Statement) -> String {
    let known = statement.organisation.as_ref().and_then(|id| reader.state().organisation(id));
    match known {
        Some(known) => reader.plain(&known.name).to_owned(),
        None if !statement.name.is_empty() => statement.name.clone(),
        None => say!(reader.language, &format!("sender-{}", statement.sender.word())),
    }
}
