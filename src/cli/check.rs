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
    for language in knowledge.languages.all() {
        let mut articles = knowledge.shelf.all().iter();
        let heard = articles.any(|served| served.article.hears(&language.tag));
        let heard = match (heard, &language.sentence) {
            (true, _) => "questions are understood",
            (false, Some(_)) => "told in it which languages are understood",
            (false, None) => "questions are not understood",
        };
        println!("{}: {} words, {heard}.", language.name, language.words);
    }
    for served in knowledge.shelf.all() {
        let sections = served.article.sections().len();
        println!("{}: {sections} sections, no mistakes.", served.article.slug);
    }
    ExitCode::SUCCESS
}
