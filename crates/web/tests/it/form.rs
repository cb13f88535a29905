//! Forms as a browser reads them: what stands in each field, and where they are sent.

/// A form of a page.
#[derive(Debug, Clone)]
pub struct Form {
    pub action: String,
    pub fields: Vec<(String, String)>,
}

impl Form {
    /// The workspace's form of a page; the sign-out form in the header is none.
    pub fn of(html: &str) -> Option<Self> {
        let start = html.find("<form class=\"vk-form\"")?;
        let form = &html[start..start + html[start..].find("</form>")?];
        let action = attribute(form.split('>').next()?, "action").unwrap_or_default();
        let mut fields = Vec::new();
        for part in form.split('<').skip(2) {
            let (tag, text) = part.split_once('>').unwrap_or((part, ""));
            read(tag, text, &mut fields);
        }
        Some(Self { action, fields })
    }

    pub fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// Types into a field, in place of what stood in it; a box is ticked by its value.
    pub fn fill(&mut self, name: &str, value: &str) -> &mut Self {
        self.fields.retain(|(key, _)| key != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn names(&self) -> Vec<String> {
        self.fields.iter().map(|(name, _)| name.clone()).collect()
    }
}

fn read(tag: &str, text: &str, fields: &mut Vec<(String, String)>) {
    let name = attribute(tag, "name");
    match (tag.split_whitespace().next().unwrap_or_default(), name) {
        ("input", Some(name)) => {
            let kind = attribute(tag, "type").unwrap_or_default();
            let chosen = !matches!(kind.as_str(), "checkbox" | "radio") || tag.split_whitespace().any(|word| word == "checked");
            if chosen {
                fields.push((name, attribute(tag, "value").unwrap_or_default()));
            }
        }
        // the first line break of a textarea is not part of its text
        ("textarea", Some(name)) => fields.push((name, plain(text.strip_prefix('\n').unwrap_or(text)))),
        ("select", Some(name)) => fields.push((name, "\u{0}".to_owned())),
        ("option", _) => choose(tag, fields),
        _ => {}
    }
}

/// A list sends its first option, or the one that is selected.
fn choose(tag: &str, fields: &mut [(String, String)]) {
    let selected = tag.split_whitespace().any(|word| word == "selected");
    if let Some((_, value)) = fields.last_mut()
        && (selected || value == "\u{0}")
    {
        *value = attribute(tag, "value").unwrap_or_default();
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next().map(plain)
}

fn plain(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}
