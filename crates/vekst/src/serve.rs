//! `vekst serve`: opens the store, fills it where it is empty, says where to go, and serves until told to stop.

use std::net::SocketAddr;
use std::sync::Arc;

use clap::Args;
use jiff::Timestamp;
use programme::Programmes;
use publishing::mail::Mailer;
use store::Store;
use tokio::net::TcpListener;
use web::{App, Settings};

use crate::failure::{Exit, Failure};
use crate::place::Place;
use crate::site::Site;
use crate::{bundled, http, output, passed, person, progress};

#[derive(Debug, Args)]
pub struct Arguments {
    /// Address and port to listen on; port 0 takes a free one
    #[arg(long, env = "VEKST_LISTEN", value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8420")]
    listen: String,
    #[command(flatten)]
    site: Site,
    /// Server that sends mail: smtps://user:password@mail.example.no; without one mail is written to the outbox
    #[arg(long, env = "VEKST_SMTP_URL", value_name = "URL", hide_env_values = true, requires = "mail_from")]
    smtp_url: Option<String>,
    /// Address that mail comes from
    #[arg(long, env = "VEKST_MAIL_FROM", value_name = "EMAIL")]
    mail_from: Option<String>,
}

/// The options above, which mean nothing to other commands.
pub const OPTIONS: [&str; 4] = ["listen", "public_url", "smtp_url", "mail_from"];

pub async fn run(place: &Place, arguments: &Arguments) -> Result<Exit, Failure> {
    // before the store is opened, so that a second server started by mistake touches nothing
    let listener = listen(&arguments.listen).await?;
    let address = listener.local_addr().map_err(|error| not_usable(&arguments.listen, &error))?;
    let store = place.open().await?;
    let outcome = serve(place, arguments, &store, listener, address).await;
    store.close().await;
    outcome
}

async fn serve(place: &Place, arguments: &Arguments, store: &Store, listener: TcpListener, address: SocketAddr) -> Result<Exit, Failure> {
    let programmes = Programmes::new(store.clone());
    let filling = bundled::fill_if_empty(&programmes, Timestamp::now());
    progress::shown("Filling the store with the bundled programme", filling).await?;
    let public_url = arguments.site.url_or(&reachable(address));
    let settings = Settings {
        public_url: public_url.clone(),
        files: place.files(),
    };
    let app = App::new(programmes.clone(), Arc::new(Timestamp::now), mailer(place, arguments)?, settings)
        .map_err(|error| Failure::new(Exit::Other, error))?;
    // before it says that it is open, so that whoever reads this and stops it at once is heard
    let mut stop = Stop::listen().map_err(|error| Failure::new(Exit::Other, format!("the program cannot listen for signals: {error}")))?;
    welcome(place, &programmes, store, &public_url).await?;
    let passing = tokio::spawn(passed::again_and_again(app.clone()));
    http::serve(listener, web::service(app), async || stop.asked().await).await;
    passing.abort();
    output::say("Stopped.");
    Ok(Exit::Done)
}

async fn listen(address: &str) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| not_usable(address, &error))
}

fn not_usable(address: &str, error: &std::io::Error) -> Failure {
    let mend = match error.kind() {
        std::io::ErrorKind::AddrInUse => "something listens there already: stop it, or choose another port with --listen",
        std::io::ErrorKind::PermissionDenied => "this user may not listen there: choose a port above 1023 with --listen",
        _ => "write an address of this machine and a port, such as --listen 127.0.0.1:8420",
    };
    Failure::new(Exit::Address, format!("cannot listen on {address} ({error}): {mend}"))
}

/// The address for a browser on this machine.
fn reachable(address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        format!("http://localhost:{}", address.port())
    } else {
        format!("http://{address}")
    }
}

fn mailer(place: &Place, arguments: &Arguments) -> Result<Mailer, Failure> {
    let from = arguments.mail_from.as_deref().unwrap_or("vekst@localhost");
    let mailer = match &arguments.smtp_url {
        Some(url) => Mailer::smtp(url, from),
        None => Mailer::outbox(place.outbox(), from),
    };
    mailer.map_err(|error| Failure::new(Exit::Usage, format!("mail cannot be set up: {error}")))
}

/// Says where to go, how to sign in, where the data lie and how to stop.
async fn welcome(place: &Place, programmes: &Programmes, store: &Store, public_url: &str) -> Result<(), Failure> {
    output::say(format!("Vekst {} is open at {public_url}", env!("CARGO_PKG_VERSION")));
    let ids = programmes.list().await?;
    if ids.is_empty() {
        output::say("There is no programme yet: load one with `vekst load DIR`.");
    }
    for id in ids {
        let link = person::lead_link(programmes, &id, public_url, Timestamp::now()).await?;
        output::say(format!("Sign in as lead of {id} (once, within 15 minutes): {link}"));
    }
    output::say(format!(
        "The data lie in {}; mail that is not sent in {}.",
        store.place(),
        place.outbox().display()
    ));
    output::say("Stop with Ctrl-C.");
    Ok(())
}

/// Ctrl-C and the signal that service managers send, listened for from the moment that this is made.
struct Stop {
    interrupted: Asked,
    #[cfg(unix)]
    terminated: Asked,
}

#[cfg(unix)]
type Asked = tokio::signal::unix::Signal;
#[cfg(windows)]
type Asked = tokio::signal::windows::CtrlC;

impl Stop {
    #[cfg(unix)]
    fn listen() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            interrupted: signal(SignalKind::interrupt())?,
            terminated: signal(SignalKind::terminate())?,
        })
    }

    #[cfg(windows)]
    fn listen() -> std::io::Result<Self> {
        let interrupted = tokio::signal::windows::ctrl_c()?;
        Ok(Self { interrupted })
    }

    #[cfg(unix)]
    async fn asked(&mut self) {
        tokio::select! {
            _ = self.interrupted.recv() => {}
            _ = self.terminated.recv() => {}
        }
    }

    #[cfg(windows)]
    async fn asked(&mut self) {
        self.interrupted.recv().await;
    }
}
