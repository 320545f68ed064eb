//! From the moderators back to whoever sent them something: neither learns the other's name.

use crate::fake::{Channel, Person, Shown};
use crate::review::{OPEN, short};
use crate::support::{Conversation, GUILD, Home, choose, conversation};
use serde_json::json;
use std::time::Duration;
use verbatim::bot::Bot;
use verbatim::settings::Change;
use verbatim::who::ChannelId;

const SEND: &str = "Send this to the moderators";
const ANSWER: &str = "Ask the train, not the gravy. See [the rules](https://rules.example).";
const FROM: &str = "The moderators to whom you sent a question answer you:";
/// As it is shown: a link hides nothing.
const SHOWN: &str = "Ask the train, not the gravy. See [the rules] (https://rules.example).";

struct Server<'c> {
    c: &'c Conversation,
    home: Home,
    general: Channel,
    mona: Person,
    alice: Person,
}

impl<'c> Server<'c> {
    /// A server whose moderator has a question of alice's before them.
    async fn open(c: &'c Conversation) -> Server<'c> {
        let guild = c.guild(GUILD.0);
        let (general, table) = (guild.channel("general"), guild.channel("moderators"));
        let (mona, alice) = (c.user("mona"), c.user("alice"));
        guild.owner(&mona);
        let home = Home::new();
        let server = Server {
            c,
            home,
            general,
            mona,
            alice,
        };
        let bot = server.bot().await;
        choose(&bot, Change::Review(Some(ChannelId(table.id)))).await;
        c.start_bot(bot).await;
        let open = server.asks(&server.alice, OPEN).await;
        let form = server.alice.press(&open, SEND).modal().await;
        let sent = server.alice.submit(&form, &[]).reply().await;
        assert!(sent.text().starts_with("Sent."), "{}", sent.text());
        server
    }

    async fn bot(&self) -> Bot {
        Bot::new(short(), self.home.store().await, crate::fake::TOKEN).undelayed()
    }

    async fn restart(&self) {
        self.c.stop().await;
        self.c.pass(Duration::from_secs(5));
        self.c.start_bot(self.bot().await).await;
    }

    async fn asks(&self, person: &Person, question: &str) -> Shown {
        let question = json!({ "question": question });
        person.slash(&self.general, "ask", question).reply().await
    }

    async fn reviews(&self) -> Shown {
        let review = self.mona.slash(&self.general, "review", json!({}));
        review.reply().await
    }

    /// The moderator answers what waits.
    async fn answers(&self, words: &str) -> Shown {
        let report = self.reviews().await;
        let form = self.mona.press(&report, "Answer").modal().await;
        assert_eq!(form.title, "Answer whoever sent this");
        self.mona.submit(&form, &[("0", words)]).reply().await
    }
}

#[test]
fn an_answer_reaches_its_asker_at_their_next_command_and_nobody_else() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let kept = server.answers(ANSWER).await;
        let told = kept.text();
        assert!(
            told.starts_with("Your answer is kept. Whoever sent this reads it the next time"),
            "{told}"
        );
        assert!(
            told.contains(OPEN) && !told.contains("[Answer]"),
            "it can be taught still: {told}"
        );
        // A restart forgets nothing, and other people are told nothing.
        server.restart().await;
        let bob = c.user("bob");
        assert!(!server.asks(&bob, "section 2").await.text().contains(FROM));
        let reply = server.asks(&server.alice, "section 2").await;
        assert!(reply.ephemeral);
        let text = reply.text();
        assert!(text.contains(&format!("{FROM}\n{SHOWN}")), "{text}");
        for name in ["mona", &server.mona.id.to_string()] {
            assert!(!text.contains(name), "{name}");
        }
        assert!(
            !server
                .asks(&server.alice, "section 3")
                .await
                .text()
                .contains(FROM),
            "once"
        );
    });
}

#[test]
fn an_answer_reaches_its_asker_in_direct_messages_and_no_card_is_disturbed() {
    conversation(async |c| {
        let server = Server::open(c).await;
        server.answers(ANSWER).await;
        let card = server.alice.dm("i want to kill myself").reply().await;
        assert!(card.text().starts_with("**A note for you**") && !card.text().contains(FROM));
        let reply = server.alice.dm("section 2").reply().await;
        assert!(reply.text().contains(SHOWN), "{}", reply.text());
    });
}

#[test]
fn a_report_is_answered_once_or_not_at_all() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let (early, other) = (server.reviews().await, server.reviews().await);
        let form = server.mona.press(&early, "Answer").modal().await;
        let harms = server.mona.submit(&form, &[("0", "kill yourself")]);
        let harms = harms.reply().await.text();
        assert!(harms.starts_with("Words like these could hurt"), "{harms}");
        server.mona.submit(&form, &[("0", "first")]).reply().await;
        let gone = "Whoever sent this can no longer be told";
        let late = server.mona.submit(&form, &[("0", "second")]);
        assert!(late.reply().await.text().starts_with(gone));
        let pressed = server.mona.press(&other, "Answer").reply().await;
        assert!(pressed.text().starts_with(gone), "{}", pressed.text());
        let reply = server.asks(&server.alice, "section 2").await.text();
        assert!(
            reply.contains("first") && !reply.contains("second"),
            "{reply}"
        );
    });
}

#[test]
fn whoever_has_themselves_deleted_is_told_nothing_any_more() {
    conversation(async |c| {
        let server = Server::open(c).await;
        server.answers(ANSWER).await;
        let delete = json!({ "delete": true });
        server.restart().await;
        let forgotten = server
            .alice
            .slash(&server.general, "privacy", delete.clone());
        let forgotten = forgotten.reply().await.text();
        assert!(!forgotten.contains(FROM), "{forgotten}");
        server.restart().await;
        assert!(
            !server
                .asks(&server.alice, "section 2")
                .await
                .text()
                .contains(FROM)
        );
        // Nor can anybody answer what they sent before.
        let open = server
            .asks(&server.alice, "what is the gravy boat friday thing")
            .await;
        let form = server.alice.press(&open, SEND).modal().await;
        server.alice.submit(&form, &[]).reply().await;
        let deleted = server.alice.slash(&server.general, "privacy", delete);
        deleted.reply().await;
        let report = server.reviews().await;
        let report = server.mona.press(&report, "Next").reply().await;
        assert!(report.text().contains("gravy boat"), "{}", report.text());
        let labels: Vec<String> = report.buttons().into_iter().map(|it| it.label).collect();
        assert!(!labels.contains(&"Answer".to_owned()), "{labels:?}");
    });
}

#[test]
fn no_word_of_an_answer_and_no_name_is_left_in_any_file() {
    conversation(async |c| {
        let server = Server::open(c).await;
        server.answers("abracadabra gravy").await;
        assert!(server.home.holds("abracadabra"), "kept while it waits");
        assert!(
            !server.home.holds(&server.alice.id.to_string()),
            "whom to tell is sealed"
        );
        let told = server.asks(&server.alice, "section 2").await;
        assert!(told.text().contains("abracadabra"));
        // A stop wipes what is left to wipe.
        c.stop().await;
        c.pass(Duration::from_secs(5));
        let store = server.home.store().await;
        store.close().await;
        assert!(!server.home.holds("abracadabra"));
    });
}
