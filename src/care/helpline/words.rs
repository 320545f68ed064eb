//! A line as a card prints it.

use super::{Helplines, Line, Ways};
use crate::care::card::Says;
use crate::care::{Need, Route, Whose};
use time::Date;

/// So many ways of a line that is named in a few words.
const BRIEF_WAYS: usize = 2;

impl Helplines {
    /// Everything about `line`: how to reach it, when, for whom, and when that was last read.
    pub(in crate::care) fn words(&self, line: &Line, need: Need, says: &Says) -> String {
        let say = |words: &String| self.say(&says.language, words).to_owned();
        let mut parts = line.ways.said(need, says);
        parts.extend(line.free.then(|| says.free.clone()));
        parts.extend(line.hours.as_ref().map(say));
        parts.push(say(line.whom(need)));
        parts.extend(line.languages.as_ref().map(say));
        parts.extend(line.note.as_ref().map(say));
        parts.push(match line.tried {
            Some(day) => dated(&says.tried, day, says),
            None => dated(&says.read, line.read, says),
        });
        format!("**{}**: {}", line.name, parts.join(" · "))
    }

    /// What must be known to turn to `line`.
    pub(in crate::care) fn brief(&self, line: &Line, need: Need, says: &Says) -> String {
        let ways = line.ways.said(need, says);
        let mut parts: Vec<String> = ways.into_iter().take(BRIEF_WAYS).collect();
        if parts.is_empty() {
            parts.extend(line.url.clone());
        }
        parts.push(self.say(&says.language, line.whom(need)).to_owned());
        format!("**{}**: {}", line.name, parts.join(" · "))
    }
}

impl Line {
    fn whom(&self, need: Need) -> &String {
        let done = self.for_done.as_ref();
        done.filter(|_| need.whose == Whose::Done)
            .unwrap_or(&self.for_whom)
    }
}

impl Ways {
    /// Whether one of them needs no voice.
    pub(super) fn are_silent(&self) -> bool {
        self.sms.is_some() || self.whatsapp.is_some() || self.chat.is_some()
    }

    /// How to reach it; where somebody may listen, first what needs no voice.
    fn said(&self, need: Need, says: &Says) -> Vec<String> {
        let bold = |number: &String| format!("**{number}**");
        let put = |words: &String, number: &str| words.replace("{number}", number);
        let aloud: Vec<String> = self.phone.iter().map(bold).collect();
        let sms = self.sms.as_ref().map(|number| match &self.sms_word {
            Some(word) => put(&says.sms_word, &bold(number)).replace("{word}", word),
            None => put(&says.sms, &bold(number)),
        });
        let whatsapp = self.whatsapp.as_ref();
        let whatsapp = whatsapp.map(|number| format!("WhatsApp {}", bold(number)));
        let chat = self.chat.as_ref();
        let chat = chat.map(|page| says.chat.replace("{page}", page));
        let silent: Vec<String> = [sms, whatsapp, chat].into_iter().flatten().collect();
        match need.route {
            Route::Violence => [silent, aloud].concat(),
            _ => [aloud, silent].concat(),
        }
    }
}

/// `words` with the month of `day`: a day would say more than was done.
fn dated(words: &str, day: Date, says: &Says) -> String {
    let month = says.months.get(usize::from(u8::from(day.month())) - 1);
    words
        .replace("{month}", month.map_or("", String::as_str))
        .replace("{year}", &day.year().to_string())
}
