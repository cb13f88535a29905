//! An assumption as the fields of a form, and back.

use programme::{Assumption, Language, Text, Watch};

use crate::form::{Fields, Reading};
use crate::workspace::goal::typed;

/// What a form about an assumption begins with; numbers are written as the reader's language does.
pub(super) fn fields(assumption: &Assumption, language: Language) -> Fields {
    let mut fields = Fields::default();
    fields.add_wordings("text", &assumption.text);
    fields.add_wordings("sign", &assumption.sign);
    fields.add("owner", &assumption.owner.as_ref().map(ToString::to_string).unwrap_or_default());
    let watch = assumption.watch.as_ref();
    fields.add("watch", &watch.map(|watch| watch.indicator.to_string()).unwrap_or_default());
    let limit = |limit: Option<f64>| limit.map(|limit| typed(limit, language)).unwrap_or_default();
    fields.add("watch-above", &limit(watch.and_then(|watch| watch.above)));
    fields.add("watch-below", &limit(watch.and_then(|watch| watch.below)));
    fields.add_tick("example", assumption.example);
    fields
}

/// The assumption that `before` becomes by what was typed.
pub(super) fn read(reading: &mut Reading<'_>, before: &Assumption) -> Assumption {
    let fields = reading.fields;
    let text = fields.wordings("text");
    if text.is_empty() {
        reading.wrong("text-nb", "fault-empty");
    }
    Assumption {
        id: before.id.clone(),
        text,
        owner: reading.optional_choice("owner"),
        sign: fields.wordings("sign"),
        watch: read_watch(reading),
        example: fields.has("example"),
    }
}

/// A figure needs a limit, and a limit needs a figure.
fn read_watch(reading: &mut Reading<'_>) -> Option<Watch> {
    let mut limit = |name: &str| {
        let typed = !reading.fields.text(name).is_empty();
        typed.then(|| reading.decimal(name, 0)).flatten()
    };
    let (above, below) = (limit("watch-above"), limit("watch-below"));
    let indicator = reading.optional_choice("watch");
    if indicator.is_none() && (above.is_some() || below.is_some()) {
        reading.wrong("watch", "mistake-choice");
    }
    if indicator.is_some() && above.is_none() && below.is_none() && reading.mistakes.is_empty() {
        reading.wrong("watch-above", "fault-limit");
    }
    Some(Watch {
        indicator: indicator?,
        above,
        below,
    })
}

/// What a new assumption begins as.
pub(super) fn blank() -> Option<Assumption> {
    Some(Assumption {
        id: "x".parse().ok()?,
        text: Text::default(),
        owner: None,
        sign: Text::default(),
        watch: None,
        example: false,
    })
}
