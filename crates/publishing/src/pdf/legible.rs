//! Text reduced to what the given fonts can show.
//!
//! PDF/UA refuses a file with a character that no font has, so one emoji in one measure would cost the whole plan its
//! PDF. Ornaments are left out; any other unknown character becomes the mark for "a character stood here".

use serde_json::Value;
use typst::text::Font;

/// Rewrites every string in the data.
pub(super) fn make_legible(value: &mut Value, fonts: &[Font]) {
    match value {
        Value::String(text) => {
            if !text.chars().all(is_plain) {
                *text = legible(text, fonts);
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| make_legible(value, fonts)),
        Value::Object(fields) => fields.values_mut().for_each(|value| make_legible(value, fonts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn legible(text: &str, fonts: &[Font]) -> String {
    text.chars().filter_map(|character| shown(character, fonts)).collect()
}

/// The characters that every text font has.
fn is_plain(character: char) -> bool {
    matches!(character, ' '..='~' | '\n' | 'æ' | 'ø' | 'å' | 'Æ' | 'Ø' | 'Å')
}

fn shown(character: char, fonts: &[Font]) -> Option<char> {
    match character {
        character if is_plain(character) => Some(character),
        '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        // typst treats it as a place to hyphenate and never draws it
        '\u{ad}' => Some(character),
        character if character.is_control() || is_invisible(character) => None,
        character if !is_private(character) && covered(character, fonts) => Some(character),
        character if is_ornament(character) => None,
        _ => ['\u{fffd}', '?'].into_iter().find(|&mark| covered(mark, fonts)),
    }
}

fn covered(character: char, fonts: &[Font]) -> bool {
    fonts.iter().any(|font| font.info().coverage.contains(u32::from(character)))
}

/// Joiners, selectors and changes of direction: without the glyphs that they act on they are noise.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

fn is_private(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

fn is_ornament(character: char) -> bool {
    matches!(character, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}
