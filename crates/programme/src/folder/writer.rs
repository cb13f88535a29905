//! From the programme to the files of a folder.

use serde::Serialize;
use toml::Table;

use super::files::Files;
use super::put::WriteError;
use super::revisions::{self, Adoption};
use super::{figures, front_matter, hearings, layout, shocks, toml_text, votes};
use crate::{Decision, Language, State, Statement, Text};

/// All files of a programme; the same programme gives the same bytes.
pub(super) fn files_of(state: &State) -> Result<Files, WriteError> {
    let mut files = Files::new();
    files.insert("programme.toml".to_owned(), toml_text::document(&table(&state.programme)?));
    list(&mut files, "organisations.toml", "organisation", &state.organisations)?;
    list(&mut files, "assumptions.toml", "assumption", &state.assumptions)?;
    list(&mut files, "indicators.toml", "indicator", &state.indicators)?;
    list(&mut files, "series.toml", "series", &state.series)?;
    list(&mut files, "focus-areas.toml", "focus-area", &state.focus_areas)?;
    for series in &state.series {
        let text = figures::write(series).map_err(|error| WriteError::unwritable(&format!("the series {}", series.id), &error))?;
        files.insert(format!("figures/{}.csv", series.id), text);
    }
    for plan in &state.guiding_plans {
        page(&mut files, &format!("guiding-plans/{}.md", plan.id), plan, &plan.body)?;
    }
    for goal in &state.goals {
        page(&mut files, &format!("goals/{}.md", goal.id), goal, &goal.body)?;
    }
    for plan in &state.action_plans {
        page(&mut files, &format!("action-plans/{}/plan.md", plan.id), plan, &plan.body)?;
        let adoptions: Vec<Adoption> = state.revisions_of(&plan.id).map(Adoption::of).collect();
        list(
            &mut files,
            &format!("action-plans/{}/revisions.toml", plan.id),
            "revision",
            &adoptions,
        )?;
    }
    for measure in &state.measures {
        let file = format!("action-plans/{}/measures/{}.md", measure.plan, measure.id);
        let mut front = table(measure)?;
        front.remove("plan");
        markdown(&mut files, &file, front, &measure.body);
    }
    for shock in &state.shocks {
        page(&mut files, &shocks::shock_file(&shock.id), shock, &shock.body)?;
        let own = state.decisions.iter().filter(|decision| decision.shock == shock.id);
        let entries = own.map(decision).collect::<Result<Vec<_>, _>>()?;
        if !entries.is_empty() {
            files.insert(shocks::decisions_file(&shock.id), toml_text::list("decision", &entries));
        }
    }
    for hearing in &state.hearings {
        page(&mut files, &hearings::hearing_file(&hearing.id), hearing, &hearing.body)?;
        let entries = state.statements_to(&hearing.id).map(statement).collect::<Result<Vec<_>, _>>()?;
        if !entries.is_empty() {
            files.insert(hearings::statements_file(&hearing.id), toml_text::list("statement", &entries));
        }
    }
    for draft in &state.hearing_drafts {
        files.insert(hearings::draft_file(&draft.id), draft.content.to_string());
    }
    for vote in &state.votes {
        let mut front = table(vote)?;
        front.remove("ballots");
        markdown(&mut files, &votes::vote_file(&vote.id), front, &vote.body);
        if let Some(ballots) = &vote.ballots {
            files.insert(votes::ballots_file(&vote.id), ballots.text().to_owned());
        }
    }
    if !state.letters.is_empty() {
        list(&mut files, "letters.toml", "letter", &state.letters)?;
    }
    for revision in &state.revisions {
        files.insert(
            revisions::content_file(&revision.plan, revision.number),
            revision.content.to_string(),
        );
    }
    Ok(files)
}

/// The shock is the folder that the file is in.
fn decision(decision: &Decision) -> Result<Table, WriteError> {
    let mut entry = table(decision)?;
    entry.remove("shock");
    Ok(entry)
}

/// The hearing is the folder that the file is in.
fn statement(statement: &Statement) -> Result<Table, WriteError> {
    let mut entry = table(statement)?;
    entry.remove("hearing");
    Ok(entry)
}

fn table<T: Serialize>(item: &T) -> Result<Table, WriteError> {
    Table::try_from(item).map_err(|error| WriteError::unwritable("the programme", &error))
}

/// A list in a file of its own; an empty one has none.
fn list<T: Serialize>(files: &mut Files, file: &str, name: &str, items: &[T]) -> Result<(), WriteError> {
    let entries = items.iter().map(table).collect::<Result<Vec<_>, _>>()?;
    if !entries.is_empty() {
        files.insert(file.to_owned(), toml_text::list(name, &entries));
    }
    Ok(())
}

fn page<T: Serialize>(files: &mut Files, file: &str, item: &T, body: &Text) -> Result<(), WriteError> {
    markdown(files, file, table(item)?, body);
    Ok(())
}

/// A Markdown file, and its text in other languages beside it. The identifier is the file's name.
fn markdown(files: &mut Files, file: &str, mut front: Table, body: &Text) {
    front.remove("id");
    front.remove("body");
    let front = toml_text::document(&front);
    files.insert(
        file.to_owned(),
        front_matter::join(&front, body.exactly(Language::Nb).unwrap_or_default()),
    );
    for (language, wording) in body.wordings().filter(|(language, _)| *language != Language::Nb) {
        files.insert(layout::in_language(file, language), in_language(wording));
    }
}

/// A text that could be taken for front matter or a byte order mark stands behind an empty one.
fn in_language(wording: &str) -> String {
    if front_matter::begins_with_fence(wording) || wording.starts_with('\u{feff}') {
        front_matter::join("", wording)
    } else {
        format!("{wording}\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_keep_texts_beside_their_keys() {
        let table: Table =
            toml::from_str("title = { nb = 'Mål', nn = 'Mål' }\norder = 1\n[target]\nstart = 27481.0\nyearly-rate = 0.01").unwrap();
        assert_eq!(
            toml_text::document(&table),
            "title = { nb = \"Mål\", nn = \"Mål\" }\norder = 1\n\n[target]\nstart = 27481\nyearly-rate = 0.01\n"
        );
    }
}
