//! The pages of signing in.

use maud::{Markup, html};
use publishing::say;

use crate::page;
use crate::reader::Reader;
use crate::widget::csrf;

/// One field, one button.
pub(super) fn ask(reader: &Reader, typed: &str, wrong: bool) -> Markup {
    let language = reader.language;
    let mistake = say!(language, "sign-in-address-wrong");
    let described = if wrong {
        "felt-email-hjelp felt-email-feil"
    } else {
        "felt-email-hjelp"
    };
    let body = html! {
        h1.vk-title { (say!(language, "sign-in-title")) }
        p.vk-lead { (say!(language, "sign-in-lead")) }
        form.vk-form method="post" action=(reader.addresses.sign_in()) {
            @if wrong {
                div.ds-error-summary.vk-errors tabindex="-1" role="alert" aria-labelledby="feil" {
                    h2.ds-heading id="feil" { (say!(language, "sign-in-error-title")) }
                    ul.ds-list { li { a.ds-link href="#felt-email" { (mistake) } } }
                }
            }
            (csrf(reader))
            div.ds-field {
                label.ds-label for="felt-email" { (say!(language, "sign-in-address")) }
                p data-field="description" id="felt-email-hjelp" { (say!(language, "sign-in-address-hint")) }
                input.ds-input id="felt-email" name="email" type="email" autocomplete="email" required value=(typed)
                    aria-describedby=(described) aria-invalid=[wrong.then_some("true")];
                @if wrong { p.ds-validation-message data-field="validation" id="felt-email-feil" { (mistake) } }
            }
            div.vk-actions { button.ds-button type="submit" { (say!(language, "sign-in-send")) } }
        }
    };
    page::narrow(reader, &say!(language, "sign-in-title"), &body)
}

/// The same for everybody.
pub(super) fn on_its_way(reader: &Reader) -> Markup {
    let language = reader.language;
    let body = html! {
        h1.vk-title { (say!(language, "sign-in-sent-title")) }
        p.vk-lead { (say!(language, "sign-in-sent-lead")) }
        p { (say!(language, "sign-in-sent-wait")) }
        ul.vk-ways { li { a.ds-link href=(reader.addresses.sign_in()) { (say!(language, "sign-in-again")) } } }
    };
    page::narrow(reader, &say!(language, "sign-in-sent-title"), &body)
}

/// The form goes back to the address that it stands at, so that the token is written nowhere on the page.
pub(super) fn open(reader: &Reader) -> Markup {
    let language = reader.language;
    let body = html! {
        h1.vk-title { (say!(language, "sign-in-open-title", programme = reader.plain(&reader.state().programme.name))) }
        p.vk-lead { (say!(language, "sign-in-open-lead")) }
        form.vk-form method="post" {
            (csrf(reader))
            div.vk-actions { button.ds-button type="submit" { (say!(language, "sign-in")) } }
        }
    };
    page::narrow(reader, &say!(language, "sign-in-title"), &body)
}

/// The link has been used, or is too old.
pub(super) fn used(reader: &Reader) -> Markup {
    let language = reader.language;
    let body = html! {
        h1.vk-title { (say!(language, "sign-in-used-title")) }
        p.vk-lead { (say!(language, "sign-in-used-lead")) }
        div.vk-actions { a.ds-button href=(reader.addresses.sign_in()) { (say!(language, "sign-in-again")) } }
    };
    page::narrow(reader, &say!(language, "sign-in-used-title"), &body)
}
