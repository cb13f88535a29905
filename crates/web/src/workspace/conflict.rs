//! Two people change the same thing: nothing is overwritten, and nothing is lost. What only one of them changed is put
//! together; where both changed, both wordings stand side by side.

use maud::{Markup, html};
use publishing::{format, say};
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::{content, journal};

use super::difference::{self, Changed, line_words};
use crate::app::{App, day_in_norway};
use crate::form::{Fields, Reading};
use crate::problem::Problem;
use crate::reader::Reader;
use crate::session::Member;

/// What to show when somebody else was first.
pub(super) struct Conflict {
    /// Both people's work together, based on the newest version.
    pub fields: Fields,
    /// What they changed meanwhile.
    theirs: Vec<Changed>,
    /// What saving the form would make of it.
    ours: Vec<Changed>,
    /// Who changed it meanwhile, and on which day.
    by: String,
}

/// Puts what was typed together with what is kept now; `fields` and `read` turn a thing into its form and back.
pub(super) async fn conflict<T: Serialize + DeserializeOwned>(
    app: &App,
    member: &Member,
    (kind, id): (&str, &str),
    typed: &Fields,
    fields: impl Fn(&T) -> Fields,
    read: impl Fn(&mut Reading<'_>, &T) -> Option<T>,
) -> Result<Conflict, Problem> {
    let (connection, reader) = (app.programmes.store().reader(), &member.reader);
    let programme = reader.state().programme.id.as_str();
    let versions = content::history(connection, programme, kind, id).await?;
    let newest = versions.last().filter(|row| row.valid_to.is_none()).ok_or(Problem::NotFound)?;
    let began = versions.iter().find(|row| row.entry.to_string() == typed.text("base"));
    let (beginning, theirs): (T, T) = (parsed(began.unwrap_or(newest))?, parsed(newest)?);
    let mut together = typed.merged(&fields(&beginning), &fields(&theirs));
    together.set("base", &newest.entry);
    let ours = read(&mut Reading::new(&together, reader.language), &theirs);
    let value = |one: &T| serde_json::to_value(one).map_err(Problem::internal);
    let (beginning, theirs, ours) = (value(&beginning)?, value(&theirs)?, ours.as_ref().map(value).transpose()?);
    Ok(Conflict {
        fields: together,
        theirs: difference::between(reader, &beginning, &theirs),
        ours: ours.map(|ours| difference::between(reader, &theirs, &ours)).unwrap_or_default(),
        by: by(app, member, (kind, id)).await?,
    })
}

fn parsed<T: DeserializeOwned>(row: &content::Row) -> Result<T, Problem> {
    serde_json::from_str(&row.body).map_err(Problem::internal)
}

/// "Anne lagret 8. mai 2020."
async fn by(app: &App, member: &Member, (kind, id): (&str, &str)) -> Result<String, Problem> {
    let reader = &member.reader;
    let (connection, programme) = (app.programmes.store().reader(), reader.state().programme.id.as_str());
    let entries = journal::of_object(connection, programme, kind, id).await?;
    let words = entries.first().map(|entry| {
        let day = format::date(reader.language, day_in_norway(entry.written.at.timestamp()));
        say!(reader.language, "conflict-by", who = &entry.written.who, day = day)
    });
    Ok(words.unwrap_or_default())
}

impl Conflict {
    /// What is different, side by side.
    pub fn notice(&self, reader: &Reader) -> Markup {
        let language = reader.language;
        html! {
            div.ds-alert data-color="warning" role="alert" {
                h2.ds-heading data-size="2xs" { (say!(language, "conflict-title")) }
                p.ds-paragraph { (self.by) }
                (difference::list(reader, &self.theirs))
                p.ds-paragraph { (say!(language, "conflict-lead")) }
            }
            div.vk-table-scroll role="region" aria-labelledby="forskjeller" tabindex="0" {
                table.ds-table.vk-table {
                    caption id="forskjeller" { (say!(language, "conflict-caption")) }
                    thead { tr { @for key in ["conflict-field", "conflict-theirs", "conflict-ours"] { th scope="col" { (say!(language, key)) } } } }
                    tbody {
                        @for change in &self.ours {
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
