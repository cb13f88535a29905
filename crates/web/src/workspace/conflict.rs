//! Two people change the same thing: nothing is overwritten, and nothing is lost. What only one of them changed is put
//! together; where both changed, both wordings stand side by side.

use maud::{Markup, html};
use publishing::{format, say};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use store::{content, journal};

use super::difference::{self, Changed, line_words};
use crate::app::{App, day_in_norway};
use crate::form::Fields;
use crate::problem::Problem;
use crate::reader::Reader;
use crate::session::Member;

/// What to show when somebody else was first.
pub(super) struct Conflict {
    /// Both people's work together, based on the newest version.
    pub fields: Fields,
    /// From theirs to ours.
    differences: Vec<Changed>,
    /// Who changed it meanwhile, and on which day.
    by: String,
}

/// Compares what a form would save (`ours`, typed as `typed`) with what is kept now.
pub(super) async fn conflict<T: Serialize + DeserializeOwned>(
    app: &App,
    member: &Member,
    (kind, id): (&str, &str),
    ours: &T,
    typed: &Fields,
    fields: impl Fn(&T) -> Fields,
) -> Result<Conflict, Problem> {
    let (connection, reader) = (app.programmes.store().reader(), &member.reader);
    let programme = reader.state().programme.id.as_str();
    let versions = content::history(connection, programme, kind, id).await?;
    let newest = versions.last().filter(|row| row.valid_to.is_none()).ok_or(Problem::NotFound)?;
    let theirs: T = serde_json::from_str(&newest.body).map_err(Problem::internal)?;
    let began = versions
        .iter()
        .find(|row| row.entry.to_string() == typed.text("base"))
        .unwrap_or(newest);
    let beginning: T = serde_json::from_str(&began.body).map_err(Problem::internal)?;
    let mut together = typed.merged(&fields(&beginning), &fields(&theirs));
    together.set("base", &newest.entry);
    let ours: Value = serde_json::to_value(ours).map_err(Problem::internal)?;
    let theirs: Value = serde_json::from_str(&newest.body).map_err(Problem::internal)?;
    let entries = journal::of_object(connection, programme, kind, id).await?;
    let by = entries.first().map(|entry| {
        let day = format::date(reader.language, day_in_norway(entry.written.at.timestamp()));
        say!(reader.language, "conflict-by", who = &entry.written.who, day = day)
    });
    Ok(Conflict {
        fields: together,
        differences: difference::between(reader, &theirs, &ours),
        by: by.unwrap_or_default(),
    })
}

impl Conflict {
    /// What is different, side by side.
    pub fn notice(&self, reader: &Reader) -> Markup {
        let language = reader.language;
        html! {
            div.ds-alert data-color="warning" role="alert" {
                h2.ds-heading data-size="2xs" { (say!(language, "conflict-title")) }
                p.ds-paragraph { (self.by) " " (say!(language, "conflict-lead")) }
            }
            div.vk-table-scroll role="region" aria-labelledby="forskjeller" tabindex="0" {
                table.ds-table.vk-table {
                    caption id="forskjeller" { (say!(language, "conflict-caption")) }
                    thead { tr { @for key in ["conflict-field", "conflict-theirs", "conflict-ours"] { th scope="col" { (say!(language, key)) } } } }
                    tbody {
                        @for change in &self.differences {
                            tr {
                                th scope="row" { (say!(language, &format!("field-{}", change.key))) }
                                @for lines in [&change.gone, &change.come] {
                                    td { @if lines.is_empty() { "–" } @for line in lines { p { (line_words(reader, line)) } } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
