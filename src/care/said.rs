//! Messages as people write them, each with what it needs: what the learned part learns from.
//!
//! One message a line, `label<TAB>message`; a line that begins with `#` is a remark.

use super::{Route, Whose};
use crate::content::{Mistake, Mistakes, Text, instead_of};
use crate::text::typed;
use std::collections::HashMap;
use std::path::Path;

/// The examples of `said.tsv`, or of its neighbours in other languages.
#[derive(Clone, Debug, Default)]
pub struct Said {
    messages: Vec<Message>,
}

/// One example.
#[derive(Clone, Debug)]
pub struct Message {
    /// What it needs, if anything.
    pub need: Option<(Route, Whose)>,
    /// As it was written.
    pub text: String,
}

impl Said {
    /// Reads every one of `files`.
    pub fn read_all(files: &[Text]) -> (Said, Vec<Mistake>) {
        let mut all = (Said::default(), Vec::new());
        for file in files {
            let (said, mistakes) = Said::read(&file.file, &file.content);
            all.0.messages.extend(said.messages);
            all.1.extend(mistakes);
        }
        all
    }

    /// Reads `said.tsv`.
    pub fn read(file: &Path, text: &str) -> (Said, Vec<Mistake>) {
        let mut mistakes = Mistakes::new(file, text);
        let mut said = Said::default();
        let mut lines: HashMap<String, usize> = HashMap::new();
        let mut at = 0;
        for (number, line) in (1..).zip(text.split_inclusive('\n')) {
            let begin = at;
            at += line.len();
            let line = line.trim_end_matches(['\n', '\r']);
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let message = match message(line) {
                Ok(message) => message,
                Err((what, instead)) => {
                    mistakes.at(begin, what, instead);
                    continue;
                }
            };
            let words: Vec<_> = typed(&message.text).map(|(word, _)| word).collect();
            match lines.insert(words.join(" "), number) {
                Some(other) => mistakes.at(
                    begin,
                    format!("the same message stands in line {other}"),
                    "keep one of them",
                ),
                None => said.messages.push(message),
            }
        }
        (said, mistakes.into_vec())
    }

    /// The examples, in the order of the file.
    pub fn messages(&self) -> &[Message] {
        &self.messages
    }
}

/// What a harmless message is labelled.
const HARMLESS: &str = "ok";

fn message(line: &str) -> Result<Message, (String, String)> {
    let Some((label, text)) = line.split_once('\t') else {
        let what = "no label before a tab".to_owned();
        return Err((what, "write `ok`, a tab and the message".to_owned()));
    };
    let (route, whose) = label.split_once('/').unwrap_or((label, "own"));
    let need = if label == HARMLESS {
        None
    } else {
        let names = Route::ALL.map(Route::name).into_iter().chain([HARMLESS]);
        let route = Route::ALL.into_iter().find(|known| known.name() == route);
        let route = route.ok_or_else(|| unknown(label, names))?;
        let names = Whose::ALL.map(Whose::name);
        let known = Whose::ALL.into_iter().find(|known| known.name() == whose);
        let whose = known.ok_or_else(|| unknown(whose, names.into_iter()))?;
        Some((route, whose))
    };
    if typed(text).next().is_none() {
        let what = "a message without words".to_owned();
        return Err((
            what,
            "write what people write, or delete the line".to_owned(),
        ));
    }
    Ok(Message {
        need,
        text: text.to_owned(),
    })
}

fn unknown<'n>(label: &str, names: impl Iterator<Item = &'n str> + Clone) -> (String, String) {
    (format!("`{label}` is no label"), instead_of(label, names))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_label_and_a_message() {
        let text = "# remark\nself-harm\tI want out\nviolnce\the hits me\nok\thi\nassault/freind\tx\nok\tHi!\nno tab\n";
        let (said, mistakes) = Said::read(Path::new("s.tsv"), text);
        let mistakes: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        assert_eq!(
            mistakes,
            [
                "s.tsv:3: `violnce` is no label; did you mean `violence`?",
                "s.tsv:5: `freind` is no label; did you mean `friend`?",
                "s.tsv:6: the same message stands in line 4; keep one of them",
                "s.tsv:7: no label before a tab; write `ok`, a tab and the message",
            ]
        );
        let needs: Vec<_> = said.messages().iter().map(|m| m.need).collect();
        assert_eq!(needs, [Some((Route::SelfHarm, Whose::Own)), None]);
    }
}
