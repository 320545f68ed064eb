//! The words of the cards in one language: `cards.fr.toml`.

use super::{Cards, Length};
use crate::care::{Detail, Need, Route, Whose};
use crate::content::reader::{self, Table};
use crate::content::{Mistake, Mistakes, Text};
use std::cell::RefCell;

/// The words of one language.
#[derive(Clone, Debug)]
pub(super) struct Tongue {
    pub(super) says: Says,
    cards: Vec<Words>,
    /// Whether somebody who should has read them: a specialist, who speaks it as their own.
    pub(super) reviewed: bool,
}

/// The few words that all cards share.
#[derive(Clone, Debug, Default)]
pub(in crate::care) struct Says {
    /// Their language.
    pub(in crate::care) language: String,
    pub(super) title: String,
    /// True because we can call nobody, and nothing that a person writes is kept or passed on.
    pub(super) bot: String,
    /// What is true besides where others read what was written.
    pub(super) public: String,
    /// For `{emergency}` where no place is known.
    pub(super) emergency: String,
    /// For `{ambulance}` where no place is known.
    pub(super) ambulance: String,
    pub(super) server: String,
    pub(super) choose: String,
    pub(super) also: String,
    pub(in crate::care) free: String,
    pub(in crate::care) sms: String,
    pub(in crate::care) sms_word: String,
    pub(in crate::care) chat: String,
    pub(in crate::care) read: String,
    pub(in crate::care) tried: String,
    pub(in crate::care) months: Vec<String>,
}

/// The words of one card.
#[derive(Clone, Debug)]
struct Words {
    route: Route,
    whose: Whose,
    full: Vec<String>,
    short: Vec<String>,
    /// After `full`, where somebody answers who takes exactly them: a promise that a list alone does not keep.
    people: Option<String>,
    /// Instead of both, where somebody has acted already.
    acted: Vec<String>,
    /// Instead of both, where private pictures are the matter.
    pictures: Vec<String>,
}

impl Tongue {
    /// The words for this need; where a card has none for whose it is, the asker's. Who listens is said only where they are
    /// `answered`.
    pub(super) fn paragraphs(&self, need: Need, length: Length, answered: bool) -> Vec<String> {
        let of = |whose: Whose| {
            let mut cards = self.cards.iter();
            cards.find(|card| card.route == need.route && card.whose == whose)
        };
        let Some(words) = of(need.whose).or_else(|| of(Whose::Own)) else {
            return Vec::new();
        };
        let special = [
            (Detail::Acted, &words.acted),
            (Detail::Pictures, &words.pictures),
        ];
        let mut special = special.into_iter();
        let special = special.find(|(detail, words)| need.tells(*detail) && !words.is_empty());
        match (special, length) {
            (Some((_, words)), _) => words.clone(),
            (None, Length::Full) => {
                let people = words.people.iter().filter(|_| answered);
                words.full.iter().chain(people).cloned().collect()
            }
            (None, Length::Short) => words.short.clone(),
        }
    }
}

/// Reads the words of every language.
pub(in crate::care) fn read(files: &[Text]) -> (Cards, Vec<Mistake>) {
    let mut cards = Cards::default();
    let mut all = Vec::new();
    for file in files {
        let mistakes = RefCell::new(Mistakes::new(&file.file, &file.content));
        let tongue = reader::read(&mistakes, &file.content, |root| Tongue {
            says: says(root, file.language()),
            cards: words(root),
            reviewed: reviewed(root),
        });
        cards.tongues.push(tongue);
        all.extend(mistakes.into_inner().into_vec());
    }
    (cards, all)
}

fn says(root: &Table<'_, '_, '_>, language: &str) -> Says {
    let Some(table) = root.table("says") else {
        root.missing("says", "{ title = \"…\", … }");
        return Says::default();
    };
    let text = |key: &'static str| {
        let text = table.required_text(key);
        text.map(|text| text.value).unwrap_or_default()
    };
    let says = Says {
        language: language.to_owned(),
        title: text("title"),
        bot: text("bot"),
        public: text("public"),
        emergency: text("emergency"),
        ambulance: text("ambulance"),
        server: text("server"),
        choose: text("choose"),
        also: text("also"),
        free: text("free"),
        sms: text("sms"),
        sms_word: text("sms_word"),
        chat: text("chat"),
        read: text("read"),
        tried: text("tried"),
        months: texts(&table, "months"),
    };
    if says.months.len() != MONTHS {
        table.missing("months", "[twelve names]");
    }
    table.end();
    says
}

const MONTHS: usize = 12;

/// Every card: a table a route, and in it one for each of those whose need it may be.
fn words(root: &Table<'_, '_, '_>) -> Vec<Words> {
    let mut cards = Vec::new();
    for route in Route::ALL {
        let table = root.table(route.name());
        for whose in Whose::ALL {
            let card = table.as_ref().and_then(|table| table.table(whose.name()));
            cards.extend(card.map(|card| card_words(&card, route, whose)));
        }
        let own = |card: &Words| card.route == route && card.whose == Whose::Own;
        if !cards.iter().any(own) {
            let name = route.name();
            let what = format!("no card for `{name}`");
            root.mistake(root.at, what, format!("write `[{name}.own]`"));
        }
        if let Some(table) = table {
            table.end();
        }
    }
    cards
}

fn card_words(table: &Table<'_, '_, '_>, route: Route, whose: Whose) -> Words {
    let words = Words {
        route,
        whose,
        full: texts(table, "full"),
        short: texts(table, "short"),
        people: table.text("people").map(|text| text.value),
        acted: texts(table, "acted"),
        pictures: texts(table, "pictures"),
    };
    for (key, words, needed) in [
        ("full", &words.full, true),
        ("short", &words.short, true),
        ("acted", &words.acted, false),
        ("pictures", &words.pictures, false),
    ] {
        let mut names = words.iter();
        let named =
            names.any(|words| words.contains("{emergency}") || words.contains("{ambulance}"));
        if !named && (needed || !words.is_empty()) {
            table.mistake(
                table.at,
                format!("`{key}` names no number to call in danger"),
                "write {emergency} or {ambulance} where it belongs",
            );
        }
    }
    table.end();
    words
}

fn texts(table: &Table<'_, '_, '_>, key: &'static str) -> Vec<String> {
    let texts = table.texts(key).into_iter();
    texts.map(|text| text.value).collect()
}

fn reviewed(root: &Table<'_, '_, '_>) -> bool {
    let Some(review) = root.table("review") else {
        return false;
    };
    let (by, on) = (review.required_text("by"), review.required_text("on"));
    review.end();
    by.is_some() && on.is_some()
}
