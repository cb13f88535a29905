//! How much room text takes, without a font at hand.
//!
//! Widths are those of Inter, the widest of the faces that our pages, PDF and mail fall back through, rounded up to
//! groups. They need only be safe: a label is never wider than we think.

use super::mark::Weight;

/// Every text in a chart, in units of the drawing.
pub(super) const FONT_SIZE: f64 = 14.0;
/// From one baseline to the next.
pub(super) const LINE_HEIGHT: f64 = 18.0;
/// From the middle of a line to its baseline.
pub(super) const MIDDLE_TO_BASELINE: f64 = 5.0;

/// The width of a text on one line.
pub(super) fn width(text: &str, weight: Weight) -> f64 {
    let thousandths: f64 = text.chars().map(advance).sum();
    let heavier = match weight {
        Weight::Regular => 1.02,
        Weight::Bold => 1.07,
    };
    thousandths / 1000.0 * FONT_SIZE * heavier
}

fn advance(character: char) -> f64 {
    match character {
        '\u{202f}' | '\u{2009}' => 200.0,
        'i' | 'j' | 'l' | 'I' | '!' | ',' | '.' | ':' | ';' | '\'' | '|' | ' ' | '\u{a0}' | '·' => 335.0 - 50.0,
        't' | '/' | '\\' | '(' | ')' | '[' | ']' | 'f' | 'r' => 376.0,
        '1' | '{' | '}' | '-' | '_' | '"' | '*' | '?' => 511.0,
        'M' | 'W' | 'm' | 'w' | 'æ' | 'Æ' | 'œ' | 'Œ' | '%' | '@' | '—' | '…' => 1000.0,
        'A'..='Z' | 'À'..='Þ' | '&' | '+' | '−' | '=' | '<' | '>' => 765.0,
        'a'..='z' | 'ß'..='ÿ' | '–' | '°' => 616.0,
        '0'..='9' => 646.0,
        // Latin with more accents, Sámi among them
        '\u{100}'..='\u{24f}' => 800.0,
        // Anything else may be as wide as it is high, or a little wider
        _ => 1100.0,
    }
}

/// The text, or as much of its start as fits with an ellipsis.
pub(super) fn fitted(text: &str, room: f64, weight: Weight) -> String {
    if width(text, weight) <= room {
        return text.to_owned();
    }
    let mut start: Vec<char> = text.chars().collect();
    while start.pop().is_some() {
        let shorter: String = start.iter().collect::<String>().trim_end().to_owned() + "…";
        if width(&shorter, weight) <= room {
            return shorter;
        }
    }
    "…".to_owned()
}

/// The text over at most so many lines, broken at spaces that may break; the last one ends in an ellipsis if it must.
pub(super) fn wrapped(text: &str, room: f64, weight: Weight, most_lines: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let full = lines.len() >= most_lines;
        match lines.last_mut() {
            Some(line) if full || width(&format!("{line} {word}"), weight) <= room => *line = format!("{line} {word}"),
            _ => lines.push(word.to_owned()),
        }
    }
    lines.iter().map(|line| fitted(line, room, weight)).collect()
}

/// What XML allows in a text, on one line: control characters are dropped, line breaks become spaces.
pub(super) fn clean(text: &str) -> String {
    text.chars()
        .map(|character| if matches!(character, '\n' | '\r' | '\t') { ' ' } else { character })
        .filter(|&character| !character.is_control() && !matches!(character, '\u{fffe}' | '\u{ffff}'))
        .collect::<String>()
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_label_is_broken_at_spaces_and_ends_in_an_ellipsis() {
        assert_eq!(wrapped("Offisielt folketall", 80.0, Weight::Regular, 2), ["Offisielt", "folketall"]);
        assert_eq!(wrapped("Uten mottaket på Raumyr", 60.0, Weight::Regular, 2), ["Uten", "motta…"]);
        assert_eq!(wrapped("", 60.0, Weight::Regular, 2), [""; 0]);
    }

    #[test]
    fn nothing_is_wider_than_its_room_but_the_ellipsis_itself() {
        for room in [1.0, 20.0, 50.0, 120.0] {
            let text = fitted("Kongsberg kommune", room, Weight::Bold);
            assert!(width(&text, Weight::Bold) <= room || text == "…");
        }
    }

    #[test]
    fn the_number_does_not_break_at_its_thin_space() {
        assert_eq!(wrapped("29\u{202f}169 i dag", 50.0, Weight::Bold, 3), ["29\u{202f}169", "i dag"]);
    }

    #[test]
    fn what_xml_forbids_is_left_out() {
        assert_eq!(clean(" a\u{0}b\nc\u{ffff} "), "ab c");
    }
}
