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
