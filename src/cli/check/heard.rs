//! How much of each language the author's files let us hear, so that nobody promises more.

use crate::care::Said;
use crate::content::phrases::{FIRST_LANGUAGE, tongue};
use crate::content::{Article, Asked, Entry, Language, Library, Text};
use std::fmt;

/// What the files hold of one language.
pub(super) struct Heard<'l> {
    language: &'l Language,
    /// The articles that can be read in it.
    read: Vec<&'l str>,
    /// For each article that is asked in it, the fewest and the most questions of a part, and those of other matters.
    asked: Vec<(&'l str, usize, usize, usize)>,
    /// Messages that teach when to care: those in need, and the others.
    said: (usize, usize),
}

/// What `library` holds of every language that we know when we meet it.
pub(super) fn heard(library: &Library) -> impl Iterator<Item = Heard<'_>> {
    let languages = library.words.languages().all().iter();
    languages.map(|language| Heard {
        language,
        read: library
            .articles
            .iter()
            .filter(|entry| is_read(entry, &language.tag))
            .map(|entry| entry.article.slug.as_str())
            .collect(),
        asked: library
            .articles
            .iter()
            .filter_map(|entry| asked(entry, &language.tag))
            .collect(),
        said: said(library, &language.tag),
    })
}

/// Whether the article of `entry` can be read in the language with this `tag`.
fn is_read(entry: &Entry, tag: &str) -> bool {
    let mut texts = [&entry.article].into_iter().chain(&entry.beside);
    texts.any(|article| article.is_in(tag))
}

/// How `entry` is asked in the language with this `tag`, if it is.
fn asked<'l>(entry: &'l Entry, tag: &str) -> Option<(&'l str, usize, usize, usize)> {
    let Article { slug, about, .. } = &entry.article;
    let others = about.asked_in.iter().zip(&entry.asked_in);
    let mut files = [(&about.language, &entry.asked)].into_iter().chain(others);
    let (_, asked): (_, &Asked) = files.find(|(language, _)| tongue(language) == tongue(tag))?;
    let sections = 0..entry.article.sections().len();
    let counts = sections.map(|section| asked.of(section).len());
    let (fewest, most) = (counts.clone().min()?, counts.max()?);
    Some((slug.as_str(), fewest, most, asked.elsewhere().len()))
}

/// The messages in the language with this `tag` that teach when to care: those in need, and the others.
fn said(library: &Library, tag: &str) -> (usize, usize) {
    let own = (tongue(tag) == FIRST_LANGUAGE).then_some(&library.said);
    let others = library.said_in.iter();
    let others = others.filter(|file| tongue(file.language()) == tongue(tag));
    let files: Vec<Text> = own.into_iter().chain(others).cloned().collect();
    let (said, _) = Said::read_all(&files);
    let messages = said.messages();
    let need = messages.iter().filter(|said| said.need.is_some()).count();
    (need, messages.len() - need)
}

impl fmt::Display for Heard<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Language {
            name,
            words,
            sentence,
            ..
        } = self.language;
        write!(f, "{name}: {words} words")?;
        if !self.read.is_empty() {
            write!(f, "; read in it: {}", self.read.join(", "))?;
        }
        match (self.asked.as_slice(), sentence) {
            ([], Some(_)) => write!(f, ", told in it which languages are understood")?,
            ([], None) => write!(f, ", questions are not understood")?,
            (asked, _) => {
                for (slug, fewest, most, elsewhere) in asked {
                    write!(
                        f,
                        "; {slug}: {fewest} to {most} questions a part, {elsewhere} of other matters"
                    )?;
                }
            }
        }
        match self.said {
            (0, 0) => write!(f, "."),
            (need, calm) => write!(f, "; care: {need} messages of need, {calm} of none."),
        }
    }
}
