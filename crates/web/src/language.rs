//! The language of an answer stands in its address: `/kongsberg/maal` is bokmål, `/kongsberg/nn/maal` nynorsk and
//! `/kongsberg/en/maal` English. So no cookie is needed, and every address is one page in one language.

use axum::extract::Request;
use axum::http::Uri;
use programme::Language;

/// The address as the reader typed it, kept for links to the same page in other languages.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub language: Language,
    /// Path without the language segment.
    pub path: String,
    pub query: Option<String>,
}

/// Takes the language segment off the address and keeps it beside the request.
pub(crate) fn taken_from_address(mut request: Request) -> Request {
    let (language, path) = split(request.uri().path());
    let query = request.uri().query().map(str::to_owned);
    if language != Language::Nb
        && let Ok(uri) = with_query(&path, query.as_deref()).parse::<Uri>()
    {
        *request.uri_mut() = uri;
    }
    request.extensions_mut().insert(Asked { language, path, query });
    request
}

fn with_query(path: &str, query: Option<&str>) -> String {
    query.map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"))
}

/// `/kongsberg/nn/maal` gives nynorsk and `/kongsberg/maal`.
fn split(path: &str) -> (Language, String) {
    let mut parts = path.splitn(4, '/');
    let (Some(""), Some(programme), Some(segment)) = (parts.next(), parts.next(), parts.next()) else {
        return (Language::Nb, path.to_owned());
    };
    match segment {
        "nn" | "en" => {
            let rest = parts.next().map(|rest| format!("/{rest}")).unwrap_or_default();
            let language = segment.parse().unwrap_or_default();
            (language, format!("/{programme}{rest}"))
        }
        _ => (Language::Nb, path.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_stands_after_the_programme() {
        assert_eq!(split("/kongsberg"), (Language::Nb, "/kongsberg".to_owned()));
        assert_eq!(split("/kongsberg/maal/x"), (Language::Nb, "/kongsberg/maal/x".to_owned()));
        assert_eq!(split("/kongsberg/nn"), (Language::Nn, "/kongsberg".to_owned()));
        assert_eq!(split("/kongsberg/en/maal/x"), (Language::En, "/kongsberg/maal/x".to_owned()));
        assert_eq!(split("/kongsberg/enighet"), (Language::Nb, "/kongsberg/enighet".to_owned()));
        assert_eq!(split("/"), (Language::Nb, "/".to_owned()));
    }
}
