//! A town with people in it, and a browser for each: cookies, forms with their token, and the letters that came.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use jiff::{SignedDuration, Timestamp};
use programme::{Actor, Change, Command, Role, State};
use tempfile::TempDir;
use tower::ServiceExt;
use web::App;

use crate::form::Form;

pub const PUBLIC: &str = "https://vekst.example.no";

/// An app whose clock goes on by a second whenever somebody looks at it.
pub struct Town {
    pub app: App,
    pub folder: TempDir,
    seconds: Arc<AtomicI64>,
}

impl Town {
    pub async fn new() -> Self {
        Self::at(PUBLIC).await
    }

    pub async fn at(public_url: &str) -> Self {
        Self::of(testkit::example::example(), public_url).await
    }

    /// A town whose programme is this one; it is called `byen` whatever it was called.
    pub async fn of(mut state: State, public_url: &str) -> Self {
        state.programme.id = "byen".parse().unwrap();
        let start: Timestamp = "2026-11-24T12:00:00Z".parse().unwrap();
        let seconds = Arc::new(AtomicI64::new(start.as_second()));
        let counter = Arc::clone(&seconds);
        let clock = Arc::new(move || Timestamp::from_second(counter.fetch_add(1, Ordering::Relaxed)).unwrap());
        let (app, folder) = crate::app_of(state, clock, public_url).await;
        Self { app, folder, seconds }
    }

    pub fn wait(&self, time: SignedDuration) {
        self.seconds.fetch_add(time.as_secs(), Ordering::Relaxed);
    }

    /// Gives a person access, as `vekst person` does.
    pub async fn let_in(&self, email: &str, role: Role, organisation: Option<&str>) {
        let change = Change::Invite {
            email: email.to_owned(),
            name: email.split('@').next().unwrap().to_owned(),
            role,
            organisation: organisation.map(|id| id.parse().unwrap()),
        };
        let command = Command {
            who: Actor::operator(),
            on_behalf_of: None,
            why: String::new(),
            change,
        };
        let programme = "byen".parse().unwrap();
        self.app.programmes.apply(&programme, command, self.app.now()).await.unwrap();
    }

    /// A browser in which a new person of this role has signed in.
    pub async fn signed_in(&self, role: Role, organisation: Option<&str>) -> Browser {
        let email = format!("{role}@example.no");
        self.let_in(&email, role, organisation).await;
        let mut browser = self.visitor();
        browser.sign_in(self, &email).await;
        browser
    }

    pub fn visitor(&self) -> Browser {
        Browser {
            app: self.app.clone(),
            cookie: None,
            csrf: None,
            origin: Some(PUBLIC.to_owned()),
        }
    }

    /// The letters so far, oldest first, read as people see them.
    pub fn letters(&self) -> Vec<String> {
        let Ok(entries) = std::fs::read_dir(self.folder.path().join("outbox")) else {
            return Vec::new();
        };
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths.iter().map(|path| readable(&std::fs::read(path).unwrap())).collect()
    }

    /// Waits until there are so many letters; the newest.
    pub async fn letter(&self, count: usize) -> String {
        for _ in 0..200 {
            let mut letters = self.letters();
            if letters.len() >= count {
                return letters.pop().unwrap();
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("letter {count} did not come; there are {}", self.letters().len());
    }
}

/// Undoes the encoding in which mail travels.
fn readable(mail: &[u8]) -> String {
    let mail = String::from_utf8_lossy(mail).replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = mail.as_bytes();
    while let [first, after @ ..] = rest {
        let code = (*first == b'=' && after.len() >= 2)
            .then(|| {
                std::str::from_utf8(&after[..2])
                    .ok()
                    .and_then(|hex| u8::from_str_radix(hex, 16).ok())
            })
            .flatten();
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The path of the sign-in link in a letter.
pub fn link_in(letter: &str) -> String {
    let start = letter.find(PUBLIC).expect("the letter has a link") + PUBLIC.len();
    letter[start..].split_whitespace().next().unwrap().to_owned()
}

/// An answer as a person meets it.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub html: String,
}

impl Answer {
    pub fn words(&self) -> String {
        crate::words(&self.html)
    }

    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |value| value.to_str().unwrap())
    }

    #[track_caller]
    pub fn says(&self, expected: &str) -> &Self {
        assert!(self.words().contains(expected), "«{expected}» is missing in: {}", self.words());
        self
    }

    #[track_caller]
    pub fn form(&self) -> Form {
        Form::of(&self.html).unwrap_or_else(|| panic!("a form is missing ({}): {}", self.status, self.words()))
    }

    /// The value of a field of the form on this page.
    pub fn field(&self, name: &str) -> Option<&str> {
        let at = self.html.find(&format!("name=\"{name}\""))?;
        let value = self.html[at..].split_once("value=\"")?.1;
        value.split('"').next()
    }
}

/// One person's browser.
pub struct Browser {
    pub app: App,
    pub cookie: Option<String>,
    /// The token of the newest page with a form.
    pub csrf: Option<String>,
    pub origin: Option<String>,
}

impl Browser {
    pub async fn get(&mut self, address: &str) -> Answer {
        let answer = self.send(Request::get(address).body(Body::empty()).unwrap()).await;
        if let Some(csrf) = answer.field("csrf") {
            self.csrf = Some(csrf.to_owned());
        }
        answer
    }

    /// Sends a form with the session's token.
    pub async fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let mut all: Vec<(&str, &str)> = fields.to_vec();
        let csrf = self.csrf.clone();
        all.extend(csrf.as_deref().map(|csrf| ("csrf", csrf)));
        self.post_exactly(address, &all).await
    }

    /// Opens a page, fills in its form and sends it.
    pub async fn fill(&mut self, address: &str, typed: &[(&str, &str)]) -> Answer {
        let page = self.get(address).await;
        let mut form = page.form();
        for (name, value) in typed {
            form.fill(name, value);
        }
        self.submit(&form).await
    }

    /// Sends a form as it stands.
    pub async fn submit(&mut self, form: &Form) -> Answer {
        let fields: Vec<(&str, &str)> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.post_exactly(&form.action, &fields).await
    }

    pub async fn post_exactly(&mut self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let mut request = Request::post(address).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(origin) = &self.origin {
            request = request.header(header::ORIGIN, origin);
        }
        self.send(request.body(Body::from(encoded(fields))).unwrap()).await
    }

    async fn send(&mut self, mut request: Request<Body>) -> Answer {
        if let Some(cookie) = &self.cookie {
            request.headers_mut().insert(header::COOKIE, cookie.parse().unwrap());
        }
        let response = web::service(self.app.clone()).oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, 10_000_000).await.unwrap();
        if let Some(cookie) = parts.headers.get(header::SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap().to_owned();
            self.cookie = Some(pair).filter(|pair| !pair.ends_with('='));
        }
        Answer {
            status: parts.status,
            headers: parts.headers,
            html: String::from_utf8(bytes.to_vec()).unwrap(),
        }
    }

    /// Asks for a link, reads the letter, opens the link and presses the button.
    pub async fn sign_in(&mut self, town: &Town, email: &str) {
        let before = town.letters().len();
        self.post("/byen/logg-inn", &[("email", email)]).await;
        let link = link_in(&town.letter(before + 1).await);
        let answer = self.post(&link, &[]).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/byen/arbeid"));
        self.get("/byen/arbeid").await;
    }
}

fn encoded(fields: &[(&str, &str)]) -> String {
    let encode = |text: &str| -> String {
        text.bytes()
            .map(|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
                _ => format!("%{byte:02X}"),
            })
            .collect()
    };
    let pairs: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
        .collect();
    pairs.join("&")
}
