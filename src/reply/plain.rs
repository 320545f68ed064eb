//! A reply as text alone: no frames, nothing told by a colour, read aloud in the order in which it stands.

use super::{Action, CONTENT_LIMIT, Part, Reply, Row};
use crate::press::Press;

/// Discord takes at most this much to tell a press by. In bytes.
const ID_LIMIT: usize = 100;

impl Reply {
    /// The same reply without frames. The article's words are never cut: what does not fit below the rest keeps
    /// its frame, and so does all that stands under it.
    pub fn plain(mut self) -> Reply {
        let mut left = CONTENT_LIMIT;
        let mut framed = false;
        for part in &mut self.parts {
            let Some(words) = text(part) else { continue };
            let length = words.chars().count() + GAP.len();
            framed |= length > left;
            if !framed {
                left -= length;
                *part = Part::Say(words);
            }
        }
        self
    }

    /// The same reply, whose buttons open plain text too.
    pub fn plainly(mut self) -> Reply {
        for row in &mut self.rows {
            let (Row::Buttons(buttons)
            | Row::Menu {
                choices: buttons, ..
            }) = row
            else {
                continue;
            };
            for button in buttons {
                if let Action::Press(press) = &button.action {
                    let plain = Press::Plain(Box::new(press.clone()));
                    if plain.to_string().len() <= ID_LIMIT {
                        button.action = Action::Press(plain);
                    }
                }
            }
        }
        self
    }
}

/// What stands between two parts.
pub const GAP: &str = "\n\n";

/// A part in words alone, as a message's own text says it. A file has none, and what was asked keeps its frame, by
/// which a later press knows it again.
fn text(part: &Part) -> Option<String> {
    match part {
        Part::Say(words) => Some(words.clone()),
        Part::Note(words) | Part::Onward(words) => Some(quiet(words)),
        Part::Quote(quote) => {
            let (title, stands) = (&quote.title, quiet(&quote.stands));
            Some(format!("**{title}**\n{}\n{stands}", quoted(&quote.words)))
        }
        Part::Advice { lead, words } | Part::Aside { lead, words } => {
            Some(format!("{lead}\n{}", quoted(words)))
        }
        Part::Asked { .. } | Part::File(_) => None,
    }
}

/// The article's words behind a bar, line by line, so that its lists stay lists.
fn quoted(words: &str) -> String {
    let lines = words.lines().map(|line| format!("> {line}"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Words that stand back, in smaller letters.
pub fn quiet(words: &str) -> String {
    format!("-# {words}")
}

#[cfg(test)]
mod tests {
    use super::super::Quote;
    use super::*;

    fn quote(words: &str) -> Part {
        Part::Quote(Quote {
            title: "3. Title".to_owned(),
            words: words.to_owned(),
            stands: "From “A”".to_owned(),
        })
    }

    fn advice() -> Part {
        Part::Advice {
            lead: "And in the end:".to_owned(),
            words: "Be kind.".to_owned(),
        }
    }

    fn plain(parts: Vec<Part>) -> Vec<Part> {
        let reply = Reply {
            parts,
            ..Reply::say("")
        };
        reply.plain().parts
    }

    #[test]
    fn it_reads_from_the_title_to_the_advice() {
        let parts = plain(vec![
            quote("One.\n\n- a\n- b"),
            advice(),
            Part::Onward("Go on.".to_owned()),
        ]);
        let said = |words: &str| Part::Say(words.to_owned());
        assert_eq!(
            parts,
            [
                said("**3. Title**\n> One.\n> \n> - a\n> - b\n-# From “A”"),
                said("And in the end:\n> Be kind."),
                said("-# Go on."),
            ]
        );
    }

    #[test]
    fn what_does_not_fit_is_framed_and_never_cut() {
        let long = quote(&"word ".repeat(390));
        assert_eq!(plain(vec![long.clone(), advice()])[1], advice());
        let longer = quote(&"word ".repeat(420));
        assert_eq!(plain(vec![longer.clone(), advice()]), [longer, advice()]);
    }
}
