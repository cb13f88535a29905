//! Keeping robots out of forms that anybody may send, without anything that a person has to solve: a field that people do
//! not see, a form that is older than a robot's patience, and a limit for each address and each thing.
//!
//! Whoever is turned away gets the form back with all that was typed, and may send it again.

use std::collections::VecDeque;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use axum::extract::FromRequestParts;
use axum::http::HeaderName;
use axum::http::request::Parts;
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};
use programme::Language;
use publishing::say;
use sha2::{Digest, Sha256};
use store::{StoreError, journal};

use crate::app::App;
use crate::form::Fields;
use crate::reader::Reader;

/// The machine at the other end of a request's connection, as the server tells it.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub IpAddr);

/// Where a request comes from, for counting: what a proxy in front of us says, else the other end. Whoever is not behind
/// a proxy of ours is not believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin(String);

impl<S: Sync> FromRequestParts<S> for Origin {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let peer = parts.extensions.get::<Peer>().map(|peer| peer.0);
        let forwarded = parts
            .headers
            .get(HeaderName::from_static("x-forwarded-for"))
            .and_then(|value| value.to_str().ok()?.rsplit(',').next()?.trim().parse::<IpAddr>().ok());
        let address = match (peer, forwarded) {
            (Some(peer), Some(forwarded)) if is_near(peer) => Some(forwarded),
            (peer, _) => peer,
        };
        Ok(Self(address.map_or_else(String::new, network)))
    }
}

/// This machine, or one in the same private network.
fn is_near(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => address.is_loopback() || address.is_private(),
        IpAddr::V6(address) => address.is_loopback() || address.is_unique_local(),
    }
}

/// Of the newer kind a household has not one address but a whole network.
fn network(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => address.segments()[..4].iter().map(|part| format!("{part:x}:")).collect(),
    }
}

/// How much may be sent: by one address and to one thing, in a window of time.
pub(crate) struct Throttle {
    window: SignedDuration,
    per_address: usize,
    per_thing: usize,
    sent: Mutex<VecDeque<(Timestamp, String, String)>>,
}

impl Throttle {
    /// A whole school class behind one address is heard; a robot is not for long.
    pub fn of_statements() -> Self {
        Self {
            window: SignedDuration::from_hours(1),
            per_address: 60,
            per_thing: 600,
            sent: Mutex::default(),
        }
    }

    /// Links that lead nowhere: somebody whose mail program broke a link tries it a few times, a robot that guesses does
    /// not stop. A link that is right always works, so that nobody is kept from voting by whoever shares their address.
    pub fn of_dead_links() -> Self {
        Self {
            window: SignedDuration::from_hours(1),
            per_address: 30,
            per_thing: 3_000,
            sent: Mutex::default(),
        }
    }

    /// True where one more may be sent now; it is counted then.
    pub fn allows(&self, origin: &Origin, thing: &str, now: Timestamp) -> bool {
        let mut sent = self.sent.lock().unwrap_or_else(PoisonError::into_inner);
        while sent.front().is_some_and(|(when, ..)| now.duration_since(*when) >= self.window) {
            sent.pop_front();
        }
        let from_here = sent.iter().filter(|(_, from, _)| *from == origin.0).count();
        let to_this = sent.iter().filter(|(.., to)| to == thing).count();
        let allowed = from_here < self.per_address && to_this < self.per_thing;
        if allowed {
            sent.push_back((now, origin.0.clone(), thing.to_owned()));
        }
        allowed
    }
}

/// The least time that a person takes to answer.
const QUICKEST: SignedDuration = SignedDuration::from_secs(3);

/// Why something is turned away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Suspicion {
    /// The field that people do not see was filled in.
    Trap,
    /// Nobody types that quickly.
    Quick,
    /// The form does not say when it was opened.
    Unsigned,
    /// Too much comes from this address, or for this thing.
    Flood,
}

impl Suspicion {
    /// What to tell a person who is taken for a robot.
    pub fn words(self, language: Language) -> String {
        let key = match self {
            Self::Trap => "guard-trap",
            Self::Quick | Self::Unsigned => "guard-again",
            Self::Flood => "guard-flood",
        };
        say!(language, key)
    }
}

/// Guards one form of a programme.
pub(crate) struct Guard {
    key: [u8; 32],
    thing: String,
}

/// Names of the guard's own fields.
const TRAP: &str = "website";
const OPENED: &str = "opened";

impl Guard {
    /// The key is the same for every instance of the program over the same store, and nobody else knows the moment in it.
    pub async fn of(app: &App, reader: &Reader, thing: &str) -> Result<Self, StoreError> {
        let programme = &reader.state().programme;
        let first = journal::first(app.programmes.store().reader(), programme.id.as_str()).await?;
        let mut hash = Sha256::new();
        for part in ["form", programme.id.as_str(), &programme.lead, thing] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        hash.update(first.map(|first| first.to_string()).unwrap_or_default().as_bytes());
        Ok(Self {
            key: hash.finalize().into(),
            thing: thing.to_owned(),
        })
    }

    /// A text with a seal that nobody else can make.
    pub fn sealed(&self, text: &str) -> String {
        format!("{}.{text}", self.seal(text))
    }

    /// The text behind a seal of ours.
    pub fn unsealed<'a>(&self, sealed: &'a str) -> Option<&'a str> {
        let (seal, text) = sealed.split_once('.')?;
        (seal == self.seal(text)).then_some(text)
    }

    fn seal(&self, text: &str) -> String {
        let inner = Sha256::new().chain_update(self.key).chain_update(text.as_bytes()).finalize();
        let outer = Sha256::new().chain_update(self.key).chain_update(inner).finalize();
        outer[..16].iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
    }

    /// The guard's fields: when the form was opened, and one that people do not see, nor are read aloud.
    pub fn parts(&self, fields: &Fields, language: Language, now: Timestamp) -> Markup {
        let known = Some(fields.text(OPENED)).filter(|opened| self.opened(opened).is_some());
        let opened = known.map_or_else(|| self.sealed(&now.as_second().to_string()), str::to_owned);
        html! {
            input type="hidden" name=(OPENED) value=(opened);
            div hidden {
                label for="felt-website" { (say!(language, "guard-leave-empty")) }
                input id="felt-website" name=(TRAP) value="" tabindex="-1" autocomplete="off";
            }
        }
    }

    fn opened(&self, sealed: &str) -> Option<Timestamp> {
        Timestamp::from_second(self.unsealed(sealed)?.parse().ok()?).ok()
    }

    /// Whether what was sent may come from a person; it is counted where it may.
    pub fn judge(&self, fields: &Fields, throttle: &Throttle, origin: &Origin, now: Timestamp) -> Result<(), Suspicion> {
        if !fields.text(TRAP).is_empty() {
            return Err(Suspicion::Trap);
        }
        let opened = self.opened(fields.text(OPENED)).ok_or(Suspicion::Unsigned)?;
        if now.duration_since(opened) < QUICKEST {
            return Err(Suspicion::Quick);
        }
        if throttle.allows(origin, &self.thing, now) {
            Ok(())
        } else {
            Err(Suspicion::Flood)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guard() -> Guard {
        Guard {
            key: [7; 32],
            thing: "varen".to_owned(),
        }
    }

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields::typed(
            pairs
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
        )
    }

    fn second(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_person_passes_and_a_robot_does_not() {
        let (guard, throttle, here) = (guard(), Throttle::of_statements(), Origin("a".to_owned()));
        let opened = guard.sealed("100");
        let judge = |pairs: &[(&str, &str)], now| guard.judge(&fields(pairs), &throttle, &here, second(now));
        assert_eq!(judge(&[("opened", &opened)], 110), Ok(()));
        assert_eq!(judge(&[("opened", &opened)], 101), Err(Suspicion::Quick));
        assert_eq!(judge(&[("opened", &opened), ("website", "x")], 110), Err(Suspicion::Trap));
        for forged in ["", "100", "0.100", &opened.replace(".100", ".50")] {
            assert_eq!(judge(&[("opened", forged)], 110), Err(Suspicion::Unsigned), "{forged}");
        }
    }

    #[test]
    fn one_address_does_not_fill_a_hearing_and_others_are_still_heard() {
        let (guard, throttle) = (guard(), Throttle::of_statements());
        let opened = guard.sealed("0");
        let form = fields(&[("opened", &opened)]);
        let sends = |from: &str, now| guard.judge(&form, &throttle, &Origin(from.to_owned()), second(now));
        let passed = (0..100).filter(|_| sends("robot", 10).is_ok()).count();
        assert_eq!(passed, 60);
        assert_eq!(sends("robot", 10), Err(Suspicion::Flood));
        assert_eq!(sends("person", 10), Ok(()));
        assert_eq!(sends("robot", 3700), Ok(()), "an hour later");
    }
}
