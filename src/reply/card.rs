//! A care card put into a message: plain words, lines, and four ways on.

use super::{Action, Button, Part, Reply, Row, Voice};
use crate::care::{Card, Contact, Length, Menu, Need, PlaceId};
use crate::press::{Key, Press, Shown};

/// Puts `card` into a message for the asker alone.
///
/// The places stay there once one was chosen, so that a wrong choice can be made good.
pub fn card(
    voice: Voice<'_>,
    card: &Card,
    need: Need,
    length: Length,
    article: Key,
    shown: Shown,
) -> Reply {
    let at = |place: &PlaceId| Press::Place {
        need,
        length,
        place: Key::of(&place.0),
        article,
        shown: shown.clone(),
    };
    let menus = card.menus.iter().map(|menu| places(voice, menu, at));
    let meant = Press::Meant {
        article,
        shown: shown.clone(),
    };
    // Whoever is looked at over the shoulder finds the way out first.
    let ways = vec![
        Button::press(voice.say("button-hide"), Press::Hide),
        Button::press(voice.say("button-meant"), meant),
    ];
    let links = links(voice, card);
    let links = (!links.is_empty()).then_some(Row::Buttons(links));
    let rows = links.into_iter().chain(menus).chain([Row::Buttons(ways)]);
    Reply {
        parts: card_parts(card),
        rows: rows.collect(),
        ..Reply::say("")
    }
}

impl Reply {
    /// Whether it is a care card: nothing else asks whether the article was meant.
    pub fn is_card(&self) -> bool {
        let asks = |button: &Button| matches!(button.action, Action::Press(Press::Meant { .. }));
        self.buttons().any(asks)
    }
}

pub(super) fn card_parts(card: &Card) -> Vec<Part> {
    let title = format!("**{}**", card.title);
    let lines = card.lines.iter().map(|line| &line.words);
    let rest = [&card.also, &card.server, &card.choose];
    let said = card.paragraphs.iter().chain(lines).chain(rest);
    let said = [&title].into_iter().chain(said);
    let said = said.filter(|words| !words.is_empty());
    said.cloned().map(Part::Say).collect()
}

fn links(voice: Voice<'_>, card: &Card) -> Vec<Button> {
    let link = |line: &Contact| {
        let page = line.url.as_deref()?;
        let label = voice.say_with("button-helpline", "name", &line.name);
        Some(Button::link(label, page))
    };
    card.lines.iter().filter_map(link).collect()
}

fn places(voice: Voice<'_>, menu: &Menu, at: impl Fn(&PlaceId) -> Press) -> Row {
    let choose = voice.say("menu-place");
    let label = match menu.regions.as_slice() {
        [] => choose,
        regions => format!("{choose}: {}", regions.join(", ")),
    };
    let choice = |(id, name): &(PlaceId, String)| Button::press(name, at(id));
    Row::Menu {
        label,
        choices: menu.places.iter().map(choice).collect(),
    }
}
