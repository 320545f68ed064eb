//! What moderators chose is there, and cannot be read: nothing that they may have closed is open.

use crate::fake::{Channel, Shown};
use crate::server::Server;
use crate::support::conversation;
use serde_json::json;
use sqlx::AssertSqlSafe;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};
use verbatim::settings::{Change, Channels, Mentioned, Mentions, Visibility};

const UNREAD: &str = "I cannot reach my settings for this server just now,";
const PART: &str = "section 3";
const NEED: &str = "i want to kill myself";

/// How the settings are lost, and how they are found again.
const WAYS: [(&str, &str); 5] = [
    // A newer program wrote them.
    ("UPDATE server SET form = 2", "UPDATE server SET form = 1"),
    // It said something in them that we do not know.
    (
        "UPDATE server SET document = json_set(document, '$.quiet-hours', 22)",
        "UPDATE server SET document = json_remove(document, '$.quiet-hours')",
    ),
    // One of them is of another kind.
    (
        "UPDATE server SET revision = 'many'",
        "UPDATE server SET revision = 3",
    ),
    // They are not ours.
    (
        "UPDATE server SET document = '?' || document",
        "UPDATE server SET document = substr(document, 2)",
    ),
    // The database says nothing.
    (
        "ALTER TABLE server RENAME TO lost",
        "ALTER TABLE lost RENAME TO server",
    ),
];

impl Server<'_> {
    /// Executes `sql` beside the bot.
    async fn run(&self, sql: &str) {
        let options = SqliteConnectOptions::new().filename(self.home.file());
        let beside = SqlitePool::connect_with(options).await.expect("the file");
        let done = sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&beside);
        done.await.expect("it is done");
        beside.close().await;
    }

    async fn asked(&self, channel: &Channel, question: &str) -> Shown {
        let question = json!({ "question": question });
        self.ben.slash(channel, "ask", question).reply().await
    }
}

fn is_unread(reply: &Shown) {
    assert!(reply.ephemeral);
    let says = reply.content.starts_with(UNREAD) && reply.embeds.is_empty();
    assert!(says && reply.buttons().is_empty(), "{}", reply.text());
}

fn is_card(reply: &Shown) {
    let card = reply.content.starts_with("**A note for you**");
    assert!(reply.ephemeral && card, "{}", reply.text());
}

#[test]
fn what_cannot_be_read_is_not_what_nobody_chose() {
    for (lose, find) in WAYS {
        conversation(async |c| {
            let server = Server::open(c).await;
            server
                .set(Change::set("visibility", Visibility::Public))
                .await;
            server
                .set(Change::set("mentioned", Mentioned::InPublic))
                .await;
            server
                .set(Change::Mentions(Mentions::In(Channels::All)))
                .await;
            let answer = server.asked(&server.general, PART).await;
            assert!(!answer.embeds.is_empty());
            server.run(lose).await;
            let server = server.restart().await;

            is_unread(&server.asked(&server.general, PART).await);
            is_card(&server.asked(&server.general, NEED).await);
            let read = json!({ "section": "3" });
            is_unread(
                &server
                    .ben
                    .slash(&server.general, "read", read)
                    .reply()
                    .await,
            );
            is_unread(&server.used_by(&server.mia, "panel").await);
            // What was pressed before is asked for now.
            is_unread(&server.ben.press(&answer, "Contents").reply().await);
            let typed = json!({ "question": "why does he" });
            let typed = server
                .ben
                .autocomplete(&server.general, "ask", typed, "question");
            assert!(typed.choices().await.is_empty());
            let before = c.messages(&server.general).len();
            for words in [PART, NEED] {
                let words = format!("{} {words}", c.mention());
                server.ben.says(&server.general, &words);
            }
            let direct = server.ben.dm(PART).reply().await;
            assert!(!direct.embeds.is_empty(), "{}", direct.text());
            let said = c.messages(&server.general);
            assert_eq!(said.len(), before, "{lose}");

            server.run(find).await;
            let found = server.asked(&server.general, PART).await;
            assert!(!found.ephemeral && !found.embeds.is_empty(), "{lose}");
        });
    }
}

#[test]
fn who_wants_to_be_forgotten_need_not_wait_for_settings() {
    conversation(async |c| {
        let server = Server::open(c).await;
        server
            .set(Change::set("visibility", Visibility::Public))
            .await;
        server.run(WAYS[0].0).await;
        let server = server.restart().await;
        let asked = json!({ "delete": true });
        let forgotten = server.ben.slash(&server.general, "privacy", asked);
        let forgotten = forgotten.reply().await;
        assert!(
            forgotten.content.contains("is forgotten"),
            "{}",
            forgotten.text()
        );
    });
}

#[test]
fn a_card_opens_and_turns_without_settings() {
    conversation(async |c| {
        let server = Server::open(c).await;
        server
            .set(Change::Mentions(Mentions::In(Channels::All)))
            .await;
        let words = format!("{} {NEED}", c.mention());
        let teaser = server.ben.says(&server.general, &words).reply().await;
        server.run(WAYS[0].0).await;
        let server = server.restart().await;
        let card = server.ben.press(&teaser, "Show me").reply().await;
        is_card(&card);
        let menu = card.selects().remove(0);
        let (_, place) = &menu.options[0];
        let turned = server.ben.select(&card, &menu.custom_id, &[place]);
        is_card(&turned.reply().await);
        let meant = card
            .buttons()
            .into_iter()
            .find(|it| it.label.contains("article"));
        let meant = server.ben.press(&card, &meant.expect("the way on").label);
        is_unread(&meant.reply().await);
    });
}
