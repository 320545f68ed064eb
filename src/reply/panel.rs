//! The moderators' panel: one message that shows what is set, and changes it.

mod form;
mod picks;

pub use form::form;
pub use picks::{picked, seen};

use super::choices::{Offer, Setting};
use super::press::{Choice, Field, Key, List, Page, Panel, Press, Span};
use super::{Arrival, Button, MENU_LIMIT, Part, Pick, Pickable, Reply, Row, Voice};
use crate::answer::Confidence;
use crate::settings::{
    Channels, Closing, Gate, Language, Mentioned, Mentions, Settings, Style, Visibility,
};
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
}

impl View {
    /// A page, and nothing more.
    pub fn of(page: Page) -> View {
        View {
            page,
            narrowed: None,
            note: None,
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
    };
    let (title, about, rows) = desk.page(view.page);
    let note = view.note.map(Part::Say);
    let head = Part::Say(format!("**{}**\n{}", voice.say(title), voice.say(about)));
    let lines = settings_of(view.page).iter();
    let lines: Vec<String> = lines
        .map(|setting| setting.line(voice, settings, offer))
        .collect();
    let lines = (!lines.is_empty()).then(|| Part::Say(lines.join("\n")));
    Reply {
        parts: note.into_iter().chain([head]).chain(lines).collect(),
        rows: rows.into_iter().chain([desk.pages()]).collect(),
        arrival: Arrival::InPlace,
        ..Reply::say("")
    }
}

/// What a page shows.
fn settings_of(page: Page) -> &'static [Setting] {
    match page {
        Page::Overview => &Setting::ALL,
        Page::Channels => &[Setting::Channels],
        Page::Mentions => &[Setting::Mentions, Setting::Mentioned],
        Page::Articles | Page::ArticleIn(_) => &[Setting::Article, Setting::Articles],
        Page::Answers => &[
            Setting::Visibility,
            Setting::Confidence,
            Setting::Closing,
            Setting::Style,
        ],
        Page::People => &[
            Setting::Moderators,
            Setting::Ignored,
            Setting::Pace,
            Setting::Language,
        ],
        Page::Care => &[Setting::Helplines, Setting::CareLine, Setting::Gate],
        Page::Reports => &[Setting::Review],
        Page::History(_) | Page::Reset => &[],
    }
}

/// Everything a page is made of.
struct Desk<'d> {
    voice: Voice<'d>,
    settings: &'d Settings,
    offer: &'d Offer<'d>,
    narrowed: Option<(List, Span)>,
}

impl Desk<'_> {
    /// A page's title, what it is about, and its controls: four rows at most, for the pages have one.
    fn page(&self, page: Page) -> (&'static str, &'static str, Vec<Row>) {
        match page {
            Page::Overview => ("panel", "panel-about", self.overview()),
            Page::Channels => ("page-channels", "page-channels-about", self.channels()),
            Page::Mentions => ("page-mentions", "page-mentions-about", self.mentions()),
            Page::Articles => ("page-articles", "page-articles-about", self.articles()),
            Page::ArticleIn(channel) => (
                "page-articles",
                "page-article-in-about",
                vec![self.article_menu(Some(channel))],
            ),
            Page::Answers => ("page-answers", "page-answers-about", self.answers()),
            Page::People => ("page-people", "page-people-about", self.people()),
            Page::Care => ("page-care", "page-care-about", self.care()),
            Page::Reports => (
                "page-reports",
                "page-reports-about",
                vec![self.pick("pick-review", List::Review, Span::Only)],
            ),
            Page::History(_) => ("page-history", "page-history-about", Vec::new()),
            Page::Reset => ("page-reset", "page-reset-about", self.reset()),
        }
    }

    fn pages(&self) -> Row {
        let pages = [
            ("panel", Page::Overview),
            ("page-channels", Page::Channels),
            ("page-mentions", Page::Mentions),
            ("page-articles", Page::Articles),
            ("page-answers", Page::Answers),
            ("page-people", Page::People),
            ("page-care", Page::Care),
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
            Setting::Channels,
            vec![
                self.choice(Choice::Everywhere),
                self.button("span-only", Panel::Narrow(List::Channels, Span::Only)),
                self.button("span-all-but", Panel::Narrow(List::Channels, Span::AllBut)),
            ],
        );
        let span = self.span(List::Channels, Some(&self.settings.channels));
        let pick = span.map(|span| self.pick(span_label(span), List::Channels, span));
        [menu].into_iter().chain(pick).collect()
    }

    fn mentions(&self) -> Vec<Row> {
        let menu = self.menu(
            Setting::Mentions,
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
        let pick = span.map(|span| self.pick(span_label(span), List::Mentions, span));
        let how = [Mentioned::ByButton, Mentioned::InPublic].map(Choice::Mentioned);
        let how = self.menu(Setting::Mentioned, self.choices(&how));
        [menu].into_iter().chain(pick).chain([how]).collect()
    }

    fn articles(&self) -> Vec<Row> {
        vec![
            self.article_menu(None),
            self.pick("pick-article-in", List::ArticleIn, Span::Only),
        ]
    }

    /// The articles to choose from, for `channel` or wherever there is none of its own.
    fn article_menu(&self, channel: Option<ChannelId>) -> Row {
        let (setting, none) = match channel {
            None => (Setting::Article, "article-none"),
            Some(_) => (Setting::Articles, "article-as-everywhere"),
        };
        let none = self.button(none, Panel::Article(channel, None));
        let articles = self.offer.articles.iter().map(|article| {
            let key = Key::of(article.slug.as_str());
            let press = Press::Panel(Panel::Article(channel, Some(key)));
            Button::press(article.title().as_str(), press)
        });
        self.menu(setting, [none].into_iter().chain(articles).collect())
    }

    fn answers(&self) -> Vec<Row> {
        let visibility = [Visibility::Private, Visibility::Public].map(Choice::Visibility);
        let confidence = [
            Confidence::Careful,
            Confidence::Balanced,
            Confidence::Generous,
        ];
        let closing = [Closing::Always, Closing::WhenSure].map(Choice::Closing);
        let style = [Style::Embeds, Style::Plain].map(Choice::Style);
        vec![
            self.menu(Setting::Visibility, self.choices(&visibility)),
            self.menu(
                Setting::Confidence,
                self.choices(&confidence.map(Choice::Confidence)),
            ),
            self.menu(Setting::Closing, self.choices(&closing)),
            self.menu(Setting::Style, self.choices(&style)),
        ]
    }

    fn people(&self) -> Vec<Row> {
        let pace = self.button("button-pace", Panel::Write(Field::Pace));
        let languages = [
            Language::Follow,
            Language::English,
            Language::Swahili,
            Language::French,
            Language::Spanish,
            Language::Portuguese,
        ];
        let languages = languages.map(Choice::Language);
        vec![
            self.pick("pick-moderators", List::Moderators, Span::Only),
            self.pick("pick-ignored", List::Ignored, Span::Only),
            Row::Buttons(vec![pace]),
            self.menu(Setting::Language, self.choices(&languages)),
        ]
    }

    fn care(&self) -> Vec<Row> {
        let none = self.button("helplines-none", Panel::Helplines(None));
        let places = self.offer.places.iter().map(|place| {
            let press = Press::Panel(Panel::Helplines(Some(Key::of(&place.id.0))));
            Button::press(&place.name, press)
        });
        let gate = [Gate::Advise, Gate::AgeRestricted].map(Choice::Gate);
        let line = self.button("button-care-line", Panel::Write(Field::CareLine));
        vec![
            self.menu(
                Setting::Helplines,
                [none].into_iter().chain(places).collect(),
            ),
            Row::Buttons(vec![line]),
            self.menu(Setting::Gate, self.choices(&gate)),
        ]
    }

    fn reset(&self) -> Vec<Row> {
        vec![Row::Buttons(vec![
            self.button("button-reset", Panel::Reset),
            self.button("button-back", Panel::Turn(Page::Overview)),
        ])]
    }

    /// What the channels of `list` mean, or are about to.
    fn span(&self, list: List, held: Option<&Channels>) -> Option<Span> {
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
    fn menu(&self, setting: Setting, mut choices: Vec<Button>) -> Row {
        choices.truncate(MENU_LIMIT);
        let name = setting.name(self.voice);
        Row::Menu {
            label: self.voice.say_with("menu-setting", "setting", &name),
            choices,
        }
    }

    fn pick(&self, label: &str, list: List, span: Span) -> Row {
        let (what, most) = match list {
            List::Channels | List::Mentions => (Pickable::Channels, PICK_LIMIT),
            List::Moderators | List::Ignored => (Pickable::Roles, PICK_LIMIT),
            List::Review | List::ArticleIn => (Pickable::Channels, 1),
        };
        Row::Pick(Pick {
            label: self.voice.say(label),
            what,
            press: Press::Panel(Panel::Pick(list, span, seen(self.settings, list))),
            chosen: picked(self.settings, list, span).unwrap_or_default(),
            most,
        })
    }

    fn choices(&self, choices: &[Choice]) -> Vec<Button> {
        choices.iter().map(|choice| self.choice(*choice)).collect()
    }

    fn choice(&self, choice: Choice) -> Button {
        self.button(choice.name(), Panel::Choose(choice))
    }

    fn button(&self, name: &str, panel: Panel) -> Button {
        Button::press(self.voice.say(name), Press::Panel(panel))
    }
}

fn span_label(span: Span) -> &'static str {
    match span {
        Span::Only => "pick-only",
        Span::AllBut => "pick-all-but",
    }
}
