//! What each row of the settings means for those who ask.

use crate::fake::{Channel, Shown};
use crate::server::Server;
use crate::support::{Conversation, Home, conversation, knowledge_of, two_articles};
use serde_json::json;
use serenity::all::Permissions;
use verbatim::answer::Confidence;
use verbatim::content::Slug;
use verbatim::settings::{
    Change, Channels, Closing, Gate, MOST_A_MINUTE, MOST_AN_HOUR, Mentioned, Mentions, Pace,
};
use verbatim::who::{ChannelId, RoleId};

const NOT_HERE: &str = "The moderators keep me out of this channel.";
const PART: &str = "section 3";

impl<'c> Server<'c> {
    /// A server whose members may ask as quickly as anybody may.
    async fn unhurried(c: &'c Conversation) -> Server<'c> {
        let server = Server::open(c).await;
        let (minute, hour) = (MOST_A_MINUTE, MOST_AN_HOUR);
        server.set(Change::Pace(Pace { minute, hour })).await;
        server
    }

    async fn asked_in(&self, channel: &Channel, question: &str) -> Shown {
        let question = json!({ "question": question });
        self.ben.slash(channel, "ask", question).reply().await
    }

    /// Whether a member is answered in `channel`.
    async fn hears_in(&self, channel: &Channel) -> bool {
        let answer = self.asked_in(channel, PART).await;
        let heard = !answer.embeds.is_empty();
        assert!(
            heard || answer.content.starts_with(NOT_HERE),
            "{}",
            answer.text()
        );
        heard
    }
}

fn these(channels: &[&Channel]) -> std::collections::BTreeSet<ChannelId> {
    channels
        .iter()
        .map(|channel| ChannelId(channel.id))
        .collect()
}

#[test]
fn commands_are_answered_in_the_channels_chosen_and_a_thread_follows_its_parent() {
    conversation(async |c| {
        let server = Server::unhurried(c).await;
        let other = server.guild.channel("other");
        let (thread, beside) = (server.general.thread("a"), other.thread("b"));
        server.guild.announce();
        for (channels, here, there) in [
            (Channels::All, true, true),
            (Channels::Only(these(&[&server.general])), true, false),
            (Channels::AllBut(these(&[&server.general])), false, true),
        ] {
            server.set(Change::Channels(channels)).await;
            assert_eq!(server.hears_in(&server.general).await, here);
            assert_eq!(server.hears_in(&thread).await, here);
            assert_eq!(server.hears_in(&other).await, there);
            assert_eq!(server.hears_in(&beside).await, there);
        }
        // A moderator is heard everywhere.
        let question = json!({ "question": PART });
        let heard = server.mia.slash(&server.general, "ask", question);
        assert!(!heard.reply().await.embeds.is_empty());
    });
}

/// A private thread, and one that was reopened, are shown to nobody before they speak there.
#[test]
fn a_thread_that_nobody_told_us_of_follows_its_parent() {
    conversation(async |c| {
        let server = Server::unhurried(c).await;
        let adults = server.guild.channel("adults").nsfw();
        adults.announce();
        let (private, private_adults) = (server.general.thread("a"), adults.thread("b"));
        server.set(Change::set("gate", Gate::AgeRestricted)).await;
        assert!(server.hears_in(&private_adults).await);
        server.set(Change::set("gate", Gate::Advise)).await;
        assert!(server.hears_in(&private).await);
        server
            .set(Change::Forbid(ChannelId(server.general.id)))
            .await;
        assert!(!server.hears_in(&private).await);
        assert!(server.hears_in(&private_adults).await);
    });
}

#[test]
fn mentions_are_answered_where_and_how_it_was_chosen() {
    conversation(async |c| {
        let server = Server::unhurried(c).await;
        let other = server.guild.channel("other");
        server.guild.announce();
        let only = Channels::Only(these(&[&server.general]));
        server.set(Change::Mentions(Mentions::In(only))).await;
        let says = |channel: &Channel, words: &str| {
            let words = format!("{} {words}", c.mention());
            server.ben.says(channel, &words)
        };
        // What is said first meets silence, and what is said after it an answer.
        says(&other, "section 2");
        let teaser = says(&server.general, PART).reply().await;
        assert!(teaser.embeds.is_empty(), "by a button: {}", teaser.text());
        let shown = server.ben.press(&teaser, "Show me").reply().await;
        assert!(shown.ephemeral && !shown.embeds.is_empty());
        server
            .set(Change::set("mentioned", Mentioned::InPublic))
            .await;
        let answer = says(&server.general, "section 4").reply().await;
        assert!(
            !answer.ephemeral && !answer.embeds.is_empty(),
            "{}",
            answer.text()
        );
        assert!(
            server
                .c
                .messages(&other)
                .iter()
                .all(|it| it.content.contains(PART))
        );
    });
}

#[test]
fn a_channel_answers_from_the_article_that_it_was_given() {
    conversation(async |c| {
        let server = Server::of(c, knowledge_of(two_articles()), Home::new()).await;
        let (tea, usual) = (server.guild.channel("tea"), server.guild.channel("usual"));
        server.guild.announce();
        let named = |slug: &str| Some(Slug::new(slug).expect("a name"));
        server.set(Change::Article(named("on-rain"))).await;
        let own = Change::ArticleIn(ChannelId(tea.id), named("all-about-tea"));
        server.set(own).await;
        for (channel, title) in [(&tea, "1. Leaves"), (&usual, "1. Clouds")] {
            let answer = server.asked_in(channel, "section 1").await;
            assert_eq!(answer.embeds[0]["title"], title);
        }
    });
}

#[test]
fn the_closing_advice_stands_where_it_was_chosen() {
    conversation(async |c| {
        let server = Server::unhurried(c).await;
        let advised = async |question: &str| {
            let answer = server.asked_in(&server.general, question).await;
            answer.text().contains("And in the end:")
        };
        assert!(advised(PART).await && advised("does dopamine drop after orgasm?").await);
        server.set(Change::set("closing", Closing::WhenSure)).await;
        // An answer is sure; a part that somebody chose to open is not.
        assert!(advised("does dopamine drop after orgasm?").await);
        let choice = server.asked_in(&server.general, "why is he cold").await;
        let part = choice.buttons().remove(0);
        let opened = server.ben.press(&choice, &part.label).reply().await;
        assert!(!opened.embeds.is_empty(), "{}", opened.text());
        assert!(
            !opened.text().contains("And in the end:"),
            "{}",
            opened.text()
        );
    });
}

#[test]
fn the_more_generous_the_sooner_a_part_is_quoted() {
    conversation(async |c| {
        let server = Server::unhurried(c).await;
        // Each of these is so unsure that being careful or generous decides.
        let mut quoted = Vec::new();
        for confidence in [
            Confidence::Careful,
            Confidence::Balanced,
            Confidence::Generous,
        ] {
            server.set(Change::set("confidence", confidence)).await;
            let mut count = 0;
            for question in UNSURE {
                let answer = server.asked_in(&server.general, question).await;
                count += usize::from(!answer.embeds.is_empty());
            }
            quoted.push(count);
        }
        assert!(quoted[0] < quoted[1] && quoted[1] < quoted[2], "{quoted:?}");
    });
}

const UNSURE: [&str; 9] = [
    "does he regret it",
    "is he scared",
    "he never talks about us",
    "he needs air",
    "he needs time",
    "he regrets it",
    "he seems bored",
    "he feels judged",
    "he was nervous",
];

#[test]
fn an_ignored_role_is_told_so_and_asks_elsewhere() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let muted = server.guild.role("muted", Permissions::empty());
        server.guild.announce();
        server.guild.member(&server.ben, &[muted]);
        server.set(Change::Ignore(RoleId(muted))).await;
        let refused = server.asked_in(&server.general, PART).await;
        let said = "The moderators of this server have asked me not to answer you here.";
        assert!(refused.content.starts_with(said), "{}", refused.text());
        assert!(!server.ben.dm(PART).reply().await.embeds.is_empty());
    });
}
