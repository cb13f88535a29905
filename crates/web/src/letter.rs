//! The letter to partners about a revision: the part that is common to all, for everybody to read once it is published,
//! and what the workspace builds each partner's letter from.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::{Markup, PreEscaped, html};
use programme::difference::Difference;
use programme::{ActionPlan, Language, Letter, OrganisationId, Revision, State as Programme};
use publishing::letter::{LetterDocument, Writer};
use publishing::{format, markdown, say};

use crate::action_plan::changes::ends::{End, Found};
use crate::action_plan::changes::{notes, teller};
use crate::app::App;
use crate::page::{Page, Section, page};
use crate::problem::Problem;
use crate::reader::Reader;
use crate::widget::crumbs;
use crate::wording::{example_mark, inline};

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/{programme}/handlingsplan/{plan}/brev/{number}", get(public))
}

/// A revision that changed a plan, with the one before it.
pub(crate) struct Occasion {
    pub plan: ActionPlan,
    pub revision: Revision,
    before: Found,
    after: Found,
}

impl Occasion {
    /// The occasion of a letter; there is none for a plan's first revision.
    pub async fn find(app: &App, state: &Programme, plan: &str, number: &str) -> Result<Self, Problem> {
        let plan = plan.parse().ok().and_then(|id| state.action_plan(&id)).ok_or(Problem::NotFound)?;
        let revision = state.revisions_of(&plan.id).find(|revision| revision.number.to_string() == number);
        let revision = revision.filter(|revision| revision.number > 1).ok_or(Problem::NotFound)?;
        let end = |number| Found::of(app, state, plan, End::Revision(number));
        let before = end(revision.number - 1).await?.map_err(|_| Problem::NotFound)?;
        let after = end(revision.number).await?.map_err(|_| Problem::NotFound)?;
        Ok(Self {
            plan: plan.clone(),
            revision: revision.clone(),
            before,
            after,
        })
    }

    /// The letter that is kept, or the draft to begin with.
    pub fn letter(&self, state: &Programme) -> Option<Letter> {
        let id = Letter::id_of(&self.plan.id, self.revision.number)?;
        state.letter(&id).cloned().or_else(|| Some(self.draft(state, id)))
    }

    fn draft(&self, state: &Programme, id: programme::LetterId) -> Letter {
        let worded = |key: &str| {
            let words = Language::ALL.map(|language| (language, say!(language, key)));
            words
                .iter()
                .fold(programme::Text::default(), |text, (language, words)| text.with(*language, words))
        };
        let owner = state.organisation(&state.programme.owner);
        Letter {
            id,
            plan: self.plan.id.clone(),
            revision: self.revision.number,
            subject: worded("letter-draft-subject"),
            opening: self.revision.reason.clone(),
            closing: worded("letter-draft-closing"),
            signed: owner.map(|owner| owner.name.clone()).unwrap_or_default(),
            published: None,
            additions: Vec::new(),
            sent: Vec::new(),
            example: false,
        }
    }

    /// The letter to one partner, or to all, in a language.
    pub fn document(
        &self,
        reader: &Reader,
        site: &str,
        letter: &Letter,
        to: Option<&OrganisationId>,
        language: Language,
    ) -> LetterDocument {
        let difference = Difference::between(&self.before.plan, &self.after.plan);
        let notes = notes(reader.state(), &self.before, &self.after);
        let teller = teller(language, &difference, (&self.before, &self.after), &notes);
        let addresses = reader.addresses.in_language(language);
        let changes = format!("{site}{}", addresses.changes(&self.plan.id, self.before.end, self.after.end));
        let writer = Writer {
            teller,
            letter,
            changes: &changes,
            date: letter.published.unwrap_or(self.revision.adopted),
        };
        writer.document(to)
    }

    /// Everybody who had or has a part in the plan.
    pub fn partners(&self, state: &Programme) -> Vec<OrganisationId> {
        let measures = || self.before.plan.measures.iter().chain(&self.after.plan.measures);
        let takes_part = |id: &OrganisationId| measures().any(|measure| measure.involves(id));
        let known = state
            .organisations
            .iter()
            .filter(|one| takes_part(&one.id) || one.roles.contains(&programme::OrganisationRole::Partner));
        known.map(|one| one.id.clone()).collect()
    }
}

/// The language that an organisation is written to in.
pub(crate) fn language_of(state: &Programme, id: &OrganisationId) -> Language {
    state.organisation(id).and_then(|one| one.language).unwrap_or_default()
}

async fn public(
    State(app): State<App>,
    reader: Reader,
    Path((_, plan, name)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let (number, as_document) = name.strip_suffix(".pdf").map_or((name.as_str(), false), |number| (number, true));
    let occasion = Occasion::find(&app, reader.state(), &plan, number).await?;
    let letter = occasion
        .letter(reader.state())
        .filter(|letter| letter.published.is_some())
        .ok_or(Problem::NotFound)?;
    let document = occasion.document(&reader, &app.settings.public_url, &letter, None, reader.language);
    if as_document {
        let name = format!("{}-brev-{}.pdf", reader.state().programme.id, letter.id);
        return pdf(&app, document, &name).await;
    }
    Ok(shown(&reader, &occasion, &document).into_response())
}

fn shown(reader: &Reader, occasion: &Occasion, document: &LetterDocument) -> Markup {
    let language = reader.language;
    let here = say!(language, "letter-public-title");
    let plan = (
        reader.addresses.action_plan(&occasion.plan.id),
        inline(language, &occasion.plan.title),
    );
    let (number, id) = (occasion.revision.number, &occasion.plan.id);
    let body = html! {
        (crumbs(reader, &[plan], &html! { (here) }))
        h1.vk-title { (document.subject) @if document.example { (example_mark(language)) } }
        (paper(document))
        ul.vk-ways {
            li { a.ds-link href=(reader.addresses.letter_pdf(id, number)) { (say!(language, "letter-pdf")) } }
            li { a.ds-link href=(reader.addresses.changes(id, number - 1, number)) { (say!(language, "letter-see-changes")) } }
        }
    };
    page(
        reader,
        &Page {
            section: Section::ActionPlan,
            title: &document.subject,
            description: None,
            body,
        },
    )
}

/// The letter itself, but for its heading.
pub(crate) fn paper(document: &LetterDocument) -> Markup {
    html! {
        div.vk-prose {
            (PreEscaped(markdown::to_html(&document.body)))
            p { (format::date(document.language, document.date)) @for line in &document.signed { br; (line) } }
        }
    }
}

/// The letter on paper.
pub(crate) async fn pdf(app: &App, document: LetterDocument, name: &str) -> Result<Response, Problem> {
    let typesetter = Arc::clone(&app.typesetter);
    let bytes = tokio::task::spawn_blocking(move || typesetter.letter(&document))
        .await
        .map_err(Problem::internal)?;
    let mut response = bytes.map_err(Problem::internal)?.into_response();
    let fields = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("inline; filename=\"{name}\"")),
    ];
    for (field, value) in fields {
        let value = HeaderValue::from_str(&value).map_err(Problem::internal)?;
        response.headers_mut().insert(field, value);
    }
    Ok(response)
}
