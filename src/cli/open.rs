//! The author's folder opened, or every mistake in it told.

use crate::bot::{Bot, Served};
use crate::content::{Library, Mistake};
use std::path::Path;
use std::process::ExitCode;

/// The bot that `content` makes; mistakes go to standard error.
///
/// # Errors
///
/// Exit code 1 after the mistakes were told.
pub(super) fn open(content: &Path) -> Result<Bot, ExitCode> {
    Library::load(content)
        .and_then(Bot::build)
        .map_err(|mistakes| {
            tell(&mistakes);
            ExitCode::FAILURE
        })
}

/// The article named `slug`, or the one that answers where nobody chose.
///
/// # Errors
///
/// Exit code 2 after saying which articles there are.
pub(super) fn article<'b>(bot: &'b Bot, slug: Option<&str>) -> Result<&'b Served, ExitCode> {
    let Some(slug) = slug else {
        return Ok(bot.shelf.default_article());
    };
    bot.shelf.named(slug).ok_or_else(|| {
        let known: Vec<&str> = bot
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

/// Prints every mistake on its own line.
pub(super) fn tell(mistakes: &[Mistake]) {
    for mistake in mistakes {
        eprintln!("{mistake}");
    }
}
