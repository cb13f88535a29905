//! The texts of pages, documents and mail, from `locales/{nb,nn,en}/*.ftl`: one file per noun, the same keys in each
//! language. `say!(language, "key", name = value)` is the only way to a text.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader};
use programme::Language;

mod loaded {
    fluent_templates::static_loader! {
        pub(super) static LOADED_TEXTS = {
            locales: "../../locales",
            fallback_language: "nb",
            // Our texts are left to right throughout; isolation marks would only show up in copied text.
            customise: |bundle| bundle.set_use_isolating(false),
        };
    }
}

static IDENTIFIERS: LazyLock<[LanguageIdentifier; 3]> =
    LazyLock::new(|| Language::ALL.map(|language| language.tag().parse().unwrap_or_default()));

/// Values that a text has places for.
pub type Arguments = HashMap<Cow<'static, str>, FluentValue<'static>>;

/// The text of a key. A key that no file holds gives the key itself: the tests refuse such keys before a reader can.
pub fn text(language: Language, key: &str, arguments: &Arguments) -> String {
    let identifier = &IDENTIFIERS[language as usize];
    let found = if arguments.is_empty() {
        loaded::LOADED_TEXTS.try_lookup(identifier, key)
    } else {
        loaded::LOADED_TEXTS.try_lookup_with_args(identifier, key, arguments)
    };
    found.unwrap_or_else(|| key.to_owned())
}

/// A text in a language: `say!(language, "goal-behind", count = 294, shown = "294")`.
///
/// A number chooses plural forms; what the reader sees is formatted by [`crate::format`] and passed as text.
#[macro_export]
macro_rules! say {
    ($language:expr, $key:expr $(,)?) => {
        $crate::texts::text($language, $key, &$crate::texts::Arguments::new())
    };
    ($language:expr, $key:expr, $($name:ident = $value:expr),+ $(,)?) => {{
        let mut arguments = $crate::texts::Arguments::new();
        $(arguments.insert(::std::borrow::Cow::Borrowed(stringify!($name)), $crate::texts::Argument::from($value).0);)+
        $crate::texts::text($language, $key, &arguments)
    }};
}

/// What can be put into a text.
pub struct Argument(pub FluentValue<'static>);

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self(FluentValue::from(text.to_owned()))
    }
}

impl From<&String> for Argument {
    fn from(text: &String) -> Self {
        Self(FluentValue::from(text.clone()))
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self(FluentValue::from(text))
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl From<$number> for Argument {
            fn from(number: $number) -> Self {
                Self(FluentValue::from(number))
            }
        }
    )*};
}

numbers!(i64, u64, u32, usize, u16, i16, i32);

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::{Path, PathBuf};

    fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
    }

    fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let mut found = Vec::new();
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                found.extend(files(&path, extension));
            } else if path.extension().is_some_and(|is| is == extension) {
                found.push(path);
            }
        }
        found.sort();
        found
    }

    /// Key → the places in its text, such as `$count`; a key that stands twice is a fault.
    fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
        let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut key = String::new();
        for file in files(&root().join("locales").join(language), "ftl") {
            for line in std::fs::read_to_string(&file).unwrap().lines() {
                if let Some((name, _)) = line.split_once(" =").filter(|(name, _)| is_key(name)) {
                    key = name.to_owned();
                    let before = messages.insert(key.clone(), BTreeSet::new());
                    assert!(
                        before.is_none(),
                        "{key} stands twice in {language}, the second time in {}",
                        file.display()
                    );
                }
                let places = line
                    .split('$')
                    .skip(1)
                    .map(|rest| rest.chars().take_while(|c| is_of_key(*c)).collect());
                messages.entry(key.clone()).or_default().extend(places);
            }
        }
        messages.remove("");
        messages
    }

    fn is_of_key(character: char) -> bool {
        character.is_ascii_alphanumeric() || character == '-' || character == '_'
    }

    fn is_key(text: &str) -> bool {
        text.starts_with(|first: char| first.is_ascii_lowercase()) && text.chars().all(is_of_key)
    }

    #[test]
    fn every_language_has_the_same_texts_with_the_same_places() {
        let bokmal = messages("nb");
        assert!(bokmal.len() > 100, "{}", bokmal.len());
        for language in ["nn", "en"] {
            let other = messages(language);
            let differing = |key: &&String| bokmal.get(*key) != other.get(*key);
            let faults: BTreeSet<&String> = bokmal.keys().chain(other.keys()).filter(differing).collect();
            assert_eq!(faults, BTreeSet::new(), "keys or places that differ between nb and {language}");
        }
    }

    #[test]
    fn every_key_that_the_code_names_has_a_text() {
        let known = messages("nb");
        let mut missing = BTreeSet::new();
        for file in files(&root().join("crates"), "rs")
            .iter()
            .filter(|file| file.components().any(|part| part.as_os_str() == "src"))
        {
            let code = std::fs::read_to_string(file).unwrap();
            for call in code.split("say!(").skip(1) {
                let arguments: String = call.chars().take(200).collect();
                let second = arguments.split_once(',').map_or("", |(_, rest)| rest.trim_start());
                let key = second
                    .strip_prefix('"')
                    .and_then(|rest| rest.split_once('"'))
                    .map_or("", |(key, _)| key);
                if is_key(key) && !known.contains_key(key) {
                    missing.insert(format!("{key} in {}", file.display()));
                }
            }
        }
        // `say!` itself, with its documentation.
        missing.retain(|place| !place.ends_with("texts.rs"));
        assert_eq!(missing, BTreeSet::new());
    }
}
