//! Questions on their way to the moderators, and what these do about them, put into messages.

use super::choices::shown;
use super::{Arrival, Button, Form, Input, Part, Reply, Row, Voice, shortened};
use crate::press::{Key, Press, Review};
use crate::text::without_masks;
use crate::who::{ChannelId, GuildId};

/// So long may a question to the moderators be: room for a story, still two screens on a phone. In characters.
pub const REPORT_LIMIT: u16 = 500;

/// A question is named in a list by so much of its beginning. In characters.
pub(super) const NAMED: usize = 80;

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

/// The beginning of a question, on one line.
pub(super) fn named(words: &str) -> String {
    let line: Vec<&str> = words.split_whitespace().collect();
    let line = line.join(" ");
    shortened(without_masks(&line), NAMED).into_owned()
}

pub(super) fn asked(voice: Voice<'_>, words: Words<'_>) -> Part {
    let lead = match words {
        Words::Sent(_) => "review-words",
        Words::Edited(_) => "review-words-edited",
    };
    Part::Asked {
        lead: voice.say(lead),
        words: without_masks(words.as_str()).into_owned(),
    }
}

pub(super) fn back(voice: Voice<'_>, report: u64) -> Button {
    let look = Press::Review(Review::Look { report });
    Button::press(voice.say("button-back"), look)
}
