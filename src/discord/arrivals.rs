//! Tells moderators in their channel what came, once it is due.

use super::guilds::Guilds;
use super::outbound::{self, Way};
use super::permissions::may_post;
use super::servers::Servers;
use crate::bot::{Bot, Now};
use crate::store::{Due, StoreError};
use serenity::all::{ChannelId, GuildId};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tracing::warn;

/// What it takes to write into the moderators' channels.
pub(super) struct Arrivals<'a> {
    pub(super) bot: &'a watch::Receiver<Arc<Bot>>,
    pub(super) servers: &'a Servers,
    pub(super) guilds: &'a Guilds,
    pub(super) way: Way<'a>,
}

impl Arrivals<'_> {
    /// Tells what is due, once in every `round`, in the servers of our shards.
    pub(super) async fn tell(&self, round: Duration) -> Infallible {
        let mut ticks = tokio::time::interval(round);
        loop {
            ticks.tick().await;
            if self.tell_due().await.is_err() {
                warn!("What came for moderators could not be told; the next round tells it.");
            }
        }
    }

    async fn tell_due(&self) -> Result<(), StoreError> {
        let bot = Arc::clone(&self.bot.borrow());
        bot.look_for_notes(Now::read().time).await;
        for due in bot.store.due(Now::read().time).await? {
            // Another process may have told it in the same moment; of two, one does.
            if self.servers.has(due.guild) && bot.store.told(due).await? {
                self.write(&bot, due).await;
            }
        }
        Ok(())
    }

    /// Writes that `due` came. Where we may not, it waits in the queue all the same.
    async fn write(&self, bot: &Bot, due: Due) {
        let guild = self.guilds.get(GuildId::new(due.guild.0));
        let language = guild.as_ref().map_or("", |guild| &guild.preferred_locale);
        let Some((channel, reply)) = bot.arrival(due, language).await else {
            return;
        };
        let (channel, framed) = (ChannelId::new(channel.0), outbound::is_framed(&reply));
        if guild.is_some_and(|guild| may_post(&guild, channel, framed)) {
            outbound::arrive(self.way, channel, due.number, &reply).await;
        }
    }
}
