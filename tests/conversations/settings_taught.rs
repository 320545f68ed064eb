//! What moderators taught, carried along in a file and let go by a reset.

use crate::fake::Shown;
use crate::review::short;
use crate::server::Server;
use crate::support::{Conversation, GUILD, Home, conversation};
use serde_json::json;
use std::collections::BTreeSet;
use verbatim::settings::{CarriedLesson, Change, Style, Visibility};
use verbatim::who::Member;

const FILE: &str = "verbatim-settings.toml";
const GRAVY: &str = "what does the gravy train thing mean";
const BRING_IN: &str = "Yes, change it";

impl<'c> Server<'c> {
    async fn short(c: &'c Conversation) -> Server<'c> {
        Server::of(c, short(), Home::new()).await
    }

    /// Lets the server have taught that "Asking Gently" answers `words`.
    async fn learns(&self, words: &str) {
        let owner = Member {
            guild: GUILD,
            manages_server: true,
            roles: Vec::new(),
        };
        let moderator = owner.moderator(&BTreeSet::new()).expect("the owner");
        let lesson = CarriedLesson {
            article: "closeness".to_owned(),
            section: "asking-gently".to_owned(),
            words: words.to_owned(),
        };
        let taught = self.store.bring(moderator, &[lesson]).await;
        taught.expect("it is taught");
    }

    async fn exported(&self) -> String {
        let exported = self.used_by(&self.mia, "export").await;
        String::from_utf8(exported.files[0].bytes.clone()).expect("text")
    }

    async fn carries_in(&self, words: &str) -> Shown {
        let file = (FILE, words);
        let import = self
            .mia
            .hands_in(&self.general, "settings import", "file", file);
        import.reply().await
    }

    async fn taught(&self) -> String {
        let taught = self.mia.slash(&self.general, "taught", json!({}));
        taught.reply().await.text()
    }

    /// Resets everything, what was taught too.
    async fn forgets(&self) {
        let asks = self.used_by(&self.mia, "reset").await;
        self.presses(&asks, "Yes, and forget what was taught").await;
        let taught = self.taught().await;
        assert!(taught.starts_with("This server has taught me nothing yet."));
    }
}

#[test]
fn an_export_carries_what_was_taught_and_an_import_shows_it_before_it_is_taught() {
    conversation(async |c| {
        let server = Server::short(c).await;
        server.learns(GRAVY).await;
        let file = server.exported().await;
        assert!(file.ends_with(&format!(
        "\n[[lessons]]\narticle = \"closeness\"\nsection = \"asking-gently\"\nwords = \"{GRAVY}\"\n"
    )));
        let same = server.carries_in(&file).await;
        assert!(
            same.text()
                .starts_with("Everything is set like that already")
        );

        server.forgets().await;
        let preview = server.carries_in(&file).await;
        insta::assert_snapshot!(preview.text(), @r#"
        **Import**
        This is what would change. What the file does not name goes back to how it was when I came. Nothing is changed yet.

        **What moderators taught:** + 1 (“what does the gravy train thing mean”)
        [Yes, change it] [No, leave it]
        "#);
        assert!(
            server
                .taught()
                .await
                .starts_with("This server has taught me nothing yet.")
        );
        server.presses(&preview, BRING_IN).await;
        assert!(server.taught().await.contains(GRAVY));
        let question = json!({ "question": GRAVY });
        let answer = server.ben.slash(&server.general, "ask", question);
        let answer = answer.reply().await;
        assert_eq!(answer.embeds[0]["title"], "3. Asking Gently");
    });
}

#[test]
fn a_file_of_old_leaves_what_was_taught_and_words_of_need_are_never_taught() {
    conversation(async |c| {
        let server = Server::short(c).await;
        server.learns(GRAVY).await;
        let preview = server.carries_in("style = \"plain\"").await;
        assert!(!preview.text().contains("taught"), "{}", preview.text());
        server.presses(&preview, BRING_IN).await;
        assert_eq!(server.settings().await.style, Style::Plain);
        assert!(server.taught().await.contains(GRAVY));
        let lesson = |words: &str| {
            format!(
                "[[lessons]]\narticle = \"closeness\"\nsection = \"old-habits\"\nwords = \"{words}\"\n"
            )
        };
        let file = [
            "style = \"plain\"\n",
            &lesson("i want to kill myself"),
            &lesson("why so gravy"),
        ];
        let preview = server.carries_in(&file.concat()).await;
        let text = preview.text();
        assert!(
            text.starts_with("I leave 1 of the taught questions out"),
            "{text}"
        );
        assert!(
            text.contains("+ 1 (“why so gravy”)") && !text.contains("kill"),
            "{text}"
        );
        let wrong = server
            .carries_in(&lesson("why").replace("old-habits", "old-habit"))
            .await;
        let text = wrong.text();
        assert!(
            text.contains(
                "- Line 3: `section` cannot be \"old-habit\". Did you mean `old-habits`?"
            ),
            "{text}"
        );
    });
}

#[test]
fn a_reset_asks_about_what_was_taught_and_leaves_it_unless_told() {
    conversation(async |c| {
        let server = Server::short(c).await;
        let plain = server.used_by(&server.mia, "reset").await;
        assert!(!plain.text().contains("taught"), "{}", plain.text());
        server.learns(GRAVY).await;
        server
            .set(Change::set("visibility", Visibility::Public))
            .await;
        let asks = server.used_by(&server.mia, "reset").await;
        let text = asks.text();
        assert!(
            text.contains("This server also taught me one question. A reset leaves that as it is"),
            "{text}"
        );
        server.presses(&asks, "Yes, reset everything").await;
        assert_eq!(server.settings().await.visibility, Visibility::Private);
        assert!(server.taught().await.contains(GRAVY));
        server.forgets().await;
    });
}

#[test]
fn an_import_that_would_ignore_everyone_is_refused_with_the_reason() {
    conversation(async |c| {
        let server = Server::short(c).await;
        let file = format!("[roles]\nignored = [\"{}\"]", GUILD.0);
        let refused = server.carries_in(&file).await;
        let text = refused.text();
        assert!(
            text.starts_with("@everyone is everybody, so I would answer nobody here"),
            "{text}"
        );
        assert!(refused.buttons().is_empty() && server.settings().await.ignored_roles.is_empty());
    });
}
