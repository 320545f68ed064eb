//! `verbatim import`: a text made into an article, word for word.

use crate::import::import_file;
use clap::Args as ClapArgs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, ClapArgs)]
pub(super) struct Args {
    /// The text: plain, Markdown or HTML.
    file: PathBuf,
    /// The article's name: small letters, digits and hyphens.
    #[arg(long = "as", value_name = "SLUG")]
    slug: String,
}

pub(super) fn run(content: &Path, args: &Args) -> ExitCode {
    match import_file(&args.file, content, &args.slug) {
        Ok(imported) => {
            println!("{imported}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
