//! A care card put into a message: plain words, lines, and four ways on.

use super::press::{Key, Need, Press, Shown};
use super::{Button, MENU_LIMIT, Part, Reply, Row, Voice};
use crate::care::{Card, Length, Place};

/// Puts `card` into a message for the asker alone.
///
/// `places` are offered as long as there are any, so that a wrong choice can be made good.
pub fn card(
    voice: Voice<'_>,
    card: &Card,
    need: Need,
    length: Length,
    places: &[Place],
    article: Key,
    shown: Shown,
) -> Reply {
    let mut parts = vec![Part::Say(format!("**{}**", card.title))];
    let lines = card.lines.iter().map(|line| &line.words);
    let said = card.paragraphs.iter().chain(lines).chain([&card.choose]);
    parts.extend(
        said.filter(|words| !words.is_empty())
            .cloned()
            .map(Part::Say),
    );

    let links: Vec<Button> = card
        .lines
        .iter()
        .filter_map(|line| {
            let page = line.url.as_deref()?;
            Some(Button::link(
                voice.say_with("button-helpline", "name", &line.name),
                page,
            ))
        })
        .collect();
    let choices: Vec<Button> = places
        .iter()
        .take(MENU_LIMIT)
        .map(|place| {
            let press = Press::Place {
                need,
                length,
                place: Key::of(&place.id.0),
                article,
                shown: shown.clone(),
            };
            Button::press(&place.name, press)
        })
        .collect();
    let menu = Row::Menu {
        label: voice.say("menu-place"),
        choices,
    };
    let meant = Press::Meant { article, shown };
    let ways = vec![
        Button::press(voice.say("button-meant"), meant),
        Button::press(voice.say("button-hide"), Press::Hide),
    ];
    Reply {
        parts,
        rows: [
            (!links.is_empty()).then_some(Row::Buttons(links)),
            (!places.is_empty()).then_some(menu),
            Some(Row::Buttons(ways)),
        ]
        .into_iter()
        .flatten()
        .collect(),
        ..Reply::say("")
    }
}
