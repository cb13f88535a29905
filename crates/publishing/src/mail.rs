//! Mail: sent by SMTP, or written to the outbox folder where no server is set, so that nothing is lost without one.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

/// A mail to one person, as plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    pub to: String,
    pub subject: String,
    pub text: String,
}

/// Why a mail could not be sent. The message names no recipient, because it goes into logs.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    #[error("the address of a mail server must look like smtps://user:password@mail.example.no or smtp://localhost:2525: {0}")]
    Server(String),
    #[error("this is not an e-mail address")]
    Address,
    #[error("the mail could not be put together: {0}")]
    Message(#[from] lettre::error::Error),
    #[error("the mail server did not take the mail: {0}")]
    Smtp(#[from] lettre::transport::smtp::Error),
    #[error("the outbox folder {folder} cannot be written: {cause}")]
    Outbox { folder: String, cause: std::io::Error },
}

/// Where mail goes.
#[derive(Clone)]
pub struct Mailer {
    from: Mailbox,
    way: Way,
}

#[derive(Clone)]
enum Way {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Outbox { folder: PathBuf, count: Arc<AtomicU64> },
}

impl Mailer {
    /// Sends through the server at `url`; `smtps://` and `smtp://…?tls=required` are encrypted.
    pub fn smtp(url: &str, from: &str) -> Result<Self, MailError> {
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|error| MailError::Server(error.to_string()))?;
        let transport = builder.timeout(Some(Duration::from_secs(20))).build();
        Ok(Self {
            from: mailbox(from)?,
            way: Way::Smtp(transport),
        })
    }

    /// Writes each mail as a file of its own into `folder`.
    pub fn outbox(folder: PathBuf, from: &str) -> Result<Self, MailError> {
        Ok(Self {
            from: mailbox(from)?,
            way: Way::Outbox {
                folder,
                count: Arc::default(),
            },
        })
    }

    /// True where mail really leaves the machine.
    pub fn sends(&self) -> bool {
        matches!(self.way, Way::Smtp(_))
    }

    /// Sends or writes one mail.
    pub async fn send(&self, mail: &Mail, now: Timestamp) -> Result<(), MailError> {
        let message = Message::builder()
            .from(self.from.clone())
            .to(mailbox(&mail.to)?)
            .subject(&mail.subject)
            .header(ContentType::TEXT_PLAIN)
            .body(mail.text.clone())?;
        match &self.way {
            Way::Smtp(transport) => {
                transport.send(message).await?;
            }
            Way::Outbox { folder, count } => {
                // The time orders the files, the number keeps two of the same instant apart.
                let name = format!("{}-{}.eml", now.as_millisecond(), count.fetch_add(1, Ordering::Relaxed));
                write(folder, &name, &message.formatted()).map_err(|cause| MailError::Outbox {
                    folder: folder.display().to_string(),
                    cause,
                })?;
            }
        }
        Ok(())
    }
}

fn write(folder: &std::path::Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    // a mail may hold a sign-in link, which is for nobody else on this machine
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(folder.join(name))?.write_all(bytes)
}

fn mailbox(address: &str) -> Result<Mailbox, MailError> {
    Ok(Mailbox::new(None, address.parse::<Address>().map_err(|_| MailError::Address)?))
}

/// True for what can be an e-mail address.
pub fn is_address(text: &str) -> bool {
    text.parse::<Address>().is_ok()
}
