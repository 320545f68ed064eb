//! What settings that were brought in would change, line by line, before anything is changed.

use super::card::card_parts;
use super::choices::{self, Offer, POSTS_TOLD, TOLD, list, shown, shown_role, title};
use super::review::named;
use super::{Arrival, Button, Part, Reply, Row, Voice, shortened};
use crate::care::Card;
use crate::press::{Key, Panel, Press};
use crate::settings::{CareLine, Channels, Kind, Mentions, Own, SETTINGS, Setting, Settings};
use crate::who::RoleId;

/// The lines share this room, so that all of them fit one message with our words around them. In characters.
const ROOM: usize = 1_500;

/// What goes from one to the other of `step`, with a button to do it and one to leave it.
///
/// `lessons` would be taught besides. `seen` says what is shown here, and `note` why it is shown again.
pub fn preview(
    voice: Voice<'_>,
    offer: &Offer<'_>,
    (before, after): (&Settings, &Settings),
    lessons: &[&str],
    seen: Key,
    note: Option<String>,
) -> Reply {
    let preview = Preview {
        voice,
        offer,
        before,
        after,
    };
    let title = voice.say("button-import");
    let head = format!("**{title}**\n{}", voice.say("import-about"));
    let taught = taught(voice, lessons);
    let lines: Vec<String> = preview.lines().into_iter().chain(taught).collect();
    let parts = note.into_iter().chain([head, lines.join("\n")]);
    Reply {
        parts: parts.map(Part::Say).collect(),
        rows: vec![Row::Buttons(decisions(voice, seen))],
        arrival: Arrival::InPlace,
        ..Reply::say("")
    }
}

/// What would be taught, if anything would.
fn taught(voice: Voice<'_>, lessons: &[&str]) -> Option<String> {
    let count = lessons.len();
    let told = list(lessons.iter().map(|words| format!("“{}”", named(words))));
    let values = [("count", &*count.to_string()), ("words", &*told)];
    (count > 0).then(|| voice.say_all("import-taught", &values))
}

/// A `card` with the moderators' own `line` on it, before that is kept.
pub fn line_preview(voice: Voice<'_>, card: Card, line: Option<&CareLine>, seen: Key) -> Reply {
    let note = match line {
        Some(_) => "line-preview",
        None => "line-preview-none",
    };
    let shown = card_parts(&card).into_iter();
    Reply {
        parts: [Part::Note(voice.say(note))]
            .into_iter()
            .chain(shown)
            .collect(),
        rows: vec![Row::Buttons(decisions(voice, seen))],
        arrival: Arrival::InPlace,
        ..Reply::say("")
    }
}

/// To do it, and to leave it.
fn decisions(voice: Voice<'_>, seen: Key) -> Vec<Button> {
    let button = |name: &str, panel| Button::press(voice.say(name), Press::Panel(panel));
    vec![
        button("button-bring-in", Panel::Import(seen)),
        button("button-leave", Panel::Leave),
    ]
}

/// What holds, and what would.
struct Preview<'p> {
    voice: Voice<'p>,
    offer: &'p Offer<'p>,
    before: &'p Settings,
    after: &'p Settings,
}

impl Preview<'_> {
    /// A line for each setting that would change.
    fn lines(&self) -> Vec<String> {
        let steps = SETTINGS.iter().filter_map(|setting| {
            let step = self.step(setting)?;
            Some(format!(
                "**{}:** {step}",
                choices::name(self.voice, setting)
            ))
        });
        let steps: Vec<String> = steps.collect();
        let room = ROOM / steps.len().max(1);
        let cut = |line| shortened(line, room).into_owned();
        steps.into_iter().map(cut).collect()
    }

    /// What `setting` is and what it would be; of a list that is told in part, what came and went.
    fn step(&self, setting: &Setting) -> Option<String> {
        let value = |settings| choices::value(self.voice, setting, settings, self.offer);
        let (was, would) = (value(self.before), value(self.after));
        let items = |settings| items(setting, settings, self.offer);
        let (had, has) = (items(self.before), items(self.after));
        let differs = was != would;
        let told = match setting.kind {
            Kind::Own(Own::Posts) => POSTS_TOLD,
            _ => TOLD,
        };
        let whole = differs && had.len().max(has.len()) <= told;
        let moves = if whole { None } else { moves(&had, &has) };
        let step = differs.then(|| format!("{was} → {would}"));
        let told: Vec<String> = step.into_iter().chain(moves).collect();
        (!told.is_empty()).then(|| told.join(" · "))
    }
}

/// What came and what went, if anything did.
fn moves(had: &[String], has: &[String]) -> Option<String> {
    let only = |these: &[String], others: &[String]| -> Vec<String> {
        let these = these.iter().filter(|item| !others.contains(item));
        these.cloned().collect()
    };
    let (came, went) = (only(has, had), only(had, has));
    let told = [("+", came), ("−", went)];
    let told = told.into_iter().filter(|(_, items)| !items.is_empty());
    let told: Vec<String> = told
        .map(|(sign, items)| format!("{sign} {}", list(items.into_iter())))
        .collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// Everything in a list, and the name of what may share its title with another; nothing of what is told whole.
fn items(setting: &Setting, settings: &Settings, offer: &Offer<'_>) -> Vec<String> {
    let Kind::Own(own) = setting.kind else {
        return Vec::new();
    };
    match own {
        Own::Channels => channels(&settings.channels),
        Own::Mentions => match &settings.mentions {
            Mentions::NotChosen => Vec::new(),
            Mentions::In(list) => channels(list),
        },
        Own::Article => {
            let slug = settings.article.iter();
            slug.map(|slug| format!("`{}`", slug.as_str())).collect()
        }
        Own::Articles => {
            let articles = settings.articles.iter();
            let told = articles.map(|(id, slug)| format!("{} {}", shown(*id), title(slug, offer)));
            told.collect()
        }
        Own::Posts => settings.posts.iter().copied().map(shown).collect(),
        Own::Moderators => roles(&settings.moderator_roles),
        Own::Ignored => roles(&settings.ignored_roles),
        _ => Vec::new(),
    }
}

fn channels(channels: &Channels) -> Vec<String> {
    match channels {
        Channels::All => Vec::new(),
        Channels::Only(these) | Channels::AllBut(these) => {
            these.iter().copied().map(shown).collect()
        }
    }
}

fn roles<'r>(roles: impl IntoIterator<Item = &'r RoleId>) -> Vec<String> {
    roles.into_iter().copied().map(shown_role).collect()
}
