//! `verbatim try`: the author's page on this machine.

use super::{memory, open};
use crate::page::{self, Options};
use clap::Args as ClapArgs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, ClapArgs)]
pub(super) struct Args {
    /// Begin with this article.
    #[arg(long, value_name = "SLUG")]
    article: Option<String>,
    /// Listen at this port of 127.0.0.1; without it at any that is free.
    #[arg(long)]
    port: Option<u16>,
    /// Open no browser; the address is printed.
    #[arg(long)]
    no_open: bool,
    /// Labelled questions about the article, as `verbatim eval` reads them: shows those that fail, and asks them again
    /// before an example is added.
    #[arg(long, value_name = "FILE")]
    questions: Option<PathBuf>,
}

pub(super) fn run(content: &Path, config: &Path, args: Args) -> ExitCode {
    let opens = !args.no_open;
    let options = Options {
        content: content.to_owned(),
        config: config.to_owned(),
        article: args.article,
        port: args.port,
        questions: args.questions,
    };
    let (content, config) = (content.to_owned(), config.to_owned());
    let read = move || {
        let read = open::read(&content, &config);
        memory::give_back();
        read
    };
    match page::run(options, opens, Box::new(read)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
