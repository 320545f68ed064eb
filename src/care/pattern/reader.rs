//! Written patterns, read from left to right.

use super::compiler::Compiler;
use super::{Choice, Element, Pattern};
use crate::content::reader::{At, Table};
use crate::text::fold;

/// What an author wrote as one pattern.
pub(in crate::care) struct Written {
    pub(in crate::care) text: String,
    /// One for each way between its top bars.
    pub(in crate::care) patterns: Vec<Pattern>,
}

/// The patterns of `texts`; what cannot be read is a mistake in `table`.
pub(in crate::care) fn read_patterns(
    table: &Table<'_, '_, '_>,
    compiler: &mut Compiler<'_>,
    texts: Vec<At<String>>,
) -> Vec<Written> {
    let mut all = Vec::new();
    for At { value: text, at } in texts {
        match patterns(compiler, &text) {
            Ok(patterns) => all.push(Written { text, patterns }),
            Err(why) => table.mistake(
                at,
                format!("\"{text}\": {why}"),
                "see the head of rules.toml for what a pattern may hold",
            ),
        }
    }
    all
}

/// The patterns of `written`, one for each way between its top bars.
fn patterns(compiler: &mut Compiler<'_>, written: &str) -> Result<Vec<Pattern>, String> {
    let ways = read(compiler, written)?.into_iter().map(|way| {
        if !way.iter().any(has_words) {
            return Err("nothing in it must be said".to_owned());
        }
        Ok(Pattern {
            elements: way.into(),
        })
    });
    ways.collect()
}

/// Whether something must be said for `element`.
fn has_words(element: &Element) -> bool {
    match element {
        Element::Choice(choice) => choice.ways.iter().all(|way| way.iter().any(has_words)),
        Element::Word(_) | Element::Class(_) | Element::Number(..) => true,
        _ => false,
    }
}

/// The ways of `written`, one for each between its top bars.
fn read(compiler: &mut Compiler<'_>, written: &str) -> Result<Vec<Vec<Element>>, String> {
    let mut reader = Reader {
        compiler,
        rest: written,
    };
    let ways = reader.ways()?;
    match reader.rest {
        "" => Ok(ways),
        rest => Err(format!("a `)` without its `(` before `{rest}`")),
    }
}

/// Signs that stand for something by themselves; a longer one before its beginning.
const SIGNS: [(&str, Element); 8] = [
    ("...", gap(8, false)),
    ("..", gap(3, false)),
    ("*", gap(25, true)),
    (",", Element::Pause),
    ("^^", Element::MessageStart),
    ("^", Element::SentenceStart),
    ("$$", Element::MessageEnd),
    ("$", Element::SentenceEnd),
];

const fn gap(most: u32, over_not: bool) -> Element {
    Element::Gap { most, over_not }
}

struct Reader<'c, 'v, 'w> {
    compiler: &'c mut Compiler<'v>,
    rest: &'w str,
}

impl<'w> Reader<'_, '_, 'w> {
    /// `a b | c`
    fn ways(&mut self) -> Result<Vec<Vec<Element>>, String> {
        let mut ways = vec![Vec::new()];
        loop {
            self.rest = self.rest.trim_start();
            match self.rest.chars().next() {
                None | Some(')') if ways.iter().any(|way| may_be_empty(way)) => {
                    return Err("an empty way: something is missing beside a `|`".to_owned());
                }
                None | Some(')') => return Ok(ways),
                Some('|') => {
                    self.skip(1);
                    ways.push(Vec::new());
                }
                Some(_) => {
                    let way = ways.last_mut().expect("begins with one way");
                    self.element(way)?;
                }
            }
        }
    }

    /// One element, appended to `way`.
    fn element(&mut self, way: &mut Vec<Element>) -> Result<(), String> {
        if let Some((_, element)) = SIGNS.iter().find(|(sign, _)| self.took(sign)) {
            way.push(element.clone());
            return Ok(());
        }
        if self.took("!") {
            let mut absent = Vec::new();
            self.element(&mut absent)?;
            way.push(Element::Absent(choice(vec![absent])));
            return Ok(());
        }
        let said = self.said()?;
        if self.took("?") {
            way.push(Element::Optional(choice(vec![said])));
        } else {
            way.extend(said);
        }
        Ok(())
    }

    /// A class, a number, a group or a word.
    fn said(&mut self) -> Result<Vec<Element>, String> {
        if self.took("(") {
            let ways = self.ways()?;
            if !self.took(")") {
                return Err("a `(` without its `)`".to_owned());
            }
            return Ok(vec![Element::Choice(choice(ways))]);
        }
        if self.took("{") {
            let name = self.until('}')?;
            let class = self.compiler.known(name);
            let class = class.ok_or_else(|| format!("there is no class `{name}` under [words]"))?;
            return Ok(vec![Element::Class(class)]);
        }
        if self.took("<") {
            let range = self.until('>')?;
            let (least, most) = range.split_once('-').unwrap_or((range, range));
            let bounds = least.parse().ok().zip(most.parse().ok());
            let (least, most) =
                bounds.ok_or_else(|| format!("`<{range}>` is no range of numbers"))?;
            return Ok(vec![Element::Number(least, most)]);
        }
        self.word()
    }

    fn word(&mut self) -> Result<Vec<Element>, String> {
        let end = self
            .rest
            .find(|c: char| c.is_whitespace() || "()|?{}<>!+~^$*.,".contains(c));
        let typed = &self.rest[..end.unwrap_or(self.rest.len())];
        if typed.is_empty() {
            return Err(format!("cannot read `{}`", self.rest));
        }
        self.skip(typed.len());
        if self.took("~") {
            return Ok(vec![Element::Class(self.compiler.prefix(&fold(typed)))]);
        }
        if self.took("+") {
            return Ok(vec![Element::Class(self.compiler.forms(typed))]);
        }
        let words = self.compiler.vocabulary.spelled(typed);
        if words.is_empty() {
            return Err(format!("`{typed}` holds no word"));
        }
        let number = |word: &str| word.parse().ok().filter(|n: &u16| *n < 1000);
        Ok(words
            .iter()
            .map(|word| match number(word) {
                Some(n) => Element::Number(n, n),
                None => Element::Word(self.compiler.vocabulary.learn(word)),
            })
            .collect())
    }

    fn until(&mut self, sign: char) -> Result<&'w str, String> {
        let rest = self.rest;
        let (inside, after) = rest
            .split_once(sign)
            .ok_or_else(|| format!("`{sign}` is missing"))?;
        self.rest = after;
        Ok(inside.trim())
    }

    fn took(&mut self, sign: &str) -> bool {
        let took = self.rest.starts_with(sign);
        if took {
            self.skip(sign.len());
        }
        took
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = &self.rest[bytes..];
    }
}

/// Whether a way says nothing at all, or only what may be missing.
fn may_be_empty(way: &[Element]) -> bool {
    way.iter()
        .all(|element| matches!(element, Element::Optional(_)))
}

/// One of `ways`.
fn choice(ways: Vec<Vec<Element>>) -> Box<Choice> {
    let mut words = Vec::new();
    let mut longer = Vec::new();
    for way in ways {
        match way[..] {
            [Element::Word(word)] => words.push(word),
            _ => longer.push(way.into()),
        }
    }
    words.sort_unstable();
    words.dedup();
    Box::new(Choice {
        words: words.into(),
        ways: longer.into(),
    })
}
