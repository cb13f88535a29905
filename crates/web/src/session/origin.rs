//! Where a form was sent from: only our own pages may change anything.

use axum::http::{HeaderMap, HeaderName, Uri, header};

use crate::app::Settings;

/// Scheme, host and port.
#[derive(Debug, PartialEq, Eq)]
struct Origin {
    scheme: String,
    host: String,
    port: u16,
}

impl Origin {
    fn of(address: &str) -> Option<Self> {
        let uri: Uri = address.parse().ok()?;
        let scheme = uri.scheme_str()?.to_ascii_lowercase();
        let port = uri.port_u16().unwrap_or(if scheme == "https" { 443 } else { 80 });
        let host = uri.host()?.to_ascii_lowercase();
        Some(Self { scheme, host, port })
    }

    fn is_this_machine(&self) -> bool {
        matches!(self.host.as_str(), "localhost" | "127.0.0.1" | "[::1]")
    }
}

/// True for a request that one of our own pages sent. Browsers name the origin of every form; some old ones leave it out,
/// and then what they say beside it decides. Who says nothing at all is refused.
pub(crate) fn is_ours(headers: &HeaderMap, settings: &Settings) -> bool {
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let accepted = accepted(headers, settings);
    let is_accepted = |address: &str| Origin::of(address).is_some_and(|origin| accepted.contains(&origin));
    if let Some(origin) = text(header::ORIGIN) {
        return is_accepted(origin);
    }
    if let Some(site) = text(HeaderName::from_static("sec-fetch-site")) {
        return site == "same-origin";
    }
    text(header::REFERER).is_some_and(is_accepted)
}

/// The public address; on one's own machine also the name under which it was reached (a forwarded port, another name).
fn accepted(headers: &HeaderMap, settings: &Settings) -> Vec<Origin> {
    let public = Origin::of(&settings.public_url);
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let reached = host
        .filter(|_| public.as_ref().is_some_and(Origin::is_this_machine))
        .and_then(|host| Origin::of(&format!("http://{host}")));
    public.into_iter().chain(reached).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(public_url: &str, headers: &[(&'static str, &str)]) -> bool {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(*name, value.parse().unwrap());
        }
        let settings = Settings {
            public_url: public_url.to_owned(),
            files: std::path::PathBuf::new(),
        };
        is_ours(&map, &settings)
    }

    #[test]
    fn only_the_public_address_may_send_forms() {
        let public = "https://vekst.example.no";
        assert!(ours(public, &[("origin", "https://vekst.example.no")]));
        assert!(ours(public, &[("origin", "https://VEKST.example.no:443")]));
        for foreign in [
            "https://ond.example.no",
            "http://vekst.example.no",
            "https://vekst.example.no:8443",
            "https://vekst.example.no.ond.no",
            "null",
            "",
        ] {
            assert!(
                !ours(public, &[("origin", foreign), ("sec-fetch-site", "same-origin")]),
                "{foreign}"
            );
        }
        assert!(!ours(public, &[("origin", "http://ond.no"), ("host", "ond.no")]));
    }

    #[test]
    fn without_an_origin_the_browser_must_say_so_otherwise() {
        let public = "https://vekst.example.no";
        assert!(ours(public, &[("sec-fetch-site", "same-origin")]));
        assert!(!ours(
            public,
            &[("sec-fetch-site", "cross-site"), ("referer", "https://vekst.example.no/x")]
        ));
        assert!(ours(public, &[("referer", "https://vekst.example.no/byen/arbeid")]));
        assert!(!ours(public, &[("referer", "https://ond.example.no/")]));
        assert!(!ours(public, &[]));
    }

    #[test]
    fn on_ones_own_machine_the_name_it_was_reached_by_counts_too() {
        let local = "http://127.0.0.1:8420";
        assert!(ours(local, &[("origin", "http://localhost:8420"), ("host", "localhost:8420")]));
        assert!(!ours(local, &[("origin", "http://ond.no"), ("host", "localhost:8420")]));
    }
}
