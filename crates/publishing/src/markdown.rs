//! Markdown that people write, as safe HTML: no raw HTML, no addresses but those of the web and of mail.

use comrak::{Options, markdown_to_html};

/// Renders Markdown. Raw HTML is left out, `javascript:` and the like are emptied, and headings start at the second
/// level because a page has a first of its own.
pub fn to_html(markdown: &str) -> String {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    // `render.unsafe` stays off: that is what keeps scripts out.
    markdown_to_html(markdown, &options)
        .replace("<h1>", "<h2>")
        .replace("</h1>", "</h2>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_stays_text() {
        let html = to_html("<script>alert(1)</script>\n\n[x](javascript:alert(1)) **fet** <img src=x onerror=y>");
        assert!(
            !html.contains("<script") && !html.contains("javascript:") && !html.contains("<img"),
            "{html}"
        );
        assert!(html.contains("<strong>fet</strong>"));
    }
}
