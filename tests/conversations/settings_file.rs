//! Settings as a file: given away, and taken back whole or not at all.

use crate::fake::Shown;
use crate::server::Server;
use crate::support::conversation;
use serde_json::json;
use serenity::all::Permissions;
use verbatim::settings::{Change, Closing, Settings, Style, Visibility, write};
use verbatim::who::RoleId;

const FILE: &str = "verbatim-settings.toml";

const BRING_IN: &str = "Yes, change it";
const LEAVE: &str = "No, leave it";

impl Server<'_> {
    /// What the moderator reads after handing in a file that holds `words`.
    async fn hands_in(&self, words: &str) -> Shown {
        let file = (FILE, words);
        let import = self
            .mia
            .hands_in(&self.general, "settings import", "file", file);
        import.reply().await
    }
}

#[test]
fn what_is_exported_is_imported_again() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let page = server.page("What an answer is like").await;
        server
            .chooses(&page, "everyone in the channel, where I am sure")
            .await;
        let exported = server.used_by(&server.mia, "export").await;
        assert!(exported.ephemeral);
        assert_eq!(exported.files[0].name, FILE);
        let file = String::from_utf8(exported.files[0].bytes.clone()).expect("text");
        assert_eq!(file, write(&*server.settings().await));

        let reset = server.used_by(&server.mia, "reset").await;
        server.presses(&reset, "Yes, reset everything").await;
        let preview = server.hands_in(&file).await;
        assert_eq!(*server.settings().await, Settings::default());
        let panel = server.presses(&preview, BRING_IN).await;
        assert!(panel.content.starts_with("✓ Saved."), "{}", panel.text());
        assert_eq!(server.settings().await.visibility, Visibility::Public);
        let history = server.used_by(&server.mia, "history").await;
        server.presses(&history, "Undo 3").await;
        assert_eq!(*server.settings().await, Settings::default());
    });
}

#[test]
fn a_file_with_mistakes_changes_nothing_and_says_where() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let file = "visibility = \"public\"\nconfidence = \"sure\"\n\n[pace]\nminute = 0\n";
        let told = server.hands_in(file).await;
        assert!(told.ephemeral);
        insta::assert_snapshot!(told.content);
        assert_eq!(*server.settings().await, Settings::default());
        let large = "#".repeat(300_000);
        let told = server.hands_in(&large).await;
        assert!(
            told.content
                .starts_with("That file is too large for settings"),
            "{}",
            told.text()
        );
    });
}

#[test]
fn a_member_imports_nothing() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let file = "visibility = \"public\"";
        let import = server
            .ben
            .hands_in(&server.general, "settings import", "file", (FILE, file));
        let told = import.reply().await;
        assert!(
            told.content.starts_with("That is for the moderators"),
            "{}",
            told.text()
        );
        assert_eq!(*server.settings().await, Settings::default());
        assert_eq!(c.fetched(), 0, "nothing is fetched for them");
    });
}

#[test]
fn a_file_is_fetched_from_where_it_was_said_to_be_and_no_larger_than_we_take() {
    conversation(async |c| {
        let server = Server::open(c).await;
        c.claims_size(10);
        let told = server.hands_in(&"#".repeat(300_000)).await.content;
        assert!(
            told.starts_with("That file is too large for settings"),
            "{told}"
        );
        c.moves_file("localhost");
        let told = server.hands_in("").await.content;
        assert!(told.starts_with("I could not fetch that file"), "{told}");
        assert_eq!(*server.settings().await, Settings::default());
        c.moves_file("127.0.0.1");
        let preview = server.hands_in("").await;
        server.presses(&preview, BRING_IN).await;
        assert_eq!(server.settings().await.visibility, Visibility::Public);
    });
}

#[test]
fn the_text_may_be_pasted_too() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let command = server
            .mia
            .slash(&server.general, "settings import", serde_json::json!({}));
        let form = command.modal().await;
        let pasted = server
            .mia
            .submit(&form, &[("0", "visibility = \"public\"")])
            .reply()
            .await;
        assert!(pasted.ephemeral);
        server.presses(&pasted, BRING_IN).await;
        assert_eq!(server.settings().await.visibility, Visibility::Public);
        let panel = server.used_by(&server.mia, "panel").await;
        let told = server.fills(&panel, "Import", &[("0", "gate = 3")]).await;
        assert!(
            told.content.contains("- Line 1: `gate` must be a text"),
            "{}",
            told.text()
        );
    });
}

#[test]
fn a_file_that_cannot_be_fetched_or_sets_nothing_changes_nothing() {
    conversation(async |c| {
        let server = Server::open(c).await;
        server
            .set(Change::set("visibility", Visibility::Public))
            .await;
        let before = server.settings().await;
        for status in [403, 404, 500] {
            c.loses_file(status);
            let told = server.hands_in("style = \"plain\"").await;
            let lost = told.content.starts_with("I could not fetch that file, so");
            assert!(
                lost && told.buttons().is_empty(),
                "{status}: {}",
                told.text()
            );
        }
        for nothing in [
            "",
            "\u{feff}\n \n",
            "# visibility = \"private\"\n\n  # and no more",
        ] {
            let told = server.hands_in(nothing).await;
            let refused = told.content.starts_with("There is nothing to import");
            assert!(refused && told.buttons().is_empty(), "{}", told.text());
        }
        assert_eq!(server.settings().await, before);
    });
}

#[test]
fn what_an_import_would_change_is_shown_before_it_is_changed() {
    conversation(async |c| {
        let server = Server::open(c).await;
        server
            .set(Change::set("visibility", Visibility::Public))
            .await;
        for id in 1..=6 {
            server.set(Change::Ignore(RoleId(id))).await;
        }
        let before = server.settings().await;
        let file =
            "style = \"plain\"\n[roles]\nignored = [\"1\", \"2\", \"3\", \"4\", \"5\", \"7\"]";
        let preview = server.hands_in(file).await;
        assert!(preview.ephemeral);
        insta::assert_snapshot!(preview.text());
        assert_eq!(server.settings().await, before);
        let left = server.presses(&preview, LEAVE).await;
        let untouched = left.content.starts_with("I left everything as it is.");
        assert!(untouched, "{}", left.text());
        assert_eq!(server.settings().await, before);

        let same = String::from_utf8(
            server.used_by(&server.mia, "export").await.files[0]
                .bytes
                .clone(),
        );
        let told = server.hands_in(&same.expect("text")).await;
        let nothing = told.content.starts_with("Everything is set like that");
        assert!(nothing && told.buttons().is_empty(), "{}", told.text());
    });
}

const OLD: &str = "What you brought in has grown old";

#[test]
fn what_changed_meanwhile_is_shown_again_before_it_is_changed() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let first = server.hands_in("style = \"plain\"").await;
        server
            .set(Change::set("visibility", Visibility::Public))
            .await;
        let again = server.presses(&first, BRING_IN).await;
        let told = again.content.starts_with("Somebody changed this");
        assert!(told, "{}", again.text());
        assert_eq!(server.settings().await.style, Style::Embeds);
        let later = server.hands_in("closing = \"when-sure\"").await;
        let shown = server.presses(&again, BRING_IN).await;
        let ids = |message: &Shown| message.button(BRING_IN).custom_id;
        assert_eq!(ids(&shown), ids(&later));
        assert_eq!(server.settings().await.style, Style::Embeds);
        server.presses(&shown, BRING_IN).await;
        let after = server.settings().await;
        assert_eq!(
            (after.style, after.closing),
            (Style::Embeds, Closing::WhenSure)
        );
    });
}

#[test]
fn what_was_brought_in_is_forgotten_with_its_bringer_and_by_a_restart() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let preview = server.hands_in("style = \"plain\"").await;
        let delete = json!({ "delete": true });
        let forgets = server.mia.slash(&server.general, "privacy", delete);
        forgets.reply().await;
        let old = server.presses(&preview, BRING_IN).await;
        assert!(old.content.starts_with(OLD), "{}", old.text());

        let preview = server.hands_in("style = \"plain\"").await;
        let server = server.restart().await;
        let old = server.presses(&preview, BRING_IN).await;
        assert!(old.content.starts_with(OLD), "{}", old.text());
        assert_eq!(*server.settings().await, Settings::default());
    });
}

#[test]
fn whoever_moderates_no_more_brings_nothing_in() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let helper = server.guild.role("helper", Permissions::empty());
        server.guild.member(&server.ben, &[helper]);
        server.set(Change::Trust(RoleId(helper))).await;
        let import = server.ben.hands_in(
            &server.general,
            "settings import",
            "file",
            (FILE, "style = \"plain\""),
        );
        let preview = import.reply().await;
        server.set(Change::Distrust(RoleId(helper))).await;
        let refused = server.ben.press(&preview, BRING_IN).reply().await;
        let told = refused.content.starts_with("That is for the moderators");
        assert!(told, "{}", refused.text());
        assert_eq!(*server.settings().await, Settings::default());
    });
}
