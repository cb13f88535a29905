//! The address under which readers reach the site.

use clap::Args;

#[derive(Debug, Clone, Args)]
pub struct Site {
    /// Address under which readers reach the site, such as https://vekst.example.no; sign-in links and documents name it
    #[arg(long, env = "VEKST_PUBLIC_URL", value_name = "URL", value_parser = public_url)]
    public_url: Option<String>,
}

impl Site {
    /// The address, or the one where the server is unless it was told otherwise.
    pub fn url(&self) -> String {
        self.url_or("http://127.0.0.1:8420")
    }

    pub fn url_or(&self, otherwise: &str) -> String {
        self.public_url.clone().unwrap_or_else(|| otherwise.to_owned())
    }
}

fn public_url(text: &str) -> Result<String, String> {
    let trimmed = text.trim_end_matches('/');
    let host = trimmed.strip_prefix("https://").or_else(|| trimmed.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', ' ']) => Ok(trimmed.to_owned()),
        _ => Err("write http:// or https:// and the name of the host, such as https://vekst.example.no".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_host_and_nothing_after_it() {
        assert_eq!(public_url("https://vekst.example.no/").as_deref(), Ok("https://vekst.example.no"));
        assert_eq!(public_url("http://localhost:8420").as_deref(), Ok("http://localhost:8420"));
        for wrong in ["vekst.example.no", "https://", "https://example.no/vekst", "ftp://example.no"] {
            assert!(public_url(wrong).is_err(), "{wrong}");
        }
    }
}
