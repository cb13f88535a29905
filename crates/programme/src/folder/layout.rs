//! Which files a programme's folder has, and what each is called.

use crate::{GoalId, IdError, Language};

/// The files at the top, in the order of `docs/programme-folder.md`.
pub(super) const TOP: [&str; 7] = [
    "programme.toml",
    "organisations.toml",
    "assumptions.toml",
    "indicators.toml",
    "series.toml",
    "focus-areas.toml",
    "letters.toml",
];

/// The folders at the top.
const FOLDERS: [&str; 7] = ["figures", "guiding-plans", "goals", "action-plans", "shocks", "hearings", "votes"];

/// True for what a person may keep in the folder beside the programme: it is neither read nor written.
pub(super) fn is_left_alone(name: &str, depth: usize) -> bool {
    name.starts_with('.') || (depth == 0 && name == "README.md")
}

/// True where the format knows a folder of this name.
pub(super) fn is_folder(parts: &[&str]) -> bool {
    match parts {
        [name] => FOLDERS.contains(name),
        ["action-plans" | "shocks" | "hearings", id] => identifier(id).is_ok(),
        ["action-plans", _, inner] => ["measures", "revisions"].contains(inner),
        _ => false,
    }
}

/// Says why a file does not belong in the folder; nothing where it does.
pub(super) fn stranger(parts: &[&str]) -> Option<String> {
    let told = match parts {
        [name] if TOP.contains(name) => Ok(()),
        [name] => Err(unknown(name, TOP.into_iter().chain(FOLDERS))),
        ["figures", name] => figures(name),
        ["votes", name] => name.strip_suffix(".pb").map_or_else(|| page(name), identifier),
        ["guiding-plans" | "goals", name] | ["action-plans", _, "measures", name] => page(name),
        ["action-plans", _, "plan.md" | "revisions.toml"]
        | ["shocks", _, "shock.md" | "decisions.toml"]
        | ["hearings", _, "hearing.md" | "statements.toml" | "draft.json"] => Ok(()),
        ["action-plans", plan] => Err(identifier(plan)
            .err()
            .unwrap_or_else(|| "this does not belong here: a plan is a folder with plan.md in it".to_owned())),
        ["action-plans", _, name] if name.starts_with("plan.") => page(name),
        ["action-plans", _, name] => Err(unknown(name, ["plan.md", "revisions.toml", "measures", "revisions"])),
        ["action-plans", _, "revisions", name] => revision(name),
        ["shocks", shock] => Err(identifier(shock)
            .err()
            .unwrap_or_else(|| "this does not belong here: a shock is a folder with shock.md in it".to_owned())),
        ["shocks", _, name] if name.starts_with("shock.") => page(name),
        ["shocks", _, name] => Err(unknown(name, ["shock.md", "decisions.toml"])),
        ["hearings", hearing] => Err(identifier(hearing)
            .err()
            .unwrap_or_else(|| "this does not belong here: a hearing is a folder with hearing.md in it".to_owned())),
        ["hearings", _, name] if name.starts_with("hearing.") => page(name),
        ["hearings", _, name] => Err(unknown(name, ["hearing.md", "statements.toml", "draft.json"])),
        _ => Err("this does not belong here: take it away".to_owned()),
    };
    told.err()
}

fn unknown(name: &str, known: impl IntoIterator<Item = &'static str>) -> String {
    match super::wording::nearest(name, known) {
        Some(near) => format!("this does not belong here: is it meant to be {near}? Else take it away"),
        None => "this does not belong here: take it away, or see docs/programme-folder.md for the names of the files".to_owned(),
    }
}

/// Every identifier has the same form.
fn identifier(text: &str) -> Result<(), String> {
    text.parse::<GoalId>().map(|_| ()).map_err(|error: IdError| error.to_string())
}

fn figures(name: &str) -> Result<(), String> {
    match name.strip_suffix(".csv") {
        Some(id) => identifier(id),
        None => Err("this does not belong here: figures stand in files named by their series, <series>.csv".to_owned()),
    }
}

fn page(name: &str) -> Result<(), String> {
    let Some(stem) = name.strip_suffix(".md") else {
        return Err("this does not belong here: texts are Markdown files named by their identifier, <id>.md".to_owned());
    };
    match stem.split_once('.') {
        None => identifier(stem),
        Some((id, "nb")) => Err(format!("bokmål stands in {id}.md itself: move the text there")),
        Some((id, tag)) if tag.parse::<Language>().is_ok() => identifier(id),
        Some((id, tag)) => Err(format!(
            "there is no language «{tag}»: beside {id}.md may stand {id}.nn.md and {id}.en.md"
        )),
    }
}

fn revision(name: &str) -> Result<(), String> {
    let number = name.strip_suffix(".json").and_then(|stem| stem.parse::<u32>().ok());
    match number {
        Some(number) if format!("{number}.json") == name => Ok(()),
        _ => Err("this does not belong here: what was adopted stands in files named by the revision's number, 1.json".to_owned()),
    }
}

/// The file of a text in another language beside `page` (`goals/a.md` gives `goals/a.nn.md`).
pub(super) fn in_language(page: &str, language: Language) -> String {
    format!("{}.{language}.md", page.trim_end_matches(".md"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn belongs(path: &str) -> bool {
        stranger(&path.split('/').collect::<Vec<_>>()).is_none()
    }

    #[test]
    fn every_file_of_the_format_belongs_and_no_other() {
        for path in [
            "programme.toml",
            "figures/folketall.csv",
            "goals/innbyggere.md",
            "goals/innbyggere.nn.md",
            "guiding-plans/samfunnsdel.en.md",
            "action-plans/2020/plan.md",
            "action-plans/2020/plan.nn.md",
            "action-plans/2020/measures/frokost.md",
            "action-plans/2020/revisions.toml",
            "action-plans/2020/revisions/12.json",
            "shocks/nedstengning/shock.md",
            "shocks/nedstengning/shock.en.md",
            "shocks/nedstengning/decisions.toml",
            "hearings/varhoring/hearing.md",
            "hearings/varhoring/hearing.nn.md",
            "hearings/varhoring/statements.toml",
            "hearings/varhoring/draft.json",
            "votes/penger.md",
            "votes/penger.nn.md",
            "votes/penger.pb",
        ] {
            assert!(belongs(path), "{path}");
        }
        for path in [
            "program.toml",
            "goals/Mål.md",
            "goals/innbyggere.nb.md",
            "goals/innbyggere.de.md",
            "goals/innbyggere.txt",
            "figures/folketall.md",
            "action-plans/2020/planen.md",
            "action-plans/2020.md",
            "action-plans/2020/revisions/01.json",
            "action-plans/2020/revisions/+1.json",
            "action-plans/2020/measures/a/b.md",
            "shocks/nedstengning.md",
            "shocks/nedstengning/decision.toml",
            "hearings/varhoring.md",
            "hearings/varhoring/1.toml",
        ] {
            assert!(!belongs(path), "{path}");
        }
    }

    #[test]
    fn a_near_miss_is_named() {
        assert!(stranger(&["organisation.toml"]).unwrap().contains("organisations.toml"));
        assert_eq!(in_language("goals/a.md", Language::Nn), "goals/a.nn.md");
    }
}
