//! The card: what a person in need reads instead of an excerpt.

use super::helpline::{Helplines, PlaceId};
use super::{Route, Signal, Whose};
use crate::content::reader::Table;

/// A title, a few calm words, one or two lines. No excerpt, no advice, no question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Neutral: the topic stands inside.
    pub title: String,
    /// The words, danger first.
    pub paragraphs: Vec<String>,
    /// Who listens.
    pub lines: Vec<Contact>,
    /// The places to choose from while none is known; none are listed where no place is needed.
    pub places: Vec<(PlaceId, String)>,
    /// Asks to choose one, if there are places.
    pub choose: String,
}

/// A line as a card shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Its name.
    pub name: String,
    /// Everything about it, in Markdown.
    pub words: String,
    /// Its page.
    pub url: Option<String>,
}

/// How much of a card is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// The first time that day.
    Full,
    /// Every further time.
    Short,
}

/// Every card's words, and the few that all share.
#[derive(Clone, Debug, Default)]
pub(super) struct Cards {
    cards: Vec<Words>,
    title: String,
    /// True because nothing that a person writes is kept or passed on.
    bot: String,
    emergency: String,
    server: String,
    choose: String,
    free: String,
    checked: String,
}

#[derive(Clone, Debug)]
struct Words {
    route: Route,
    whose: Whose,
    full: Vec<String>,
    short: Vec<String>,
}

impl Cards {
    /// The card for `signal`.
    pub(super) fn card(
        &self,
        helplines: &Helplines,
        signal: &Signal,
        place: Option<&PlaceId>,
        length: Length,
        server_line: Option<&str>,
    ) -> Card {
        let place = place.and_then(|id| helplines.place(id));
        let emergency = place.map_or(&self.emergency, |place| &place.emergency);
        let mut paragraphs: Vec<String> = self
            .words(signal, length)
            .iter()
            .map(|words| words.replace("{emergency}", emergency))
            .collect();
        paragraphs.push(self.bot.clone());
        let mut lines = self.contacts(helplines, signal, place.map(|place| &place.id), length);
        lines.extend(server_line.map(|line| Contact {
            name: String::new(),
            words: self.server.replace("{line}", line),
            url: None,
        }));
        let ask = place.is_none();
        let places = helplines.places().iter().filter(|_| ask);
        Card {
            title: self.title.clone(),
            paragraphs,
            lines,
            places: places
                .map(|place| (place.id.clone(), place.name.clone()))
                .collect(),
            choose: if ask {
                self.choose.clone()
            } else {
                String::new()
            },
        }
    }

    fn contacts(
        &self,
        helplines: &Helplines,
        signal: &Signal,
        place: Option<&PlaceId>,
        length: Length,
    ) -> Vec<Contact> {
        let place = place.and_then(|id| helplines.place(id));
        let shown = match length {
            Length::Full => usize::MAX,
            Length::Short => 1,
        };
        let lines = helplines.for_need(signal.route, signal.whose, place);
        let contact = |line: &super::Line| Contact {
            name: line.name.clone(),
            words: line.words(&self.free, &self.checked),
            url: line.url.clone(),
        };
        lines.into_iter().take(shown).map(contact).collect()
    }

    /// The words for this need; where a friend has none of their own, the asker's.
    fn words(&self, signal: &Signal, length: Length) -> &[String] {
        let of = |whose: Whose| {
            self.cards
                .iter()
                .find(|card| card.route == signal.route && card.whose == whose)
        };
        match (of(signal.whose).or_else(|| of(Whose::Own)), length) {
            (None, _) => &[],
            (Some(words), Length::Full) => &words.full,
            (Some(words), Length::Short) => &words.short,
        }
    }
}

/// Reads `[says]` and every `[[card]]`.
pub(super) fn read(root: &Table<'_, '_, '_>) -> Cards {
    let mut cards = Cards::default();
    match root.table("says") {
        None => root.missing("says", "{ title = \"…\", … }"),
        Some(says) => {
            let text = |key: &'static str| {
                says.required_text(key)
                    .map(|text| text.value)
                    .unwrap_or_default()
            };
            cards = Cards {
                title: text("title"),
                bot: text("bot"),
                emergency: text("emergency"),
                server: text("server"),
                choose: text("choose"),
                free: text("free"),
                checked: text("checked"),
                ..cards
            };
            says.end();
        }
    }
    cards.cards = root.tables("card").iter().filter_map(read_words).collect();
    for route in Route::ALL {
        let own = |card: &Words| card.route == route && card.whose == Whose::Own;
        if !cards.cards.iter().any(own) {
            root.mistake(
                root.at,
                format!("no card for `{}`", route.name()),
                format!("write `[[card]]` with route = \"{}\"", route.name()),
            );
        }
    }
    cards
}

fn read_words(table: &Table<'_, '_, '_>) -> Option<Words> {
    let route = table.one_of("route", &Route::ALL.map(|route| (route.name(), route)));
    let whose = table.one_of("whose", &Whose::ALL.map(|whose| (whose.name(), whose)));
    let texts = |key: &'static str| -> Vec<String> {
        table
            .texts(key)
            .into_iter()
            .map(|text| text.value)
            .collect()
    };
    let (full, short) = (texts("full"), texts("short"));
    for (key, words) in [("full", &full), ("short", &short)] {
        if !words.iter().any(|words| words.contains("{emergency}")) {
            table.mistake(
                table.at,
                format!("`{key}` names no emergency number"),
                "write {emergency} where it belongs",
            );
        }
    }
    table.end();
    Some(Words {
        route: route?,
        whose: whose.unwrap_or(Whose::Own),
        full,
        short,
    })
}
