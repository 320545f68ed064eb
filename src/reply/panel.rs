//! The moderators' panel: one message that shows what is set, and changes it.

mod controls;
mod form;
mod picks;

pub(super) use controls::rest;
pub use form::form;
pub use picks::{held, picked, seen};

use super::choices::{self, Offer};
use super::{Arrival, Button, MENU_LIMIT, Part, Reply, Row, Voice};
use crate::press::{Choice, Field, Key, List, Page, Panel, Press, Span};
use crate::settings::{Mentions, Own, SETTINGS, Setting, Settings, Topic};
use crate::who::ChannelId;

/// Discord lets so many channels or roles be picked at once.
pub const PICK_LIMIT: u8 = 25;

/// What the panel shows.
#[derive(Clone, Debug)]
pub struct View {
    /// The page.
    pub page: Page,
    /// What a list of channels is about to mean.
    pub narrowed: Option<(List, Span)>,
    /// What became of the last press.
    pub note: Option<String>,
    /// How much the server taught.
    pub taught: usize,
}

impl View {
    /// A page, and nothing more.
    pub fn of(page: Page) -> View {
        View {
            page,
            narrowed: None,
            note: None,
            taught: 0,
        }
    }
}

/// The panel as `view` shows it.
pub fn panel(voice: Voice<'_>, settings: &Settings, offer: &Offer<'_>, view: View) -> Reply {
    let desk = Desk {
        voice,
        settings,
        offer,
        narrowed: view.narrowed,
        taught: view.taught,
    };
    let (title, about, rows) = desk.page(view.page);
    let note = view.note.map(Part::Say);
    let head = Part::Say(format!("**{}**\n{}", voice.say(title), voice.say(about)));
    let stays = (view.page == Page::Reset && view.taught > 0)
        .then(|| voice.say_count("reset-taught", view.taught as u128))
        .map(Part::Say);
    let lines: Vec<String> = settings_of(view.page)
        .into_iter()
        .map(|setting| choices::line(voice, setting, settings, offer))
        .collect();
    let lines = (!lines.is_empty()).then(|| Part::Say(lines.join("\n")));
    Reply {
        parts: note
            .into_iter()
            .chain([head])
            .chain(stays)
            .chain(lines)
            .collect(),
        rows: rows.into_iter().chain([desk.pages()]).collect(),
        arrival: Arrival::InPlace,
        ..Reply::say("")
    }
}

/// The settings that a page shows.
fn settings_of(page: Page) -> Vec<&'static Setting> {
    match page.topic() {
        Some(topic) => Setting::of(topic).collect(),
        None if page == Page::Overview => SETTINGS.iter().collect(),
        None => Vec::new(),
    }
}

/// Everything a page is made of.
struct Desk<'d> {
    voice: Voice<'d>,
    settings: &'d Settings,
    offer: &'d Offer<'d>,
    narrowed: Option<(List, Span)>,
    taught: usize,
}

impl Desk<'_> {
    /// A page's title, what it is about, and its controls: four rows at most, for the pages have one.
    fn page(&self, page: Page) -> (&'static str, &'static str, Vec<Row>) {
        match page {
            Page::Overview => ("panel", "panel-about", self.overview()),
            Page::Channels => ("page-channels", "page-channels-about", self.channels()),
            Page::Mentions => ("page-mentions", "page-mentions-about", self.mentions()),
            Page::Articles(page) => ("page-articles", "page-articles-about", self.articles(page)),
            Page::ArticleIn(channel, page) => (
                "page-articles",
                "page-article-in-about",
                self.article_menu(Some(channel), page),
            ),
            Page::Answers => (
                "page-answers",
                "page-answers-about",
                self.menus(Topic::Answers),
            ),
            Page::People => ("page-people", "page-people-about", self.people()),
            Page::Care(page) => ("page-care", "page-care-about", self.care(page)),
            Page::Reports => ("page-reports", "page-reports-about", self.reports()),
            Page::Rest(list, span, page) => {
                let (title, about, _) = self.page(list.page());
                (title, about, self.list(list, span, page))
            }
            Page::History(_) => ("page-history", "page-history-about", Vec::new()),
            Page::Reset => ("page-reset", "page-reset-about", self.reset()),
        }
    }

    fn pages(&self) -> Row {
        let pages = [
            ("panel", Page::Overview),
            ("page-channels", Page::Channels),
            ("page-mentions", Page::Mentions),
            ("page-articles", Page::Articles(0)),
            ("page-answers", Page::Answers),
            ("page-people", Page::People),
            ("page-care", Page::Care(0)),
            ("page-reports", Page::Reports),
            ("page-history", Page::History(0)),
        ];
        let button = |(name, page)| self.button(name, Panel::Turn(page));
        Row::Menu {
            label: self.voice.say("menu-pages"),
            choices: pages.into_iter().map(button).collect(),
        }
    }

    fn overview(&self) -> Vec<Row> {
        let buttons = vec![
            self.button("page-history", Panel::Turn(Page::History(0))),
            self.button("button-export", Panel::Export),
            self.button("button-import", Panel::Write(Field::Import)),
            self.button("page-reset", Panel::Turn(Page::Reset)),
        ];
        vec![Row::Buttons(buttons)]
    }

    fn channels(&self) -> Vec<Row> {
        let menu = self.menu(
            Own::Channels,
            vec![
                self.choice(Choice::Everywhere),
                self.button("span-only", Panel::Narrow(List::Channels, Span::Only)),
                self.button("span-all-but", Panel::Narrow(List::Channels, Span::AllBut)),
            ],
        );
        let span = self.span(List::Channels, Some(&self.settings.channels));
        let pick = span.map(|span| self.pick(List::Channels, span, 0));
        let rest = span.and_then(|span| self.rest(List::Channels, span));
        let rest = rest.into_iter().chain(self.rest(List::Posts, Span::Only));
        let rest: Vec<Button> = rest.collect();
        let rest = (!rest.is_empty()).then_some(Row::Buttons(rest));
        let posts = self.pick(List::Posts, Span::Only, 0);
        [menu]
            .into_iter()
            .chain(pick)
            .chain([posts])
            .chain(rest)
            .collect()
    }

    fn mentions(&self) -> Vec<Row> {
        let menu = self.menu(
            Own::Mentions,
            vec![
                self.choice(Choice::MentionsNowhere),
                self.choice(Choice::MentionsEverywhere),
                self.button("span-only", Panel::Narrow(List::Mentions, Span::Only)),
                self.button("span-all-but", Panel::Narrow(List::Mentions, Span::AllBut)),
            ],
        );
        let held = match &self.settings.mentions {
            Mentions::NotChosen => None,
            Mentions::In(channels) => Some(channels),
        };
        let span = self.span(List::Mentions, held);
        let list = span.map(|span| self.beginning(List::Mentions, span));
        let list = list.into_iter().flatten();
        let how = self.menus(Topic::Mentions);
        [menu].into_iter().chain(list).chain(how).collect()
    }

    fn articles(&self, page: u8) -> Vec<Row> {
        let pick = self.pick(List::ArticleIn, Span::Only, 0);
        let menu = self.article_menu(None, page).into_iter();
        menu.chain([pick]).collect()
    }

    /// The articles to choose from, for `channel` or wherever there is none of its own.
    fn article_menu(&self, channel: Option<ChannelId>, page: u8) -> Vec<Row> {
        let (own, none) = match channel {
            None => (Own::Article, "article-none"),
            Some(_) => (Own::Articles, "article-as-everywhere"),
        };
        let turned = |page| match channel {
            None => Page::Articles(page),
            Some(channel) => Page::ArticleIn(channel, page),
        };
        let none = self.button(none, Panel::Article(channel, None));
        let articles = self.offer.articles.iter().map(|article| {
            let key = Key::of(article.slug.as_str());
            let press = Press::Panel(Panel::Article(channel, Some(key)));
            Button::press(article.title().as_str(), press)
        });
        let choices: Vec<Button> = [none].into_iter().chain(articles).collect();
        self.paged(own, &choices, page, turned)
    }

    fn people(&self) -> Vec<Row> {
        let pace = self.button("button-pace", Panel::Write(Field::Pace));
        let lists = [List::Moderators, List::Ignored];
        let rest = lists.map(|list| self.rest(list, Span::Only));
        let own = [
            self.pick(List::Moderators, Span::Only, 0),
            self.pick(List::Ignored, Span::Only, 0),
            Row::Buttons(
                [pace]
                    .into_iter()
                    .chain(rest.into_iter().flatten())
                    .collect(),
            ),
            self.menu(Own::Language, self.languages()),
        ];
        own.into_iter().chain(self.menus(Topic::People)).collect()
    }

    /// The language that Discord says, and every one that we speak, called as those call it who speak it.
    fn languages(&self) -> Vec<Button> {
        let follow = self.choice(Choice::Language(None));
        let spoken = self.offer.languages.iter().filter_map(|head| {
            let choice = Panel::Choose(Choice::Language(Some(head.code()?)));
            Some(Button::press(&head.own_name, Press::Panel(choice)))
        });
        // A menu that holds no more offers none of the last.
        [follow]
            .into_iter()
            .chain(spoken)
            .take(MENU_LIMIT)
            .collect()
    }

    fn care(&self, page: u8) -> Vec<Row> {
        let none = self.button("helplines-none", Panel::Helplines(None));
        let places = self.offer.places.iter().map(|place| {
            let press = Press::Panel(Panel::Helplines(Some(Key::of(&place.id.0))));
            Button::press(&place.name, press)
        });
        let line = self.button("button-care-line", Panel::Write(Field::CareLine));
        let choices: Vec<Button> = [none].into_iter().chain(places).collect();
        let menu = self.paged(Own::Helplines, &choices, page, Page::Care);
        let line = [Row::Buttons(vec![line])];
        let others = line.into_iter().chain(self.menus(Topic::Care));
        menu.into_iter().chain(others).collect()
    }

    fn reports(&self) -> Vec<Row> {
        let pick = self.pick(List::Review, Span::Only, 0);
        [pick]
            .into_iter()
            .chain(self.menus(Topic::Reports))
            .collect()
    }

    fn reset(&self) -> Vec<Row> {
        let taught = self.button("button-reset-taught", Panel::ResetTaught);
        let taught = (self.taught > 0).then_some(taught);
        let buttons = [self.button("button-reset", Panel::Reset)]
            .into_iter()
            .chain(taught)
            .chain([self.button("button-back", Panel::Turn(Page::Overview))]);
        vec![Row::Buttons(buttons.collect())]
    }
}
