//! Where the bot may speak and what it may see.

use crate::bodies::{embed, quiet, say};
use crate::case::{broke, code_of, http, named, none, say_in};
use crate::fake::Fake;
use serde_json::json;
use serenity::all::{CreateAttachment, Permissions};

#[tokio::test]
async fn the_bot_speaks_only_where_it_may() {
    let fake = Fake::start().await;
    let guild = fake.guild(500);
    let denied = |name: &str, permission: Permissions| {
        let channel = guild.channel(name);
        channel.deny_bot(permission);
        channel
    };
    let hidden = denied("hidden", Permissions::VIEW_CHANNEL);
    let read_only = denied("read-only", Permissions::SEND_MESSAGES);
    let no_threads = denied("no-threads", Permissions::SEND_MESSAGES_IN_THREADS);
    let elsewhere = fake.guild(501).channel("elsewhere");
    fake.guild(501).without_bot();
    let rows = [
        (guild.channel("fine"), None),
        (fake.user("alice").dms(), None),
        (read_only.thread("inside"), None),
        (hidden, Some((50001, "lacks VIEW_CHANNEL"))),
        (read_only, Some((50013, "lacks SEND_MESSAGES"))),
        (
            no_threads.thread("shut"),
            Some((50013, "lacks SEND_MESSAGES_IN_THREADS")),
        ),
        (elsewhere, Some((50001, "the bot is not there"))),
    ];
    for (channel, refusal) in rows {
        let sent = say_in(&fake, channel.id).await;
        let typed = http(&fake).broadcast_typing(channel.id.into()).await;
        let violations = fake.take_violations();
        match refusal {
            None => assert!(sent.is_ok() && typed.is_ok(), "{violations:?}"),
            Some((code, text)) => {
                assert_eq!(code_of(sent), code);
                assert_eq!(code_of(typed), code);
                named(&violations, text);
            }
        }
    }
}

#[tokio::test]
async fn files_embeds_and_replies_need_rights_of_their_own() {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    let said = fake.user("alice").says(&general, "hi").message();
    let reply =
        json!({ "content": "x", "message_reference": { "message_id": said.id.to_string() } });
    let file = || vec![CreateAttachment::bytes("x", "x.txt")];
    let rows = [
        (Permissions::ATTACH_FILES, say("x"), file(), "ATTACH_FILES"),
        (
            Permissions::EMBED_LINKS,
            embed(json!({ "title": "t" })),
            vec![],
            "EMBED_LINKS",
        ),
        (
            Permissions::READ_MESSAGE_HISTORY,
            reply,
            vec![],
            "READ_MESSAGE_HISTORY",
        ),
    ];
    for (permission, body, files, name) in rows {
        let send = async || {
            let body = quiet(body.clone());
            drop(
                http(&fake)
                    .send_message(general.id.into(), files.clone(), &body)
                    .await,
            );
            fake.take_violations()
        };
        none(&send().await);
        general.deny_bot(permission);
        named(&send().await, name);
    }
}

#[tokio::test]
async fn closed_direct_messages_are_nobodys_fault() {
    let fake = Fake::start().await;
    let alice = fake.user("alice");
    let recipient = json!({ "recipient_id": alice.id.to_string() });
    let channel = http(&fake)
        .create_private_channel(&recipient)
        .await
        .unwrap();
    assert_eq!(channel.id.get(), alice.dms().id);
    assert!(say_in(&fake, alice.dms().id).await.is_ok());
    alice.closes_dms();
    assert_eq!(code_of(say_in(&fake, alice.dms().id).await), 50007);
    fake.finish().await;
}

#[tokio::test]
async fn unknown_places_are_refused() {
    let fake = Fake::start().await;
    let http = http(&fake);
    assert_eq!(code_of(say_in(&fake, 7).await), 10003);
    broke(&fake, "unknown channel 7");
    let nobody = json!({ "recipient_id": "7" });
    assert_eq!(code_of(http.create_private_channel(&nobody).await), 50033);
    broke(&fake, "a conversation with nobody known");
    assert!(http.get_bans(500.into(), None, None).await.is_err());
    broke(&fake, "no such route");
    assert!(http.get_current_user().await.is_ok());
    fake.finish().await;
}

#[tokio::test]
async fn facts_are_given_to_those_who_may_see_them() {
    let fake = Fake::start().await;
    let (http, guild) = (http(&fake), fake.guild(500));
    let adult = guild.channel("adult").nsfw();
    let thread = adult.thread("thread");
    guild.nsfw_level(3);
    assert!(
        http.get_channel(adult.id.into())
            .await
            .unwrap()
            .guild()
            .unwrap()
            .nsfw
    );
    let thread = http
        .get_channel(thread.id.into())
        .await
        .unwrap()
        .guild()
        .unwrap();
    assert_eq!(thread.parent_id.unwrap().get(), adult.id);
    assert_eq!(
        u8::from(http.get_guild(guild.id.into()).await.unwrap().nsfw_level),
        3
    );

    assert_eq!(
        code_of(http.get_automod_rules(guild.id.into()).await),
        50013
    );
    guild.bot_may(Permissions::MANAGE_GUILD);
    assert!(
        http.get_automod_rules(guild.id.into())
            .await
            .unwrap()
            .is_empty()
    );

    adult.deny_bot(Permissions::VIEW_CHANNEL);
    assert_eq!(code_of(http.get_channel(adult.id.into()).await), 50001);
    fake.finish().await;
}

#[tokio::test]
async fn others_messages_are_not_edited_nor_read() {
    let fake = Fake::start().await;
    let (http, general) = (http(&fake), fake.guild(500).channel("general"));
    let alice = fake.user("alice");
    let said = alice.says(&general, "a secret").message();
    let named_us = alice
        .says(&general, &format!("{} hi", fake.mention()))
        .message();
    let content = async |id: u64| {
        let message = http.get_message(general.id.into(), id.into()).await;
        message.unwrap().content
    };
    assert_eq!(content(said.id).await, "");
    assert_eq!(content(named_us.id).await, "<@900> hi");

    let edited = http
        .edit_message(general.id.into(), said.id.into(), &quiet(say("x")), vec![])
        .await;
    assert_eq!(code_of(edited), 50005);
    broke(&fake, "which is not the bot's");
    let deleted = http
        .delete_message(general.id.into(), said.id.into(), None)
        .await;
    assert_eq!(code_of(deleted), 50013);
    broke(&fake, "lacks MANAGE_MESSAGES");
    fake.finish().await;
}
