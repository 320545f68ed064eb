//! `verbatim import`: a text made into an article, word for word, or a folder of them.

use crate::import::{Imported, Wanted, import_folder, import_wanted, name_of};
use clap::Args;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    /// The text (plain, Markdown, HTML, reStructuredText, AsciiDoc), or a folder of texts.
    file: PathBuf,
    /// The article's name: small letters, digits and hyphens. Without it, it is made of the file's.
    #[arg(long = "as", value_name = "SLUG")]
    slug: Option<String>,
    /// Its title, instead of the one that the text tells.
    #[arg(long)]
    title: Option<String>,
    /// Its language, as a tag: `fr`.
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// Take keywords, related parts and questions of this article for sections with the same title or number.
    #[arg(long, value_name = "OTHER", conflicts_with = "again")]
    like: Option<String>,
    /// Import a newer text over the article that is there; ids, keywords and questions stay.
    #[arg(long)]
    again: bool,
    /// Put the text beside the article that is there: the same in another language, section for section.
    #[arg(long, conflicts_with = "like")]
    beside: bool,
    /// Show all of everything that was left out; else long lines and long lists are cut.
    #[arg(long)]
    all: bool,
}

impl ImportArgs {
    fn report(&self, imported: &Imported) -> String {
        match self.all {
            true => format!("{imported:#}"),
            false => imported.to_string(),
        }
    }
}

pub(super) fn run(content: &Path, args: &ImportArgs) -> ExitCode {
    let wanted = Wanted {
        title: args.title.clone(),
        language: args.language.clone(),
        like: args.like.clone(),
        again: args.again,
        beside: args.beside,
    };
    if args.file.is_dir() {
        return many(content, args, &wanted);
    }
    let slug = args.slug.clone().unwrap_or_else(|| name_of(&args.file));
    match import_wanted(&args.file, content, &slug, &wanted) {
        Ok(imported) => {
            println!("{}", args.report(&imported));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Brings a folder of texts, each under the name of its file.
fn many(content: &Path, args: &ImportArgs, wanted: &Wanted) -> ExitCode {
    if args.slug.is_some() || args.title.is_some() || args.beside {
        eprintln!(
            "`--as`, `--title` and `--beside` are for one text. Leave them out: each article is named after its file."
        );
        return ExitCode::from(2);
    }
    let brought = match import_folder(&args.file, content, wanted) {
        Ok(brought) => brought,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    let mut failed = 0;
    for one in &brought {
        let file = one.file.display();
        match &one.result {
            Ok(imported) => println!("{file}:\n{}\n", args.report(imported)),
            Err(error) => {
                failed += 1;
                eprintln!("{file}: {error}\n");
            }
        }
    }
    println!(
        "{} of {} texts are articles now.",
        brought.len() - failed,
        brought.len()
    );
    match failed {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}
