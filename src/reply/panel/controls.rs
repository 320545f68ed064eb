//! What the pages of the panel are put together from: menus, lists to pick from, buttons.

use super::picks::{held, pick_pages, picked, seen};
use super::{Desk, PICK_LIMIT};
use crate::press::{Choice, List, Page, Panel, Press, Span};
use crate::reply::build::{paged, turns};
use crate::reply::choices::name;
use crate::reply::{Button, Pick, Pickable, Row, Voice};
use crate::settings::{Channels, Kind, Own, Setting, Settings, Topic};

impl Desk<'_> {
    /// What the channels of `list` mean, or are about to.
    pub(super) fn span(&self, list: List, held: Option<&Channels>) -> Option<Span> {
        let narrowed = self.narrowed.filter(|(narrowed, _)| *narrowed == list);
        let held = match held {
            Some(Channels::Only(these)) if list == List::Channels || !these.is_empty() => {
                Some(Span::Only)
            }
            Some(Channels::AllBut(_)) => Some(Span::AllBut),
            _ => None,
        };
        narrowed.map(|(_, span)| span).or(held)
    }

    /// A menu that shows, folded, what is chosen.
    pub(super) fn menu(&self, own: Own, choices: Vec<Button>) -> Row {
        let label = self.label(own.setting());
        Row::Menu { label, choices }
    }

    /// A menu for each setting of a few values about `topic`.
    pub(super) fn menus(&self, topic: Topic) -> Vec<Row> {
        let menu = |setting: &Setting| Row::Menu {
            label: self.label(setting),
            choices: setting
                .values()
                .map(|value| self.choice(Choice::Set(value)))
                .collect(),
        };
        let few = Setting::of(topic).filter(|setting| matches!(setting.kind, Kind::Few(_)));
        few.map(menu).collect()
    }

    /// The same of any number of choices, as many as it holds at once.
    pub(super) fn paged(
        &self,
        own: Own,
        choices: &[Button],
        page: u8,
        turned: impl Fn(u8) -> Page,
    ) -> Vec<Row> {
        let turn = |page| Press::Panel(Panel::Turn(turned(page)));
        paged(
            self.voice,
            self.label(own.setting()),
            choices,
            page.into(),
            turn,
        )
    }

    fn label(&self, setting: &Setting) -> String {
        let name = name(self.voice, setting);
        self.voice.say_with("menu-setting", "setting", &name)
    }

    /// The beginning of a list, and the way to its rest.
    pub(super) fn beginning(&self, list: List, span: Span) -> Vec<Row> {
        let rest = self.rest(list, span).map(|rest| Row::Buttons(vec![rest]));
        [self.pick(list, span, 0)].into_iter().chain(rest).collect()
    }

    /// The way to the rest of a list, where one menu does not hold it or has no room for one more.
    pub(super) fn rest(&self, list: List, span: Span) -> Option<Button> {
        rest(self.voice, self.settings, list, span)
    }

    /// A page of a list, and the ways to those before and after it.
    pub(super) fn list(&self, list: List, span: Span, page: u8) -> Vec<Row> {
        let held = held(self.settings, list, span).unwrap_or_default();
        let pages = pick_pages(&held);
        let at = usize::from(page).min(pages - 1);
        let turn = |page| Press::Panel(Panel::Turn(list.page_of(span, page)));
        let turns = turns(self.voice, at, pages, turn);
        let page = u8::try_from(at).unwrap_or(page);
        let pick = self.pick(list, span, page);
        [pick].into_iter().chain(turns).collect()
    }

    pub(super) fn pick(&self, list: List, span: Span, page: u8) -> Row {
        let (what, most) = match list {
            List::Channels | List::Mentions | List::Posts => (Pickable::Channels, PICK_LIMIT),
            List::Moderators | List::Ignored => (Pickable::Roles, PICK_LIMIT),
            List::Review | List::ArticleIn => (Pickable::Channels, 1),
        };
        Row::Pick(Pick {
            label: self.voice.say(pick_label(list, span)),
            what,
            press: Press::Panel(Panel::Pick(list, span, seen(self.settings, list), page)),
            chosen: picked(&held(self.settings, list, span).unwrap_or_default(), page).to_vec(),
            most,
        })
    }

    pub(super) fn choice(&self, choice: Choice) -> Button {
        self.button(&choice.name(), Panel::Choose(choice))
    }

    pub(super) fn button(&self, name: &str, panel: Panel) -> Button {
        Button::press(self.voice.say(name), Press::Panel(panel))
    }
}

/// The way to the rest of a list, where one menu does not hold it or has no room for one more.
pub(in crate::reply) fn rest(
    voice: Voice<'_>,
    settings: &Settings,
    list: List,
    span: Span,
) -> Option<Button> {
    let pages = pick_pages(&held(settings, list, span)?);
    let label = voice.say_with("button-rest", "list", &voice.say(pick_label(list, span)));
    let turn = Press::Panel(Panel::Turn(Page::Rest(list, span, 1)));
    (pages > 1).then(|| Button::press(label, turn))
}

fn pick_label(list: List, span: Span) -> &'static str {
    match (list, span) {
        (List::Channels | List::Mentions, Span::Only) => "pick-only",
        (List::Channels | List::Mentions, Span::AllBut) => "pick-all-but",
        (List::Moderators, _) => "pick-moderators",
        (List::Ignored, _) => "pick-ignored",
        (List::Posts, _) => "pick-posts",
        (List::Review, _) => "pick-review",
        (List::ArticleIn, _) => "pick-article-in",
    }
}
