//! How people ask: example questions for each section, and questions that no section answers.

use super::mistake::{Mistake, Mistakes, instead_of};
use super::names::SectionId;
use super::reader::{self, At, Table};
use crate::text::typed;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// The example questions of one article (`asked.toml`, and for other languages `asked.fr.toml` and so on).
#[derive(Clone, Debug, Default)]
pub struct Asked {
    sections: Vec<Vec<String>>,
    /// For each section, what is offered to somebody who is still typing.
    offered: Vec<Vec<String>>,
    elsewhere: Vec<String>,
}

impl Asked {
    /// No examples, for an article with this many sections.
    pub fn none(sections: usize) -> Asked {
        Asked {
            sections: vec![Vec::new(); sections],
            offered: vec![Vec::new(); sections],
            elsewhere: Vec::new(),
        }
    }

    /// Reads `asked.toml` for an article whose sections are `ids`, in reading order. Where the
    /// article could not be read, its sections are unknown and only the rest is checked.
    pub fn read(file: &Path, text: &str, ids: Option<&[SectionId]>) -> (Asked, Vec<Mistake>) {
        let mistakes = RefCell::new(Mistakes::new(file, text));
        let asked = reader::read(&mistakes, text, |root| {
            let mut owners = HashMap::new();
            let mut asked = Asked::none(ids.unwrap_or_default().len());
            if let Some(table) = root.table("sections") {
                asked.read_sections(&table, ids, &mut owners);
            }
            match root.table("offered") {
                Some(table) => asked.read_offered(&table, ids),
                None => asked.offer_whole_questions(),
            }
            if let Some(table) = root.table("elsewhere") {
                for (name, examples) in table.named_lists() {
                    let name = format!("elsewhere.{}", name.value);
                    let distinct = distinct(&table, &name, examples, &mut owners);
                    asked.elsewhere.extend(distinct);
                }
            }
            asked
        });
        (asked, mistakes.into_inner().into_vec())
    }

    /// Adds the examples of another language; one that stands here already stays where it is.
    pub fn join(&mut self, more: &Asked) {
        let known: HashSet<&String> = self.all().collect();
        let offered: HashSet<&String> = self.offered.iter().flatten().collect();
        let new = |texts: &Vec<String>, known: &HashSet<&String>| -> Vec<String> {
            let new = texts.iter().filter(|text| !known.contains(text));
            new.cloned().collect()
        };
        let more = Asked {
            sections: more.sections.iter().map(|it| new(it, &known)).collect(),
            offered: more.offered.iter().map(|it| new(it, &offered)).collect(),
            elsewhere: new(&more.elsewhere, &known),
        };
        for (section, texts) in self.sections.iter_mut().zip(more.sections) {
            section.extend(texts);
        }
        for (offered, texts) in self.offered.iter_mut().zip(more.offered) {
            offered.extend(texts);
        }
        self.elsewhere.extend(more.elsewhere);
    }

    /// How many sections the article has.
    pub fn sections(&self) -> usize {
        self.sections.len()
    }

    /// The same, where people also ask these `lines`, which no section answers.
    pub fn with_elsewhere<'l>(mut self, lines: impl IntoIterator<Item = &'l String>) -> Asked {
        let known: HashSet<&String> = self.all().collect();
        let lines = lines.into_iter().filter(|line| !known.contains(line));
        let lines: Vec<String> = lines.cloned().collect();
        self.elsewhere.extend(lines);
        self
    }

    /// Those examples alone that are to be `kept`, which is asked of each in the order of [`Asked::all`].
    pub fn filtered(&self, mut kept: impl FnMut(&str) -> bool) -> Asked {
        let mut some = |texts: &Vec<String>| -> Vec<String> {
            let some = texts.iter().filter(|text| kept(text));
            some.cloned().collect()
        };
        Asked {
            sections: self.sections.iter().map(&mut some).collect(),
            offered: self.offered.clone(),
            elsewhere: some(&self.elsewhere),
        }
    }

    /// The examples of the section at `position`.
    pub fn of(&self, position: usize) -> &[String] {
        &self.sections[position]
    }

    /// What is offered of the section at `position` to somebody who is still typing.
    pub fn offered(&self, position: usize) -> &[String] {
        &self.offered[position]
    }

    /// The questions that no section answers.
    pub fn elsewhere(&self) -> &[String] {
        &self.elsewhere
    }

    /// The questions that some section answers.
    pub fn about(&self) -> impl Iterator<Item = &String> {
        self.sections.iter().flatten()
    }

    /// Every example, those that no section answers last.
    pub fn all(&self) -> impl Iterator<Item = &String> {
        self.about().chain(&self.elsewhere)
    }

    /// Whether there is no example at all.
    pub fn is_empty(&self) -> bool {
        self.elsewhere.is_empty() && self.sections.iter().all(Vec::is_empty)
    }

    fn read_sections(
        &mut self,
        table: &Table<'_, '_, '_>,
        ids: Option<&[SectionId]>,
        owners: &mut HashMap<String, String>,
    ) {
        for (name, examples) in table.named_lists() {
            let examples = distinct(table, &name.value, examples, owners);
            let Some(ids) = ids else { continue };
            match ids.iter().position(|id| id.as_str() == name.value) {
                Some(position) => self.sections[position] = examples,
                None => no_section(table, &name, ids),
            }
        }
    }

    /// The lines that the author chose for somebody who is still typing, each once.
    fn read_offered(&mut self, table: &Table<'_, '_, '_>, ids: Option<&[SectionId]>) {
        let mut known = HashSet::new();
        for (name, lines) in table.named_lists() {
            let Some(ids) = ids else { continue };
            match ids.iter().position(|id| id.as_str() == name.value) {
                Some(position) => {
                    let lines = lines.into_iter().map(|line| line.value);
                    self.offered[position] = lines.filter(|it| known.insert(it.clone())).collect();
                }
                None => no_section(table, &name, ids),
            }
        }
    }

    /// Offers the examples that read as a whole question, where the author chose none.
    fn offer_whole_questions(&mut self) {
        let whole = |texts: &Vec<String>| -> Vec<String> {
            let whole = texts.iter().filter(|text| is_whole(text));
            whole.cloned().collect()
        };
        self.offered = self.sections.iter().map(whole).collect();
    }
}

/// Whether `text` begins and ends as a question does.
fn is_whole(text: &str) -> bool {
    let begins = text.starts_with(|c: char| c.is_uppercase() || c == '¿');
    begins && text.ends_with('?') && !text.contains(['"', '“', '.'])
}

fn no_section(table: &Table<'_, '_, '_>, name: &At<String>, ids: &[SectionId]) {
    table.mistake(
        name.at,
        format!("`{}` is no section", name.value),
        instead_of(&name.value, ids.iter().map(SectionId::as_str)),
    );
}

/// The examples that are new; one that stands elsewhere in the file is a mistake.
fn distinct(
    table: &Table<'_, '_, '_>,
    section: &str,
    examples: Vec<At<String>>,
    owners: &mut HashMap<String, String>,
) -> Vec<String> {
    let mut kept = Vec::with_capacity(examples.len());
    for At { value, at } in examples {
        let words: Vec<_> = typed(&value).map(|(word, _)| word).collect();
        let folded = match words.is_empty() {
            true => value.clone(),
            false => words.join(" "),
        };
        match owners.get(&folded) {
            Some(other) => table.mistake(
                at,
                format!("\"{value}\" is asked under `{other}` and under `{section}`"),
                "keep it under the section that answers it better",
            ),
            None => {
                owners.insert(folded, section.to_owned());
                kept.push(value);
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_belongs_to_one_section_that_exists() {
        let ids = [SectionId::introduction(), SectionId::closing()];
        let text = "[sections]\nintroduction = ['Why?', 'how come']\nclosng = ['x']\nclosing = ['why', 'end']\n[elsewhere]\nchat = ['hi']\n";
        let (asked, mistakes) = Asked::read(Path::new("asked.toml"), text, Some(&ids));
        let mistakes: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        assert_eq!(
            mistakes,
            [
                "asked.toml:3: `closng` is no section; did you mean `closing`?",
                "asked.toml:4: \"why\" is asked under `introduction` and under `closing`; keep it under the section that answers it better",
            ]
        );
        assert_eq!(asked.of(0), ["Why?", "how come"]);
        assert_eq!(asked.of(1), ["end"]);
        assert_eq!(asked.elsewhere(), ["hi"]);
    }
}
