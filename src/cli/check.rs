//! `verbatim check`: every mistake in the author's folder and the operator's file, at once.

mod heard;

use super::open;
use crate::answer::{Answer, Confidence, Source, answer_calmly};
use crate::bot::Served;
use crate::content::{Edition, Library};
use std::path::Path;
use std::process::ExitCode;
use time::OffsetDateTime;

pub(super) fn run(content: &Path, config: &Path) -> ExitCode {
    let knowledge = match open::open(content, config) {
        Ok(knowledge) => knowledge,
        Err(code) => return code,
    };
    let care = &knowledge.care;
    let warnings = care.warnings(OffsetDateTime::now_utc().date());
    let library = Library::load(content).ok();
    let said = library.as_ref().map(open::said).unwrap_or_default();
    let misjudged = care.misjudged(&said);
    for warning in warnings.into_iter().chain(misjudged) {
        eprintln!("warning: {warning}");
    }
    for warning in library.iter().flat_map(|library| &library.warnings) {
        eprintln!("warning: {warning}");
    }
    for served in knowledge.shelf.texts() {
        let source = knowledge.shelf.source(served);
        for title in unreached(source) {
            eprintln!(
                "warning: {}/{}: nobody reaches \"{title}\", by its own heading or by an example; say in the heading what only this section says, or write in asked.toml how people ask for it",
                content.join(served.article.slug.as_str()).display(),
                served.article.file(),
            );
        }
    }
    for language in library.as_ref().into_iter().flat_map(heard::heard) {
        println!("{language}");
    }
    for Served { article, .. } in knowledge.shelf.texts() {
        let (sections, slug) = (article.sections().len(), &article.slug);
        match article.edition {
            Edition::Own => println!("{slug}: {sections} sections, no mistakes."),
            Edition::Beside => {
                println!("{slug}/{}: {sections} sections, the same.", article.file());
            }
        }
    }
    ExitCode::SUCCESS
}

/// The headings of the sections that neither their own words nor an example reach.
fn unreached<'a>(source: Source<'a>) -> Vec<&'a str> {
    let sections = 0..source.article.sections().len();
    let titles = sections.map(|at| (at, source.article.section_title(at).as_str()));
    let unreached = titles.filter(|(at, title)| {
        let mut examples = source.index.examples_of(*at).iter();
        !title.is_empty()
            && !reaches(source, *at, title)
            && !examples.any(|example| reaches(source, *at, example))
    });
    unreached.map(|(_, title)| title).collect()
}

/// Whether `asked` leads to the section at `at`, quoted or offered.
fn reaches(source: Source<'_>, at: usize, asked: &str) -> bool {
    match answer_calmly(source, Confidence::default(), asked).answer {
        Answer::Passage(passage) | Answer::Section(passage) => passage.section() == at,
        Answer::Likely(passage, others) => passage.section() == at || others.contains(&at),
        Answer::DidYouMean(sections) | Answer::Sections(sections) => sections.contains(&at),
        Answer::Contents => true,
        // The nearest sections, where nothing answers, are no answer.
        Answer::NotInArticle(_) | Answer::Care(_) | Answer::Clinic | Answer::OtherLanguage => false,
    }
}
