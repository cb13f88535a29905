//! Forms: what was typed, what is wrong with it, and the parts they are drawn from.

mod fields;
mod part;
mod reading;
mod upload;

use maud::{Markup, html};
use publishing::say;

use crate::reader::Reader;
use crate::widget::csrf;

pub(crate) use fields::Fields;
pub(crate) use part::{Choice, field};
pub(crate) use reading::{Mistake, Reading};
pub(crate) use upload::{Upload, sent};

/// A form being drawn: always from fields, with what is wrong beside them.
pub(crate) struct Form<'a> {
    pub reader: &'a Reader,
    pub fields: &'a Fields,
    pub mistakes: &'a [Mistake],
}

impl Form<'_> {
    /// The whole form: what is wrong first, then the token, the parts, and the button that says what it does.
    pub fn draw(&self, action: &str, button: &str, back: &str, parts: &Markup) -> Markup {
        let language = self.reader.language;
        html! {
            form.vk-form method="post" action=(action) data-unsaved=(say!(language, "form-unsaved")) {
                (self.summary())
                (csrf(self.reader))
                (parts)
                div.vk-actions {
                    button.ds-button type="submit" { (button) }
                    a.ds-button data-variant="tertiary" href=(back) { (say!(language, "form-cancel")) }
                }
            }
        }
    }

    /// What is wrong, each with a link to its field.
    pub fn summary(&self) -> Markup {
        html! {
            @if !self.mistakes.is_empty() {
                div.ds-error-summary.vk-errors tabindex="-1" role="alert" aria-labelledby="feil" {
                    h2.ds-heading id="feil" { (say!(self.reader.language, "error-summary-title")) }
                    ul.ds-list {
                        @for mistake in self.mistakes {
                            li {
                                @if mistake.field.is_empty() { (mistake.text) }
                                @else {
                                    a.ds-link href=(format!("#felt-{}", mistake.field)) {
                                        (part::label(self.reader.language, &mistake.field)) ": " (mistake.text)
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// What is wrong with one field.
    fn mistake(&self, name: &str) -> Option<&str> {
        self.mistakes
            .iter()
            .find(|mistake| mistake.field == name)
            .map(|mistake| mistake.text.as_str())
    }

    /// True where something is wrong with a field whose name begins like this.
    pub fn is_wrong_below(&self, beginning: &str) -> bool {
        self.mistakes.iter().any(|mistake| mistake.field.starts_with(beginning))
    }
}
