//! The author's folder and the operator's file opened, or every mistake in them told.

use crate::bot::{Knowledge, Served};
use crate::care::Said;
use crate::config::Config;
use crate::content::{Library, Mistake, Text};
use crate::encoder::{self, Encoder};
use crate::store::Location;
use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;

/// What `content` makes, answering as `config` says.
///
/// # Errors
///
/// Every mistake in both, at once.
pub(super) fn read(content: &Path, config: &Path) -> Result<(Knowledge, Config), Vec<Mistake>> {
    let config = Config::load(config);
    let learned = learned(config.as_ref().ok());
    let wanted = config.as_ref().is_ok_and(|config| config.encoder);
    // Both take a good part of a second, and neither needs the other.
    let (knowledge, encoder) = thread::scope(|threads| {
        let encoder = threads.spawn(|| wanted.then(|| Encoder::open(&content.join("encoder"))));
        let knowledge =
            Library::load(content).and_then(|library| Knowledge::kept_in(&learned, library));
        (knowledge, encoder.join().expect("opening does not panic"))
    });
    let (mut knowledge, config) = match (knowledge, config) {
        (Ok(knowledge), Ok(config)) => (hearing(knowledge, encoder), config),
        (knowledge, config) => {
            return Err([knowledge.err(), config.err()]
                .into_iter()
                .flatten()
                .flatten()
                .collect());
        }
    };
    if let Some(chosen) = &config.article
        && !knowledge.shelf.set_default(&chosen.slug)
    {
        let served = knowledge.shelf.all().iter();
        let known = served.map(|served| served.article.slug.as_str());
        return Err(vec![chosen.unknown(known)]);
    }
    Ok((knowledge, config))
}

/// Where what was learned is kept: beside the database, or where it would be if it were a file.
fn learned(config: Option<&Config>) -> PathBuf {
    let database = config.map(|config| config.database.clone());
    let database = database.unwrap_or_else(|| Config::default().database);
    let url = env::var("DATABASE_URL").ok();
    match Location::trusting(url.as_deref(), &database) {
        Ok(Location::File(file)) => file.with_file_name("learned"),
        Ok(Location::Postgres(_)) | Err(_) => database.with_file_name("learned"),
    }
}

/// `knowledge` with its encoder. One that cannot be used is told and missed: words alone answer too.
fn hearing(knowledge: Knowledge, encoder: Option<Result<Encoder, encoder::Fault>>) -> Knowledge {
    match encoder {
        Some(Ok(encoder)) => knowledge.reading_with(encoder),
        Some(Err(fault)) => {
            eprintln!("The encoder is not used, words alone decide. {fault}");
            knowledge
        }
        None => knowledge,
    }
}

/// The same, with every mistake told on standard error.
///
/// # Errors
///
/// Exit code 1 after the mistakes were told.
pub(super) fn open(content: &Path, config: &Path) -> Result<Knowledge, ExitCode> {
    read(content, config)
        .map(|(knowledge, _)| knowledge)
        .map_err(|mistakes| {
            tell(&mistakes);
            ExitCode::FAILURE
        })
}

/// The messages of `library` that taught care, without those that have mistakes, which [`open`] tells.
pub(super) fn said(library: &Library) -> Said {
    let own = [library.said.clone()].into_iter();
    let all: Vec<Text> = own.chain(library.said_in.iter().cloned()).collect();
    Said::read_all(&all).0
}

/// The article named `slug`, or the one that answers where nobody chose.
///
/// # Errors
///
/// Exit code 2 after saying which articles there are.
pub(super) fn article<'k>(
    knowledge: &'k Knowledge,
    slug: Option<&str>,
) -> Result<&'k Served, ExitCode> {
    let Some(slug) = slug else {
        return Ok(knowledge.shelf.default_article());
    };
    knowledge.shelf.named(slug).ok_or_else(|| {
        let known: Vec<&str> = knowledge
            .shelf
            .all()
            .iter()
            .map(|s| s.article.slug.as_str())
            .collect();
        eprintln!(
            "There is no article `{slug}`. There are: {}.",
            known.join(", ")
        );
        ExitCode::from(2)
    })
}

/// Which article is asked on the command line, and the language to read it in if one was named.
#[derive(Clone, Copy)]
pub(super) struct Asked<'k> {
    served: &'k Served,
    language: Option<&'k str>,
}

impl<'k> Asked<'k> {
    /// The article named `slug`, or the one that answers where nobody chose, in `language`.
    ///
    /// # Errors
    ///
    /// Exit code 2 after saying which articles there are, or in which languages.
    pub(super) fn new(
        knowledge: &'k Knowledge,
        slug: Option<&str>,
        language: Option<&'k str>,
    ) -> Result<Asked<'k>, ExitCode> {
        let served = article(knowledge, slug)?;
        let there = |language| knowledge.shelf.in_language(served, language).is_some();
        if let Some(language) = language.filter(|language| !there(language)) {
            let texts = knowledge.shelf.texts_of(served);
            let known: Vec<&str> = texts.map(|it| it.article.about.language.as_str()).collect();
            eprintln!(
                "`{}` is not there in `{language}`. It is in: {}.",
                served.article.slug,
                known.join(", ")
            );
            return Err(ExitCode::from(2));
        }
        Ok(Asked { served, language })
    }

    /// The text of it that whoever asks `question` reads.
    pub(super) fn edition(self, knowledge: &'k Knowledge, question: &str) -> &'k Served {
        let written = knowledge.languages.of(question);
        let languages = self.language.into_iter().chain(written);
        knowledge.edition(self.served, languages)
    }
}

/// Prints every mistake on its own line.
pub(super) fn tell(mistakes: &[Mistake]) {
    for mistake in mistakes {
        eprintln!("{mistake}");
    }
}
