//! What a press on the panel changes.

use crate::bot::{Bot, Refusal};
use crate::content::LanguageName;
use crate::press::{Choice, Key, List, Span};
use crate::reply;
use crate::settings::{Change, Channels, Language, Mentions, Settings};
use crate::who::{ChannelId, RoleId};
use std::collections::BTreeSet;

impl Bot {
    /// What a choice changes.
    ///
    /// # Errors
    ///
    /// It is a language that the bot does not speak any more.
    pub(in crate::bot) fn change(&self, choice: Choice) -> Result<Change, Refusal> {
        Ok(match choice {
            Choice::Everywhere => Change::Channels(Channels::All),
            Choice::MentionsNowhere => {
                Change::Mentions(Mentions::In(Channels::Only(BTreeSet::new())))
            }
            Choice::MentionsEverywhere => Change::Mentions(Mentions::In(Channels::All)),
            Choice::Language(None) => Change::Language(Language::FOLLOW),
            Choice::Language(Some(code)) => Change::Language(self.language(code)?),
            Choice::Set(value) => Change::Set(value),
        })
    }

    /// Whose helplines are shown from now on.
    ///
    /// # Errors
    ///
    /// There are none for that place any more.
    pub(in crate::bot) fn place(&self, place: Option<Key>) -> Result<Change, Refusal> {
        let mut places = self.knowledge.care.places().iter();
        let Some(key) = place else {
            return Ok(Change::Helplines(None));
        };
        let place = places.find(|place| Key::of(&place.id.0) == key);
        let place = place.ok_or(Refusal::UnknownPress)?;
        Ok(Change::Helplines(Some(place.id.clone())))
    }

    /// The language that a button calls `code`.
    fn language(&self, code: LanguageName) -> Result<Language, Refusal> {
        let mut spoken = self.knowledge.phrases.heads();
        let head = spoken.find(|head| head.code() == Some(code));
        head.map(|head| head.setting.into())
            .ok_or(Refusal::UnknownPress)
    }
}

/// What changes when `ids` are picked where that page of `list` was shown: one change for each that came or went, or
/// all at once where the list means something else from now on. What stands on other pages stays.
pub(in crate::bot) fn changes(
    settings: &Settings,
    list: List,
    span: Span,
    page: u8,
    ids: &[u64],
) -> Vec<Change> {
    let Some(held) = reply::held(settings, list, span) else {
        let ids = ids.iter().copied().map(ChannelId).collect();
        let channels = match span {
            Span::Only => Channels::Only(ids),
            Span::AllBut => Channels::AllBut(ids),
        };
        return vec![match list {
            List::Mentions => Change::Mentions(Mentions::In(channels)),
            _ => Change::Channels(channels),
        }];
    };
    if list == List::Review {
        return vec![Change::Review(ids.first().copied().map(ChannelId))];
    }
    let came = ids.iter().filter(|id| !held.contains(id));
    let went = reply::picked(&held, page)
        .iter()
        .filter(|id| !ids.contains(id));
    let came = came.map(|id| moved(list, span, *id, Way::Came));
    came.chain(went.map(|id| moved(list, span, *id, Way::Went)))
        .collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Came,
    Went,
}

/// What changes when `id` came into a list or went out of it.
fn moved(list: List, span: Span, id: u64, way: Way) -> Change {
    let (channel, role) = (ChannelId(id), RoleId(id));
    let answered = (span == Span::Only) == (way == Way::Came);
    match (list, way) {
        (List::Mentions, _) if answered => Change::AllowMentions(channel),
        (List::Mentions, _) => Change::ForbidMentions(channel),
        (List::Posts, Way::Came) => Change::AllowPosts(channel),
        (List::Posts, Way::Went) => Change::ForbidPosts(channel),
        (List::Moderators, Way::Came) => Change::Trust(role),
        (List::Moderators, Way::Went) => Change::Distrust(role),
        (List::Ignored, Way::Came) => Change::Ignore(role),
        (List::Ignored, Way::Went) => Change::Heed(role),
        _ if answered => Change::Allow(channel),
        _ => Change::Forbid(channel),
    }
}
