//! New posts and threads: one quiet line under a title that the article answers, where moderators want that.

use crate::fake::{Channel, Discord, Person, Shown};
use crate::support::{Conversation, GUILD, bot, choose, conversation};
use serenity::all::Permissions;
use verbatim::settings::Change;
use verbatim::who::ChannelId;

const TITLE: &str = "why does he roll over and fall asleep right after?";
const NEED: &str = "i want to kill myself, why does he roll over and fall asleep right after?";
const LINE: &str = "I have something for you that only you can see.\n[Show me] [Delete]";

struct Server<'c> {
    c: &'c Conversation,
    forum: Channel,
    alice: Person,
}

impl<'c> Server<'c> {
    /// A server with a forum, after these changes.
    async fn after(c: &'c Conversation, changes: impl Fn(&Channel) -> Vec<Change>) -> Server<'c> {
        let forum = c.guild(GUILD.0).forum("help");
        let alice = c.user("alice");
        let bot = bot().await;
        for change in changes(&forum) {
            choose(&bot, change).await;
        }
        c.start_bot(bot).await;
        Server { c, forum, alice }
    }

    async fn open(c: &'c Conversation) -> Server<'c> {
        Server::after(c, |forum| vec![Change::AllowPosts(ChannelId(forum.id))]).await
    }

    /// The line under `post`.
    async fn line(&self, post: &Channel) -> Shown {
        let line = |fake: &Discord| fake.messages(post).pop();
        self.c.wait_for("a line under the post", line).await
    }

    /// Stops the bot once it is done with everything, and holds that nothing stands under `posts`.
    async fn stays_silent(self, posts: &[Channel]) {
        self.alice.dm("section 5").reply().await;
        self.c.stop().await;
        for post in posts {
            let said = self.c.messages(post);
            assert!(said.is_empty(), "{said:?}");
        }
    }
}

#[test]
fn a_title_that_the_article_answers_meets_one_quiet_line_for_its_writer() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let post = server.forum.opens(&server.alice, TITLE);
        let line = server.line(&post).await;
        // Everybody reads no more than that.
        assert_eq!(line.text(), LINE);
        let shown = server.alice.press(&line, "Show me").reply().await;
        assert!(shown.ephemeral);
        assert_eq!(
            shown.embeds[0]["title"],
            "1. The Biological Crash After Sex"
        );
        let bob = c.user("bob");
        let refused = bob.press(&line, "Show me").reply().await;
        assert!(
            refused
                .text()
                .starts_with("That one is for the person who asked.")
        );
    });
}

#[test]
fn who_may_need_a_person_meets_the_same_line_and_the_card_alone() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let post = server.forum.opens(&server.alice, NEED);
        let line = server.line(&post).await;
        assert_eq!(line.text(), LINE);
        let card = server.alice.press(&line, "Show me").reply().await;
        assert!(card.ephemeral && card.text().starts_with("**A note for you**"));
    });
}

#[test]
fn other_titles_and_other_channels_meet_silence() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let guild = c.guild(GUILD.0);
        let general = guild.channel("general");
        guild.announce();
        let titles = [
            (
                &server.forum,
                "best deep conditioning treatment for 4c hair",
            ),
            (&server.forum, "why is he cold"),
            (&server.forum, "hello"),
            // A line where the article has no answer would tell everybody what is needed.
            (&server.forum, "i want to kill myself"),
            (&general, TITLE),
        ];
        let opens = |(channel, title): (&Channel, &str)| channel.opens(&server.alice, title);
        let posts: Vec<Channel> = titles.into_iter().map(opens).collect();
        server.stays_silent(&posts).await;
    });
}

#[test]
fn nobody_is_met_before_moderators_say_so() {
    conversation(async |c| {
        let server = Server::after(c, |_| Vec::new()).await;
        let post = server.forum.opens(&server.alice, TITLE);
        server.stays_silent(&[post]).await;
    });
}

#[test]
fn nobody_is_met_where_we_are_kept_out_or_may_not_write() {
    conversation(async |c| {
        let closed = Server::after(c, |forum| {
            let forum = ChannelId(forum.id);
            vec![Change::AllowPosts(forum), Change::Forbid(forum)]
        });
        let closed = closed.await;
        let post = closed.forum.opens(&closed.alice, TITLE);
        closed.stays_silent(&[post]).await;
    });
    conversation(async |c| {
        let server = Server::open(c).await;
        let forum = &server.forum;
        forum.deny_bot(Permissions::SEND_MESSAGES_IN_THREADS);
        forum.announce();
        let post = forum.opens(&server.alice, TITLE);
        server.stays_silent(&[post]).await;
    });
}

#[test]
fn a_channel_has_a_pace_and_a_post_has_one_line() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let mut posts = Vec::new();
        for _ in 0..5 {
            let post = server.forum.opens(&server.alice, TITLE);
            server.line(&post).await;
            posts.push(post);
        }
        let more = server.forum.opens(&server.alice, TITLE);
        for post in &posts {
            assert_eq!(c.messages(post).len(), 1);
        }
        server.stays_silent(&[more]).await;
    });
}
