//! `verbatim check`: every mistake in the author's folder and the operator's file, at once.

mod heard;

use super::open;
use crate::content::Library;
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
    for language in library.as_ref().into_iter().flat_map(heard::heard) {
        println!("{language}");
    }
    for served in knowledge.shelf.all() {
        let sections = served.article.sections().len();
        println!("{}: {sections} sections, no mistakes.", served.article.slug);
    }
    ExitCode::SUCCESS
}
