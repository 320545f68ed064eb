//! `verbatim run`: answers on Discord until it is stopped.

use super::open;
use crate::bot::Bot;
use crate::config::Config;
use crate::content::{Library, Mistake};
use crate::discord;
use std::path::Path;
use std::process::ExitCode;

/// `EX_CONFIG`: something the operator or the author wrote is wrong, and a new start would not help.
const CONFIGURATION: u8 = 78;

pub(super) fn run(content: &Path, config: &Path) -> ExitCode {
    let (bot, config) = match opened(content, config) {
        Ok(opened) => opened,
        Err(mistakes) => {
            open::tell(&mistakes);
            return ExitCode::from(CONFIGURATION);
        }
    };
    discord::quiet::install(&config);
    match discord::run(bot, &config) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            eprintln!("{stop}");
            ExitCode::from(stop.code())
        }
    }
}

/// The operator's file first: it is read in no time.
fn opened(content: &Path, config: &Path) -> Result<(Bot, Config), Vec<Mistake>> {
    let config = Config::load(config)?;
    let mut bot = Library::load(content).and_then(Bot::build)?;
    if let Some(chosen) = &config.article
        && !bot.answer_from(&chosen.slug)
    {
        let served = bot.shelf.all().iter();
        let known = served.map(|served| served.article.slug.as_str());
        return Err(vec![chosen.unknown(known)]);
    }
    Ok((bot, config))
}
