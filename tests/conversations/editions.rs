//! An article in two languages: whoever asks reads it in theirs, byte for byte, and so do all its ways on.

use crate::fake::Shown;
use crate::server::Server;
use crate::support::{
    Conversation, Home, bot_of, choose, conversation, knowledge, knowledge_of, written,
};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use verbatim::bot::Knowledge;
use verbatim::settings::{Change, Visibility};

const RAIN: &str = "# On Rain\n\nRain is water that comes back.\n\n## 1. Clouds\n\nClouds gather water from the sea.\n\nThen the wind carries them over the land.\n\n## 2. Thunder\n\nThunder is the sound of air that grows hot within a blink.\n\n## Closing\n\nTake a coat.\n";

const PLUIE: &str = "# Sur la pluie\n\nLa pluie est de l'eau qui revient.\n\n## 1. Les nuages\n\nLes nuages rassemblent l'eau de la mer.\n\nPuis le vent les porte au-dessus des terres.\n\n## 2. Le tonnerre\n\nLe tonnerre est le bruit de l'air qui chauffe en un clin d'œil.\n\n## Pour finir\n\nPrends un manteau.\n";

/// A folder of its own with the article, and beside it these files.
fn rain(name: &str, beside: &[(&str, &str)]) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("editions-{name}"));
    written(&dir.join("rain/article.md"), RAIN);
    for language in ["en", "fr"] {
        let file = format!("phrases/{language}.ftl");
        let said = std::fs::read_to_string(Path::new("content").join(&file));
        written(&dir.join(file), &said.expect("our sentences"));
    }
    for (file, text) in beside {
        written(&dir.join("rain").join(file), text);
    }
    dir
}

/// The article in English and in French.
fn both() -> Arc<Knowledge> {
    static BOTH: OnceLock<Arc<Knowledge>> = OnceLock::new();
    let both = || knowledge_of(&rain("both", &[("article.fr.md", PLUIE)]));
    Arc::clone(BOTH.get_or_init(both))
}

async fn server(c: &Conversation) -> Server<'_> {
    Server::of(c, both(), Home::new()).await
}

fn ask(question: &str) -> Value {
    json!({ "question": question })
}

/// Every word of a message, those in its frames and menus too.
fn all(message: &Shown) -> String {
    let menus = message.selects().into_iter();
    let menus: Vec<_> = menus.flat_map(|menu| menu.options).collect();
    format!("{}\n{}\n{menus:?}", message.text(), json!(message.embeds))
}

#[track_caller]
fn is_french(message: &Shown) {
    let said = all(message);
    assert!(said.contains("tonnerre"), "{said}");
    assert!(!said.contains("Thunder"), "{said}");
}

#[track_caller]
fn is_english(message: &Shown) {
    let said = all(message);
    assert!(said.contains("Thunder"), "{said}");
    assert!(!said.contains("tonnerre"), "{said}");
}

#[test]
fn whoever_asks_in_french_or_reads_discord_in_french_reads_the_french_text() {
    conversation(async |c| {
        let server = server(c).await;
        let french = server.ben.speaking("fr");
        let asked = french.slash(&server.general, "ask", ask("section 2"));
        let asked = asked.reply().await;
        assert_eq!(asked.embeds[0]["title"], "2. Le tonnerre");
        assert_eq!(
            asked.embeds[0]["description"],
            "Le tonnerre est le bruit de l'air qui chauffe en un clin d'œil."
        );
        assert_eq!(
            asked.embeds[0]["footer"]["text"],
            "Extrait de « Sur la pluie »"
        );
        let said = all(&asked);
        assert!(said.contains("Prends un manteau."), "{said}");
        assert!(!said.contains("Take a coat."), "{said}");

        let question = "pourquoi le tonnerre fait-il du bruit dans le ciel ?";
        let asked = server.mia.slash(&server.general, "ask", ask(question));
        let asked = asked.reply().await;
        is_french(&asked);
        assert!(
            !all(&asked).contains("The article is in"),
            "{}",
            all(&asked)
        );

        let direct = french.dm(question).reply().await;
        is_french(&direct);
        let contents = french.press(&direct, "Sommaire").reply().await;
        is_french(&contents);
    });
}

#[test]
fn whoever_asks_in_english_reads_the_english_text_whatever_discord_speaks() {
    conversation(async |c| {
        let server = server(c).await;
        let french = server.ben.speaking("fr");
        let question = "why is the thunder so loud when it is in the air?";
        let asked = french.slash(&server.general, "ask", ask(question));
        is_english(&asked.reply().await);
        // A third language has no text of its own: what holds is how Discord is read.
        let german = server.ben.speaking("de");
        let asked = german.slash(&server.general, "ask", ask("section 2"));
        is_english(&asked.reply().await);
    });
}

#[test]
fn the_language_can_be_chosen_where_there_are_several() {
    conversation(async |c| {
        let server = server(c).await;
        let commands = c.commands().expect("registered");
        for name in ["ask", "read"] {
            let command = commands.iter().find(|it| it["name"] == name);
            let options = command.expect("a command")["options"].as_array();
            let mut options = options.expect("options").iter();
            let option = options.find(|option| option["name"] == "language");
            let choices = &option.expect("the option")["choices"];
            let listed = [("English", "en"), ("français", "fr")];
            let listed = listed.map(|(name, value)| json!({ "name": name, "value": value }));
            assert_eq!(*choices, json!(listed));
        }
        let chosen = json!({ "question": "section 2", "language": "fr" });
        let asked = server.ben.slash(&server.general, "ask", chosen);
        let asked = asked.reply().await;
        is_french(&asked);
        assert_eq!(
            asked.embeds[0]["footer"]["text"],
            "From “Sur la pluie”, written in French"
        );
        let french = server.ben.speaking("fr");
        let question = "pourquoi le tonnerre fait-il du bruit dans le ciel ?";
        let chosen = json!({ "question": question, "language": "en" });
        is_english(&french.slash(&server.general, "ask", chosen).reply().await);
        let read = json!({ "section": "2", "language": "fr" });
        is_french(
            &server
                .ben
                .slash(&server.general, "read", read)
                .reply()
                .await,
        );
        let contents = french.slash(&server.general, "read", json!({}));
        is_french(&contents.reply().await);
    });
}

#[test]
fn an_article_in_one_language_offers_no_choice() {
    conversation(async |c| {
        Server::of(c, knowledge(), Home::new()).await;
        let commands = c.commands().expect("registered");
        let asked = commands
            .iter()
            .filter(|it| ["ask", "read"].contains(&it["name"].as_str().unwrap_or_default()));
        let mut options = asked
            .flat_map(|command| command["options"].as_array())
            .flatten();
        assert!(options.all(|option| option["name"] != "language"));
    });
}

#[test]
fn before_everyone_the_text_is_the_servers() {
    conversation(async |c| {
        let guild = c.guild(500);
        guild.locale("fr");
        let general = guild.channel("general");
        let ben = c.user("ben");
        let bot = bot_of(&rain("public", &[("article.fr.md", PLUIE)])).await;
        choose(&bot, Change::set("visibility", Visibility::Public)).await;
        c.start_bot(bot).await;
        let asked = ben.slash(&general, "ask", ask("section 2")).reply().await;
        assert!(!asked.ephemeral);
        is_french(&asked);
        guild.locale("en-US");
        let french = ben.speaking("fr");
        let asked = french
            .slash(&general, "ask", ask("section 2"))
            .reply()
            .await;
        assert!(!asked.ephemeral);
        is_english(&asked);
    });
}

/// The French text where its second part is longer than three messages.
fn long() -> String {
    let paragraph = |at: u32| {
        format!(
            "Le {at}e coup. {}\n\n",
            "Il gronde encore, tout près. ".repeat(20).trim_end()
        )
    };
    let paragraphs: String = (1..=20).map(paragraph).collect();
    PLUIE.replace("## Pour finir", &format!("{paragraphs}## Pour finir"))
}

#[test]
fn every_section_of_the_second_text_is_read_byte_for_byte() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let ben = c.user("ben").speaking("fr");
        let text = long();
        c.start_bot(bot_of(&rain("long", &[("article.fr.md", &text)])).await)
            .await;
        let read = json!({ "section": "introduction" });
        let mut page = ben.slash(&general, "read", read).reply().await;
        let mut sections: Vec<(Value, String)> = Vec::new();
        let mut pages = 1;
        loop {
            let quote = &page.embeds[0];
            let words = quote["description"].as_str().expect("a quote");
            match sections.last_mut() {
                Some((title, read)) if *title == quote["title"] => {
                    *read = format!("{read}\n\n{words}")
                }
                _ => sections.push((quote["title"].clone(), words.to_owned())),
            }
            if !page
                .buttons()
                .iter()
                .any(|button| button.label == "Suivant")
            {
                break;
            }
            page = ben.press(&page, "Suivant").reply().await;
            pages += 1;
        }
        let (_, body) = text.split_once("\n\n").expect("a title");
        let parts = body.split("\n## ");
        let printed = parts.map(|part| part.split_once("\n\n").unwrap_or(("Introduction", part)));
        let printed: Vec<(Value, String)> = printed
            .map(|(title, words)| (json!(title), words.trim_end().to_owned()))
            .collect();
        assert_eq!(sections, printed);
        assert!(pages > sections.len() + 2, "{pages} pages");
    });
}

#[test]
fn buttons_stay_in_their_language_after_a_restart_and_outlive_the_text() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let ben = c.user("ben").speaking("fr");
        let dir = rain("pressed", &[("article.fr.md", PLUIE)]);
        c.start_bot(bot_of(&dir).await).await;
        let asked = ben.slash(&general, "ask", ask("section 2")).reply().await;
        is_french(&asked);
        c.restart_as(bot_of(&dir).await).await;
        // Whatever Discord speaks by now: the button stands under a text.
        let reader = ben.speaking("en-US");
        let contents = reader.press(&asked, "Sommaire").reply().await;
        is_french(&contents);
        c.knows(knowledge_of(&rain("one", &[])));
        let contents = ben.press(&asked, "Sommaire").reply().await;
        is_english(&contents);
        let said = all(&contents);
        assert!(
            said.contains("Je n'ai pas l'article en français. Le voici tel que je l'ai."),
            "{said}"
        );
        let shared = ben.press(&asked, "Partager").reply().await;
        assert!(all(&shared).contains("Je n'ai pas"), "{}", all(&shared));
    });
}

#[test]
fn what_is_offered_while_typing_is_in_the_language_of_the_text() {
    conversation(async |c| {
        let server = server(c).await;
        let french = server.ben.speaking("fr");
        let typed = french.autocomplete(&server.general, "ask", ask("tonn"), "question");
        let typed = typed.choices().await;
        assert_eq!(typed[0].value, "2. Le tonnerre");
        // Whoever reads Discord in English and chose the line meets the text that it names.
        let asked = server
            .mia
            .slash(&server.general, "ask", ask("2. Le tonnerre"));
        is_french(&asked.reply().await);
        let typed =
            french.autocomplete(&server.general, "read", json!({ "section": "" }), "section");
        let typed = typed.choices().await;
        let names: Vec<&str> = typed.iter().map(|choice| choice.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "Introduction",
                "1. Les nuages",
                "2. Le tonnerre",
                "Pour finir"
            ]
        );
    });
}

#[test]
fn whoever_does_not_know_what_to_ask_is_shown_questions_in_their_language() {
    conversation(async |c| {
        let server = Server::of(c, knowledge(), Home::new()).await;
        for (locale, file) in [
            ("fr", "asked.fr.toml"),
            ("es-ES", "asked.es.toml"),
            ("pt-BR", "asked.pt-BR.toml"),
            ("en-US", "asked.toml"),
        ] {
            let file = Path::new("content/why-he-withdraws").join(file);
            let asked = std::fs::read_to_string(&file).expect("the examples");
            let reader = server.ben.speaking(locale);
            let typed = reader.autocomplete(&server.general, "ask", ask(""), "question");
            let offered = typed.choices().await;
            assert!(!offered.is_empty());
            for choice in offered {
                let line = choice.value.as_str().expect("a text");
                let question = line.split(" → ").next().expect("a question");
                let known = format!("\"{question}\"");
                assert!(asked.contains(&known), "{locale}: {line}");
            }
        }
    });
}
