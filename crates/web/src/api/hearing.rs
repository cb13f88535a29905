//! Hearings that have opened: what was asked, what everybody may read of the statements, and the validity matrix.

use ::programme as domain;
use axum::Json;
use domain::hearing::{Holds, matrix};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::parts::{Words, texts};
use super::refused::{Refusals, Refused};
use super::view::{List, OfProgramme, View};
use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(hearings))
        .routes(routes!(hearing))
        .routes(routes!(statements))
        .routes(routes!(matrix_of))
}

/// Somebody was asked something until a day.
#[derive(Serialize, ToSchema)]
struct Hearing {
    id: String,
    title: Words,
    #[schema(schema_with = super::parts::hearing_kind)]
    kind: &'static str,
    #[schema(schema_with = super::parts::hearing_phase)]
    phase: &'static str,
    /// Who was asked: public, residents, partners, forum.
    circles: Vec<&'static str>,
    #[schema(format = Date)]
    opens: String,
    /// The last day on which one could answer.
    #[schema(format = Date)]
    deadline: String,
    /// Identifier of the action plan that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<String>,
    /// SHA-256 of the plan as it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    draft: Option<String>,
    /// Identifiers of the measures of which it asks whether they hold.
    measures: Vec<String>,
    questions: Vec<Words>,
    body: Words,
    /// How many statements came, those included that are not shown.
    statements: usize,
    /// What came of it as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    conclusion: Option<HearingConclusion>,
    /// True where it was made up to show how it works.
    example: bool,
    #[schema(format = "uri")]
    address: String,
    #[schema(format = "uri")]
    page: String,
}

/// What came of a hearing as a whole.
#[derive(Serialize, ToSchema)]
struct HearingConclusion {
    #[schema(format = Date)]
    date: String,
    text: Words,
}

/// An answer to a hearing. Private persons are never named.
#[derive(Serialize, ToSchema)]
struct Statement {
    number: u32,
    #[schema(format = Date)]
    received: String,
    #[schema(schema_with = super::parts::statement_sender)]
    sender: &'static str,
    /// Identifier of the organisation of the programme that speaks.
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation: Option<String>,
    /// Name of another organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    text: Words,
    answers: Vec<StatementAnswer>,
    verdicts: Vec<StatementVerdict>,
    /// What became of it; none while it waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    assessment: Option<StatementAssessment>,
    /// True where it was made up to show how it works.
    example: bool,
    #[schema(format = "uri")]
    page: String,
}

/// The answer to one of the questions.
#[derive(Serialize, ToSchema)]
struct StatementAnswer {
    /// 1 for the first.
    question: u32,
    text: Words,
}

/// Whether a measure still holds.
#[derive(Serialize, ToSchema)]
struct StatementVerdict {
    measure: String,
    #[schema(schema_with = super::parts::holds)]
    holds: &'static str,
    reason: Words,
}

/// What became of a statement.
#[derive(Serialize, ToSchema)]
struct StatementAssessment {
    #[schema(schema_with = super::parts::statement_outcome)]
    outcome: &'static str,
    text: Words,
    /// Identifiers of the measures that were changed by it.
    changed: Vec<String>,
    /// The role or body that assessed it.
    by: Words,
    #[schema(format = Date)]
    date: String,
}

/// Who answered, and what each group says of each measure. Withheld statements are not counted.
#[derive(Serialize, ToSchema)]
struct ValidityMatrix {
    groups: Vec<MatrixGroup>,
}

/// Those whose answers are counted together.
#[derive(Serialize, ToSchema)]
struct MatrixGroup {
    #[schema(schema_with = super::parts::matrix_group)]
    group: &'static str,
    /// How many organisations were asked; none for groups that nobody can count.
    #[serde(skip_serializing_if = "Option::is_none")]
    invited: Option<usize>,
    answered: usize,
    /// How many were asked and did not answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    silent: Option<usize>,
    /// Answers of organisations that had not been asked by name.
    unasked: usize,
    measures: Vec<MatrixCounts>,
}

/// How many said what of one measure.
#[derive(Serialize, ToSchema)]
struct MatrixCounts {
    measure: String,
    yes: usize,
    changes: usize,
    no: usize,
    unknown: usize,
    n: usize,
}

impl Hearing {
    fn of(view: &View, hearing: &domain::Hearing) -> Self {
        let conclusion = hearing.conclusion.as_ref().map(|conclusion| HearingConclusion {
            date: conclusion.date.to_string(),
            text: (&conclusion.text).into(),
        });
        Self {
            id: hearing.id.to_string(),
            title: (&hearing.title).into(),
            kind: hearing.kind.word(),
            phase: hearing.phase(view.app.today()).word(),
            circles: hearing.circles.iter().map(|circle| circle.word()).collect(),
            opens: hearing.opens.to_string(),
            deadline: hearing.deadline.to_string(),
            plan: hearing.plan.as_ref().map(ToString::to_string),
            draft: hearing.draft.clone(),
            measures: texts(&hearing.measures),
            questions: hearing.questions.iter().map(Words::from).collect(),
            body: (&hearing.body).into(),
            statements: view.state().statements_to(&hearing.id).count(),
            conclusion,
            example: hearing.example,
            address: view.address(&format!("/hearings/{}", hearing.id)),
            page: view.page(|addresses| addresses.hearing(&hearing.id)),
        }
    }
}

impl Statement {
    fn of(view: &View, statement: &domain::Statement) -> Self {
        let answers = statement.answers.iter().map(|answer| StatementAnswer {
            question: answer.question,
            text: (&answer.text).into(),
        });
        let verdicts = statement.verdicts.iter().map(|verdict| StatementVerdict {
            measure: verdict.measure.to_string(),
            holds: verdict.holds.word(),
            reason: (&verdict.reason).into(),
        });
        let assessment = statement.assessment.as_ref().map(|assessment| StatementAssessment {
            outcome: assessment.outcome.word(),
            text: (&assessment.text).into(),
            changed: texts(&assessment.changed),
            by: (&assessment.by).into(),
            date: assessment.date.to_string(),
        });
        Self {
            number: statement.number,
            received: statement.received.to_string(),
            sender: statement.sender.word(),
            organisation: statement.organisation.as_ref().map(ToString::to_string),
            name: Some(statement.name.clone()).filter(|name| !name.is_empty()),
            text: (&statement.text).into(),
            answers: answers.collect(),
            verdicts: verdicts.collect(),
            assessment,
            example: statement.example,
            page: view.page(|addresses| addresses.statement(&statement.hearing, statement.number)),
        }
    }
}

impl MatrixGroup {
    fn of(row: &domain::hearing::Row, measures: &[domain::MeasureId]) -> Self {
        let counts = measures.iter().zip(&row.counts).map(|(measure, counts)| MatrixCounts {
            measure: measure.to_string(),
            yes: counts.of(Holds::Yes),
            changes: counts.of(Holds::Changes),
            no: counts.of(Holds::No),
            unknown: counts.of(Holds::Unknown),
            n: counts.n(),
        });
        Self {
            group: row.group.word(),
            invited: row.invited,
            answered: row.answered,
            silent: row.silent(),
            unasked: row.unasked,
            measures: counts.collect(),
        }
    }
}

/// That something is planned is nobody's business yet.
async fn published(view: &View) -> Result<&domain::Hearing, Refused> {
    let found = view.find("hearing", domain::State::hearing).await?;
    if found.is_published() {
        Ok(found)
    } else {
        Err(Refused::missing("hearing", found.id.as_str()))
    }
}

/// What people were asked
#[utoipa::path(get, path = "/programmes/{programme}/hearings", tag = "hearings", params(OfProgramme),
    responses((status = 200, description = "The hearings that have opened, oldest first", body = List<Hearing>), Refusals))]
async fn hearings(view: View) -> Json<List<Hearing>> {
    let published = view.state().hearings.iter().filter(|hearing| hearing.is_published());
    let items = published.map(|hearing| Hearing::of(&view, hearing)).collect();
    Json(List { items })
}

/// One hearing
#[utoipa::path(get, path = "/programmes/{programme}/hearings/{hearing}", tag = "hearings",
    params(OfProgramme, ("hearing" = String, Path, description = "Identifier of the hearing")),
    responses((status = 200, description = "The hearing", body = Hearing), Refusals))]
async fn hearing(view: View) -> Result<Json<Hearing>, Refused> {
    let found = published(&view).await?;
    Ok(Json(Hearing::of(&view, found)))
}

/// What was answered
#[utoipa::path(get, path = "/programmes/{programme}/hearings/{hearing}/statements", tag = "hearings",
    params(OfProgramme, ("hearing" = String, Path, description = "Identifier of the hearing")),
    responses((status = 200, description = "The statements that everybody may read, in the order in which they came", body = List<Statement>), Refusals))]
async fn statements(view: View) -> Result<Json<List<Statement>>, Refused> {
    let found = published(&view).await?;
    let shown = view.state().statements_to(&found.id).filter(|statement| statement.is_public());
    let items = shown.map(|statement| Statement::of(&view, statement)).collect();
    Ok(Json(List { items }))
}

/// Who answered, and what each kind of partner says of each measure
#[utoipa::path(get, path = "/programmes/{programme}/hearings/{hearing}/matrix", tag = "hearings",
    params(OfProgramme, ("hearing" = String, Path, description = "Identifier of the hearing")),
    responses((status = 200, description = "The validity matrix", body = ValidityMatrix), Refusals))]
async fn matrix_of(view: View) -> Result<Json<ValidityMatrix>, Refused> {
    let found = published(&view).await?;
    let counted = matrix(view.state(), found);
    let groups = counted.rows.iter().map(|row| MatrixGroup::of(row, &counted.measures));
    Ok(Json(ValidityMatrix { groups: groups.collect() }))
}
