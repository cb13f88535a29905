//! The files that every page loads: stylesheet, script, fonts and icon. `build.rs` makes them; their names contain a
//! hash of their content, so they are served under `/_/` as immutable and never go stale.

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// One embedded file, ready to send.
#[derive(Debug)]
pub struct Asset {
    /// Address on this server, such as `/_/site-0123456789ab.css`.
    pub path: &'static str,
    /// Content as it is.
    pub bytes: &'static [u8],
    /// Content for `Content-Encoding: gzip`; fonts have none, they are compressed already.
    pub gzip: Option<&'static [u8]>,
    /// Content for `Content-Encoding: br`.
    pub brotli: Option<&'static [u8]>,
    /// Value of `Content-Type`.
    pub content_type: &'static str,
    /// Value of `ETag`, quotes included.
    pub etag: &'static str,
}

/// Every embedded file, ordered by address.
pub fn all() -> &'static [Asset] {
    ASSETS
}

/// The file at an address such as `/_/site-0123456789ab.css`; the part after `/_/` alone is enough.
pub fn find(path: &str) -> Option<&'static Asset> {
    let name = path.strip_prefix("/_/").unwrap_or(path);
    ASSETS.iter().find(|asset| asset.path.strip_prefix("/_/") == Some(name))
}

/// Address of the stylesheet.
pub fn stylesheet_url() -> &'static str {
    STYLESHEET
}

/// Address of the script, which only makes pages more convenient.
pub fn script_url() -> &'static str {
    SCRIPT
}

/// Address of the icon for the browser's tab.
pub fn icon_url() -> &'static str {
    ICON
}

/// Addresses of the fonts that every page uses, to preload.
pub fn font_urls() -> &'static [&'static str] {
    FONTS
}

/// Inter as TrueType for documents: regular, italic, semibold, bold.
pub fn pdf_fonts() -> [&'static [u8]; 4] {
    PDF_FONTS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_that_pages_use_leads_to_a_file() {
        let addresses = [stylesheet_url(), script_url(), icon_url()];
        for address in addresses.iter().chain(font_urls()) {
            assert!(find(address).is_some(), "{address} is not embedded");
        }
        assert!(find("nothing.css").is_none());
    }

    #[test]
    fn the_stylesheet_loads_nothing_from_elsewhere() {
        let stylesheet = find(stylesheet_url()).map(|asset| String::from_utf8_lossy(asset.bytes));
        let stylesheet = stylesheet.expect("embedded");
        for part in stylesheet.split("url(").skip(1) {
            let address = part.trim_start_matches(['"', '\'']);
            assert!(address.starts_with("/_/") || address.starts_with("data:"), "{}", &address[..40]);
            if address.starts_with("/_/") {
                let end = address.find(['"', '\'', ')']).expect("closed");
                assert!(find(&address[..end]).is_some(), "{}", &address[..end]);
            }
        }
    }

    #[test]
    fn paper_never_gets_the_dark_colours() {
        let stylesheet = find(stylesheet_url()).map(|asset| String::from_utf8_lossy(asset.bytes));
        let stylesheet = stylesheet.expect("embedded");
        assert!(stylesheet.contains("@media screen and (prefers-color-scheme:dark)"));
        assert!(!stylesheet.contains("@media(prefers-color-scheme:dark)"));
        assert!(!stylesheet.contains("@media (prefers-color-scheme:dark)"));
    }

    #[test]
    fn a_page_stays_light_on_the_wire() {
        let sent = |path: &str| find(path).map_or(0, |asset| asset.gzip.unwrap_or(asset.bytes).len());
        let script = sent(script_url());
        let whole = script + sent(stylesheet_url()) + sent(icon_url()) + font_urls().iter().map(|font| sent(font)).sum::<usize>();
        assert!(script <= 5_000, "script is {script} bytes");
        assert!(whole <= 100_000, "stylesheet, script, icon and font are {whole} bytes");
    }

    #[test]
    fn documents_get_four_typefaces() {
        for font in pdf_fonts() {
            assert!(font.starts_with(&[0, 1, 0, 0]), "not TrueType");
        }
    }
}
