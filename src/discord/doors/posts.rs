//! A post or a thread that somebody has just opened. Of what stands in it, we may read the title alone.

use super::{Doors, guarded};
use crate::bot::{Now, Request, Response};
use crate::discord::context::Context;
use crate::discord::outbound;
use crate::discord::permissions::{Writer, may_speak};
use crate::who::{self, Asker, Member};
use serenity::all::{GuildChannel, MessageId};
use std::time::Instant;

use super::TO_BE_TOLD_IN_TIME;

impl Doors {
    /// Writes a line under `thread`, once, where moderators want that and the article answers its title.
    pub(in crate::discord) async fn opened(&self, context: Context, thread: GuildChannel) {
        let guild = thread.guild_id;
        let Some(owner) = thread.owner_id.filter(|owner| *owner != context.me()) else {
            return;
        };
        self.be_told(&context, guild, TO_BE_TOLD_IN_TIME).await;
        let writer = Writer {
            user: owner,
            roles: &[],
        };
        let server = context.guilds.get(guild);
        let may = server.and_then(|server| may_speak(&server, thread.id, writer));
        let Some(may) = may else {
            return;
        };
        // A post and the message it begins with have one number: whoever names us in it is answered for that.
        if !self.seen.first(thread.id.get(), Instant::now()) {
            return;
        }
        let asker = Asker {
            user: who::UserId(owner.get()),
            language: may.language.clone(),
            common: may.language.clone(),
            member: Some(Member {
                guild: who::GuildId(guild.get()),
                manages_server: false,
                roles: Vec::new(),
            }),
        };
        let (bot, title) = (self.bot(), Request::Titled(thread.name));
        let handled = bot.handle(&asker, may.place, title, Now::read());
        if let Ok(Response::Reply(line)) = guarded(handled).await {
            let number = MessageId::new(thread.id.get());
            outbound::answer(self.way(&context), thread.id, number, false, &line).await;
        }
    }
}
