//! `verbatim check`: every mistake in the author's folder and the operator's file, at once.

use super::open;
use std::path::Path;
use std::process::ExitCode;
use time::OffsetDateTime;

pub(super) fn run(content: &Path, config: &Path) -> ExitCode {
    let bot = match open::open(content, config) {
        Ok(bot) => bot,
        Err(code) => return code,
    };
    for warning in bot.care.warnings(OffsetDateTime::now_utc().date()) {
        eprintln!("warning: {warning}");
    }
    for served in bot.shelf.all() {
        let sections = served.article.sections().len();
        println!("{}: {sections} sections, no mistakes.", served.article.slug);
    }
    ExitCode::SUCCESS
}
