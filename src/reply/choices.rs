//! What a server's moderators chose, in words.

use super::{Voice, shortened};
use crate::care::Place;
use crate::content::{Article, Slug};
use crate::press::Choice;
use crate::settings::{Change, Channels, Mentions, Settings};
use crate::who::{ChannelId, RoleId};

/// Of a list so many are told: everything that can be set, with every list full, fits one message.
pub(super) const TOLD: usize = 4;

/// Of the channels whose new posts are met so many are told.
pub(super) const POSTS_TOLD: usize = 1;

/// An article's title is told only so far. In characters.
const TITLE_LIMIT: usize = 40;

/// What there is to choose from.
#[derive(Clone, Debug)]
pub struct Offer<'o> {
    /// Every article.
    pub articles: Vec<&'o Article>,
    /// The one that answers where nobody chose.
    pub default: &'o Article,
    /// Every place there are helplines for.
    pub places: &'o [Place],
}

/// One row of what can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    Channels,
    Mentions,
    Mentioned,
    Posts,
    Article,
    Articles,
    Visibility,
    Confidence,
    Closing,
    Style,
    Language,
    Moderators,
    Ignored,
    Pace,
    Helplines,
    CareLine,
    Gate,
    Review,
    Sharing,
}

impl Setting {
    pub(super) const ALL: [Setting; 19] = [
        Setting::Channels,
        Setting::Mentions,
        Setting::Mentioned,
        Setting::Posts,
        Setting::Article,
        Setting::Articles,
        Setting::Visibility,
        Setting::Confidence,
        Setting::Closing,
        Setting::Style,
        Setting::Language,
        Setting::Moderators,
        Setting::Ignored,
        Setting::Pace,
        Setting::Helplines,
        Setting::CareLine,
        Setting::Gate,
        Setting::Review,
        Setting::Sharing,
    ];

    /// What it is called.
    pub(super) fn name(self, voice: Voice<'_>) -> String {
        voice.say(match self {
            Setting::Channels => "setting-channels",
            Setting::Mentions => "setting-mentions",
            Setting::Mentioned => "setting-mentioned",
            Setting::Posts => "setting-posts",
            Setting::Article => "setting-article",
            Setting::Articles => "setting-articles",
            Setting::Visibility => "setting-visibility",
            Setting::Confidence => "setting-confidence",
            Setting::Closing => "setting-closing",
            Setting::Style => "setting-style",
            Setting::Language => "setting-language",
            Setting::Moderators => "setting-moderators",
            Setting::Ignored => "setting-ignored",
            Setting::Pace => "setting-pace",
            Setting::Helplines => "setting-helplines",
            Setting::CareLine => "setting-care-line",
            Setting::Gate => "setting-gate",
            Setting::Review => "setting-review",
            Setting::Sharing => "setting-sharing",
        })
    }

    /// What is chosen.
    pub(super) fn value(self, voice: Voice<'_>, settings: &Settings, offer: &Offer<'_>) -> String {
        let choice = |choice: Choice| voice.say(choice.name());
        match self {
            Setting::Channels => channels(voice, &settings.channels, Choice::Everywhere),
            Setting::Mentions => match &settings.mentions {
                Mentions::NotChosen => choice(Choice::MentionsNowhere),
                Mentions::In(list) => channels(voice, list, Choice::MentionsEverywhere),
            },
            Setting::Mentioned => choice(Choice::Mentioned(settings.mentioned)),
            Setting::Posts => match settings.posts.is_empty() {
                true => voice.say("nowhere"),
                // They are the last to be told one by one: the message is full.
                false => list_of(
                    POSTS_TOLD,
                    settings.posts.iter().map(|channel| shown(*channel)),
                ),
            },
            Setting::Article => article(voice, settings.article.as_ref(), offer),
            Setting::Articles => articles(voice, settings, offer),
            Setting::Visibility => choice(Choice::Visibility(settings.visibility)),
            Setting::Confidence => choice(Choice::Confidence(settings.confidence)),
            Setting::Closing => choice(Choice::Closing(settings.closing)),
            Setting::Style => choice(Choice::Style(settings.style)),
            Setting::Language => choice(Choice::Language(settings.language)),
            Setting::Moderators => match settings.moderator_roles.is_empty() {
                true => voice.say("moderators-none"),
                false => list(
                    settings
                        .moderator_roles
                        .iter()
                        .map(|role| shown_role(*role)),
                ),
            },
            Setting::Ignored => match settings.ignored_roles.is_empty() {
                true => voice.say("nobody"),
                false => list(settings.ignored_roles.iter().map(|role| shown_role(*role))),
            },
            Setting::Pace => {
                let values = [
                    ("minute", settings.pace.minute.into()),
                    ("hour", settings.pace.hour.into()),
                ];
                voice.phrases.say(voice.language, "pace", &values)
            }
            Setting::Helplines => match &settings.helplines {
                None => voice.say("helplines-none"),
                Some(id) => {
                    let place = offer.places.iter().find(|place| place.id == *id);
                    place.map_or_else(|| id.0.clone(), |place| place.name.clone())
                }
            },
            Setting::CareLine => match &settings.care_line {
                None => voice.say("none"),
                Some(line) => format!("“{}”", line.shown()),
            },
            Setting::Gate => choice(Choice::Gate(settings.gate)),
            Setting::Review => match settings.review {
                None => voice.say("nowhere"),
                Some(channel) => shown(channel),
            },
            Setting::Sharing => choice(Choice::Sharing(settings.sharing)),
        }
    }

    /// Its name and what is chosen, as one line.
    pub(super) fn line(self, voice: Voice<'_>, settings: &Settings, offer: &Offer<'_>) -> String {
        let (name, value) = (self.name(voice), self.value(voice, settings, offer));
        format!("**{name}:** {value}")
    }
}

/// A change, as one line.
pub(super) fn told(voice: Voice<'_>, change: &Change, offer: &Offer<'_>) -> String {
    let named = |setting: Setting, value: String| format!("{}: {value}", setting.name(voice));
    let more = |setting, what: String| named(setting, format!("+ {what}"));
    let less = |setting, what: String| named(setting, format!("− {what}"));
    match change {
        Change::Allow(channel) => more(Setting::Channels, shown(*channel)),
        Change::Forbid(channel) => less(Setting::Channels, shown(*channel)),
        Change::AllowMentions(channel) => more(Setting::Mentions, shown(*channel)),
        Change::ForbidMentions(channel) => less(Setting::Mentions, shown(*channel)),
        Change::AllowPosts(channel) => more(Setting::Posts, shown(*channel)),
        Change::ForbidPosts(channel) => less(Setting::Posts, shown(*channel)),
        Change::Ignore(role) => more(Setting::Ignored, shown_role(*role)),
        Change::Heed(role) => less(Setting::Ignored, shown_role(*role)),
        Change::Trust(role) => more(Setting::Moderators, shown_role(*role)),
        Change::Distrust(role) => less(Setting::Moderators, shown_role(*role)),
        Change::ArticleIn(channel, slug) => {
            let value = match slug {
                Some(slug) => title(slug, offer),
                None => voice.say("article-as-everywhere"),
            };
            named(Setting::Articles, format!("{} {value}", shown(*channel)))
        }
        Change::Reset => voice.say("change-reset"),
        Change::All(_) => voice.say("change-all"),
        Change::Channels(_) => chosen(voice, Setting::Channels, change, offer),
        Change::Mentions(_) => chosen(voice, Setting::Mentions, change, offer),
        Change::Mentioned(_) => chosen(voice, Setting::Mentioned, change, offer),
        Change::Article(_) => chosen(voice, Setting::Article, change, offer),
        Change::Visibility(_) => chosen(voice, Setting::Visibility, change, offer),
        Change::Confidence(_) => chosen(voice, Setting::Confidence, change, offer),
        Change::Closing(_) => chosen(voice, Setting::Closing, change, offer),
        Change::Pace(_) => chosen(voice, Setting::Pace, change, offer),
        Change::Helplines(_) => chosen(voice, Setting::Helplines, change, offer),
        Change::CareLine(_) => chosen(voice, Setting::CareLine, change, offer),
        Change::Gate(_) => chosen(voice, Setting::Gate, change, offer),
        Change::Review(_) => chosen(voice, Setting::Review, change, offer),
        Change::Sharing(_) => chosen(voice, Setting::Sharing, change, offer),
        Change::Style(_) => chosen(voice, Setting::Style, change, offer),
        Change::Language(_) => chosen(voice, Setting::Language, change, offer),
    }
}

/// What `setting` is after `change`, which sets it whole.
fn chosen(voice: Voice<'_>, setting: Setting, change: &Change, offer: &Offer<'_>) -> String {
    let after = Settings::default().apply(change.clone());
    let value = setting.value(voice, &after.unwrap_or_default(), offer);
    format!("{}: {value}", setting.name(voice))
}

/// A channel as Discord draws it.
pub(super) fn shown(channel: ChannelId) -> String {
    format!("<#{}>", channel.0)
}

pub(super) fn shown_role(role: RoleId) -> String {
    format!("<@&{}>", role.0)
}

fn channels(voice: Voice<'_>, channels: &Channels, every: Choice) -> String {
    let told =
        |these: &std::collections::BTreeSet<ChannelId>| list(these.iter().map(|id| shown(*id)));
    match channels {
        Channels::All => voice.say(every.name()),
        Channels::Only(these) if these.is_empty() => voice.say("nowhere"),
        Channels::Only(these) => told(these),
        Channels::AllBut(these) => voice.say_with("channels-all-but", "channels", &told(these)),
    }
}

fn article(voice: Voice<'_>, slug: Option<&Slug>, offer: &Offer<'_>) -> String {
    match slug {
        Some(slug) => title(slug, offer),
        None => {
            let title = shortened(offer.default.title().as_str(), TITLE_LIMIT);
            voice.say_with("article-usual", "article", &title)
        }
    }
}

fn articles(voice: Voice<'_>, settings: &Settings, offer: &Offer<'_>) -> String {
    let line = |(channel, slug): (&ChannelId, &Slug)| {
        format!("{} {}", shown(*channel), title(slug, offer))
    };
    match settings.articles.is_empty() {
        true => voice.say("none"),
        false => list(settings.articles.iter().map(line)),
    }
}

/// The title of the article called `slug`; one that is gone is called by its name.
pub(super) fn title(slug: &Slug, offer: &Offer<'_>) -> String {
    let mut articles = offer.articles.iter();
    match articles.find(|article| article.slug == *slug) {
        Some(article) => format!("“{}”", shortened(article.title().as_str(), TITLE_LIMIT)),
        None => format!("“{}”", slug.as_str()),
    }
}

/// The first of them, and how many more there are.
pub(super) fn list(items: impl ExactSizeIterator<Item = String>) -> String {
    list_of(TOLD, items)
}

/// The first `most` of them, and how many more there are.
fn list_of(most: usize, items: impl ExactSizeIterator<Item = String>) -> String {
    let more = items.len().saturating_sub(most);
    let told: Vec<String> = items.take(most).collect();
    let told = told.join(", ");
    match more {
        0 => told,
        more => format!("{told} … +{more}"),
    }
}
