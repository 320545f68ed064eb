//! `verbatim check`: every mistake in the author's folder and the operator's file, at once.

use super::open;
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
    let said = open::said(content);
    let misjudged = care.misjudged(&said);
    for warning in warnings.into_iter().chain(misjudged) {
        eprintln!("warning: {warning}");
    }
    let dumb = |tag: &str| {
        knowledge
            .shelf
            .all()
            .iter()
            .all(|served| !served.index.understands(tag, true))
    };
    for language in knowledge.languages.all() {
        let heard = match (language.sentence.is_some(), dumb(&language.tag)) {
            (_, false) => "questions are understood",
            (true, true) => "told in it which languages are understood",
            (false, true) => "questions are not understood",
        };
        println!("{}: {} words, {heard}.", language.name, language.words);
    }
    for served in knowledge.shelf.all() {
        let sections = served.article.sections().len();
        println!("{}: {sections} sections, no mistakes.", served.article.slug);
    }
    ExitCode::SUCCESS
}
