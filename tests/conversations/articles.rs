//! More articles than Discord lists: which one is asked is found by typing.

use crate::fake::{Channel, Choice, Fake, Person};
use crate::server::Server;
use crate::support::{Home, bot_of, conversation, knowledge_of, written};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use verbatim::bot::Knowledge;
use verbatim::content::Slug;
use verbatim::settings::{Change, Channels, Gate};
use verbatim::who::ChannelId;

/// A title of more characters than a line may have.
const LONG: &str = "An Unhurried Account of Everything That the Old Gardener Told Us about Pears While We Waited for the Train";

/// A folder with `letters` short articles, and five more that are not called alike.
fn shelf(letters: usize) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("letters-{letters}"));
    let letters = (1..=letters).map(|at| (format!("letter-{at:02}"), format!("Letter {at:02}")));
    let others = [
        ("rain", "Quiet Rain in the Évening"),
        ("rainbows-and-more", "Rainbows and More"),
        ("when-he-hits-me", "When He Hits Me"),
        ("z-pears", LONG),
        ("z-rainbows", "Rainbows"),
    ];
    let others = others.map(|(slug, title)| (slug.to_owned(), title.to_owned()));
    for (slug, title) in letters.chain(others) {
        let text = format!(
            "# {title}\n\n## 1. Heart of {slug}\n\nWords of {slug}.\n\n## Closing\n\nBye.\n"
        );
        written(&dir.join(slug).join("article.md"), &text);
    }
    written(&dir.join("rain/article.toml"), "audience = \"sensitive\"\n");
    dir
}

/// Thirty articles.
fn thirty() -> Arc<Knowledge> {
    static THIRTY: OnceLock<Arc<Knowledge>> = OnceLock::new();
    Arc::clone(THIRTY.get_or_init(|| knowledge_of(&shelf(25))))
}

/// The option that names the article, of each command that has it.
fn options(fake: &Fake) -> Vec<Value> {
    let commands = fake.commands().expect("registered");
    let options = commands
        .iter()
        .filter_map(|command| command["options"].as_array());
    let named = options
        .flatten()
        .filter(|option| option["name"] == "article");
    named.cloned().collect()
}

/// What is offered to somebody who types `text` to name the article.
async fn naming(person: &Person, channel: &Channel, text: &str) -> Vec<Choice> {
    let options = json!({ "question": "heart", "article": text });
    let typed = person.autocomplete(channel, "ask", options, "article");
    let asked = typed.choices().await;
    let options = json!({ "article": text });
    let typed = person.autocomplete(channel, "read", options, "article");
    assert_eq!(typed.choices().await, asked, "of both commands");
    asked
}

fn values(choices: &[Choice]) -> Vec<&str> {
    let values = choices.iter().map(|choice| choice.value.as_str());
    values.map(|value| value.expect("a text")).collect()
}

/// The options for the articles of a shelf with so many letters, of `/ask` and of `/read`.
fn options_with(letters: usize) -> Vec<Value> {
    conversation(async |c| {
        c.start_bot(bot_of(&shelf(letters)).await).await;
        let options = options(c);
        assert_eq!(options.len(), 2, "of /ask and of /read");
        options
    })
}

#[test]
fn as_many_articles_as_discord_lists_stand_in_a_list() {
    for option in options_with(20) {
        assert_eq!(option["choices"].as_array().expect("a list").len(), 25);
        assert!(option["autocomplete"].is_null());
    }
}

#[test]
fn one_article_more_is_found_by_typing() {
    for option in options_with(21) {
        assert_eq!(option["autocomplete"], true);
        assert!(option["choices"].is_null());
    }
}

#[test]
fn an_article_is_found_by_the_beginnings_of_its_words() {
    conversation(async |c| {
        let server = Server::of(c, thirty(), Home::new()).await;
        for (typed, fitting) in [
            ("rain quiet", &["rain"][..]),
            ("EVEN ra", &["rain"]),
            ("rain", &["rain", "rainbows-and-more", "z-rainbows"]),
            // Named in full, it stands before what only begins so.
            ("Rainbows", &["z-rainbows", "rainbows-and-more"]),
            ("rainbows-and", &["rainbows-and-more"]),
            ("z pears", &["z-pears"]),
            ("gardener's", &[]),
            ("ain", &[]),
            ("rain snow", &[]),
            // Words of need hide no title that says the same.
            ("he hits me", &["when-he-hits-me"]),
            ("i want to kill myself", &[]),
            ("25 letter", &["letter-25"]),
        ] {
            let offered = naming(&server.ben, &server.general, typed).await;
            assert_eq!(values(&offered), fitting, "{typed}");
        }
        let long = &naming(&server.ben, &server.general, "old gardener").await[0];
        assert_eq!(
            long.name,
            "An Unhurried Account of Everything That the Old Gardener Told Us about Pears While We Waited for…"
        );

        let asked = json!({ "article": "z-pears", "question": "section 1" });
        let asked = server.ben.slash(&server.general, "ask", asked);
        assert_eq!(
            asked.reply().await.embeds[0]["title"],
            "1. Heart of z-pears"
        );
        let read = json!({ "article": "rain", "section": "1" });
        let read = server.ben.slash(&server.general, "read", read);
        assert_eq!(read.reply().await.embeds[0]["title"], "1. Heart of rain");
    });
}

#[test]
fn an_empty_box_offers_the_article_that_answers_here_and_the_first_others() {
    conversation(async |c| {
        let server = Server::of(c, thirty(), Home::new()).await;
        let offered = naming(&server.ben, &server.general, "").await;
        assert_eq!(offered.len(), 25);
        assert_eq!(values(&offered)[..2], ["letter-01", "letter-02"]);

        server.set(Change::Article(Slug::new("z-rainbows"))).await;
        let offered = naming(&server.ben, &server.general, "").await;
        assert_eq!(offered.len(), 25);
        assert_eq!(values(&offered)[..2], ["z-rainbows", "letter-01"]);
        let offered = naming(&server.ben, &server.general, "rain").await;
        assert_eq!(
            values(&offered),
            ["z-rainbows", "rain", "rainbows-and-more"]
        );
    });
}

#[test]
fn a_part_is_offered_of_the_article_that_was_chosen_by_typing() {
    conversation(async |c| {
        let server = Server::of(c, thirty(), Home::new()).await;
        for (article, part) in [
            ("rain", "1. Heart of rain"),
            // Typed in full, and no line chosen.
            ("rainbows", "1. Heart of z-rainbows"),
        ] {
            let options = json!({ "article": article, "question": "hear" });
            let typed = server
                .ben
                .autocomplete(&server.general, "ask", options, "question");
            assert_eq!(typed.choices().await[0].name, part);
            let asked = json!({ "article": article, "question": "section 1" });
            let asked = server.ben.slash(&server.general, "ask", asked);
            assert_eq!(asked.reply().await.embeds[0]["title"], part);
        }
        // While a title is still typed, the one that answers here is offered; what is no article in the end is told.
        let snow = json!({ "article": "snow", "question": "hear" });
        let typed = server
            .ben
            .autocomplete(&server.general, "ask", snow, "question");
        assert_eq!(typed.choices().await[0].name, "1. Heart of letter-01");
        let snow = json!({ "article": "snow", "question": "section 1" });
        let asked = server.ben.slash(&server.general, "ask", snow).reply().await;
        assert!(asked.content.starts_with("I know no article called that."));
    });
}

#[test]
fn where_its_answers_would_not_come_no_article_is_offered() {
    conversation(async |c| {
        let server = Server::of(c, thirty(), Home::new()).await;
        let quiet = server.guild.channel("quiet");
        server.guild.announce();
        let here = [ChannelId(server.general.id)];
        server
            .set(Change::Channels(Channels::Only(here.into_iter().collect())))
            .await;
        assert!(naming(&server.ben, &quiet, "").await.is_empty());
        assert_eq!(naming(&server.ben, &server.general, "").await.len(), 25);

        server.set(Change::set("gate", Gate::AgeRestricted)).await;
        let offered = naming(&server.ben, &server.general, "rain").await;
        assert_eq!(values(&offered), ["rainbows-and-more", "z-rainbows"]);
    });
}
