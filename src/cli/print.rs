//! A reply as a terminal shows it: what Discord would show, with colours where a person looks.

use crate::answer::Explanation;
use crate::care::Card;
use crate::content::Article;
use crate::reply::{Action, Part, Reply};
use std::io::{self, Write};

/// Whether to colour.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ink(bool);

impl Ink {
    /// Colours on a terminal, none in a pipe or where `NO_COLOR` asks for none.
    pub(super) fn on(terminal: bool) -> Ink {
        Ink(terminal && std::env::var_os("NO_COLOR").is_none())
    }

    fn bold(self, text: &str) -> String {
        self.with("1", text)
    }

    fn dim(self, text: &str) -> String {
        self.with("2", text)
    }

    fn green(self, text: &str) -> String {
        self.with("32", text)
    }

    fn with(self, code: &str, text: &str) -> String {
        if self.0 {
            format!("\x1b[{code}m{text}\x1b[0m")
        } else {
            text.to_owned()
        }
    }
}

/// Prints `reply`: its parts, then its buttons.
pub(super) fn reply(out: &mut impl Write, ink: Ink, reply: &Reply) -> io::Result<()> {
    for part in &reply.parts {
        match part {
            Part::Say(words) => writeln!(out, "{words}\n")?,
            Part::Note(words) | Part::Onward(words) => writeln!(out, "{}\n", ink.dim(words))?,
            Part::File(file) => writeln!(out, "{}\n", file.words)?,
            Part::Quote(quote) => {
                writeln!(out, "{}\n", ink.bold(&quote.title))?;
                quoted(out, ink, &quote.words)?;
                writeln!(out, "\n{}\n", ink.dim(&quote.stands))?;
            }
            Part::Advice { lead, words }
            | Part::Asked { lead, words }
            | Part::Aside { lead, words } => {
                writeln!(out, "{lead}")?;
                quoted(out, ink, words)?;
                writeln!(out)?;
            }
        }
    }
    let labels = reply
        .buttons()
        .filter(|button| matches!(button.action, Action::Press(_)));
    let labels: Vec<String> = labels.map(|button| format!("[{}]", button.label)).collect();
    writeln!(out, "{}", ink.dim(&labels.join(" ")))
}

/// The article's words behind a bar, which is ours.
fn quoted(out: &mut impl Write, ink: Ink, words: &str) -> io::Result<()> {
    for line in words.lines() {
        writeln!(out, "{} {line}", ink.green("│"))?;
    }
    Ok(())
}

/// Prints a care card.
pub(super) fn card(out: &mut impl Write, ink: Ink, card: &Card) -> io::Result<()> {
    writeln!(out, "{}\n", ink.bold(&card.title))?;
    for paragraph in &card.paragraphs {
        writeln!(out, "{paragraph}\n")?;
    }
    for line in &card.lines {
        writeln!(out, "{}", line.words)?;
    }
    if !card.also.is_empty() {
        writeln!(out, "\n{}", card.also)?;
    }
    Ok(())
}

/// Prints why.
pub(super) fn explanation(
    out: &mut impl Write,
    article: &Article,
    why: &Explanation,
) -> io::Result<()> {
    let lines = why.lines(article);
    writeln!(out, "\nWhy: {}", lines[0])?;
    lines[1..]
        .iter()
        .try_for_each(|line| writeln!(out, "  {line}"))
}
