//! Whether the settings can work in each channel that matters, and what is missing where they cannot; pure.

use super::{Channels, Mentions, Settings, Style};
use crate::who::ChannelId;
use std::collections::BTreeSet;

/// What a channel may withhold from us or from members.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Permission {
    /// We may see it.
    View,
    /// We may write in it.
    Send,
    /// We may write in its threads.
    SendInThreads,
    /// We may put the article's words in a frame.
    Embed,
    /// We may point at the message that we answer.
    History,
    /// Members may use commands in it.
    UseCommands,
}

/// What somebody may not do in a channel, as Discord told us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lacks {
    /// The channel.
    pub channel: ChannelId,
    /// What is withheld there.
    pub permissions: BTreeSet<Permission>,
}

/// Everything the doctor looks at besides the settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// Every channel that people write in.
    pub channels: Vec<Lacks>,
    /// Whether messages with sexual words reach us.
    pub automod: AutoMod,
}

/// Whether Discord's own filter takes messages with sexual words before we see them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AutoMod {
    /// Only who may manage the server is told.
    #[default]
    Unknown,
    /// It takes them.
    Swallows,
    /// It does not.
    LetsThrough,
}

/// What a channel is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// Members use commands there.
    Commands,
    /// Mentions are answered there.
    Mentions,
    /// Titles of new posts are looked at there.
    Posts,
    /// Reports go there.
    Reports,
}

/// Something that does not work in one channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// For this use these are missing.
    Missing(ChannelId, Use, Vec<Permission>),
    /// The channel is gone.
    Gone(ChannelId),
}

impl Use {
    /// What it takes from whoever must have it: us, or the members for commands.
    fn needs(self, style: Style) -> BTreeSet<Permission> {
        let mut needs = match self {
            Use::Commands => BTreeSet::from([Permission::UseCommands]),
            Use::Mentions => BTreeSet::from([
                Permission::View,
                Permission::Send,
                Permission::SendInThreads,
                Permission::Embed,
                Permission::History,
            ]),
            Use::Posts => BTreeSet::from([Permission::View, Permission::SendInThreads]),
            Use::Reports => BTreeSet::from([Permission::View, Permission::Send, Permission::Embed]),
        };
        if style == Style::Plain {
            needs.remove(&Permission::Embed);
        }
        needs
    }
}

/// Examines `settings` in every channel of the server.
pub fn examine(settings: &Settings, channels: &[Lacks]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for lacks in channels {
        for used in uses(settings, lacks.channel) {
            let needs = used.needs(settings.style);
            let missing: Vec<Permission> =
                needs.intersection(&lacks.permissions).copied().collect();
            if !missing.is_empty() {
                findings.push(Finding::Missing(lacks.channel, used, missing));
            }
        }
    }
    let standing: BTreeSet<ChannelId> = channels.iter().map(|lacks| lacks.channel).collect();
    let gone = named(settings)
        .into_iter()
        .filter(|channel| !standing.contains(channel));
    findings.extend(gone.map(Finding::Gone));
    findings
}

/// What `channel` is used for.
pub fn uses(settings: &Settings, channel: ChannelId) -> Vec<Use> {
    let mut uses = Vec::new();
    if settings.channels.holds(channel) {
        uses.push(Use::Commands);
        if matches!(&settings.mentions, Mentions::In(channels) if channels.holds(channel)) {
            uses.push(Use::Mentions);
        }
        if settings.posts.contains(&channel) {
            uses.push(Use::Posts);
        }
    }
    if settings.review == Some(channel) {
        uses.push(Use::Reports);
    }
    uses
}

/// Every channel that the settings name.
fn named(settings: &Settings) -> BTreeSet<ChannelId> {
    let mut named: BTreeSet<ChannelId> = settings.articles.keys().copied().collect();
    named.extend(settings.review);
    named.extend(&settings.posts);
    let mut add = |channels: &Channels| match channels {
        Channels::All => (),
        Channels::Only(these) | Channels::AllBut(these) => named.extend(these),
    };
    add(&settings.channels);
    if let Mentions::In(channels) = &settings.mentions {
        add(channels);
    }
    named
}

#[cfg(test)]
mod tests {
    use super::super::Change;
    use super::*;

    const ONE: ChannelId = ChannelId(1);
    const TWO: ChannelId = ChannelId(2);

    fn after(changes: &[Change]) -> Settings {
        let apply = |settings: Settings, change: &Change| settings.apply(change.clone()).unwrap();
        changes.iter().fold(Settings::default(), apply)
    }

    fn lacks(channel: ChannelId, permissions: &[Permission]) -> Lacks {
        Lacks {
            channel,
            permissions: permissions.iter().copied().collect(),
        }
    }

    fn everything(channel: ChannelId) -> Lacks {
        lacks(
            channel,
            &[
                Permission::View,
                Permission::Send,
                Permission::SendInThreads,
                Permission::Embed,
                Permission::History,
                Permission::UseCommands,
            ],
        )
    }

    #[test]
    fn each_use_of_a_channel_wants_its_own_permissions() {
        let mentions = Change::AllowMentions(ONE);
        let nothing = vec![Finding::Missing(
            ONE,
            Use::Commands,
            vec![Permission::UseCommands],
        )];
        assert_eq!(examine(&Settings::default(), &[everything(ONE)]), nothing);
        let embed = [lacks(ONE, &[Permission::Embed])];
        let no_frame = Finding::Missing(ONE, Use::Mentions, vec![Permission::Embed]);
        assert_eq!(
            examine(&after(std::slice::from_ref(&mentions)), &embed),
            [no_frame]
        );
        let plain = after(&[mentions.clone(), Change::set("style", Style::Plain)]);
        assert_eq!(examine(&plain, &embed), []);
        let report = Finding::Missing(
            TWO,
            Use::Reports,
            vec![Permission::View, Permission::Send, Permission::Embed],
        );
        let reports = after(&[Change::Forbid(TWO), Change::Review(Some(TWO))]);
        assert_eq!(
            examine(&reports, &[lacks(ONE, &[]), everything(TWO)]),
            [report]
        );
    }

    #[test]
    fn where_we_are_not_wanted_nothing_is_missing() {
        let settings = after(&[Change::Forbid(ONE), Change::AllowMentions(ONE)]);
        assert_eq!(examine(&settings, &[everything(ONE)]), []);
    }

    #[test]
    fn a_channel_that_is_gone_is_named_once() {
        let settings = after(&[
            Change::Forbid(TWO),
            Change::AllowMentions(TWO),
            Change::Review(Some(TWO)),
        ]);
        assert_eq!(examine(&settings, &[lacks(ONE, &[])]), [Finding::Gone(TWO)]);
    }
}
