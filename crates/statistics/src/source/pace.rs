//! How fast a source may be asked. Its answers say how many requests are left in the window; before they have, the pace
//! that Statistics Norway's own page gives is kept.

use std::time::Duration;

use jiff::Timestamp;
use reqwest::header::HeaderMap;

/// The pace of one server.
#[derive(Debug)]
pub(super) struct Pace {
    /// Requests for each window.
    limit: u32,
    window: Duration,
    began: Timestamp,
    sent: u32,
    not_before: Timestamp,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            limit: 30,
            window: Duration::from_mins(1),
            began: Timestamp::UNIX_EPOCH,
            sent: 0,
            not_before: Timestamp::UNIX_EPOCH,
        }
    }
}

impl Pace {
    /// How long to wait before the next request, which is counted.
    pub(super) fn before_next(&mut self, now: Timestamp) -> Duration {
        if until(now, self.began + self.window).is_zero() {
            (self.began, self.sent) = (now, 0);
        }
        let full = self.sent >= self.limit;
        let free = if full { self.began + self.window } else { now };
        let next = free.max(self.not_before).max(now);
        if full || next > now {
            (self.began, self.sent) = (next, 0);
        }
        self.sent += 1;
        until(now, next)
    }

    /// Takes note of what an answer says: `x-ratelimit-limit: 40`, `x-ratelimit-policy: 40;w=60s`, `x-ratelimit-remaining: 0`.
    pub(super) fn note(&mut self, headers: &HeaderMap, now: Timestamp) {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let number = |text: &str| text.trim().trim_end_matches('s').parse::<u32>().ok();
        if let Some(window) =
            text("x-ratelimit-policy").and_then(|policy| policy.split(';').find_map(|part| number(part.trim().strip_prefix("w=")?)))
        {
            self.window = Duration::from_secs(u64::from(window.clamp(1, 3_600)));
        }
        if let Some(limit) = text("x-ratelimit-limit").and_then(|limit| number(limit.split(';').next()?)) {
            self.limit = limit.max(1);
        }
        if text("x-ratelimit-remaining").and_then(number) == Some(0) {
            self.not_before = now + self.window;
        }
    }

    /// Takes note of what the server's configuration says; 0 calls mean that it does not say.
    pub(super) fn configured(&mut self, calls: u32, window: Duration) {
        if calls > 0 && !window.is_zero() {
            (self.limit, self.window) = (calls, window);
        }
    }

    /// How long to wait after the server said that there were too many requests (429): what it asks for, or the window.
    pub(super) fn after_refusal(&mut self, headers: &HeaderMap, now: Timestamp) -> Duration {
        self.note(headers, now);
        let asked = headers
            .get("retry-after")
            .and_then(|value| value.to_str().ok()?.trim().parse().ok());
        asked.map_or(self.window, |seconds: u64| Duration::from_secs(seconds.clamp(1, 3_600)))
    }
}

fn until(now: Timestamp, then: Timestamp) -> Duration {
    Duration::try_from(then.duration_since(now)).unwrap_or_default()
}
