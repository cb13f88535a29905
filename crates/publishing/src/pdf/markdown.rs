use comrak::nodes::{ListType, Node, NodeValue};
use comrak::{Arena, Options, parse_document};

use super::rich::{Block, Inline, WebAddress};

/// How deep lists may stand in lists, and words in words, before the rest is set flat.
const DEEPEST: usize = 4;

/// Reads simple Markdown: paragraphs, subheadings, lists, bold, emphasis and links.
///
/// What a printed plan has no place for is set as plain words (quotes, code, pictures by their description) or left
/// out (HTML, rules). A link that does not lead to an absolute web address is set as its words.
///
/// ```
/// use publishing::pdf::{Block, Inline, blocks_from_markdown};
///
/// assert_eq!(blocks_from_markdown("Vi *vokser*."), [Block::Paragraph(vec![
///     Inline::Text("Vi ".to_owned()),
///     Inline::Emphasis(vec![Inline::Text("vokser".to_owned())]),
///     Inline::Text(".".to_owned()),
/// ])]);
/// ```
pub fn blocks_from_markdown(markdown: &str) -> Vec<Block> {
    let arena = Arena::new();
    blocks(parse_document(&arena, markdown, &Options::default()), 0)
}

fn blocks(parent: Node<'_>, depth: usize) -> Vec<Block> {
    if depth > DEEPEST {
        return paragraph(flat_words(parent)).into_iter().collect();
    }
    parent.children().flat_map(|node| block(node, depth)).collect()
}

fn block(node: Node<'_>, depth: usize) -> Vec<Block> {
    let ordered = match &node.data().value {
        NodeValue::List(list) => list.list_type == ListType::Ordered,
        NodeValue::Heading(_) => return subheading(inlines(node, 0)).into_iter().collect(),
        NodeValue::Paragraph => return paragraph(inlines(node, 0)).into_iter().collect(),
        NodeValue::CodeBlock(code) => return paragraph(vec![Inline::Text(code.literal.trim().to_owned())]).into_iter().collect(),
        NodeValue::BlockQuote => return blocks(node, depth + 1),
        _ => return Vec::new(),
    };
    let items: Vec<_> = node
        .children()
        .map(|item| blocks(item, depth + 1))
        .filter(|item| !item.is_empty())
        .collect();
    match (items.is_empty(), ordered) {
        (true, _) => Vec::new(),
        (false, true) => vec![Block::Numbers(items)],
        (false, false) => vec![Block::Bullets(items)],
    }
}

fn paragraph(words: Vec<Inline>) -> Option<Block> {
    says_something(&words).then_some(Block::Paragraph(words))
}

/// An empty heading has no place in an accessible document.
fn subheading(words: Vec<Inline>) -> Option<Block> {
    says_something(&words).then_some(Block::Subheading(words))
}

fn says_something(words: &[Inline]) -> bool {
    words.iter().any(|piece| match piece {
        Inline::Text(text) => !text.trim().is_empty(),
        Inline::Strong(words) | Inline::Emphasis(words) | Inline::Link { words, .. } => says_something(words),
        Inline::Break => false,
    })
}

fn inlines(parent: Node<'_>, depth: usize) -> Vec<Inline> {
    if depth > DEEPEST {
        return flat_words(parent);
    }
    let mut pieces = Vec::new();
    for node in parent.children() {
        match &node.data().value {
            NodeValue::Text(text) => push_text(&mut pieces, text),
            NodeValue::Code(code) => push_text(&mut pieces, &code.literal),
            NodeValue::SoftBreak => push_text(&mut pieces, " "),
            NodeValue::LineBreak => pieces.push(Inline::Break),
            NodeValue::Strong => pieces.push(Inline::Strong(inlines(node, depth + 1))),
            NodeValue::Emph => pieces.push(Inline::Emphasis(inlines(node, depth + 1))),
            NodeValue::Link(link) => match WebAddress::parse(&link.url) {
                Some(address) => pieces.push(Inline::Link {
                    address,
                    words: unlinked(inlines(node, depth + 1)),
                }),
                None => pieces.extend(inlines(node, depth + 1)),
            },
            NodeValue::HtmlInline(_) => {}
            _ => pieces.extend(inlines(node, depth + 1)),
        }
    }
    pieces
}

/// A link has words of its own and no link inside it.
fn unlinked(words: Vec<Inline>) -> Vec<Inline> {
    words
        .into_iter()
        .flat_map(|piece| {
            if let Inline::Link { words, .. } = piece {
                words
            } else {
                vec![piece]
            }
        })
        .collect()
}

/// All words below the node without their structure, so that no nesting can exhaust the typesetter.
fn flat_words(parent: Node<'_>) -> Vec<Inline> {
    let mut pieces = Vec::new();
    for node in parent.descendants() {
        match &node.data().value {
            NodeValue::Text(text) => push_text(&mut pieces, text),
            NodeValue::Code(code) => push_text(&mut pieces, &code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak | NodeValue::Item(_) => push_text(&mut pieces, " "),
            _ => {}
        }
    }
    pieces
}

/// Neighbouring words become one piece.
fn push_text(pieces: &mut Vec<Inline>, text: &str) {
    if let Some(Inline::Text(before)) = pieces.last_mut() {
        before.push_str(text);
    } else {
        pieces.push(Inline::Text(text.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Inline {
        Inline::Text(words.to_owned())
    }

    #[test]
    fn paragraphs_lists_and_subheadings_keep_their_shape() {
        let read = blocks_from_markdown("## Hva\n\nVi **skal**\nvokse.\n\n- ett\n- to\n\n1. først\n");
        assert_eq!(
            read,
            [
                Block::Subheading(vec![text("Hva")]),
                Block::Paragraph(vec![text("Vi "), Inline::Strong(vec![text("skal")]), text(" vokse.")]),
                Block::Bullets(vec![
                    vec![Block::Paragraph(vec![text("ett")])],
                    vec![Block::Paragraph(vec![text("to")])]
                ]),
                Block::Numbers(vec![vec![Block::Paragraph(vec![text("først")])]]),
            ]
        );
    }

    #[test]
    fn only_links_to_the_web_remain_links() {
        let read = blocks_from_markdown("[trygg](https://knf.kongsberg.no) og [utrygg](javascript:alert(1))");
        let [Block::Paragraph(pieces)] = read.as_slice() else {
            panic!("one paragraph, not {read:?}")
        };
        assert!(matches!(&pieces[0], Inline::Link { words, .. } if words == &[text("trygg")]));
        assert_eq!(pieces[1..], [text(" og "), text("utrygg")]);
    }

    #[test]
    fn html_and_empty_headings_are_left_out() {
        assert_eq!(blocks_from_markdown("#\n\n<script>alert(1)</script>\n\n---\n"), []);
        assert_eq!(
            blocks_from_markdown("a <b>c</b>"),
            [Block::Paragraph(vec![text("a "), text("c")])].map(join)
        );
    }

    /// Text on both sides of left-out HTML is one piece.
    fn join(block: Block) -> Block {
        let Block::Paragraph(pieces) = block else { return block };
        let words = pieces
            .iter()
            .map(|piece| if let Inline::Text(text) = piece { text.as_str() } else { "" });
        Block::Paragraph(vec![text(&words.collect::<String>())])
    }

    #[test]
    fn nesting_has_a_bottom() {
        let read = blocks_from_markdown(&format!("{}bunn", "> ".repeat(3000)));
        assert_eq!(read, [Block::Paragraph(vec![text("bunn")])]);
        let lists: Vec<String> = (0..200).map(|depth| format!("{}- nivå", "  ".repeat(depth))).collect();
        let lists = lists.join("\n");
        assert!(format!("{:?}", blocks_from_markdown(&lists)).matches("Bullets").count() <= DEEPEST + 1);
    }
}
