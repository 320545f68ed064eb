//! Which section of a new text is which section of an article that is there.

use super::{Known, KnownSection};
use crate::content::SectionId;
use crate::import::headings::label;
use crate::import::part::Part;
use crate::text::words;
use std::fmt;
use toml::{Table, Value};

/// The parts of a new text beside the sections that are there.
pub struct Match<'k> {
    /// The article that is there.
    pub known: &'k Known,
    /// For each part the position of its section.
    of: Vec<Option<usize>>,
}

/// What a new text took, and what it left.
#[derive(Clone, Debug)]
pub struct Moved {
    name: String,
    is_before: bool,
    kept: usize,
    questions: usize,
    /// Sections that stand elsewhere or are called otherwise now: before, and now.
    moved: Vec<(String, String)>,
    new: Vec<String>,
    /// Sections that have no part here, and how many questions they had.
    gone: Vec<(String, usize)>,
}

impl<'k> Match<'k> {
    /// Finds for each of `parts` the section with its title or, where none has it, with its number.
    pub fn of(parts: &[Part], known: &'k Known) -> Match<'k> {
        let mut of: Vec<Option<usize>> = vec![None; parts.len()];
        let ways: [fn(&Part, &KnownSection) -> bool; 3] = [same_place, same_title, same_number];
        for way in ways {
            for at in 0..parts.len() {
                if of[at].is_some() {
                    continue;
                }
                let free = |section: &usize| !of.contains(&Some(*section));
                of[at] = (0..known.sections.len())
                    .filter(free)
                    .find(|&section| way(&parts[at], &known.sections[section]));
            }
        }
        Match { known, of }
    }

    /// The section of the part at `at`.
    pub fn section(&self, at: usize) -> Option<&'k KnownSection> {
        self.of[at].map(|section| &self.known.sections[section])
    }

    /// How many questions the part at `at` gets.
    pub fn questions(&self, at: usize) -> usize {
        self.section(at)
            .map_or(0, |section| self.questions_of(&section.id))
    }

    fn questions_of(&self, id: &SectionId) -> usize {
        self.known.counts.get(id.as_str()).copied().unwrap_or(0)
    }

    /// The files of questions, without those of sections that are none of `ids`.
    pub fn asked(&self, ids: &[SectionId]) -> Vec<(String, String)> {
        let files = self.known.asked.iter();
        files
            .map(|(name, text)| (name.clone(), only(text, ids)))
            .collect()
    }

    /// What the text whose parts have `ids` took and left.
    pub fn moved(&self, parts: &[Part], ids: &[SectionId]) -> Moved {
        let kept = self.of.iter().flatten().count();
        let now = |at: usize| {
            parts[at]
                .heading
                .clone()
                .unwrap_or_else(|| "the introduction".to_owned())
        };
        let moved = (0..parts.len()).filter_map(|at| {
            let before = heading(self.section(at)?);
            (self.known.is_before() && before != now(at)).then(|| (before, now(at)))
        });
        let gone = self
            .known
            .sections
            .iter()
            .filter(|section| !ids.contains(&section.id));
        Moved {
            name: self.known.name.clone(),
            is_before: self.known.is_before(),
            kept,
            questions: (0..parts.len()).map(|at| self.questions(at)).sum(),
            moved: moved.collect(),
            new: (0..parts.len())
                .filter(|at| self.of[*at].is_none())
                .map(now)
                .collect(),
            gone: gone
                .map(|section| (heading(section), self.questions_of(&section.id)))
                .collect(),
        }
    }
}

fn heading(section: &KnownSection) -> String {
    match (section.number, section.title.as_str()) {
        (Some(number), title) => format!("{number}. {title}"),
        (None, "") => "the introduction".to_owned(),
        (None, title) => title.to_owned(),
    }
}

/// The introduction and the closing have their places, whatever they are called.
fn same_place(part: &Part, section: &KnownSection) -> bool {
    let introduction = part.heading.is_none() && section.id == SectionId::introduction();
    introduction || (part.is_closing && section.is_closing)
}

fn same_title(part: &Part, section: &KnownSection) -> bool {
    let part = folded(part.title());
    !part.is_empty() && part == folded(&section.title)
}

/// Headings count in many ways: `3.`, `IV.`, `Reason 3:`.
fn same_number(part: &Part, section: &KnownSection) -> bool {
    let told = |heading: &str| label(heading).map(|label| label.number);
    let here = part.heading.as_deref().and_then(told).or(part.number());
    here.is_some() && here == section.number.or_else(|| told(&section.title))
}

fn folded(title: &str) -> Vec<String> {
    words(title).into_iter().map(|word| word.folded).collect()
}

/// The questions in `text` to sections among `ids`; others stand below as remarks, so that nobody's work is lost.
fn only(text: &str, ids: &[SectionId]) -> String {
    let Ok(mut table) = toml::from_str::<Table>(text) else {
        return text.to_owned();
    };
    let mut lost = String::new();
    for list in ["sections", "offered"] {
        let Some(sections) = table.get_mut(list).and_then(Value::as_table_mut) else {
            continue;
        };
        sections.retain(|name, lines| {
            let stays = ids.iter().any(|id| id.as_str() == name);
            if !stays {
                lost.push_str(&format!("#\n# {list}.{name}\n"));
                let lines = lines
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str);
                lines.for_each(|line| lost.push_str(&format!("# {line}\n")));
            }
            stays
        });
    }
    match toml::to_string_pretty(&table) {
        Ok(kept) if !lost.is_empty() => {
            format!("{kept}\n# Questions to sections that this article has not:\n{lost}")
        }
        _ => text.to_owned(),
    }
}

impl fmt::Display for Moved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Moved {
            name,
            kept,
            questions,
            ..
        } = self;
        match self.is_before {
            true => writeln!(
                f,
                "\nKept from the article before: ids, keywords and {questions} questions of {kept} sections."
            )?,
            false => writeln!(
                f,
                "\nTaken from `{name}`: ids, keywords, related parts and {questions} questions of {kept} sections. Read them: they speak of its words, not of these."
            )?,
        }
        for (before, now) in &self.moved {
            writeln!(f, "  \"{before}\" is \"{now}\" now")?;
        }
        for new in &self.new {
            writeln!(f, "  \"{new}\" is new: nothing is known of it")?;
        }
        for (gone, questions) in &self.gone {
            writeln!(
                f,
                "  \"{gone}\" has no part here; its {questions} questions are remarks at the end of asked.toml"
            )?;
        }
        Ok(())
    }
}
