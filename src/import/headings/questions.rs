//! Questions before their answers: `Q: May I bring a dog?`, `A: Yes, on a lead.`

use super::{FEWEST, SHORT};
use crate::content::import_words;
use crate::import::changed::Mark;
use crate::import::draft::{Draft, Role};
use crate::import::line::bare;
use serde::Deserialize;
use std::sync::LazyLock;

/// What `import.toml` says of questions and answers.
#[derive(Deserialize)]
struct Said {
    questions: Letters,
}

/// What stands before them, in small letters.
#[derive(Deserialize)]
struct Letters {
    asks: Vec<String>,
    answers: Vec<String>,
}

static SAID: LazyLock<Said> = LazyLock::new(import_words);

/// Makes headings of the questions of `draft` if it has several with answers; whether it has.
pub fn mark(draft: &mut Draft) -> bool {
    let texts = || {
        draft
            .lines
            .iter()
            .enumerate()
            .filter(|(_, line)| line.role == Role::Text)
    };
    let asked: Vec<(usize, String)> = texts()
        .filter_map(|(at, line)| Some((at, after(&line.text, &SAID.questions.asks)?.to_owned())))
        .filter(|(_, words)| !words.is_empty() && words.chars().count() <= 2 * SHORT)
        .collect();
    let answered: Vec<(usize, String)> = texts()
        .filter_map(|(at, line)| Some((at, after(&line.text, &SAID.questions.answers)?.to_owned())))
        .collect();
    if asked.len() < FEWEST || answered.is_empty() {
        return false;
    }
    for (at, words) in asked {
        let line = &mut draft.lines[at];
        line.text = words;
        line.role = Role::Heading(2);
        draft.changed.note(line.number, Mark::Letters);
    }
    for (at, words) in answered {
        let line = &mut draft.lines[at];
        line.role = if words.is_empty() {
            Role::Blank
        } else {
            Role::Text
        };
        line.text = words;
        draft.changed.note(line.number, Mark::Letters);
    }
    true
}

/// The words of `line` after one of `letters`, a number and a sign.
fn after<'l>(line: &'l str, letters: &[String]) -> Option<&'l str> {
    let inner = bare(line);
    // `**A:** Yes` is bold in front alone.
    let (inner, bold) = match inner.strip_prefix("**") {
        Some(rest) => (rest, true),
        None => (inner, false),
    };
    let end = inner
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(inner.len());
    letters
        .contains(&inner[..end].to_lowercase())
        .then_some(())?;
    let rest = inner[end..].trim_start();
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = rest.strip_prefix("**").unwrap_or(rest);
    let rest = rest.trim_start().strip_prefix([':', '.', ')', '：'])?;
    let rest = if bold {
        rest.strip_prefix("**").unwrap_or(rest)
    } else {
        rest
    };
    let parts =
        rest.is_empty() || rest.starts_with(char::is_whitespace) || inner[end..].starts_with('：');
    parts.then(|| rest.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_before_questions_and_answers_are_known() {
        for (line, words) in [
            ("Q: Why?", Some("Why?")),
            ("**Q2. Why?**", Some("Why?")),
            ("**Q:** Why?", Some("Why?")),
            ("Question 3: Why?", Some("Why?")),
            ("Quite so: why", None),
            ("q", None),
        ] {
            assert_eq!(after(line, &SAID.questions.asks), words, "{line}");
        }
        assert_eq!(after("A: Yes.", &SAID.questions.answers), Some("Yes."));
        assert_eq!(after("A dog: yes", &SAID.questions.answers), None);
    }
}
