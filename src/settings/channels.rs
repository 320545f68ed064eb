//! A choice of channels, and which channels a change moves.

use super::Refused;
use super::lists::{LIST_LIMIT, add};
use crate::who::ChannelId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A choice of channels. A thread follows its parent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channels {
    /// Every one.
    #[default]
    All,
    /// These; none, if the list is empty.
    Only(BTreeSet<ChannelId>),
    /// All but these.
    AllBut(BTreeSet<ChannelId>),
}

/// Where mentions are answered: at most where commands are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mentions {
    /// Nobody chose yet: in no channel, unless whoever asks this knows better.
    #[default]
    NotChosen,
    /// Here.
    In(Channels),
}

impl Channels {
    /// Whether `channel`, which is no thread, is among them.
    pub fn holds(&self, channel: ChannelId) -> bool {
        match self {
            Channels::All => true,
            Channels::Only(these) => these.contains(&channel),
            Channels::AllBut(these) => !these.contains(&channel),
        }
    }

    /// Whether the channel that is `home`, known or not, is among them: an unknown one only where all are.
    pub fn hold(&self, home: Option<ChannelId>) -> bool {
        home.map_or(*self == Channels::All, |channel| self.holds(channel))
    }
}

impl Channels {
    /// Afterwards `channel` is among them; nothing else moves.
    pub(super) fn allow(&mut self, channel: ChannelId) -> Result<(), Refused> {
        match self {
            Channels::All => (),
            Channels::Only(these) => add(these, channel)?,
            Channels::AllBut(these) => drop(these.remove(&channel)),
        }
        self.simplify();
        Ok(())
    }

    /// Afterwards `channel` is not among them; nothing else moves.
    pub(super) fn forbid(&mut self, channel: ChannelId) -> Result<(), Refused> {
        match self {
            Channels::All => *self = Channels::AllBut(BTreeSet::from([channel])),
            Channels::Only(these) => drop(these.remove(&channel)),
            Channels::AllBut(these) => add(these, channel)?,
        }
        Ok(())
    }

    pub(super) fn checked(mut self) -> Result<Channels, Refused> {
        self.simplify();
        match &self {
            Channels::Only(these) | Channels::AllBut(these) if these.len() > LIST_LIMIT => {
                Err(Refused::Full)
            }
            _ => Ok(self),
        }
    }

    fn simplify(&mut self) {
        if matches!(self, Channels::AllBut(these) if these.is_empty()) {
            *self = Channels::All;
        }
    }
}

impl Mentions {
    /// The chosen channels; choosing begins with none.
    pub(super) fn chosen(&mut self) -> &mut Channels {
        if *self == Mentions::NotChosen {
            *self = Mentions::In(Channels::Only(BTreeSet::new()));
        }
        match self {
            Mentions::In(channels) => channels,
            Mentions::NotChosen => unreachable!("chosen above"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::{Change, Settings};

    #[test]
    fn forbidding_a_mention_before_choosing_chooses_no_channel() {
        let settings = Settings::default().apply(Change::ForbidMentions(ChannelId(1)));
        let none = Mentions::In(Channels::Only(BTreeSet::new()));
        assert_eq!(settings.unwrap().mentions, none);
    }
}
