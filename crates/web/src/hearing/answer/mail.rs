//! The letter that tells the number, and holds the link by which an answer can be changed.

use programme::Hearing;
use publishing::mail::Mail;
use publishing::{format, say};

use crate::app::App;
use crate::reader::Reader;

/// Sends the receipt; nobody waits for it, and the answer stands whether it arrives or not.
pub(super) fn receipt(app: &App, reader: &Reader, hearing: &Hearing, number: u32, token: &str, email: &str) {
    let language = reader.language;
    let link = format!(
        "{}{}",
        app.settings.public_url,
        reader.addresses.hearing_answer_by(&hearing.id, token)
    );
    let page = format!("{}{}", app.settings.public_url, reader.addresses.statement(&hearing.id, number));
    let title = reader.plain(&hearing.title);
    let mail = Mail {
        to: email.to_owned(),
        subject: say!(language, "statement-mail-subject", number = number.to_string(), title = title),
        text: say!(
            language,
            "statement-mail-text",
            number = number.to_string(),
            title = title,
            link = link,
            page = page,
            day = format::date(language, hearing.deadline),
            programme = reader.plain(&reader.state().programme.name)
        ),
    };
    let app = app.clone();
    tokio::spawn(async move {
        if let Err(error) = app.mailer.send(&mail, app.now()).await {
            tracing::error!(%error, "the receipt of a statement could not be sent");
        }
    });
}
