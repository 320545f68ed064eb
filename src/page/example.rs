//! A question made an example: what it would change is seen before it is kept.

use super::Options;
use super::desk::served;
use super::insert::{NoPlace, with_example};
use super::questions::questions;
use super::verdict::{title, verdict};
use crate::answer::Confidence;
use crate::bot::{Bot, Knowledge, Served};
use crate::content::phrases::tongue;
use crate::content::{Asked, Entry, Library, Mistake, SectionId, read_text};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// So long other questions are asked again; of a large article some are left out then, evenly. Whoever waits for more
/// goes to do something else.
const LOOK: Duration = Duration::from_secs(4);

/// Questions are asked in so many rounds, each over the whole list, so that what is left out lies everywhere.
const ROUNDS: usize = 16;

/// An example that may be kept, and what it would do.
pub(super) struct Proposal {
    /// Where it would stand.
    pub(super) file: PathBuf,
    /// What the file holds now; nothing if there is none.
    before: Option<Vec<u8>>,
    after: Vec<u8>,
    /// The example.
    pub(super) line: String,
    /// The section that it would be asked of, as it is called.
    pub(super) section: String,
    /// What the question itself meets now, and what it would meet.
    pub(super) own: (String, String),
    /// Other questions that would be answered otherwise.
    pub(super) changes: Vec<Change>,
    /// So many questions were asked again, of so many.
    pub(super) asked: (usize, usize),
}

/// A question that would be answered otherwise.
pub(super) struct Change {
    pub(super) text: String,
    pub(super) before: String,
    pub(super) after: String,
}

/// Sees what it would change if `question` were an example of the section named `id` in the article that `slug` names.
///
/// # Errors
///
/// Why it cannot be one.
pub(super) fn propose(
    options: &Options,
    bot: &Bot,
    slug: Option<&str>,
    question: &str,
    id: &str,
) -> Result<Proposal, Vec<Mistake>> {
    let served = served(bot, slug);
    let article = &served.article;
    let folder = options.content.join(article.slug.as_str());
    let line = one_line(question);
    let mut library = Library::load(&options.content)?;
    let entry = library
        .articles
        .iter_mut()
        .find(|entry| entry.article.slug == article.slug);
    let entry =
        entry.ok_or_else(|| refused(&folder, "the article is gone", "open the page again"))?;
    let sections = entry.article.sections();
    let Some(section) = sections
        .iter()
        .position(|section| section.id.as_str() == id)
    else {
        return Err(refused(
            &folder,
            "the article has no such section",
            "choose one that it has",
        ));
    };
    let ids: Vec<SectionId> = sections.iter().map(|section| section.id.clone()).collect();
    let section_title = title(&entry.article, section);
    let (file, asked) = file_for(&folder, entry, bot.knowledge.languages.of(&line));
    let before = fs::read(&file).ok();
    let after = with_line(&file, &ids, id, &line)?;
    let (read, mistakes) = Asked::read(&file, after.trim_start_matches(MARK), Some(&ids));
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let gained = |at: usize| read.of(at).len().saturating_sub(asked.of(at).len());
    if (0..ids.len()).any(|at| gained(at) != usize::from(at == section)) {
        return Err(refused(
            &file,
            "the line would not stand where it should",
            "write `[sections]` above the lists of the sections",
        ));
    }
    *asked = read;
    let mut then = Knowledge::build(library)?;
    if let Some(encoder) = &bot.knowledge.encoder {
        then = then.reading_with(Arc::clone(encoder));
    }
    let own = compared(bot, served, &then, &line);
    let (changes, asked) = changes(options, bot, served, &then, &line);
    Ok(Proposal {
        file,
        before,
        after: after.into_bytes(),
        line,
        section: section_title,
        own,
        changes,
        asked,
    })
}

/// The mark that may stand before a text to say how its bytes are read.
const MARK: char = '\u{feff}';

/// `question` as one line of an example: blanks as single spaces, no control characters.
fn one_line(question: &str) -> String {
    let words: Vec<&str> = question
        .split(|it: char| it.is_whitespace() || it.is_control())
        .filter(|it| !it.is_empty())
        .collect();
    words.join(" ")
}

/// The file of `entry` that holds examples in `language`, and what is asked there: its own, unless the article is asked in
/// that language by a file beside it.
fn file_for<'e>(
    folder: &Path,
    entry: &'e mut Entry,
    language: Option<&str>,
) -> (PathBuf, &'e mut Asked) {
    let about = &entry.article.about;
    let own = language.is_none_or(|language| tongue(language) == tongue(&about.language));
    let beside = language.filter(|_| !own).and_then(|language| {
        let mut others = about.asked_in.iter();
        others.position(|other| tongue(other) == tongue(language))
    });
    match beside {
        Some(at) => {
            let file = folder.join(format!("asked.{}.toml", about.asked_in[at]));
            (file, &mut entry.asked_in[at])
        }
        None => (folder.join("asked.toml"), &mut entry.asked),
    }
}

/// What `file` holds, with `line` under the section named `id`.
fn with_line(file: &Path, ids: &[SectionId], id: &str, line: &str) -> Result<String, Vec<Mistake>> {
    if line.is_empty() {
        return Err(refused(
            file,
            "an example without a word",
            "ask a question first",
        ));
    }
    let text = match file.exists() {
        true => read_text(file).map_err(|error| {
            refused(
                file,
                &format!("cannot be read: {error}"),
                "check its permissions",
            )
        })?,
        false => String::new(),
    };
    let marked = fs::read(file).is_ok_and(|bytes| bytes.starts_with(MARK.to_string().as_bytes()));
    let order: Vec<&str> = ids.iter().map(SectionId::as_str).collect();
    let text = with_example(&text, &order, id, line).map_err(|why| match why {
        NoPlace::Unread => refused(file, "it is not TOML", "mend it first"),
        NoPlace::NoTable => refused(
            file,
            "its sections are not lists in a table of their own",
            "write `[sections]` and `name = [\"…\"]` below it",
        ),
    })?;
    Ok(match marked {
        true => format!("{MARK}{text}"),
        false => text,
    })
}

fn refused(file: &Path, what: &str, instead: &str) -> Vec<Mistake> {
    vec![Mistake {
        file: file.to_owned(),
        line: 1,
        what: what.to_owned(),
        instead: instead.to_owned(),
    }]
}

/// The questions that would be answered otherwise if `then` were known, and how many were asked, of how many. Those from
/// the author's file come first.
fn changes(
    options: &Options,
    bot: &Bot,
    served: &Served,
    then: &Knowledge,
    line: &str,
) -> (Vec<Change>, (usize, usize)) {
    let labelled = options
        .questions
        .iter()
        .filter_map(|file| questions(file, &served.article).ok());
    let labelled: Vec<String> = labelled.flatten().map(|question| question.text).collect();
    let examples: Vec<&str> = served.index.examples().collect();
    let rounds = (0..ROUNDS).flat_map(|round| examples.iter().skip(round).step_by(ROUNDS).copied());
    let all = labelled.iter().map(String::as_str).chain(rounds);
    let (begun, mut asked, mut changes) = (Instant::now(), 0, Vec::new());
    for text in all.filter(|text| *text != line) {
        if begun.elapsed() > LOOK {
            break;
        }
        asked += 1;
        let (before, after) = compared(bot, served, then, text);
        if before != after {
            changes.push(Change {
                text: text.to_owned(),
                before,
                after,
            });
        }
    }
    (changes, (asked, labelled.len() + examples.len()))
}

/// What `text` meets in `served` now, and what it would meet if `then` were known.
fn compared(bot: &Bot, served: &Served, then: &Knowledge, text: &str) -> (String, String) {
    let met = |knowledge: &Knowledge, served: &Served| {
        let source = knowledge.shelf.source(served);
        let (answered, _) = knowledge.answer(source, Confidence::default(), text);
        verdict(&served.article, &answered.answer)
    };
    let there = then.shelf.named(served.article.slug.as_str());
    let after = there.map_or_else(String::new, |there| met(then, there));
    (met(&bot.knowledge, served), after)
}

impl Proposal {
    /// Writes the example into its file: whole, or not at all.
    ///
    /// # Errors
    ///
    /// The file changed since it was proposed, or the disk says no.
    pub(super) fn write(&self) -> io::Result<()> {
        if fs::read(&self.file).ok() != self.before {
            return Err(io::Error::other(
                "the file changed meanwhile; look at what it would change once more",
            ));
        }
        // A link stays one: what it leads to is replaced.
        let file = fs::canonicalize(&self.file).unwrap_or_else(|_| self.file.clone());
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let half = file.with_file_name(format!(".{name}.{}", std::process::id()));
        let written = put(&half, &self.after).and_then(|()| {
            if let Ok(about) = fs::metadata(&file) {
                fs::set_permissions(&half, about.permissions())?;
            }
            fs::rename(&half, &file)
        });
        if written.is_err() {
            drop(fs::remove_file(&half));
        }
        written
    }
}

/// Writes `bytes` to the disk itself, so that no power cut leaves half of them under the file's name.
fn put(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create(file)?;
    file.write_all(bytes)?;
    file.sync_all()
}
