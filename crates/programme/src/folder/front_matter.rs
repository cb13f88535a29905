//! Markdown files: TOML between two lines of `+++`, and the text under it.

/// A Markdown file, taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parts<'a> {
    /// The TOML; its first line is the file's second.
    pub front: &'a str,
    pub body: &'a str,
    /// The line on which the body begins.
    pub body_line: usize,
}

/// A line that opens or closes the front matter.
const FENCE: &str = "+++";

/// Why a file cannot be taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum FrontMatterError {
    #[error("the first line must be +++, then keys as in docs/programme-folder.md, then a line +++, then the text")]
    Opening,
    #[error("the front matter is not closed: write a line +++ after its last key")]
    Closing,
}

/// True where a text begins with a line `+++`.
pub(super) fn begins_with_fence(text: &str) -> bool {
    text.lines().next().is_some_and(|line| line.trim_end() == FENCE)
}

/// Takes a file apart.
pub(super) fn split(file: &str) -> Result<Parts<'_>, FrontMatterError> {
    if !begins_with_fence(file) {
        return Err(FrontMatterError::Opening);
    }
    let start = file.find('\n').ok_or(FrontMatterError::Closing)? + 1;
    let mut at = start;
    for (number, line) in file[start..].split_inclusive('\n').enumerate() {
        let next = at + line.len();
        if line.trim_end() == FENCE {
            return Ok(Parts {
                front: &file[start..at],
                body: &file[next..],
                body_line: number + 3,
            });
        }
        at = next;
    }
    Err(FrontMatterError::Closing)
}

/// Puts a file together.
pub(super) fn join(front: &str, body: &str) -> String {
    let end = if body.is_empty() { "" } else { "\n" };
    format!("{FENCE}\n{front}{FENCE}\n{body}{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_joined_is_split() {
        for body in ["", "Tekst.", "+++\nx = 1\n+++"] {
            let file = join("a = 1\n", body);
            let parts = split(&file).unwrap();
            assert_eq!((parts.front, parts.body.trim_end(), parts.body_line), ("a = 1\n", body, 4));
        }
        assert_eq!(split("+++\r\na = 1\r\n+++ \r\nb").unwrap().body, "b");
    }

    #[test]
    fn a_broken_fence_is_told() {
        assert_eq!(split("# Tekst"), Err(FrontMatterError::Opening));
        assert_eq!(split(""), Err(FrontMatterError::Opening));
        assert_eq!(split("+++"), Err(FrontMatterError::Closing));
        assert_eq!(split("+++\na = 1\n"), Err(FrontMatterError::Closing));
    }
}
