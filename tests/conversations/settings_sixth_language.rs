//! A language is one file of sentences: with it the bot offers the language, speaks it, and Discord is told of it.

use crate::server::Server;
use crate::support::{Conversation, Home, conversation, knowledge_of, two_articles, written};
use serde_json::json;
use std::path::Path;
use verbatim::settings::{Change, Language, Visibility};

/// A language that the program does not carry: a head, and the first sentences that somebody wrote.
const GERMAN: &str = "language = Deutsch
    .discord = de
panel = Was hier eingestellt ist
closing-advice = Und zum Schluss:
command-ask = Fragt den Artikel.
command-ask-name = fragen
";

/// A server whose bot reads a folder with an article and that language.
async fn server(c: &Conversation) -> Server<'_> {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sixth-language");
    let article =
        "# On Rain\n\n## 1. Clouds\n\nClouds gather water.\n\n## Closing\n\nTake a coat.\n";
    written(&dir.join("on-rain/article.md"), article);
    written(&dir.join("phrases/de.ftl"), GERMAN);
    Server::of(c, knowledge_of(&dir), Home::new()).await
}

#[test]
fn a_sixth_language_is_chosen_on_the_panel_and_spoken_before_everyone() {
    conversation(async |c| {
        let server = server(c).await;
        server
            .set(Change::set("visibility", Visibility::Public))
            .await;
        let page = server.page("Moderators and members").await;
        let chosen = server.chooses(&page, "Deutsch").await;
        assert!(chosen.text().contains("Before everyone I speak:** Deutsch"));
        assert_eq!(
            server.settings().await.language,
            Language::named("de").expect("a name")
        );
        let question = json!({ "question": "section 1" });
        let answer = server
            .ben
            .slash(&server.general, "ask", question)
            .reply()
            .await;
        assert!(
            answer.text().contains("Und zum Schluss:"),
            "{}",
            answer.text()
        );
        let exported = server.used_by(&server.mia, "export").await;
        let file = String::from_utf8_lossy(&exported.files[0].bytes);
        assert!(file.contains("language = \"de\""), "{file}");
        let panel = server.used_by(&server.mia.speaking("de"), "panel").await;
        assert!(panel.text().contains("Was hier eingestellt ist"));
    });
}

#[test]
fn discord_is_told_what_commands_are_called_in_a_sixth_language() {
    conversation(async |c| {
        let server = server(c).await;
        let commands = c.commands().expect("registered");
        let mut commands = commands.iter();
        let ask = commands.find(|command| command["name"] == "ask");
        let ask = ask.expect("/ask");
        assert_eq!(ask["name_localizations"]["de"], "fragen");
        assert_eq!(ask["description_localizations"]["de"], "Fragt den Artikel.");
    });
}

#[test]
fn a_folder_with_an_article_alone_speaks_every_language_that_it_offers() {
    conversation(async |c| {
        let server = Server::of(c, knowledge_of(two_articles()), Home::new()).await;
        server
            .set(Change::set("visibility", Visibility::Public))
            .await;
        let page = server.page("Moderators and members").await;
        server.chooses(&page, "Kiswahili").await;
        let question = json!({ "question": "section 1" });
        let answer = server
            .ben
            .slash(&server.general, "ask", question)
            .reply()
            .await;
        assert!(answer.text().contains("Na mwishoni:"), "{}", answer.text());
    });
}
