//! What a report would teach and what was taught, put into messages for moderators.

use super::build::{section_title, turns, unfolded};
use super::review::{NAMED, Words, asked, back, named};
use super::ways::section_key;
use super::{Arrival, Button, Part, Reply, Row, Voice, shortened};
use crate::answer::{Effect, Verdict};
use crate::content::Article;
use crate::press::{Press, Review};

/// So many lessons stand on a page of their list; a menu holds as many.
pub const LESSONS_ON_PAGE: usize = 10;

/// So many questions are named that a lesson would change; the others are counted.
const EFFECTS: usize = 5;

/// A lesson as a moderator sees it.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its number.
    pub number: u64,
    /// Its words.
    pub words: String,
    /// The title of the section that answers it, or its id where it has gone.
    pub section: String,
}

/// The sections, one of which answers the report `number` with these `words`.
pub fn choosing(
    voice: Voice<'_>,
    article: &Article,
    number: u64,
    words: Words<'_>,
    page: usize,
) -> Reply {
    let weigh = |section| {
        Press::Review(Review::Weigh {
            report: number,
            section: section_key(article, section),
        })
    };
    let turn = |page| {
        Press::Review(Review::Choose {
            report: number,
            page,
        })
    };
    let mut rows = unfolded(voice, article, page, "menu-teach", weigh, turn);
    rows.push(Row::Buttons(vec![back(voice, number)]));
    Reply {
        parts: vec![Part::Say(voice.say("review-choose")), asked(voice, words)],
        rows,
        ..Reply::say("")
    }
    .arriving(Arrival::InPlace)
}

/// What teaching would change: for the words themselves, and for the questions that would be answered differently.
pub fn weighed(
    voice: Voice<'_>,
    article: &Article,
    number: u64,
    section: usize,
    words: Words<'_>,
    own: &Effect,
    others: &[Effect],
) -> Reply {
    let title = section_title(voice, article, section);
    let mut said = vec![
        voice.say_with("review-weigh", "section", &title),
        voice.say_all(
            "review-now-and-then",
            &[
                ("now", &verdict(voice, article, &own.before)),
                ("then", &verdict(voice, article, &own.after)),
            ],
        ),
    ];
    said.push(match others.len() {
        0 => voice.say("review-changes-nothing"),
        count => voice.say_with("review-changes", "count", &count.to_string()),
    });
    said.extend(others.iter().take(EFFECTS).map(|effect| {
        voice.say_all(
            "review-change",
            &[
                ("words", &named(&effect.words)),
                ("now", &verdict(voice, article, &effect.before)),
                ("then", &verdict(voice, article, &effect.after)),
            ],
        )
    }));
    let teach = Press::Review(Review::Teach {
        report: number,
        section: section_key(article, section),
    });
    let edit = Press::Review(Review::Edit {
        report: number,
        section: section_key(article, section),
    });
    let choose = Press::Review(Review::Choose {
        report: number,
        page: 0,
    });
    let buttons = vec![
        Button::press(voice.say("button-teach-this"), teach),
        Button::press(voice.say("button-edit-words"), edit),
        Button::press(voice.say("button-other-section"), choose),
        back(voice, number),
    ];
    Reply {
        parts: said
            .into_iter()
            .map(Part::Say)
            .chain([asked(voice, words)])
            .collect(),
        rows: vec![Row::Buttons(buttons)],
        ..Reply::say("")
    }
    .arriving(Arrival::InPlace)
}

/// What a moderator reads while other lessons are weighed: their words stay, and a button tries again.
pub fn busy(
    voice: Voice<'_>,
    article: &Article,
    number: u64,
    section: usize,
    words: Words<'_>,
) -> Reply {
    let again = Press::Review(Review::Weigh {
        report: number,
        section: section_key(article, section),
    });
    let buttons = vec![
        Button::press(voice.say("button-again"), again),
        back(voice, number),
    ];
    Reply {
        parts: vec![Part::Say(voice.say("review-busy")), asked(voice, words)],
        rows: vec![Row::Buttons(buttons)],
        ..Reply::say("")
    }
    .arriving(Arrival::InPlace)
}

/// Why a report is not taught, with the way back to it.
pub fn not_taught(voice: Voice<'_>, number: u64, why: String) -> Reply {
    Reply {
        rows: vec![Row::Buttons(vec![back(voice, number)])],
        ..Reply::say(why)
    }
    .arriving(Arrival::InPlace)
}

/// What was taught, and a menu that takes it back.
pub fn taught(voice: Voice<'_>, lessons: &[Listed], page: usize, done: Option<String>) -> Reply {
    let pages = lessons.len().div_ceil(LESSONS_ON_PAGE);
    let page = page.min(pages.saturating_sub(1));
    let here = lessons
        .chunks(LESSONS_ON_PAGE)
        .nth(page)
        .unwrap_or_default();
    let said = match lessons.len() {
        0 => voice.say("taught-nothing"),
        count => voice.say_with("taught", "count", &count.to_string()),
    };
    let line = |lesson: &Listed| {
        let words = named(&lesson.words);
        let section = shortened(&lesson.section, NAMED);
        voice.say_all("taught-line", &[("words", &words), ("section", &section)])
    };
    let list: Vec<String> = here.iter().map(line).collect();
    let list = (!list.is_empty()).then(|| list.join("\n"));
    let unteach = |lesson: &Listed| {
        let press = Review::Unteach {
            lesson: lesson.number,
            page: u8::try_from(page).unwrap_or(u8::MAX),
        };
        Button::press(named(&lesson.words), Press::Review(press))
    };
    let menu = (!here.is_empty()).then(|| Row::Menu {
        label: voice.say("menu-unteach"),
        choices: here.iter().map(unteach).collect(),
    });
    let turn = |page| Press::Review(Review::Taught { page });
    Reply {
        parts: done
            .into_iter()
            .chain([said])
            .chain(list)
            .map(Part::Say)
            .collect(),
        rows: menu
            .into_iter()
            .chain(turns(voice, page, pages, turn))
            .collect(),
        ..Reply::say("")
    }
    .arriving(Arrival::InPlace)
}

/// What a question meets, in a few words.
fn verdict(voice: Voice<'_>, article: &Article, verdict: &Verdict) -> String {
    match verdict {
        Verdict::Quoted(section) => section_title(voice, article, *section),
        Verdict::Likely(section) => {
            let title = section_title(voice, article, *section);
            voice.say_with("verdict-likely", "section", &title)
        }
        Verdict::Choice(sections) => {
            let first = section_title(voice, article, sections[0]);
            voice.say_with("verdict-choice", "section", &first)
        }
        Verdict::Silent => voice.say("verdict-silent"),
        Verdict::OtherLanguage => voice.say("verdict-other-language"),
        Verdict::Ordered => voice.say("verdict-contents"),
    }
}
