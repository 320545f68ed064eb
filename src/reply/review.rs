//! Questions on their way to the moderators, and what these do about them, put into messages.

use super::build::{section_key, section_title, turns, unfolded};
use super::choices::shown;
use super::press::{Key, Press, Review};
use super::{Arrival, Button, Form, Input, Part, Reply, Row, Voice, shortened};
use crate::answer::{Effect, Verdict};
use crate::content::Article;
use crate::text::without_masks;
use crate::who::{ChannelId, GuildId};

/// So long may a question to the moderators be: room for a story, still two screens on a phone. In characters.
pub const REPORT_LIMIT: u16 = 500;

/// So many lessons stand on a page of their list; a menu holds as many.
pub const LESSONS_ON_PAGE: usize = 10;

/// A question is named in a list by so much of its beginning. In characters.
const NAMED: usize = 80;

/// So many questions are named that a lesson would change; the others are counted.
const EFFECTS: usize = 5;

/// A report as a moderator sees it.
#[derive(Clone, Copy, Debug)]
pub struct Waiting<'r> {
    /// Its number.
    pub number: u64,
    /// Its words.
    pub words: &'r str,
    /// The minute since which it waits, in seconds since 1970.
    pub at: i64,
    /// Its place among those that wait, from 1.
    pub place: usize,
    /// How many wait.
    pub of: usize,
    /// The one before it.
    pub before: Option<u64>,
    /// The one after it.
    pub after: Option<u64>,
    /// Whether whoever sent it can be told something.
    pub answerable: bool,
}

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

/// The words of a report, as a moderator is about to teach them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words<'w> {
    /// As they were sent.
    Sent(&'w str),
    /// As the moderator wrote them anew.
    Edited(&'w str),
}

impl<'w> Words<'w> {
    /// Those that stand where the moderator pressed, or else those that were `sent`. Discord trims what stands there, and
    /// we take the masks from links.
    pub fn of(sent: &'w str, standing: &'w str) -> Words<'w> {
        match standing.trim() {
            "" => Words::Sent(sent),
            same if same == without_masks(sent.trim()) => Words::Sent(sent),
            edited => Words::Edited(edited),
        }
    }

    /// The words themselves.
    pub fn as_str(self) -> &'w str {
        match self {
            Words::Sent(words) | Words::Edited(words) => words,
        }
    }
}

impl Voice<'_> {
    /// What the asker wrote, repeated to them.
    pub fn repeated(self, words: String) -> Part {
        let lead = self.say("you-asked");
        Part::Asked { lead, words }
    }
}

/// The button that leads to the moderators, for who asked `article`.
pub fn send_button(voice: Voice<'_>, article: Key, carded: bool) -> Button {
    let press = Press::Review(Review::Send { article, carded });
    Button::press(voice.say("button-send"), press)
}

/// The form in which somebody writes to the moderators; it holds `words` already, as far as they fit.
pub fn send_form(voice: Voice<'_>, article: Key, carded: bool, words: &str) -> Form {
    let press = Press::Review(Review::Send { article, carded });
    words_form(voice, ("form-send", "form-send-words"), press, words)
}

/// The form in which a moderator changes the words of a report before they are taught.
pub fn edit_form(voice: Voice<'_>, report: u64, section: Key, words: &str) -> Form {
    let press = Press::Review(Review::Edit { report, section });
    words_form(
        voice,
        ("button-edit-words", "form-edit-words"),
        press,
        words,
    )
}

/// The form in which a moderator writes to whoever sent a report.
pub fn answer_form(voice: Voice<'_>, report: u64) -> Form {
    let press = Press::Review(Review::Answer { report });
    words_form(voice, ("form-answer", "form-answer-words"), press, "")
}

/// What moderators answered, for whoever sent them something: as from all of them.
pub fn from_moderators(voice: Voice<'_>, words: &str) -> [Part; 1] {
    [Part::Aside {
        lead: voice.say("from-moderators"),
        words: without_masks(words).into_owned(),
    }]
}

fn words_form(voice: Voice<'_>, (title, label): (&str, &str), press: Press, words: &str) -> Form {
    Form {
        title: voice.say(title),
        press,
        inputs: vec![Input {
            label: voice.say(label),
            value: words.chars().take(REPORT_LIMIT.into()).collect(),
            longest: REPORT_LIMIT,
            required: true,
            lines: true,
        }],
    }
}

/// What the asker reads when it is sent.
pub fn sent(voice: Voice<'_>) -> Reply {
    Reply::say(voice.say("review-sent"))
}

/// What stands in the moderators' channel: that something came, and not what. Words that stood there would stay when
/// they are dealt with.
pub fn arrived(voice: Voice<'_>, report: u64) -> Reply {
    let look = Press::Review(Review::Look { report });
    let mut reply = Reply::say(voice.say("review-arrived"));
    reply.put(Button::press(voice.say("button-look"), look));
    reply
}

/// What moderators read of a message of ours that somebody has shared: where it stands, and not by whom.
pub fn shared_in(voice: Voice<'_>, guild: GuildId, channel: ChannelId, message: u64) -> Reply {
    let said = voice.say_with("review-shared", "channel", &shown(channel));
    let page = format!(
        "https://discord.com/channels/{}/{}/{message}",
        guild.0, channel.0
    );
    let remove = Press::Review(Review::Remove { channel, message });
    let mut reply = Reply::say(said);
    reply.put(Button::link(voice.say("button-look"), page));
    reply.put(Button::press(voice.say("button-delete"), remove));
    reply
}

/// One report, and what can be done about it; `done` says what was done before it.
pub fn waiting(voice: Voice<'_>, report: Waiting<'_>, done: Option<String>) -> Reply {
    let Waiting { number, at, .. } = report;
    // To the minute: Discord would count seconds since.
    let when = format!("<t:{at}:f>");
    let told = voice.say_all(
        "review-waiting",
        &[
            ("place", &report.place.to_string()),
            ("of", &report.of.to_string()),
            ("when", &when),
        ],
    );
    let button = |name, press| Button::press(voice.say(name), Press::Review(press));
    let look = |name, other: Option<u64>| other.map(|report| button(name, Review::Look { report }));
    let deal = [
        Some(button(
            "button-teach",
            Review::Choose {
                report: number,
                page: 0,
            },
        )),
        report
            .answerable
            .then(|| button("button-answer", Review::Answer { report: number })),
        Some(button("button-dismiss", Review::Dismiss { report: number })),
        look("button-previous", report.before),
        look("button-next", report.after),
    ];
    Reply {
        parts: done
            .into_iter()
            .chain([told])
            .map(Part::Say)
            .chain([asked(voice, Words::Sent(report.words))])
            .collect(),
        rows: vec![Row::Buttons(deal.into_iter().flatten().collect())],
        ..Reply::say("")
    }
    .arriving(Arrival::InPlace)
}

/// What a moderator reads when nothing waits.
pub fn nothing_waits(voice: Voice<'_>, done: Option<String>) -> Reply {
    let said = done.into_iter().chain([voice.say("review-nothing")]);
    Reply {
        parts: said.map(Part::Say).collect(),
        ..Reply::say("")
    }
    .arriving(Arrival::InPlace)
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

/// The beginning of a question, on one line.
pub(super) fn named(words: &str) -> String {
    let line: Vec<&str> = words.split_whitespace().collect();
    let line = line.join(" ");
    shortened(without_masks(&line), NAMED).into_owned()
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

fn asked(voice: Voice<'_>, words: Words<'_>) -> Part {
    let lead = match words {
        Words::Sent(_) => "review-words",
        Words::Edited(_) => "review-words-edited",
    };
    Part::Asked {
        lead: voice.say(lead),
        words: without_masks(words.as_str()).into_owned(),
    }
}

fn back(voice: Voice<'_>, report: u64) -> Button {
    let look = Press::Review(Review::Look { report });
    Button::press(voice.say("button-back"), look)
}
