//! Two wordings of a text, word by word.
//!
//! Texts are taken apart into words, spaces and signs, and the shortest way from one to the other is found (Myers).
//! People do not read texts so: where only a word or two of a rewritten sentence happens to be the same, the whole of it
//! counts as rewritten. Long texts are compared paragraph by paragraph first, so that the work stays bounded however
//! long and however different they are.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A piece of a text that stayed, went or came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    Same(&'a str),
    Gone(&'a str),
    Come(&'a str),
}

impl<'a> Piece<'a> {
    /// Its words.
    pub fn text(&self) -> &'a str {
        match self {
            Self::Same(text) | Self::Gone(text) | Self::Come(text) => text,
        }
    }
}

/// Pieces of which the same and the gone make up the old text, the same and the new the new one.
pub fn between<'a>(before: &'a str, after: &'a str) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    if before.len() + after.len() <= SHORT {
        word_by_word(before, after, &mut pieces);
    } else {
        by_paragraph(before, after, &mut pieces);
    }
    pieces
}

/// Texts that are compared word by word at once, in bytes of both together: about four pages.
const SHORT: usize = 24_000;
/// Islands of fewer words than this between changes are no common ground.
const ISLAND: usize = 3;

fn by_paragraph<'a>(before: &'a str, after: &'a str, pieces: &mut Vec<Piece<'a>>) {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let (mut old_place, mut new_place) = (0, 0);
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let lengths = (op.old_range().len(), op.new_range().len());
        let old_text = stretch(before, &old[op.old_range()], &mut old_place);
        let new_text = stretch(after, &new[op.new_range()], &mut new_place);
        match op {
            DiffOp::Equal { .. } => pieces.push(Piece::Same(new_text)),
            DiffOp::Replace { .. } if lengths == (1, 1) && old_text.len() + new_text.len() <= SHORT => {
                word_by_word(old_text, new_text, pieces);
            }
            _ => push_changed(pieces, old_text, new_text),
        }
    }
}

fn word_by_word<'a>(before: &'a str, after: &'a str, pieces: &mut Vec<Piece<'a>>) {
    let (old, new) = (parts(before), parts(after));
    let (mut old_place, mut new_place) = (0, 0);
    for stretch_of in without_islands(capture_diff_slices(Algorithm::Myers, &old, &new), &old) {
        let old_text = stretch(before, &old[stretch_of.old.clone()], &mut old_place);
        let new_text = stretch(after, &new[stretch_of.new.clone()], &mut new_place);
        if stretch_of.same {
            pieces.push(Piece::Same(new_text));
        } else {
            push_changed(pieces, old_text, new_text);
        }
    }
}

fn push_changed<'a>(pieces: &mut Vec<Piece<'a>>, old: &'a str, new: &'a str) {
    pieces.extend((!old.is_empty()).then_some(Piece::Gone(old)));
    pieces.extend((!new.is_empty()).then_some(Piece::Come(new)));
}

/// The text that the next parts make up; parts follow one another without gaps.
fn stretch<'a>(text: &'a str, parts: &[&str], place: &mut usize) -> &'a str {
    let start = *place;
    *place += parts.iter().map(|part| part.len()).sum::<usize>();
    &text[start..*place]
}

/// A stretch of both texts.
struct Stretch {
    same: bool,
    old: std::ops::Range<usize>,
    new: std::ops::Range<usize>,
}

/// Stretches in which changes with hardly a word between them are one change.
fn without_islands(ops: Vec<DiffOp>, old: &[&str]) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let count = ops.len();
    for (place, op) in ops.into_iter().enumerate() {
        let words = |range: std::ops::Range<usize>| old[range].iter().filter(|part| is_word(part)).count();
        let inside = place > 0 && place + 1 < count;
        let equal = matches!(op, DiffOp::Equal { .. });
        let same = equal && !(inside && words(op.old_range()) < ISLAND);
        match stretches.last_mut().filter(|last| !last.same && !same) {
            Some(last) => {
                last.old.end = op.old_range().end;
                last.new.end = op.new_range().end;
            }
            None => stretches.push(Stretch {
                same,
                old: op.old_range(),
                new: op.new_range(),
            }),
        }
    }
    stretches
}

fn is_word(part: &str) -> bool {
    part.starts_with(char::is_alphanumeric)
}

/// Words, stretches of white space, and single signs: together they are the text.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let inside = |character: char| {
            if first.is_alphanumeric() {
                character.is_alphanumeric()
            } else {
                first.is_whitespace() && character.is_whitespace()
            }
        };
        let end = rest.find(|character| !inside(character)).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end.max(first.len_utf8()));
        parts.push(part);
        rest = after;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::Piece::{Come, Gone, Same};
    use super::*;

    #[test]
    fn what_was_rewritten_stands_whole_beside_what_stayed() {
        let pieces = between(
            "Åpen dag i Krona 25. april, der utbyggere og kommunen viser fram boliger.",
            "Visninger etter avtale i uke 38, der utbyggere og kommunen viser fram boliger.",
        );
        assert_eq!(
            pieces,
            [
                Gone("Åpen dag i Krona 25. april"),
                Come("Visninger etter avtale i uke 38"),
                Same(", der utbyggere og kommunen viser fram boliger.")
            ]
        );
    }

    #[test]
    fn a_word_more_is_a_word_more() {
        assert_eq!(
            between("Vi skal vokse", "Vi skal vokse sammen"),
            [Same("Vi skal vokse"), Come(" sammen")]
        );
        assert_eq!(between("", "Ny"), [Come("Ny")]);
        assert_eq!(between("Borte", ""), [Gone("Borte")]);
        assert_eq!(between("Likt", "Likt"), [Same("Likt")]);
    }

    #[test]
    fn a_paragraph_of_a_very_long_text_is_found() {
        let paragraph = |number: usize| format!("Avsnitt {number} sier noe om det som skal gjøres dette året.\n\n");
        let long: String = (0..600).map(paragraph).collect();
        let other = long.replace("Avsnitt 300 sier noe", "Avsnitt 300 sier ingenting");
        let changed: Vec<Piece<'_>> = between(&long, &other)
            .into_iter()
            .filter(|piece| !matches!(piece, Same(_)))
            .collect();
        assert_eq!(changed, [Gone("noe"), Come("ingenting")]);
    }
}
