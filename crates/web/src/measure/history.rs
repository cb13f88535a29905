//! What has become of a measure: every status with its day and its reason, newest first.

use maud::{Markup, html};
use programme::Measure;
use publishing::say;

use super::replaced_by;
use crate::reader::Reader;
use crate::widget::{date, status};
use crate::wording::inline;

pub(super) fn section(reader: &Reader, measure: &Measure) -> Markup {
    let language = reader.language;
    html! {
        section.vk-section aria-labelledby="historie" {
            h2.vk-section__title id="historie" { (say!(language, "measure-history")) }
            ol.vk-timeline {
                @for change in measure.status.iter().rev() {
                    li.vk-event {
                        span.vk-event__when { (date(language, change.date)) }
                        div.vk-event__what {
                            p { (status(language, change.status)) @if let Some(other) = &change.replaced_by { " " (replaced_by(reader, other)) } }
                            @if !change.reason.is_empty() { p.vk-reason { (inline(language, &change.reason)) } }
                        }
                    }
                }
            }
        }
    }
}
