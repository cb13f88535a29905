//! The parts of a form, each with its label, its help and what is wrong with it.

use maud::{Markup, html};
use programme::Language;
use publishing::say;

use super::Form;

/// A field to draw: its name in the form, which is the end of its label's key too, and what helps to fill it in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field<'a> {
    name: &'a str,
    hint: Option<&'a str>,
    optional: bool,
    marked: bool,
    language: Option<Language>,
}

/// A field that must be filled in.
pub(crate) fn field(name: &str) -> Field<'_> {
    Field {
        name,
        hint: None,
        optional: false,
        marked: false,
        language: None,
    }
}

impl<'a> Field<'a> {
    /// The key of a sentence that helps.
    pub fn hint(self, key: &'a str) -> Self {
        Self { hint: Some(key), ..self }
    }

    /// It may stay empty, and says so.
    pub fn optional(self) -> Self {
        Self {
            optional: true,
            marked: true,
            ..self
        }
    }

    /// It may stay empty like all that stands beside it, where saying so each time would be noise.
    pub fn in_row(self) -> Self {
        Self { optional: true, ..self }
    }

    fn written_in(self, language: Language) -> Self {
        Self {
            language: Some(language),
            ..self
        }
    }
}

/// The words for a field: `title-nb` and `title-nn` are both the title, and `cost-2-year` is the year of a cost.
pub(super) fn label(language: Language, name: &str) -> String {
    let base = Language::ALL
        .iter()
        .find_map(|one| name.strip_suffix(one.tag())?.strip_suffix('-'))
        .unwrap_or(name);
    let parts: Vec<&str> = base.split('-').filter(|part| part.parse::<usize>().is_err()).collect();
    say!(language, &format!("field-{}", parts.join("-")))
}

/// A value that can be chosen, with its words.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    pub value: String,
    pub words: String,
}

impl Choice {
    pub fn new(value: &impl ToString, words: impl Into<String>) -> Self {
        Self {
            value: value.to_string(),
            words: words.into(),
        }
    }
}

/// What ties a control to its help and to what is wrong with it.
struct Ties {
    described: Option<String>,
    invalid: Option<&'static str>,
}

impl Form<'_> {
    fn ties(&self, field: Field<'_>) -> Ties {
        let wrong = self.mistake(field.name).is_some();
        let hint = field.hint.map(|_| format!("felt-{}-hjelp", field.name));
        let mistake = wrong.then(|| format!("felt-{}-feil", field.name));
        let described: Vec<String> = hint.into_iter().chain(mistake).collect();
        Ties {
            described: (!described.is_empty()).then(|| described.join(" ")),
            invalid: wrong.then_some("true"),
        }
    }

    fn label(&self, field: Field<'_>) -> Markup {
        let language = self.reader.language;
        html! {
            label.ds-label for=(format!("felt-{}", field.name)) {
                (self.label_words(field))
                @if field.marked { " " span.vk-optional { (say!(language, "form-optional")) } }
            }
            (self.hint(field))
        }
    }

    /// A wording beside the bokmål one is labelled by its language alone.
    fn label_words(&self, field: Field<'_>) -> String {
        match field.language {
            Some(language) if language != Language::Nb => say!(self.reader.language, &format!("language-{language}")),
            _ => label(self.reader.language, field.name),
        }
    }

    fn hint(&self, field: Field<'_>) -> Markup {
        html! {
            @if let Some(hint) = field.hint {
                p data-field="description" id=(format!("felt-{}-hjelp", field.name)) { (say!(self.reader.language, hint)) }
            }
        }
    }

    /// What is wrong with a field, where it stands.
    pub fn wrong(&self, name: &str) -> Markup {
        html! {
            @if let Some(text) = self.mistake(name) {
                p.ds-validation-message data-field="validation" id=(format!("felt-{name}-feil")) { (text) }
            }
        }
    }

    fn control(&self, field: Field<'_>, control: &Markup) -> Markup {
        html! { div.ds-field { (self.label(field)) (control) (self.wrong(field.name)) } }
    }

    fn input(&self, field: Field<'_>, kind: &str, mode: Option<&str>) -> Markup {
        let ties = self.ties(field);
        let class = if kind == "text" && mode.is_none() || kind == "email" {
            "ds-input"
        } else {
            "ds-input vk-input--short"
        };
        self.control(
            field,
            &html! {
                input class=(class) id=(format!("felt-{}", field.name)) name=(field.name) type=(kind) inputmode=[mode] lang=[field.language]
                    value=(self.fields.text(field.name)) required[!field.optional] aria-describedby=[ties.described] aria-invalid=[ties.invalid];
            },
        )
    }

    /// One line of text.
    pub fn line(&self, field: Field<'_>) -> Markup {
        self.input(field, "text", None)
    }

    pub fn email(&self, field: Field<'_>) -> Markup {
        self.input(field, "email", None)
    }

    /// A number; it is typed as people write it.
    pub fn number(&self, field: Field<'_>) -> Markup {
        self.input(field, "text", Some("decimal"))
    }

    pub fn date(&self, field: Field<'_>) -> Markup {
        self.input(field, "date", None)
    }

    /// Several lines of text.
    pub fn prose(&self, field: Field<'_>, rows: u8) -> Markup {
        let ties = self.ties(field);
        self.control(
            field,
            &html! {
                textarea.ds-input id=(format!("felt-{}", field.name)) name=(field.name) rows=(rows) lang=[field.language]
                    required[!field.optional] aria-describedby=[ties.described] aria-invalid=[ties.invalid] {
                    // the first line break of a textarea is not part of its text
                    "\n" (self.fields.text(field.name))
                }
            },
        )
    }

    /// A text in three languages: bokmål at once, the others one tap away. `name` is the beginning of the fields' names.
    pub fn wordings(&self, written: Field<'_>, rows: u8) -> Markup {
        let one = |field: Field<'_>| if rows > 1 { self.prose(field, rows) } else { self.line(field) };
        let named = |language: Language| format!("{}-{language}", written.name);
        let others = [Language::Nn, Language::En];
        let open =
            others.iter().any(|language| !self.fields.text(&named(*language)).is_empty()) || self.is_wrong_below(&named(Language::Nn));
        let first = named(Language::Nb);
        let words = label(self.reader.language, written.name);
        html! {
            (one(Field { name: &first, ..written }.written_in(Language::Nb)))
            details.vk-details open[open] {
                summary { (say!(self.reader.language, "form-other-languages", field = words)) }
                div.vk-form__row {
                    @for language in others {
                        @let name = named(language);
                        (one(field(&name).in_row().written_in(language)))
                    }
                }
            }
        }
    }

    /// One of several; the words of "none" are a key.
    pub fn choice(&self, field: Field<'_>, none: Option<&str>, choices: &[Choice]) -> Markup {
        let ties = self.ties(field);
        let chosen = self.fields.text(field.name);
        self.control(
            field,
            &html! {
                select.ds-input id=(format!("felt-{}", field.name)) name=(field.name) required[!field.optional]
                    aria-describedby=[ties.described] aria-invalid=[ties.invalid] {
                    @if let Some(none) = none { option value="" { (say!(self.reader.language, none)) } }
                    @for choice in choices { option value=(choice.value) selected[choice.value == chosen] { (choice.words) } }
                }
            },
        )
    }

    /// Any number of several, as boxes.
    pub fn boxes(&self, field: Field<'_>, choices: &[Choice]) -> Markup {
        self.list(field, "checkbox", choices)
    }

    /// Exactly one of a few, as buttons.
    pub fn buttons(&self, field: Field<'_>, choices: &[Choice]) -> Markup {
        self.list(field, "radio", choices)
    }

    fn list(&self, field: Field<'_>, kind: &str, choices: &[Choice]) -> Markup {
        let (language, ties) = (self.reader.language, self.ties(field));
        html! {
            fieldset.ds-fieldset aria-describedby=[ties.described] aria-invalid=[ties.invalid] {
                legend.ds-label {
                    (label(language, field.name))
                    @if field.marked { " " span.vk-optional { (say!(language, "form-optional")) } }
                }
                (self.hint(field))
                div.vk-boxes {
                    @for (place, choice) in choices.iter().enumerate() {
                        @let id = if place == 0 { format!("felt-{}", field.name) } else { format!("felt-{}-{place}", field.name) };
                        div.ds-field {
                            input.ds-input type=(kind) id=(id) name=(field.name) value=(choice.value) checked[self.fields.holds(field.name, &choice.value)];
                            label.ds-label for=(id) { (choice.words) }
                        }
                    }
                }
                (self.wrong(field.name))
            }
        }
    }

    /// A single box.
    pub fn tick(&self, field: Field<'_>) -> Markup {
        let ties = self.ties(field);
        let id = format!("felt-{}", field.name);
        html! {
            div.ds-field {
                input.ds-input type="checkbox" id=(id) name=(field.name) value="on" checked[self.fields.has(field.name)] aria-describedby=[ties.described];
                label.ds-label for=(id) { (label(self.reader.language, field.name)) }
                (self.hint(field))
            }
        }
    }

    /// What the form carries along unseen.
    pub fn hidden(&self, name: &str) -> Markup {
        html! { input type="hidden" name=(name) value=(self.fields.text(name)); }
    }
}
