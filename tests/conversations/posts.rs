//! New posts and threads: one quiet line under a title that the article answers, where moderators want that.

use crate::fake::{Channel, Discord, Fake, Person, Shown};
use crate::support::{GUILD, Running, bot, choose, start_bot};
use serenity::all::Permissions;
use verbatim::settings::Change;
use verbatim::who::ChannelId;

const TITLE: &str = "why does he roll over and fall asleep right after?";
const NEED: &str = "i want to kill myself, why does he roll over and fall asleep right after?";
const LINE: &str = "I have something for you that only you can see.\n[Show me] [Delete]";

struct Server {
    fake: Fake,
    forum: Channel,
    alice: Person,
    bot: Running,
}

impl Server {
    /// A server with a forum, after these changes.
    async fn after(changes: impl Fn(&Channel) -> Vec<Change>) -> Server {
        let fake = Fake::start().await;
        let forum = fake.guild(GUILD.0).forum("help");
        let alice = fake.user("alice");
        let bot = bot().await;
        for change in changes(&forum) {
            choose(&bot, change).await;
        }
        let bot = start_bot(&fake, bot).await;
        Server {
            fake,
            forum,
            alice,
            bot,
        }
    }

    async fn open() -> Server {
        Server::after(|forum| vec![Change::AllowPosts(ChannelId(forum.id))]).await
    }

    /// The line under `post`.
    async fn line(&self, post: &Channel) -> Shown {
        let line = |fake: &Discord| fake.messages(post).pop();
        self.fake.wait_for("a line under the post", line).await
    }

    /// Stops the bot once it is done with everything, and holds that nothing stands under `posts`.
    async fn stays_silent(self, posts: &[Channel]) {
        self.alice.dm("section 5").reply().await;
        self.bot.stop().await.expect("a clean end");
        for post in posts {
            let said = self.fake.messages(post);
            assert!(said.is_empty(), "{said:?}");
        }
        self.fake.finish().await;
    }

    async fn ends(self) {
        self.bot.stop().await.expect("a clean end");
        self.fake.finish().await;
    }
}

#[tokio::test]
async fn a_title_that_the_article_answers_meets_one_quiet_line_for_its_writer() {
    let server = Server::open().await;
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
    let bob = server.fake.user("bob");
    let refused = bob.press(&line, "Show me").reply().await;
    assert!(
        refused
            .text()
            .starts_with("That one is for the person who asked.")
    );
    server.ends().await;
}

#[tokio::test]
async fn who_may_need_a_person_meets_the_same_line_and_the_card_alone() {
    let server = Server::open().await;
    let post = server.forum.opens(&server.alice, NEED);
    let line = server.line(&post).await;
    assert_eq!(line.text(), LINE);
    let card = server.alice.press(&line, "Show me").reply().await;
    assert!(card.ephemeral && card.text().starts_with("**A note for you**"));
    server.ends().await;
}

#[tokio::test]
async fn other_titles_and_other_channels_meet_silence() {
    let server = Server::open().await;
    let guild = server.fake.guild(GUILD.0);
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
}

#[tokio::test]
async fn nobody_is_met_before_moderators_say_so() {
    let server = Server::after(|_| Vec::new()).await;
    let post = server.forum.opens(&server.alice, TITLE);
    server.stays_silent(&[post]).await;
}

#[tokio::test]
async fn nobody_is_met_where_we_are_kept_out_or_may_not_write() {
    let closed = Server::after(|forum| {
        let forum = ChannelId(forum.id);
        vec![Change::AllowPosts(forum), Change::Forbid(forum)]
    });
    let closed = closed.await;
    let post = closed.forum.opens(&closed.alice, TITLE);
    closed.stays_silent(&[post]).await;
    let server = Server::open().await;
    let forum = &server.forum;
    forum.deny_bot(Permissions::SEND_MESSAGES_IN_THREADS);
    forum.announce();
    let post = forum.opens(&server.alice, TITLE);
    server.stays_silent(&[post]).await;
}

#[tokio::test]
async fn a_channel_has_a_pace_and_a_post_has_one_line() {
    let server = Server::open().await;
    let mut posts = Vec::new();
    for _ in 0..5 {
        let post = server.forum.opens(&server.alice, TITLE);
        server.line(&post).await;
        posts.push(post);
    }
    let more = server.forum.opens(&server.alice, TITLE);
    for post in &posts {
        assert_eq!(server.fake.messages(post).len(), 1);
    }
    server.stays_silent(&[more]).await;
}
