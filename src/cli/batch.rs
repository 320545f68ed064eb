//! Questions and answers as JSON Lines: a contract that other programs read.

use super::open::Asked;
use crate::answer::{Answer, Answered, Confidence};
use crate::bot::Knowledge;
use crate::content::Article;
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::process::ExitCode;
use std::time::Instant;

/// No line is read beyond this: whatever it holds, it is no question. In bytes.
const LINE_LIMIT: u64 = 1024 * 1024;

/// So many ranked sections are told.
const RANKED: usize = 5;

#[derive(Deserialize)]
struct Question {
    id: serde_json::Value,
    text: String,
}

#[derive(Serialize)]
struct Line<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a serde_json::Value>,
    outcome: &'static str,
    article: &'a str,
    ranked: Vec<Ranked<'a>>,
    excerpt: Option<&'a str>,
    care: Option<&'static str>,
    micros: u64,
}

#[derive(Serialize)]
struct Ranked<'a> {
    section: &'a str,
    number: Option<u32>,
    score: f32,
}

/// Answers each line of standard input from what is `asked`, in order, holding one at a time.
pub(super) fn run(knowledge: &Knowledge, asked: Asked<'_>) -> Result<(), ExitCode> {
    let mut input = BufReader::new(io::stdin().lock());
    let mut out = BufWriter::new(io::stdout().lock());
    let mut line = Vec::new();
    for number in 1_u64.. {
        // Whoever waits for an answer before asking on gets it.
        if input.buffer().is_empty() {
            out.flush().map_err(|_| ExitCode::FAILURE)?;
        }
        line.clear();
        let read = (&mut input).take(LINE_LIMIT).read_until(b'\n', &mut line);
        if read.map_err(|error| stop(number, &error.to_string()))? == 0 {
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        let question: Question = serde_json::from_slice(&line).map_err(|error| {
            let _ = out.flush();
            // The column tells enough; the error's own words could repeat the question.
            stop(
                number,
                &format!("not a question, see column {}", error.column()),
            )
        })?;
        write_answer(
            &mut out,
            knowledge,
            asked,
            Some(&question.id),
            &question.text,
        )
        .map_err(|_| ExitCode::FAILURE)?;
    }
    out.flush().map_err(|_| ExitCode::FAILURE)
}

fn stop(line: u64, what: &str) -> ExitCode {
    eprintln!("standard input, line {line}: {what}; write {{\"id\": …, \"text\": \"…\"}}");
    ExitCode::from(2)
}

/// Writes the answer to one question as a line of JSON.
pub(super) fn write_answer(
    out: &mut impl Write,
    knowledge: &Knowledge,
    asked: Asked<'_>,
    id: Option<&serde_json::Value>,
    question: &str,
) -> io::Result<()> {
    let start = Instant::now();
    let served = asked.edition(knowledge, question);
    let article = &served.article;
    let answered = knowledge.answer_from(served, Confidence::default(), question);
    let micros = start.elapsed().as_micros();
    let (outcome, excerpt) = match &answered.answer {
        Answer::Passage(passage) | Answer::Section(passage) => {
            ("answer", Some(article.excerpt(*passage).as_str()))
        }
        Answer::Likely(passage, _) => ("likely", Some(article.excerpt(*passage).as_str())),
        Answer::DidYouMean(_) | Answer::Sections(_) => ("choices", None),
        Answer::NotInArticle(_) | Answer::Clinic | Answer::OtherLanguage => ("none", None),
        Answer::Contents => ("contents", None),
        Answer::Care(_) => ("care", None),
    };
    let line = Line {
        id,
        outcome,
        article: article.slug.as_str(),
        ranked: ranked(article, &answered),
        excerpt,
        care: match &answered.answer {
            Answer::Care(signal) => Some(signal.route.name()),
            _ => None,
        },
        micros: u64::try_from(micros).unwrap_or(u64::MAX),
    };
    serde_json::to_writer(&mut *out, &line)?;
    out.write_all(b"\n")
}

fn ranked<'a>(article: &'a Article, answered: &Answered) -> Vec<Ranked<'a>> {
    let hits = answered
        .ranking
        .iter()
        .flat_map(|ranking| ranking.hits.iter().take(RANKED));
    hits.map(|hit| {
        let section = &article.sections()[hit.section];
        Ranked {
            section: section.id.as_str(),
            number: section.number,
            score: hit.probability,
        }
    })
    .collect()
}
