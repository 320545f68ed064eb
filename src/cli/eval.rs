//! `verbatim eval`: how well labelled questions are answered.

use super::open;
use crate::answer::{Confidence, answer};
use crate::content::{Article, read_text};
use crate::eval::{FLOORS, Figures, Judged, Kind, Labelled, Lines, Outcome};
use clap::Args as ClapArgs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

#[derive(Debug, ClapArgs)]
pub(super) struct Args {
    /// Labelled questions, one JSON object a line.
    file: PathBuf,
    /// Ask this article.
    #[arg(long, value_name = "SLUG")]
    article: Option<String>,
    /// Say how often an excerpt holds the line that answers: question TAB section TAB line, one a line.
    #[arg(long, value_name = "FILE")]
    lines: Option<PathBuf>,
    /// Print the figures as JSON.
    #[arg(long)]
    json: bool,
    /// Fail if a figure is below its floor.
    #[arg(long)]
    floors: bool,
    /// Name each question that went wrong, by its id.
    #[arg(long)]
    misses: bool,
}

pub(super) fn run(content: &Path, config: &Path, args: &Args) -> ExitCode {
    match figures(content, config, args) {
        Err(code) => code,
        Ok(figures) => {
            let told = match args.json {
                true => serde_json::to_string(&figures).expect("figures are plain numbers") + "\n",
                false => figures.to_string(),
            };
            // A reader that has seen enough and closed the pipe is no failure.
            let _ = io::stdout().write_all(told.as_bytes());
            let holds = FLOORS.iter().all(|floor| floor.holds(&figures));
            if args.floors && !holds {
                ExitCode::FAILURE
            } else {
                ExitCode::SUCCESS
            }
        }
    }
}

fn figures(content: &Path, config: &Path, args: &Args) -> Result<Figures, ExitCode> {
    let knowledge = open::open(content, config)?;
    let source = knowledge
        .shelf
        .source(open::article(&knowledge, args.article.as_deref())?);
    let text = read(&args.file)?;
    let lines = match &args.lines {
        None => Lines::default(),
        Some(file) => Lines::read(source.article, &read(file)?).map_err(|error| {
            eprintln!("{}:{error}", file.display());
            ExitCode::FAILURE
        })?,
    };
    let mut judged = Vec::new();
    for (line, text) in (1..).zip(text.lines()) {
        let question = Labelled::read(source.article, text).map_err(|error| {
            eprintln!("{}:{line}: {error}", args.file.display());
            ExitCode::FAILURE
        })?;
        let start = Instant::now();
        let answered = answer(
            source,
            &knowledge.care,
            Confidence::default(),
            &question.text,
        );
        let nanos = u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX);
        let line = lines.quoted(source.article, &question.id, &answered);
        judged.push(Judged::new(question, &answered, line, nanos));
    }
    if args.misses {
        judged
            .iter()
            .for_each(|judged| tell_miss(judged, source.article));
    }
    Ok(Figures::of(&judged))
}

fn read(file: &Path) -> Result<String, ExitCode> {
    read_text(file).map_err(|error| {
        eprintln!("{}: cannot be read: {error}", file.display());
        ExitCode::FAILURE
    })
}

/// Says what went wrong with one question, if anything.
fn tell_miss(judged: &Judged, article: &Article) {
    let wrong = match judged.question.kind {
        Kind::In => !judged.right_within(1) || !judged.right_or_offered(),
        Kind::Off => judged.outcome != Outcome::Nothing,
        Kind::Care => !matches!(judged.outcome, Outcome::Care(_)),
    };
    if wrong {
        let first = judged
            .ranked
            .first()
            .map_or("-", |s| article.sections()[*s].id.as_str());
        eprintln!(
            "{} {:?} {}: {:?}, first {first} {:.2}",
            judged.question.id,
            judged.question.kind,
            judged.question.style,
            judged.outcome,
            judged.sure
        );
    }
}
