//! What was changed, and how it is taken back.

use crate::server::Server;
use crate::support::conversation;
use verbatim::settings::{Settings, Style, Visibility};

#[test]
fn the_history_tells_each_change_and_takes_it_back() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let page = server.page("What an answer is like").await;
        let page = server
            .chooses(&page, "everyone in the channel, where I am sure")
            .await;
        let page = server.chooses(&page, "as plain text").await;
        let history = server.chooses(&page, "History").await;
        let (text, mia) = (history.text(), server.mia.mention());
        assert!(
            text.contains(&format!("{mia} · A message comes: as plain text")),
            "{text}"
        );
        assert!(
            text.contains(&format!(
                "{mia} · Answers are seen by: everyone in the channel, where I am sure"
            )),
            "{text}"
        );
        assert!(text.find("2. <t:") < text.find("1. <t:"), "{text}");
        let history = server.presses(&history, "Undo 1").await;
        assert!(
            history.content.starts_with("✓ Change 1 is taken back."),
            "{}",
            history.text()
        );
        let settings = server.settings().await;
        assert_eq!(
            (settings.visibility, settings.style),
            (Visibility::Private, Style::Plain)
        );
        server.presses(&history, "Undo 3").await;
        assert_eq!(server.settings().await.visibility, Visibility::Public);
    });
}

#[test]
fn the_history_turns_its_pages_and_keeps_fifty() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let mut page = server.page("What an answer is like").await;
        for turn in 0..52 {
            let choice = [
                "everyone in the channel, where I am sure",
                "the asker alone, who may share them",
            ][turn % 2];
            page = server.chooses(&page, choice).await;
        }
        let mut history = server.used_by(&server.mia, "history").await;
        for first in [52, 42, 32, 22] {
            assert!(
                history.content.contains(&format!("\n{first}. <t:")),
                "{}",
                history.text()
            );
            history = server.presses(&history, "Next").await;
        }
        assert!(history.content.contains("\n3. <t:"), "{}", history.text());
        assert!(!history.content.contains("\n2. <t:"), "{}", history.text());
        assert!(
            history
                .buttons()
                .iter()
                .all(|button| button.label != "Next")
        );
    });
}

#[test]
fn a_reset_asks_first_and_can_be_taken_back() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let page = server.page("What an answer is like").await;
        server
            .chooses(&page, "everyone in the channel, where I am sure")
            .await;
        let asks = server.used_by(&server.mia, "reset").await;
        let back = server.presses(&asks, "Back").await;
        assert_eq!(server.settings().await.visibility, Visibility::Public);
        let asks = server.presses(&back, "Reset").await;
        server.presses(&asks, "Yes, reset everything").await;
        assert_eq!(*server.settings().await, Settings::default());
        let history = server.used_by(&server.mia, "history").await;
        server.presses(&history, "Undo 2").await;
        assert_eq!(server.settings().await.visibility, Visibility::Public);
    });
}
