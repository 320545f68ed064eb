//! A panel while something else happens: a restart, another panel, a deleted channel, a database away.

use crate::server::{Server, picked};
use crate::support::conversation;
use serde_json::json;
use sqlx::sqlite::SqlitePool;
use verbatim::settings::{Channels, Visibility};
use verbatim::who::ChannelId;

#[test]
fn a_panel_left_open_works_after_a_restart() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let page = server.page("What an answer is like").await;
        let people = server.page("Moderators and members").await;
        let form = server
            .mia
            .press(&people, "Change how much one may ask")
            .modal()
            .await;
        let server = server.restart().await;
        server
            .chooses(&page, "everyone in the channel, where I am sure")
            .await;
        server.mia.submit(&form, &[("0", "4")]).reply().await;
        let settings = server.settings().await;
        assert_eq!(
            (settings.visibility, settings.pace.minute),
            (Visibility::Public, 4)
        );
    });
}

#[test]
fn two_panels_at_once_lose_no_change() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let (one, two) = (server.general.id, server.guild.channel("two").id);
        server.guild.announce();
        let page = server.page("Where I answer").await;
        let page = server
            .chooses(&page, "Only in channels that you pick")
            .await;
        server.picks(&page, "Only in these channels", &[one]).await;
        let (first, second) = (
            server.page("Where I answer").await,
            server.page("Where I answer").await,
        );
        server
            .picks(&first, "Only in these channels", &[one, two])
            .await;
        let late = server.picks(&second, "Only in these channels", &[]).await;
        assert!(
            late.content.starts_with("Somebody changed this"),
            "{}",
            late.text()
        );
        assert_eq!(picked(&late, "Only in these channels"), [one, two]);
        let both = Channels::Only([ChannelId(one), ChannelId(two)].into());
        assert_eq!(server.settings().await.channels, both);
        server.picks(&late, "Only in these channels", &[two]).await;
        assert_eq!(
            server.settings().await.channels,
            Channels::Only([ChannelId(two)].into())
        );
    });
}

#[test]
fn a_deleted_channel_drops_out_of_its_list() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let (kept, gone) = (server.guild.channel("kept"), server.guild.channel("gone"));
        server.guild.announce();
        let page = server.page("Where I answer").await;
        let page = server
            .chooses(&page, "Only in channels that you pick")
            .await;
        server
            .picks(&page, "Only in these channels", &[kept.id, gone.id])
            .await;
        gone.is_deleted();
        let page = server.page("Where I answer").await;
        assert_eq!(picked(&page, "Only in these channels"), [kept.id]);
        let general = server.general.id;
        server
            .picks(&page, "Only in these channels", &[kept.id, general])
            .await;
        let standing = [ChannelId(kept.id), ChannelId(general)];
        assert_eq!(
            server.settings().await.channels,
            Channels::Only(standing.into())
        );
    });
}

#[test]
fn while_the_database_is_away_changes_are_refused_and_questions_go_on() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let page = server.page("What an answer is like").await;
        let url = format!("sqlite:{}", server.home.file().display());
        let other = SqlitePool::connect(&url).await.expect("the same file");
        let held = other.begin_with("BEGIN IMMEDIATE").await.expect("held");
        let refused = server
            .chooses(&page, "everyone in the channel, where I am sure")
            .await;
        assert!(
            refused
                .content
                .starts_with("I cannot reach my memory just now, so nothing was changed."),
            "{}",
            refused.text()
        );
        let asked = json!({ "question": "section 3" });
        let answer = server
            .ben
            .slash(&server.general, "ask", asked)
            .reply()
            .await;
        assert!(answer.ephemeral && !answer.embeds.is_empty());
        held.rollback().await.expect("let go");
        server
            .chooses(&refused, "everyone in the channel, where I am sure")
            .await;
        assert_eq!(server.settings().await.visibility, Visibility::Public);
    });
}
