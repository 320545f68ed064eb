//! `verbatim ask`: one question answered here, or many from standard input.

use super::{batch, open, print};
use crate::answer::{Answer, Confidence, Explanation};
use crate::care::{Length, Telling};
use clap::Args;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(super) struct AskArgs {
    /// The question.
    #[arg(required_unless_present = "batch")]
    question: Vec<String>,
    /// Ask this article.
    #[arg(long, value_name = "SLUG")]
    article: Option<String>,
    /// Read the article in this language, a tag, where it is there in several; else it is the question's own.
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// Print one line of JSON.
    #[arg(long)]
    json: bool,
    /// Say why: words, examples, corrections, probabilities, the rule that decided.
    #[arg(long, conflicts_with_all = ["json", "batch"])]
    explain: bool,
    /// Read JSON Lines {"id","text"} from standard input and answer each on a line.
    #[arg(long, conflicts_with = "question")]
    batch: bool,
}

pub(super) fn run(content: &Path, config: &Path, args: &AskArgs) -> ExitCode {
    match try_run(content, config, args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(code) => code,
    }
}

fn try_run(content: &Path, config: &Path, args: &AskArgs) -> Result<(), ExitCode> {
    let knowledge = open::open(content, config)?;
    if args.batch {
        let asked = open::Asked::new(
            &knowledge,
            args.article.as_deref(),
            args.language.as_deref(),
        );
        return batch::run(&knowledge, asked?);
    }
    let question = args.question.join(" ");
    let asked = open::Asked::new(
        &knowledge,
        args.article.as_deref(),
        args.language.as_deref(),
    )?;
    let mut out = io::stdout().lock();
    let written = if args.json {
        batch::write_answer(&mut out, &knowledge, asked, None, &question)
    } else {
        let served = asked.edition(&knowledge, &question);
        let searched = knowledge.searched(served, &question);
        let source = knowledge.shelf.source(searched);
        let answered = knowledge.answer_from(served, Confidence::default(), &question);
        let ink = print::Ink::on(io::stdout().is_terminal());
        let printed = match &answered.answer {
            Answer::Care(signal) => {
                let telling = Telling {
                    language: knowledge.first_language(&question),
                    place: None,
                    length: Length::Full,
                    server_line: None,
                };
                let card = knowledge.care.card(signal.need(), telling);
                print::card(&mut out, ink, &card)
            }
            _ => {
                let reply = knowledge.first_reply(served, &question, &answered);
                print::reply(&mut out, ink, &reply)
            }
        };
        printed.and_then(|()| match args.explain {
            true => {
                let care = &knowledge.care;
                let confidence = Confidence::default();
                let why = Explanation::of(source.index, care, confidence, &question, &answered);
                print::explanation(&mut out, source.article, &why)
            }
            false => Ok(()),
        })
    };
    written
        .and_then(|()| out.flush())
        .map_err(|_| ExitCode::FAILURE)
}
