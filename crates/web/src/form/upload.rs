//! Forms with files in them, as RFC 7578 says browsers send them.

use axum::Form;
use axum::body::to_bytes;
use axum::extract::{FromRequest, Request};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;

/// A file that came with a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Upload {
    /// As its sender named it, without a path.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// What a form sent.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Sent {
    pub pairs: Vec<(String, String)>,
    pub files: Vec<Upload>,
}

/// No form of ours has so many fields.
const MOST_PARTS: usize = 10_000;

/// Reads a form's body of at most `most` bytes; none where it is larger, or no form.
pub(crate) async fn sent(request: Request, most: usize) -> Option<Sent> {
    let Some(boundary) = boundary(request.headers()) else {
        // without files a form comes in its older form
        let Form(pairs) = Form::from_request(request, &()).await.ok()?;
        return Some(Sent { pairs, files: Vec::new() });
    };
    let body = to_bytes(request.into_body(), most).await.ok()?;
    parse(&boundary, &body)
}

fn boundary(headers: &HeaderMap) -> Option<String> {
    let kind = headers.get(CONTENT_TYPE)?.to_str().ok()?;
    let (kind, parameters) = kind.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let named = parameters.split(';').find_map(|one| one.trim().strip_prefix("boundary="))?;
    let boundary = named.trim_matches('"');
    (1..=70).contains(&boundary.len()).then(|| boundary.to_owned())
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let first = *wanted.first()?;
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| *byte == first) {
        if bytes[from + at..].starts_with(wanted) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

fn parse(boundary: &str, body: &[u8]) -> Option<Sent> {
    let (first, next) = (format!("--{boundary}"), format!("\r\n--{boundary}"));
    let mut rest = body.strip_prefix(first.as_bytes())?;
    let mut sent = Sent::default();
    for _ in 0..MOST_PARTS {
        if rest.starts_with(b"--") {
            return Some(sent);
        }
        let part = rest.strip_prefix(b"\r\n")?;
        let end = find(part, next.as_bytes())?;
        take(&part[..end], &mut sent)?;
        rest = &part[end + next.len()..];
    }
    None
}

/// One part: a field's value, or a file. A file field in which nothing was chosen sends a file without a name.
fn take(part: &[u8], sent: &mut Sent) -> Option<()> {
    let head_end = find(part, b"\r\n\r\n")?;
    let head = std::str::from_utf8(&part[..head_end]).ok()?;
    let value = &part[head_end + 4..];
    let disposition = head
        .split("\r\n")
        .find(|line| line.to_ascii_lowercase().starts_with("content-disposition:"))?;
    let name = parameter(disposition, " name=\"")?;
    match parameter(disposition, " filename=\"") {
        Some(file) if file.is_empty() && value.is_empty() => {}
        Some(file) => sent.files.push(Upload {
            name: last_part(&file),
            bytes: value.to_vec(),
        }),
        None => sent.pairs.push((name, String::from_utf8(value.to_vec()).ok()?)),
    }
    Some(())
}

/// Browsers write a quotation mark and the ends of lines in a name as per cent and two digits, and nothing else.
fn parameter(disposition: &str, beginning: &str) -> Option<String> {
    let (_, rest) = disposition.split_once(beginning)?;
    let (value, _) = rest.split_once('"')?;
    Some(value.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n"))
}

/// Some send the path on their own machine.
fn last_part(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last.chars().filter(|one| !one.is_control()).take(200).collect();
    if kept.trim().is_empty() { "vedlegg".to_owned() } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nHei\r\n-- på deg\r\n\
        --x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"C:\\brev.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-\r\n\
        --x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--x--\r\n";

    #[test]
    fn fields_and_files_are_told_apart() {
        let sent = parse("x", BODY.as_bytes()).unwrap();
        assert_eq!(sent.pairs, [("text".to_owned(), "Hei\r\n-- på deg".to_owned())]);
        let file = Upload {
            name: "brev.pdf".to_owned(),
            bytes: b"%PDF-".to_vec(),
        };
        assert_eq!(sent.files, [file]);
    }

    #[test]
    fn what_is_broken_off_is_no_form() {
        for end in 0..BODY.len() - "--\r\n".len() {
            let cut = &BODY.as_bytes()[..end];
            assert_eq!(parse("x", cut), None, "{end}");
        }
        assert_eq!(parse("y", BODY.as_bytes()), None);
        assert_eq!(last_part("../../etc/passwd"), "passwd");
        assert_eq!(last_part("\u{1b}\r\n"), "vedlegg");
    }
}
