//! The author's folder and the operator's file opened, or every mistake in them told.

use crate::bot::{Bot, Served};
use crate::config::Config;
use crate::content::{Library, Mistake};
use std::path::Path;
use std::process::ExitCode;

/// The bot that `content` makes, answering as `config` says.
///
/// # Errors
///
/// Every mistake in both, at once.
pub(super) fn read(content: &Path, config: &Path) -> Result<(Bot, Config), Vec<Mistake>> {
    let config = Config::load(config);
    let bot = Library::load(content).and_then(Bot::build);
    let (mut bot, config) = match (bot, config) {
        (Ok(bot), Ok(config)) => (bot, config),
        (bot, config) => {
            return Err([bot.err(), config.err()]
                .into_iter()
                .flatten()
                .flatten()
                .collect());
        }
    };
    if let Some(chosen) = &config.article
        && !bot.answer_from(&chosen.slug)
    {
        let served = bot.shelf.all().iter();
        let known = served.map(|served| served.article.slug.as_str());
        return Err(vec![chosen.unknown(known)]);
    }
    Ok((bot, config))
}

/// The same, with every mistake told on standard error.
///
/// # Errors
///
/// Exit code 1 after the mistakes were told.
pub(super) fn open(content: &Path, config: &Path) -> Result<Bot, ExitCode> {
    read(content, config)
        .map(|(bot, _)| bot)
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
