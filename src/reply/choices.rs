//! What a server's moderators chose, in words.

use super::{Voice, shortened};
use crate::care::Place;
use crate::content::phrases::Head;
use crate::content::{Article, Slug};
use crate::press::Choice;
use crate::settings::{Change, Channels, Kind, Language, Mentions, Own, Setting, Settings, Value};
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
    /// Every language there is to speak, in their order in a menu.
    pub languages: Vec<&'o Head>,
}

/// What `setting` is called.
pub(super) fn name(voice: Voice<'_>, setting: &Setting) -> String {
    voice.say(&format!("setting-{}", setting.key))
}

/// What is chosen.
pub(super) fn value(
    voice: Voice<'_>,
    setting: &Setting,
    settings: &Settings,
    offer: &Offer<'_>,
) -> String {
    let few = |value: Value| voice.say(&value.full_name());
    match setting.kind {
        Kind::Own(own) => own_value(voice, own, settings, offer),
        Kind::Few(_) => setting.held(settings).map(few).unwrap_or_default(),
    }
}

/// What is chosen of a setting that is like no other.
fn own_value(voice: Voice<'_>, own: Own, settings: &Settings, offer: &Offer<'_>) -> String {
    match own {
        Own::Channels => channels(voice, &settings.channels, Choice::Everywhere),
        Own::Mentions => match &settings.mentions {
            Mentions::NotChosen => voice.say(&Choice::MentionsNowhere.name()),
            Mentions::In(list) => channels(voice, list, Choice::MentionsEverywhere),
        },
        Own::Posts => match settings.posts.is_empty() {
            true => voice.say("nowhere"),
            // They are the last to be told one by one: the message is full.
            false => list_of(
                POSTS_TOLD,
                settings.posts.iter().map(|channel| shown(*channel)),
            ),
        },
        Own::Article => article(voice, settings.article.as_ref(), offer),
        Own::Articles => articles(voice, settings, offer),
        Own::Language => language(voice, settings.language, offer),
        Own::Moderators => match settings.moderator_roles.is_empty() {
            true => voice.say("moderators-none"),
            false => list(
                settings
                    .moderator_roles
                    .iter()
                    .map(|role| shown_role(*role)),
            ),
        },
        Own::Ignored => match settings.ignored_roles.is_empty() {
            true => voice.say("nobody"),
            false => list(settings.ignored_roles.iter().map(|role| shown_role(*role))),
        },
        Own::Pace => {
            let values = [
                ("minute", settings.pace.minute.into()),
                ("hour", settings.pace.hour.into()),
            ];
            voice.phrases.say(voice.language, "pace", &values)
        }
        Own::Helplines => match &settings.helplines {
            None => voice.say("helplines-none"),
            Some(id) => {
                let place = offer.places.iter().find(|place| place.id == *id);
                place.map_or_else(|| id.0.clone(), |place| place.name.clone())
            }
        },
        Own::CareLine => match &settings.care_line {
            None => voice.say("none"),
            Some(line) => format!("“{}”", line.shown()),
        },
        Own::Review => match settings.review {
            None => voice.say("nowhere"),
            Some(channel) => shown(channel),
        },
    }
}

/// The name of a setting and what is chosen, as one line.
pub(super) fn line(
    voice: Voice<'_>,
    setting: &Setting,
    settings: &Settings,
    offer: &Offer<'_>,
) -> String {
    let (name, value) = (name(voice, setting), value(voice, setting, settings, offer));
    format!("**{name}:** {value}")
}

/// A change, as one line.
pub(super) fn told(voice: Voice<'_>, change: &Change, offer: &Offer<'_>) -> String {
    let named = |own: Own, value: String| format!("{}: {value}", name(voice, own.setting()));
    let more = |own, what: String| named(own, format!("+ {what}"));
    let less = |own, what: String| named(own, format!("− {what}"));
    let whole = |setting| chosen(voice, setting, change, offer);
    match change {
        Change::Allow(channel) => more(Own::Channels, shown(*channel)),
        Change::Forbid(channel) => less(Own::Channels, shown(*channel)),
        Change::AllowMentions(channel) => more(Own::Mentions, shown(*channel)),
        Change::ForbidMentions(channel) => less(Own::Mentions, shown(*channel)),
        Change::AllowPosts(channel) => more(Own::Posts, shown(*channel)),
        Change::ForbidPosts(channel) => less(Own::Posts, shown(*channel)),
        Change::Ignore(role) => more(Own::Ignored, shown_role(*role)),
        Change::Heed(role) => less(Own::Ignored, shown_role(*role)),
        Change::Trust(role) => more(Own::Moderators, shown_role(*role)),
        Change::Distrust(role) => less(Own::Moderators, shown_role(*role)),
        Change::ArticleIn(channel, slug) => {
            let value = match slug {
                Some(slug) => title(slug, offer),
                None => voice.say("article-as-everywhere"),
            };
            named(Own::Articles, format!("{} {value}", shown(*channel)))
        }
        Change::Reset => voice.say("change-reset"),
        Change::All(_) => voice.say("change-all"),
        Change::Set(value) => whole(value.setting()),
        Change::Channels(_) => whole(Own::Channels.setting()),
        Change::Mentions(_) => whole(Own::Mentions.setting()),
        Change::Article(_) => whole(Own::Article.setting()),
        Change::Pace(_) => whole(Own::Pace.setting()),
        Change::Helplines(_) => whole(Own::Helplines.setting()),
        Change::CareLine(_) => whole(Own::CareLine.setting()),
        Change::Review(_) => whole(Own::Review.setting()),
        Change::Language(_) => whole(Own::Language.setting()),
    }
}

/// What `setting` is after `change`, which sets it whole.
fn chosen(voice: Voice<'_>, setting: &Setting, change: &Change, offer: &Offer<'_>) -> String {
    let after = Settings::default().apply(change.clone());
    let value = value(voice, setting, &after.unwrap_or_default(), offer);
    format!("{}: {value}", name(voice, setting))
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
        Channels::All => voice.say(&every.name()),
        Channels::Only(these) if these.is_empty() => voice.say("nowhere"),
        Channels::Only(these) => told(these),
        Channels::AllBut(these) => voice.say_with("channels-all-but", "channels", &told(these)),
    }
}

/// A language is called as those call it who speak it; one that nobody speaks any more, as settings do.
fn language(voice: Voice<'_>, language: Language, offer: &Offer<'_>) -> String {
    let Some(name) = language.name() else {
        return voice.say("language-follow");
    };
    let mut spoken = offer.languages.iter();
    let spoken = spoken.find(|head| head.setting == *name);
    spoken.map_or_else(|| name.to_owned(), |head| head.own_name.clone())
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
