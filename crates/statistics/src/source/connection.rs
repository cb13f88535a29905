//! One request after the other to one server, no faster than it allows, and again where it failed for a while.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use reqwest::{Client, Request, Response, Url};
use tokio::sync::Mutex;

use super::error::Error;
use super::pace::Pace;

/// A request is tried so often.
const ATTEMPTS: u32 = 5;
/// No answer of a source that is read whole is longer.
const LONGEST: usize = 256 * 1024 * 1024;

/// What time it is, and how to let time pass. Tests let it pass at once.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
    /// Waits.
    fn wait(&self, time: Duration) -> impl Future<Output = ()> + Send;
}

/// A client for the sources: TLS by rustls with ring and Mozilla's roots, a name that says who asks, and no answer waited for
/// for ever.
pub fn web_client() -> Result<Client, Error> {
    let failed = |error: &dyn std::fmt::Display| Error::Client(error.to_string());
    let roots = rustls::RootCertStore {
        roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
    };
    let tls = rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| failed(&error))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Client::builder()
        .tls_backend_preconfigured(tls)
        .user_agent(concat!("Vekst/", env!("CARGO_PKG_VERSION"), " (open growth programmes)"))
        .connect_timeout(Duration::from_secs(20))
        .read_timeout(Duration::from_mins(2))
        .build()
        .map_err(|error| failed(&error))
}

/// What a server answered.
#[derive(Debug)]
pub struct Answer {
    /// What was asked for.
    pub address: Url,
    /// The status.
    pub status: u16,
    /// The whole answer.
    pub body: Vec<u8>,
}

impl Answer {
    /// Reads an answer in JSON; `missing` says what it means that there is nothing at the address.
    pub(crate) fn json<T: serde::de::DeserializeOwned>(&self, missing: &'static str) -> Result<T, Error> {
        let address = self.address.clone();
        let mend = match self.status {
            200 => return serde_json::from_slice(&self.body).map_err(|error| self.unreadable(&error.to_string())),
            404 => missing,
            410 => "this has been removed for good",
            _ => "try again later; the last good figures stay",
        };
        Err(Error::Status {
            address,
            status: self.status,
            mend,
        })
    }

    /// The error of an answer that is not what was promised.
    pub(super) fn unreadable(&self, what: &str) -> Error {
        let html = self.body.trim_ascii_start().starts_with(b"<");
        let page = "it is a page in HTML or XML where JSON was promised; the server may be down for maintenance";
        Error::Unreadable {
            address: self.address.clone(),
            what: if html { page } else { what }.to_owned(),
        }
    }
}

/// The way to one server.
#[derive(Debug)]
pub struct Connection<C> {
    client: Client,
    pub(super) clock: C,
    pace: Mutex<Pace>,
}

impl<C: Clock> Connection<C> {
    /// A connection through a client ([`web_client`]) by a clock.
    pub fn new(client: Client, clock: C) -> Self {
        Self {
            client,
            clock,
            pace: Mutex::default(),
        }
    }

    /// Keeps the pace that a server's configuration gives.
    pub(super) async fn configure(&self, calls: u32, window: Duration) {
        self.pace.lock().await.configured(calls, window);
    }

    /// Asks for an address.
    pub async fn get(&self, address: Url) -> Result<Answer, Error> {
        self.send(Request::new(reqwest::Method::GET, address)).await
    }

    /// Sends JSON to an address.
    pub async fn post(&self, address: Url, body: &serde_json::Value) -> Result<Answer, Error> {
        let mut request = Request::new(reqwest::Method::POST, address);
        let json = reqwest::header::HeaderValue::from_static("application/json");
        request.headers_mut().insert(reqwest::header::CONTENT_TYPE, json);
        *request.body_mut() = Some(body.to_string().into());
        self.send(request).await
    }

    /// Writes what is at an address to where the caller keeps it, as it comes, however long it is. It is not tried again: whoever
    /// keeps it starts anew. Gives the number of bytes.
    pub async fn download(&self, address: Url, into: &mut (impl std::io::Write + Send)) -> Result<u64, Error> {
        let mut pace = self.pace.lock().await;
        let before = pace.before_next(self.clock.now());
        if !before.is_zero() {
            self.clock.wait(before).await;
        }
        let failed = |cause| Error::Unreachable {
            address: address.clone(),
            attempts: 1,
            cause,
        };
        let request = Request::new(reqwest::Method::GET, address.clone());
        let mut response = self.client.execute(request).await.map_err(failed)?;
        let status = response.status().as_u16();
        if status != 200 {
            let mend = "try again later; the last good file stays";
            return Err(Error::Status { address, status, mend });
        }
        let mut length = 0;
        while let Some(chunk) = response.chunk().await.map_err(failed)? {
            into.write_all(&chunk).map_err(|error| Error::NotKept(error.to_string()))?;
            length += chunk.len() as u64;
        }
        Ok(length)
    }

    /// Sends a request, and again where the network failed, the answer was cut off, or the server said that it cannot answer
    /// now (429, 502, 503, 504). Requests go one after the other.
    async fn send(&self, request: Request) -> Result<Answer, Error> {
        let address = request.url().clone();
        let mut pace = self.pace.lock().await;
        for attempt in 1.. {
            let before = pace.before_next(self.clock.now());
            if !before.is_zero() {
                self.clock.wait(before).await;
            }
            let Some(request) = request.try_clone() else { break };
            let after = match self.answer(request, &mut pace).await {
                Ok(Attempt::Answered(answer)) => return Ok(answer),
                Ok(Attempt::Later(status, _)) if attempt == ATTEMPTS => {
                    return Err(Error::Busy {
                        address,
                        status,
                        attempts: attempt,
                    });
                }
                Ok(Attempt::Later(_, after)) => after,
                Ok(Attempt::TooLong) => return Err(Error::TooLong { address, limit: LONGEST }),
                Err(cause) if attempt == ATTEMPTS => {
                    return Err(Error::Unreachable {
                        address,
                        attempts: attempt,
                        cause,
                    });
                }
                Err(_) => None,
            };
            self.clock.wait(after.unwrap_or(back_off(attempt))).await;
        }
        Err(Error::Client("the request cannot be sent again".to_owned()))
    }

    async fn answer(&self, request: Request, pace: &mut Pace) -> Result<Attempt, reqwest::Error> {
        let address = request.url().clone();
        let response = self.client.execute(request).await?;
        let status = response.status().as_u16();
        let now = self.clock.now();
        match status {
            429 => return Ok(Attempt::Later(status, Some(pace.after_refusal(response.headers(), now)))),
            502..=504 => return Ok(Attempt::Later(status, None)),
            _ => pace.note(response.headers(), now),
        }
        Ok(whole(response)
            .await?
            .map_or(Attempt::TooLong, |body| Attempt::Answered(Answer { address, status, body })))
    }
}

enum Attempt {
    Answered(Answer),
    /// The status, and how long to wait where the server says so.
    Later(u16, Option<Duration>),
    TooLong,
}

/// Two seconds, then four, eight …
fn back_off(attempt: u32) -> Duration {
    Duration::from_secs(1 << attempt.min(6))
}

/// The whole answer, or nothing where it is too long.
async fn whole(mut response: Response) -> Result<Option<Vec<u8>>, reqwest::Error> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        if body.len() + chunk.len() > LONGEST {
            return Ok(None);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Some(body))
}
