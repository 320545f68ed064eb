//! A page as a tree: what stands inside what, and on which line.

use html5gum::emitters::default::{DefaultEmitter, Token};
use html5gum::{HtmlString, Tokenizer};

/// A page whose elements lie in one list; a parent stands before its children.
pub struct Tree {
    /// The elements, the root first.
    pub elements: Vec<Element>,
}

/// An element of a page.
pub struct Element {
    /// Its name in small letters; empty for the root.
    pub name: String,
    /// The line where it begins.
    pub line: usize,
    /// What it holds, in order.
    pub children: Vec<Child>,
    attributes: Vec<(String, String)>,
}

/// What stands in an element.
pub enum Child {
    /// The element at this position of the list.
    Element(usize),
    /// Words as they are in the text, and the line where they begin.
    Words(String, usize),
    /// A remark of the page's makers.
    Remark(String, usize),
}

/// No page that people write is deeper; what is, is read as if it stood at this depth.
const DEEPEST: usize = 200;

/// Elements without an end.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// What the start of the first ends, if it is open inside the nearest of the last.
const ENDS: &[(&[&str], &[&str], &[&str])] = &[
    (&["li"], &["li"], &["ul", "ol", "menu"]),
    (&["dt", "dd"], &["dt", "dd"], &["dl"]),
    (&["tr"], &["tr", "td", "th"], &["table"]),
    (&["td", "th"], &["td", "th"], &["tr", "table"]),
    (
        &["tbody", "thead", "tfoot"],
        &["tbody", "thead", "tfoot", "tr", "td", "th"],
        &["table"],
    ),
    (&["option"], &["option"], &["select"]),
];

/// What ends a paragraph by beginning.
const ENDS_PARAGRAPH: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "details",
    "div",
    "dl",
    "fieldset",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];

impl Tree {
    /// Reads `text`, whose first line has the number `first`.
    pub fn read(text: &str, first: usize) -> Tree {
        let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
        let line = |at: usize| first + ends.partition_point(|&end| end < at);
        let mut builder = Builder::new(first);
        let mut emitter = DefaultEmitter::new_with_span();
        emitter.naively_switch_states(true);
        let Ok(tokens): Result<Vec<Token<usize>>, _> =
            Tokenizer::new_with_emitter(text, emitter).collect();
        for token in tokens {
            match token {
                Token::StartTag(tag) => {
                    let attributes = tag
                        .attributes
                        .iter()
                        .map(|(name, value)| (said(name), said(value).trim().to_owned()));
                    builder.begin(said(&tag.name), line(tag.span.start), attributes.collect());
                    if tag.self_closing && builder.in_picture() {
                        builder.leave(builder.open.len() - 1);
                    }
                }
                Token::EndTag(tag) => builder.end(&said(&tag.name)),
                Token::String(string) => {
                    let words = said(&string.value);
                    builder.add(Child::Words(words, line(string.span.start)));
                }
                Token::Comment(comment) => {
                    let remark = said(&comment.value);
                    builder.add(Child::Remark(remark, line(comment.span.start)));
                }
                _ => (),
            }
        }
        builder.tree
    }

    /// The elements in reading order.
    pub fn all(&self) -> impl Iterator<Item = (usize, &Element)> {
        self.elements.iter().enumerate()
    }

    /// All words inside the element at `at`, in order, and what stands for its pictures.
    pub fn words(&self, at: usize) -> String {
        let mut words = String::new();
        self.gather(at, &mut words);
        words
    }

    fn gather(&self, at: usize, words: &mut String) {
        words.push_str(self.elements[at].value("alt").unwrap_or_default());
        for child in &self.elements[at].children {
            match child {
                Child::Words(more, _) => words.push_str(more),
                Child::Element(inner) => {
                    let gap = !is_inline(&self.elements[*inner].name);
                    if gap {
                        words.push(' ');
                    }
                    self.gather(*inner, words);
                    if gap {
                        words.push(' ');
                    }
                }
                Child::Remark(..) => (),
            }
        }
    }

    /// Whether an element with one of `names` stands inside the one at `at`.
    pub fn holds(&self, at: usize, names: &[&str]) -> bool {
        self.elements[at].elements().any(|inner| {
            names.contains(&self.elements[inner].name.as_str()) || self.holds(inner, names)
        })
    }
}

impl Element {
    /// The value of an attribute; nothing where it is not there or empty.
    pub fn value(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// Whether an attribute is there, with a value or without.
    pub fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|(known, _)| known == name)
    }

    /// The positions of the elements that it holds itself.
    pub fn elements(&self) -> impl Iterator<Item = usize> + '_ {
        self.children.iter().filter_map(|child| match child {
            Child::Element(at) => Some(*at),
            _ => None,
        })
    }
}

/// Whether an element stands inside a line.
pub fn is_inline(name: &str) -> bool {
    const INLINE: &[&str] = &[
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
        "em", "font", "i", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp",
        "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    ];
    INLINE.contains(&name)
}

fn said(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A tree that grows.
struct Builder {
    tree: Tree,
    /// The open elements, the root first.
    open: Vec<usize>,
}

impl Builder {
    fn new(line: usize) -> Builder {
        let root = Element {
            name: String::new(),
            line,
            children: Vec::new(),
            attributes: Vec::new(),
        };
        Builder {
            tree: Tree {
                elements: vec![root],
            },
            open: vec![0],
        }
    }

    fn name(&self, at: usize) -> &str {
        &self.tree.elements[self.open[at]].name
    }

    fn in_picture(&self) -> bool {
        (0..self.open.len()).any(|at| matches!(self.name(at), "svg" | "math"))
    }

    fn add(&mut self, child: Child) {
        let innermost = *self.open.last().expect("the root stays open");
        self.tree.elements[innermost].children.push(child);
    }

    fn begin(&mut self, name: String, line: usize, attributes: Vec<(String, String)>) {
        if ENDS_PARAGRAPH.contains(&name.as_str())
            && let Some(paragraph) = self.innermost(&["p"], &["td", "th", "li", "div", "button"])
        {
            self.leave(paragraph);
        }
        for (begins, ended, within) in ENDS {
            if begins.contains(&name.as_str())
                && let Some(outermost) = self.outermost(ended, within)
            {
                self.leave(outermost);
            }
        }
        let at = self.tree.elements.len();
        self.add(Child::Element(at));
        if !VOID.contains(&name.as_str()) && self.open.len() < DEEPEST {
            self.open.push(at);
        }
        self.tree.elements.push(Element {
            name,
            line,
            children: Vec::new(),
            attributes,
        });
    }

    fn end(&mut self, name: &str) {
        // A stray end inside a table or a list ends nothing around it.
        if let Some(at) = self.innermost(&[name], &[]) {
            self.leave(at);
        }
    }

    /// The place among the open elements of the innermost with one of `names`, unless one of `within` is nearer.
    fn innermost(&self, names: &[&str], within: &[&str]) -> Option<usize> {
        let near = (1..self.open.len())
            .rev()
            .take_while(|&at| !within.contains(&self.name(at)));
        near.into_iter().find(|&at| names.contains(&self.name(at)))
    }

    /// The same of the outermost.
    fn outermost(&self, names: &[&str], within: &[&str]) -> Option<usize> {
        let near = (1..self.open.len())
            .rev()
            .take_while(|&at| !within.contains(&self.name(at)));
        near.filter(|&at| names.contains(&self.name(at))).last()
    }

    fn leave(&mut self, at: usize) {
        self.open.truncate(at.max(1));
    }
}
