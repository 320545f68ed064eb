//! The card: what a person in need reads instead of an excerpt.

mod words;

use super::helpline::{Chosen, Helplines, Line, Place, PlaceId};
use super::{Detail, Need};
use words::Tongue;

pub(super) use words::{Says, read};

/// A title, a few calm words, one or two lines. No excerpt, no advice, no question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Neutral: the topic stands inside.
    pub title: String,
    /// The words, danger first.
    pub paragraphs: Vec<String>,
    /// Who listens.
    pub lines: Vec<Contact>,
    /// Who listens besides, in a few words; empty if nobody does.
    pub also: String,
    /// The line that the moderators wrote; empty if they wrote none.
    pub server: String,
    /// Invites to choose a place; empty once one is known.
    pub choose: String,
    /// The places to choose from.
    pub menus: Vec<Menu>,
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

/// Places of one or more parts of the world.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Menu {
    /// The parts of the world, where there is more than one menu.
    pub regions: Vec<String>,
    /// The places and their names.
    pub places: Vec<(PlaceId, String)>,
}

/// How much of a card is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// The first time that day.
    Full,
    /// Every further time.
    Short,
}

/// How a card is told.
#[derive(Clone, Copy, Debug)]
pub struct Telling<'t> {
    /// In this language, if there are words in it.
    pub language: &'t str,
    /// With the lines of this place.
    pub place: Option<&'t PlaceId>,
    /// So much of it.
    pub length: Length,
    /// With what the moderators wrote.
    pub server_line: Option<&'t str>,
}

/// The words of every card, in every language that there are words in; the first language first.
#[derive(Clone, Debug, Default)]
pub(super) struct Cards {
    tongues: Vec<Tongue>,
}

/// So many places a menu holds: Discord shows no more.
const MENU: usize = 25;

/// So many menus: of the five rows that a message has, the links take one and the ways on another.
const MENUS: usize = 3;

impl Cards {
    /// The card for `need`.
    pub(super) fn card(&self, helplines: &Helplines, need: Need, telling: Telling<'_>) -> Card {
        let tongue = self.tongue(telling.language);
        let says = &tongue.says;
        let place = telling.place.and_then(|id| helplines.place(id));
        let chosen = helplines.chosen(need, place);
        let mut paragraphs = tongue.paragraphs(need, telling.length, chosen.is_answered());
        for words in &mut paragraphs {
            *words = numbered(words, place, helplines, says);
        }
        paragraphs.push(match need.tells(Detail::Public) {
            true => format!("{} {}", says.bot, says.public),
            false => says.bot.clone(),
        });
        let Chosen { mut full, brief } = chosen;
        let contact = |line: &&Line| Contact {
            name: line.name.clone(),
            words: helplines.words(line, need, says),
            url: line.url.clone(),
        };
        let brief = brief.iter().map(|line| helplines.brief(line, need, says));
        let brief: Vec<String> = brief.map(|words| format!("\n- {words}")).collect();
        let mut also = String::new();
        match telling.length {
            // Whoever has a line of their own second keeps it.
            Length::Short => {
                let own = [Detail::Young, Detail::Pictures, Detail::Taken];
                let second = own.iter().any(|detail| need.tells(*detail));
                full.truncate(1 + usize::from(second));
            }
            Length::Full if !brief.is_empty() => also = says.also.clone() + &brief.concat(),
            Length::Full => (),
        }
        let server = telling.server_line;
        Card {
            title: says.title.clone(),
            paragraphs,
            lines: full.iter().map(contact).collect(),
            also,
            server: server.map_or(String::new(), |line| says.server.replace("{line}", line)),
            choose: match place {
                None => says.choose.clone(),
                Some(_) => String::new(),
            },
            menus: menus(helplines, &says.language),
        }
    }

    /// The language of the words for whoever reads `language`: itself, another of the same tongue, the first.
    pub(super) fn spoken(&self, language: &str) -> &str {
        &self.tongue(language).says.language
    }

    /// The languages there are words in, and whether somebody who should has read them.
    pub(super) fn languages(&self) -> impl Iterator<Item = (&str, bool)> {
        let tongues = self.tongues.iter();
        tongues.map(|tongue| (tongue.says.language.as_str(), tongue.reviewed))
    }

    fn tongue(&self, language: &str) -> &Tongue {
        let root = |tag: &str| tag.split('-').next().unwrap_or_default().to_owned();
        let all = || self.tongues.iter();
        let same = all().find(|tongue| tongue.says.language == language);
        let alike = || all().find(|tongue| root(&tongue.says.language) == root(language));
        let first = || self.tongues.first();
        let found = same.or_else(alike).or_else(first);
        found.expect("cards are read in one language at least")
    }
}

/// `words` with the numbers of `place`, or where none is known, with words for them.
fn numbered(words: &str, place: Option<&Place>, helplines: &Helplines, says: &Says) -> String {
    let bold = |number: &str| format!("**{number}**");
    let say = |number| bold(helplines.say(&says.language, number));
    let (emergency, ambulance) = match place {
        None => (bold(&says.emergency), bold(&says.ambulance)),
        Some(place) => {
            let ambulance = place.ambulance.as_ref().unwrap_or(&place.emergency);
            (say(&place.emergency), say(ambulance))
        }
    };
    words
        .replace("{emergency}", &emergency)
        .replace("{ambulance}", &ambulance)
}

/// The places by the parts of the world, as few menus as hold them.
fn menus(helplines: &Helplines, language: &str) -> Vec<Menu> {
    let mut regions: Vec<(&Option<String>, Vec<&Place>)> = Vec::new();
    for place in helplines.places() {
        match regions
            .iter_mut()
            .find(|(region, _)| *region == &place.region)
        {
            Some((_, places)) => places.push(place),
            None => regions.push((&place.region, vec![place])),
        }
    }
    let chunks = regions.iter().flat_map(|(region, places)| {
        let chunks = places.chunks(MENU);
        chunks.map(move |places| (region.as_ref(), places))
    });
    let name = |words: &String| helplines.say(language, words).to_owned();
    let mut menus: Vec<Menu> = Vec::new();
    for (region, places) in chunks {
        let fits = |menu: &&mut Menu| menu.places.len() + places.len() <= MENU;
        if menus.last_mut().filter(fits).is_none() {
            menus.push(Menu::default());
        }
        let menu = menus.last_mut().expect("one was put there");
        menu.regions.extend(region.map(name));
        let named = places.iter();
        let named = named.map(|place| (place.id.clone(), name(&place.name)));
        menu.places.extend(named);
    }
    menus.truncate(MENUS);
    if let [only] = menus.as_mut_slice() {
        only.regions.clear();
    }
    menus
}
