//! What was shown, read and missed, in numbers that name nobody.

use super::build::turns;
use super::{Arrival, Button, Part, Reply, Row, Voice, shortened};
use crate::press::{Press, TallyPress};

/// Fewer than so many may be one person, and are told as "few".
const FEW: u64 = 5;

/// So many parts of a week are told; with the longest titles they fit one message.
const PARTS_TOLD: usize = 15;

/// A part is named by so much of its title. In characters.
const NAMED: usize = 50;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counted {
    /// Words of the section were shown in answer to a question.
    Shown,
    /// It was opened in full.
    Read,
    /// It was chosen among those that may be meant.
    Chosen,
    /// Its words were shown to everyone.
    Shared,
    /// It was not what was asked.
    Amiss,
    /// The article did not speak of what was asked.
    Absent,
}

impl Counted {
    /// Everything that is counted, in the order in which it is told, with its name.
    const ALL: [(&'static str, Counted); 6] = [
        ("shown", Counted::Shown),
        ("read", Counted::Read),
        ("chosen", Counted::Chosen),
        ("shared", Counted::Shared),
        ("amiss", Counted::Amiss),
        ("absent", Counted::Absent),
    ];

    /// What it is called where it is kept.
    pub fn name(self) -> &'static str {
        let mut all = Counted::ALL.iter();
        let named = all.find(|(_, counted)| *counted == self);
        named.expect("each has a name").0
    }

    /// What is called so.
    pub fn named(name: &str) -> Option<Counted> {
        let mut all = Counted::ALL.iter();
        all.find(|(other, _)| *other == name).map(|(_, it)| *it)
    }

    fn sentence(self) -> &'static str {
        match self {
            Counted::Shown => "tally-shown",
            Counted::Read => "tally-read",
            Counted::Chosen => "tally-chosen",
            Counted::Shared => "tally-shared",
            Counted::Amiss => "tally-amiss",
            Counted::Absent => "tally-absent",
        }
    }
}

/// What was counted of one part of an article in a week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TallyLine {
    /// Its title; of an article as a whole, the article's.
    pub title: String,
    /// How often each thing happened.
    pub times: Vec<(Counted, u64)>,
}

/// What was counted in a week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TallyWeek {
    /// When it began, as its reader writes a date.
    pub date: String,
    /// The parts, in the order of the article.
    pub lines: Vec<TallyLine>,
}

/// A week in words, with `most` of its parts: what was counted most comes first, and small numbers say no more than that they are small.
pub fn tally_lines(voice: Voice<'_>, week: &TallyWeek, most: usize) -> String {
    let mut lines: Vec<&TallyLine> = week.lines.iter().collect();
    // What is told as few is alike, also in its place.
    let told = |line: &TallyLine| -> u64 {
        let times = line.times.iter().map(|(_, times)| *times);
        times.filter(|times| *times >= FEW).sum()
    };
    lines.sort_by_key(|line| std::cmp::Reverse(told(line)));
    let more = lines.len().saturating_sub(most);
    let lines = lines.into_iter().take(most).map(|line| {
        let title = shortened(&line.title, NAMED);
        let times = line.times.iter();
        let times = times.map(|(counted, times)| {
            let times = match *times {
                0..FEW => voice.say("few"),
                times => times.to_string(),
            };
            voice.say_with(counted.sentence(), "times", &times)
        });
        let times: Vec<String> = times.collect();
        format!("- **{title}**: {}", times.join(", "))
    });
    let head = voice.say_with("tally", "date", &week.date);
    let more = (more > 0).then(|| voice.say_with("tally-more", "more", &more.to_string()));
    let all: Vec<String> = [head].into_iter().chain(lines).chain(more).collect();
    all.join("\n")
}

/// The week `page` from the newest of `weeks`, with the ways to the others and to having all deleted.
pub fn tally(voice: Voice<'_>, weeks: &[TallyWeek], page: usize, done: Option<String>) -> Reply {
    let page = page.min(weeks.len().saturating_sub(1));
    let said = match weeks.get(page) {
        Some(week) => tally_lines(voice, week, PARTS_TOLD),
        None => voice.say("tally-nothing"),
    };
    let turn = |page| Press::Tally(TallyPress::Week(page));
    let clear = Button::press(voice.say("button-clear"), Press::Tally(TallyPress::Ask));
    let clear = (!weeks.is_empty()).then(|| Row::Buttons(vec![clear]));
    Reply {
        parts: done.into_iter().chain([said]).map(Part::Say).collect(),
        rows: turns(voice, page, weeks.len(), turn)
            .into_iter()
            .chain(clear)
            .collect(),
        arrival: Arrival::InPlace,
        ..Reply::say("")
    }
}

/// Whether really to delete every number of the server.
pub fn clear_tally(voice: Voice<'_>) -> Reply {
    let press = |press| Press::Tally(press);
    let buttons = vec![
        Button::press(voice.say("button-clear-yes"), press(TallyPress::Clear)),
        Button::press(voice.say("button-back"), press(TallyPress::Week(0))),
    ];
    Reply {
        rows: vec![Row::Buttons(buttons)],
        arrival: Arrival::InPlace,
        ..Reply::say(voice.say("tally-clear"))
    }
}
