//! Series and their figures.

use std::collections::BTreeMap;

use ::programme as domain;
use axum::Json;
use serde::Serialize;
use statistics::{Missing, Period, PeriodKind, Unit, Value};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::parts::{self, Source, Words, plain};
use super::refused::{QueryRefusal, Refusals, Refused};
use super::view::{List, OfProgramme, View};
use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(all_series))
        .routes(routes!(series))
        .routes(routes!(figures))
}

/// Values of one defined figure over time.
#[derive(Serialize, ToSchema)]
struct Series {
    id: String,
    title: Words,
    definition: Words,
    #[schema(schema_with = parts::unit)]
    unit: Unit,
    /// What sort of time each figure speaks of.
    #[schema(schema_with = parts::period_kind)]
    period: PeriodKind,
    /// What the figures are broken down by.
    dimensions: Vec<String>,
    /// Names of the dimensions' codes.
    labels: BTreeMap<String, BTreeMap<String, String>>,
    /// Official series that this one corrects.
    #[serde(skip_serializing_if = "Option::is_none")]
    corrects: Option<String>,
    /// The rule that makes the correction.
    rule: Words,
    source: Source,
    /// The day from which the values are.
    #[schema(format = Date)]
    vintage: String,
    /// The newest figure that is a number, in a series without dimensions.
    #[serde(skip_serializing_if = "Option::is_none")]
    newest: Option<Figure>,
    /// How many figures it has.
    figure_count: usize,
    /// True where the figures were made up to show how it works.
    example: bool,
    /// Where the figures stand in this API.
    #[schema(format = "uri")]
    figures: String,
    #[schema(format = "uri")]
    csv: String,
    #[schema(format = "uri")]
    address: String,
    #[schema(format = "uri")]
    page: String,
}

/// The figures of one series, with everything that holds for all of them.
#[derive(Serialize, ToSchema)]
struct Figures {
    series: String,
    #[schema(schema_with = parts::unit)]
    unit: Unit,
    #[schema(schema_with = parts::period_kind)]
    period: PeriodKind,
    source: Source,
    /// The day from which the values are.
    #[schema(format = Date)]
    vintage: String,
    /// True where the figures were made up to show how it works.
    example: bool,
    items: Vec<Figure>,
}

/// One figure: it has either `value`, or `sign` with `meaning`.
#[derive(Serialize, ToSchema)]
struct Figure {
    /// 2026-01-01, 2023, 2023K2, 2023M06, 2023M01-06 (year to date) or 12M2023M06 (twelve months to).
    period: String,
    /// Its code in each dimension.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schema(required = false)]
    codes: BTreeMap<String, String>,
    #[serde(flatten)]
    cell: Cell,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

/// A number, or why there is none.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
enum Cell {
    /// A number.
    Number {
        #[serde(serialize_with = "plain")]
        value: f64,
    },
    /// The source's own sign in place of a number.
    Sign {
        #[schema(schema_with = parts::sign)]
        sign: &'static str,
        #[schema(schema_with = parts::sign_meaning)]
        meaning: &'static str,
    },
}

impl From<Value> for Cell {
    fn from(value: Value) -> Self {
        match value {
            Value::Number(value) => Self::Number { value },
            Value::Missing(missing) => Self::Sign {
                sign: missing.sign(),
                meaning: match missing {
                    Missing::NotApplicable => "not-applicable",
                    Missing::NotAvailable => "not-available",
                    Missing::Confidential => "confidential",
                    Missing::NotYetAvailable => "not-yet-available",
                    Missing::Nil => "nil",
                    Missing::Suppressed => "suppressed",
                },
            },
        }
    }
}

impl Figure {
    fn of(series: &domain::Series, point: &domain::Point) -> Self {
        let codes = series.dimensions.iter().cloned().zip(point.codes.iter().cloned());
        Self {
            period: point.period.to_string(),
            codes: codes.collect(),
            cell: point.value.into(),
            note: point.note.clone(),
        }
    }
}

impl Series {
    fn of(view: &View, series: &domain::Series) -> Self {
        let newest = series
            .line(&[])
            .filter(|point| point.value.number().is_some())
            .max_by_key(|point| point.period);
        Self {
            id: series.id.to_string(),
            title: (&series.title).into(),
            definition: (&series.definition).into(),
            unit: series.unit,
            period: series.period,
            dimensions: series.dimensions.clone(),
            labels: series.labels.clone(),
            corrects: series.corrects.as_ref().map(ToString::to_string),
            rule: (&series.rule).into(),
            source: series.source.as_ref().into(),
            vintage: series.source.fetched.to_string(),
            newest: newest.map(|point| Figure::of(series, point)),
            figure_count: series.points.len(),
            example: series.example,
            figures: view.address(&format!("/series/{}/figures", series.id)),
            csv: view.page(|addresses| addresses.series_csv(&series.id)),
            address: view.address(&format!("/series/{}", series.id)),
            page: view.page(|addresses| addresses.series(&series.id)),
        }
    }
}

/// The series, without their figures
#[utoipa::path(get, path = "/programmes/{programme}/series", tag = "figures", params(OfProgramme),
    responses((status = 200, description = "The series", body = List<Series>), Refusals))]
async fn all_series(view: View) -> Json<List<Series>> {
    let items = view.state().series.iter();
    Json(List {
        items: items.map(|series| Series::of(&view, series)).collect(),
    })
}

/// One series, without its figures
#[utoipa::path(get, path = "/programmes/{programme}/series/{series}", tag = "figures",
    params(OfProgramme, ("series" = String, Path, description = "Identifier of the series")),
    responses((status = 200, description = "The series", body = Series), Refusals))]
async fn series(view: View) -> Result<Json<Series>, Refused> {
    let found = view.find("series", domain::State::series_by_id).await?;
    Ok(Json(Series::of(&view, found)))
}

/// The figures of a series, all or those of one period
#[utoipa::path(get, path = "/programmes/{programme}/series/{series}/figures", tag = "figures",
    params(
        OfProgramme,
        ("series" = String, Path, description = "Identifier of the series"),
        ("period" = Option<String>, Query, description = "Only the figures of this period, written as they are",
            pattern = "^((12M)?[12][0-9]{3}(M(0[1-9]|1[0-2]))|[12][0-9]{3}(K[1-4]|M01-(0[1-9]|1[0-2])|-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8]))?)$")
    ),
    responses((status = 200, description = "The figures", body = Figures), QueryRefusal, Refusals))]
async fn figures(view: View) -> Result<Json<Figures>, Refused> {
    let series = view.find("series", domain::State::series_by_id).await?;
    let period: Option<Period> = view.asked(
        "period",
        "a period such as 2026-01-01, 2023, 2023K2, 2023M06, 2023M01-06 or 12M2023M06",
    )?;
    let wanted = |point: &&domain::Point| period.is_none_or(|period| point.period == period);
    Ok(Json(Figures {
        series: series.id.to_string(),
        unit: series.unit,
        period: series.period,
        source: series.source.as_ref().into(),
        vintage: series.source.fetched.to_string(),
        example: series.example,
        items: series.points.iter().filter(wanted).map(|point| Figure::of(series, point)).collect(),
    }))
}
