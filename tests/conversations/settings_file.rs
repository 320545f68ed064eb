//! Settings as a file: given away, and taken back whole or not at all.

use crate::server::Server;
use verbatim::settings::{Settings, Visibility, write};

const FILE: &str = "verbatim-settings.toml";

#[tokio::test]
async fn what_is_exported_is_imported_again() {
    let server = Server::open().await;
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
    let import = server
        .mia
        .hands_in(&server.general, "settings import", "file", (FILE, &file));
    let panel = import.reply().await;
    assert!(panel.content.starts_with("✓ Saved."), "{}", panel.text());
    assert_eq!(server.settings().await.visibility, Visibility::Public);
    let history = server.used_by(&server.mia, "history").await;
    server.presses(&history, "Undo 3").await;
    assert_eq!(*server.settings().await, Settings::default());
    server.close().await;
}

#[tokio::test]
async fn a_file_with_mistakes_changes_nothing_and_says_where() {
    let server = Server::open().await;
    let file = "visibility = \"public\"\nconfidence = \"sure\"\n\n[pace]\nminute = 0\n";
    let import = server
        .mia
        .hands_in(&server.general, "settings import", "file", (FILE, file));
    let told = import.reply().await;
    assert!(told.ephemeral);
    insta::assert_snapshot!(told.content);
    assert_eq!(*server.settings().await, Settings::default());
    let large = "#".repeat(70_000);
    let import = server
        .mia
        .hands_in(&server.general, "settings import", "file", (FILE, &large));
    let told = import.reply().await;
    assert!(
        told.content.starts_with("I could not fetch that file"),
        "{}",
        told.text()
    );
    server.close().await;
}

#[tokio::test]
async fn a_member_imports_nothing() {
    let server = Server::open().await;
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
    assert_eq!(server.fake.fetched(), 0, "nothing is fetched for them");
    server.close().await;
}

#[tokio::test]
async fn a_file_is_fetched_from_where_it_was_said_to_be_and_no_larger_than_we_take() {
    let server = Server::open().await;
    let hands_in = async |file: &str| {
        let import = server
            .mia
            .hands_in(&server.general, "settings import", "file", (FILE, file));
        import.reply().await.content
    };
    server.fake.claims_size(10);
    let told = hands_in(&"#".repeat(70_000)).await;
    assert!(told.starts_with("I could not fetch that file"), "{told}");
    server.fake.moves_file("localhost");
    let told = hands_in("").await;
    assert!(told.starts_with("I could not fetch that file"), "{told}");
    assert_eq!(*server.settings().await, Settings::default());
    server.fake.moves_file("127.0.0.1");
    let told = hands_in("").await;
    assert!(told.starts_with("✓ Saved."), "{told}");
    assert_eq!(server.settings().await.visibility, Visibility::Public);
    server.close().await;
}

#[tokio::test]
async fn the_text_may_be_pasted_too() {
    let server = Server::open().await;
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
    assert_eq!(server.settings().await.visibility, Visibility::Public);
    let panel = server.used_by(&server.mia, "panel").await;
    let told = server.fills(&panel, "Import", &[("0", "gate = 3")]).await;
    assert!(
        told.content.contains("- Line 1: `gate` must be a text"),
        "{}",
        told.text()
    );
    server.close().await;
}
