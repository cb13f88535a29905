use programme::Language;
use serde::Serialize;

use crate::say;

macro_rules! labels {
    ($($(#[$doc:meta])* $name:ident = $key:literal),* $(,)?) => {
        /// The words of the frame, from the message files.
        #[derive(Debug, Serialize)]
        pub(super) struct Labels {
            $($(#[$doc])* $name: String,)*
            /// What the languages are called, to mark text that is in another one.
            languages: LanguageNames,
        }

        impl Labels {
            /// The words in a language.
            pub(super) fn of(language: Language) -> Self {
                Self {
                    $($name: say!(language, $key),)*
                    languages: LanguageNames {
                        nb: say!(language, "language-nb"),
                        nn: say!(language, "language-nn"),
                        en: say!(language, "language-en"),
                    },
                }
            }
        }
    };
}

labels! {
    contents = "document-contents",
    introduction = "document-introduction",
    changes = "document-changes",
    /// How what went and what came is marked.
    changes_marked = "document-changes-marked",
    goals = "document-goals",
    focus_area = "document-focus-area",
    /// One of them, where a link leads to it.
    measure = "document-measure",
    /// Head of the column of measures.
    measures = "document-measures",
    /// Over the measures of a goal.
    measures_of_goal = "document-measures-of-goal",
    status = "document-status",
    responsible = "document-responsible",
    executing = "document-executing",
    contributing = "document-contributing",
    horizon = "document-horizon",
    dates = "document-dates",
    serves = "document-serves",
    depends_on = "document-depends-on",
    replaced_by = "document-replaced-by",
    assumptions = "document-assumptions",
    funder = "document-funder",
    year = "document-year",
    missing = "document-missing",
    /// Over the figures of a chart.
    table = "document-table",
    source = "document-source",
    organisations = "document-organisations",
    name = "document-name",
    role = "document-role",
    number = "document-number",
    sources = "document-sources",
    example = "example",
    /// The same for a whole letter.
    example_note_letter = "example-explained",
    /// What the mark of an example means, said once.
    example_note = "document-example-note",
    read_on_the_web = "document-read-on-the-web",
    content_hash = "document-content-hash",
    /// Between page number and number of pages.
    of = "document-of",
}

/// What the languages are called in the document's language.
#[derive(Debug, Serialize)]
struct LanguageNames {
    nb: String,
    nn: String,
    en: String,
}
