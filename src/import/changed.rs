//! Marks that Discord cannot show, put into marks that it can. The words stay.

use std::collections::BTreeMap;
use std::fmt;

/// What was put into other marks: how often, and where first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed(BTreeMap<Mark, (usize, usize)>);

/// A kind of marks that were put into others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Lines of a paragraph that were broken for the width of a page.
    Wrapped,
    /// A heading deeper than Discord prints.
    DeepHeading,
    /// A link that leads nowhere from Discord.
    Link,
    /// A link of a web page.
    PageLink,
    /// Bold or slanted words of a web page.
    Emphasis,
    /// A link whose address stood elsewhere.
    Reference,
    /// A link in double brackets.
    Wiki,
    /// A number that leads to a note.
    Footnote,
    /// A letter written as its name.
    Entity,
    /// Signs that Discord takes for its own.
    Sign,
    /// A box around a hint.
    Hint,
    /// Rows and columns.
    Table,
    /// A program text without its fence.
    Code,
    /// A list's other marks.
    Bullet,
    /// A term with what it means below.
    Definition,
    /// Tags around words.
    Tag,
    /// The letters before a question and its answer.
    Letters,
    /// A heading's marks around its words.
    Heading,
}

impl Changed {
    /// Notes one on line `line`.
    pub fn note(&mut self, line: usize, mark: Mark) {
        let (count, first) = self.0.entry(mark).or_insert((0, line));
        *count += 1;
        *first = line.min(*first);
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes what is in `other` too.
    pub fn join(&mut self, other: Changed) {
        for (mark, (count, first)) in other.0 {
            let known = self.0.entry(mark).or_insert((0, first));
            known.0 += count;
            known.1 = known.1.min(first);
        }
    }

    /// One line for each kind.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|(mark, (count, first))| match count {
            1 => format!("line {first}: {mark}"),
            _ => format!("{count} times, first on line {first}: {mark}"),
        })
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Mark::Wrapped => "a line that the page broke goes on",
            Mark::DeepHeading => "a deep heading is printed bold; Discord knows three levels",
            Mark::Link => "a link inside its site or a heading keeps its words, not its address",
            Mark::PageLink => "a link of the page keeps its words, not its address",
            Mark::Emphasis => "bold or slanted words inside a line of the page are plain",
            Mark::Reference => "a link carries its address itself",
            Mark::Wiki => "`[[…]]` is its words",
            Mark::Footnote => "a note stands at the end of its section, under a small number",
            Mark::Entity => "a letter written as its name (`&mdash;`) is the letter",
            Mark::Sign => "`||` and `__` are shown as they are written, or bold",
            Mark::Hint => "a box is a line with its name in bold",
            Mark::Table => "a table is a list, a point for each row",
            Mark::Code => "a program text stands between fences",
            Mark::Bullet => "a list has Discord's marks",
            Mark::Definition => "a term is bold above what it means",
            Mark::Tag => "HTML tags are gone, their words stay",
            Mark::Letters => "\"Q:\" and \"A:\" are gone; the question is a heading",
            Mark::Heading => "a heading has no marks around its words",
        })
    }
}
