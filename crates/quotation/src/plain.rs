//! A text without its markup, in which every character still knows where it stood.

/// One character of the text as it is read, and the byte at which it stood in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Char {
    pub at: usize,
    pub char: char,
}

/// Elements that end a line of thought.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "caption",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "ol",
    "p",
    "section",
    "table",
    "title",
    "ul",
];
/// Elements whose content is no text.
const SILENT: &[&str] = &["script", "style", "svg"];

/// What opens and is not closed within so many bytes is no markup; without a limit a hostile text takes quadratic time.
const LONGEST_TAG: usize = 4_000;

/// Takes away tags, comments, addresses of links and code. A cell of a table is told by `|`, as Markdown tells it, and what
/// ends a block by an empty line.
pub(crate) fn plain(text: &str) -> Vec<Char> {
    let mut chars = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(char) = text[at..].chars().next() {
        let rest = &text[at..];
        let taken = match char {
            '<' => tag(rest, at, &mut chars),
            '&' => entity(rest, at, &mut chars),
            // the address of a link in Markdown
            ']' if rest.starts_with("](") => on_the_line(rest, b')').map(|end| end + 1),
            _ if rest.starts_with("http://") || rest.starts_with("https://") => Some(
                rest.find(|char: char| char.is_whitespace() || "<>\")".contains(char))
                    .unwrap_or(rest.len()),
            ),
            '`' => on_the_line(&rest[1..], b'`').map(|end| end + 2),
            // emphasis stands in the middle of nothing
            '*' | '_' => Some(1),
            _ => None,
        };
        if let Some(taken) = taken {
            at += taken;
        } else {
            chars.push(Char { at, char: straight(char) });
            at += char.len_utf8();
        }
    }
    chars
}

/// Where a sign stands, if it stands on this line.
fn on_the_line(rest: &str, sign: u8) -> Option<usize> {
    let mut bytes = rest.bytes().take(LONGEST_TAG).enumerate();
    bytes
        .find(|(_, byte)| *byte == sign || *byte == b'\n')
        .filter(|(_, byte)| *byte == sign)
        .map(|(at, _)| at)
}

/// Signs that look alike are read alike.
fn straight(char: char) -> char {
    match char {
        '\u{a0}' | '\u{2009}' | '\u{202f}' | '\t' | '\r' => ' ',
        '\u{2212}' => '-',
        '\u{2013}' | '\u{2014}' => '–',
        other => other,
    }
}

/// How many bytes a tag takes, with what is silent inside it; none where `<` is no tag.
fn tag(rest: &str, at: usize, chars: &mut Vec<Char>) -> Option<usize> {
    if rest.starts_with("<!--") {
        return Some(rest.find("-->").map_or(rest.len(), |end| end + 3));
    }
    let named = rest[1..].trim_start_matches('/');
    if !named.starts_with(|char: char| char.is_ascii_alphabetic() || char == '!' || char == '?') {
        return None;
    }
    let end = rest.bytes().take(LONGEST_TAG).position(|byte| byte == b'>')? + 1;
    let name: String = named
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_ascii_lowercase();
    let mut put = |text: &str| chars.extend(text.chars().map(|char| Char { at, char }));
    let opens = !rest.starts_with("</");
    if BLOCKS.contains(&name.as_str()) {
        put("\n\n");
    } else if name == "tr" {
        put("\n");
    } else if opens && (name == "td" || name == "th") {
        put(" | ");
    }
    if opens && SILENT.contains(&name.as_str()) {
        let closing = format!("</{name}");
        let mut places = rest.as_bytes().windows(closing.len());
        let found = places.position(|place| place.eq_ignore_ascii_case(closing.as_bytes()));
        return Some(found.unwrap_or(rest.len()));
    }
    Some(end)
}

/// Named and numbered characters of HTML that stand in Norwegian text.
fn entity(rest: &str, at: usize, chars: &mut Vec<Char>) -> Option<usize> {
    let end = rest.bytes().take(12).position(|byte| byte == b';')?;
    let name = &rest[1..end];
    let char = match name {
        "nbsp" | "thinsp" | "ensp" | "emsp" => ' ',
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "minus" => '-',
        "ndash" | "mdash" => '–',
        "aelig" => 'æ',
        "oslash" => 'ø',
        "aring" => 'å',
        "AElig" => 'Æ',
        "Oslash" => 'Ø',
        "Aring" => 'Å',
        "laquo" => '«',
        "raquo" => '»',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    chars.push(Char { at, char: straight(char) });
    Some(end + 1)
}

/// Line and column, from 1, of a byte of the text; a column is a character.
pub(crate) fn place(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at];
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (line, before[start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        plain(text).iter().map(|char| char.char).collect()
    }

    #[test]
    fn markup_goes_and_places_stay() {
        assert_eq!(read("<b>27&nbsp;410</b> &oslash;yer"), "27 410 øyer");
        assert_eq!(read("[27 410](https://x.no/2018) **fine**"), "[27 410 fine");
        assert_eq!(read("a<script>var a = 1;</script>b"), "ab");
        assert_eq!(read("<tr><td>2018</td><td>27</td></tr>"), "\n | 2018 | 27\n");
        assert_eq!(read("3 < 4 og 5 > 2"), "3 < 4 og 5 > 2");
        let text = "én\n<p>27 410";
        let seven = plain(text).into_iter().find(|char| char.char == '7').unwrap();
        assert_eq!(place(text, seven.at), (2, 5));
    }

    #[test]
    fn what_is_cut_off_is_no_panic() {
        for text in [
            "<",
            "<!--",
            "<p",
            "&",
            "&#",
            "&#x;",
            "](",
            "`",
            "<script",
            "<script>",
            "&#xFFFFFFFF;",
            "æ<ø>å&é;",
        ] {
            plain(text);
        }
    }
}
