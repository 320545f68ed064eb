//! `verbatim eval`: how well labelled questions are answered.

use super::open;
use crate::answer::{Confidence, Source, answer};
use crate::bot::Knowledge;
use crate::content::{Article, read_text};
use crate::encoder::Question;
use crate::eval::{
    Figures, Floor, IMAGINED, Judged, Kind, LANGUAGE, Labelled, Lines, Outcome, REAL, REAL_CARE,
};
use clap::{Args, ValueEnum};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

#[derive(Debug, Args)]
pub(super) struct EvalArgs {
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
    /// Fail if a figure is below its floor: that for imagined questions, for real people's, or for real messages
    /// that were judged for care alone.
    #[arg(long, value_name = "SET", num_args = 0..=1, default_missing_value = "imagined")]
    floors: Option<Floors>,
    /// Take only the lines whose `part` is this.
    #[arg(long, value_name = "PART")]
    part: Option<String>,
    /// Name each question that went wrong, by its id.
    #[arg(long)]
    misses: bool,
}

/// Which messages the limits are for.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Floors {
    /// Questions that we imagined.
    Imagined,
    /// Questions that real people asked.
    Real,
    /// Messages of real people, judged for care alone.
    RealCare,
    /// Messages in another language than the article's.
    Language,
}

impl Floors {
    fn all(self) -> &'static [Floor] {
        match self {
            Floors::Imagined => IMAGINED,
            Floors::Real => REAL,
            Floors::RealCare => REAL_CARE,
            Floors::Language => LANGUAGE,
        }
    }
}

pub(super) fn run(content: &Path, config: &Path, args: &EvalArgs) -> ExitCode {
    match try_run(content, config, args) {
        Err(code) => code,
        Ok(figures) => {
            let floors = args.floors.map_or(&[][..], Floors::all);
            match floors.iter().all(|floor| floor.holds(&figures)) {
                true => ExitCode::SUCCESS,
                false => ExitCode::FAILURE,
            }
        }
    }
}

/// Prints the figures, and beside those with the encoder those of the words alone. The floors are for the first.
fn try_run(content: &Path, config: &Path, args: &EvalArgs) -> Result<Figures, ExitCode> {
    let knowledge = open::open(content, config)?;
    let source = knowledge
        .shelf
        .source(open::article(&knowledge, args.article.as_deref())?);
    let questions = questions(source.article, args)?;
    let lines = match &args.lines {
        None => Lines::default(),
        Some(file) => Lines::read(source.article, &read(file)?).map_err(|error| {
            eprintln!("{}:{error}", file.display());
            ExitCode::FAILURE
        })?,
    };
    let judged = |reads: bool| -> Vec<Judged> {
        let questions = questions.iter().cloned();
        let judge = |question| judge(&knowledge, source, &lines, reads, question);
        questions.map(judge).collect()
    };
    let all = judged(true);
    if args.misses {
        all.iter()
            .for_each(|judged| tell_miss(judged, source.article));
    }
    let figures = Figures::of(&all);
    let by_words = knowledge
        .encoder
        .is_some()
        .then(|| Figures::of(&judged(false)));
    // A reader that has seen enough and closed the pipe is no failure.
    let _ = io::stdout().write_all(told(args, &figures, by_words.as_ref()).as_bytes());
    Ok(figures)
}

fn told(args: &EvalArgs, figures: &Figures, by_words: Option<&Figures>) -> String {
    if args.json {
        let figures = serde_json::json!({ "figures": figures, "by_words_alone": by_words });
        return figures.to_string() + "\n";
    }
    let mut told = figures.told(args.floors.map_or(&[][..], Floors::all));
    if let Some(by_words) = by_words {
        told += &format!("\nBy words alone, without the encoder:\n{by_words}");
    }
    told
}

fn questions(article: &Article, args: &EvalArgs) -> Result<Vec<Labelled>, ExitCode> {
    let text = read(&args.file)?;
    let mut questions = Vec::new();
    for (line, text) in (1..).zip(text.lines()) {
        let question = Labelled::read(article, text, args.part.as_deref()).map_err(|error| {
            eprintln!("{}:{line}: {error}", args.file.display());
            ExitCode::FAILURE
        })?;
        questions.extend(question);
    }
    Ok(questions)
}

/// Asks one question, with the encoder if it `reads`.
fn judge(
    knowledge: &Knowledge,
    source: Source<'_>,
    lines: &Lines,
    reads: bool,
    question: Labelled,
) -> Judged {
    let (care, confidence) = (&knowledge.care, Confidence::default());
    let start = Instant::now();
    let (answered, sense) = match reads {
        true => knowledge.answer(source, confidence, &question.text),
        false => (answer(source, care, confidence, &question.text), None),
    };
    let nanos = u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX);
    let line = lines.quoted(source.article, &question.id, &answered);
    let asked = Question {
        text: &question.text,
        sense: sense.as_ref(),
    };
    let chosen = lines.chosen(source, &question.id, asked);
    let need = care.nearness(asked);
    Judged {
        line,
        chosen,
        need,
        nanos,
        ..Judged::new(question, &answered)
    }
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
        Kind::Off => !matches!(judged.outcome, Outcome::Nothing | Outcome::OtherLanguage),
        Kind::Care => !matches!(judged.outcome, Outcome::Care(_)),
        Kind::Calm => matches!(judged.outcome, Outcome::Care(_)),
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
