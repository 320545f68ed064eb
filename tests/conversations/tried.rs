//! A moderator tries a question.

use crate::fake::{Channel, Person, Shown};
use crate::server::Server;
use crate::support::conversation;
use serde_json::json;
use verbatim::settings::{Change, Visibility};
use verbatim::who::ChannelId;

async fn tries(person: &Person, channel: &Channel, question: &str) -> Shown {
    let question = json!({ "question": question });
    person.slash(channel, "test", question).reply().await
}

impl Server<'_> {
    async fn asks(&self, question: &str) -> Shown {
        let question = json!({ "question": question });
        let asked = self.mia.slash(&self.general, "ask", question);
        asked.reply().await
    }
}

#[test]
fn a_moderator_sees_what_a_member_would_and_why() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let question = "my bf got distannt after sex, is it the prolctin";
        let tried = tries(&server.mia, &server.general, question).await;
        assert!(tried.ephemeral);
        let asked = server.asks(question).await;
        let (mut below, above) = asked.embeds.split_last().expect("a quote");
        assert_eq!(tried.embeds[..above.len()], *above);
        // How to go on stands below everything: here below the reasons.
        let mut alike = below.clone();
        let onward = alike.as_object_mut().and_then(|it| it.remove("footer"));
        assert_eq!(tried.embeds[above.len()], alike);
        below = tried.embeds.last().expect("why");
        assert_eq!(Some(&below["footer"]), onward.as_ref());
        let labels = |shown: &Shown| -> Vec<String> {
            let buttons = shown.buttons().into_iter();
            buttons.map(|button| button.label).collect()
        };
        let more = [labels(&asked), vec!["The numbers".to_owned()]].concat();
        assert_eq!(labels(&tried), more);
        let why = tried.embeds.last().expect("why");
        assert_eq!(why["author"]["name"], "Why");
        insta::assert_snapshot!(why["description"].as_str().unwrap_or_default());
        let numbers = server.mia.press(&tried, "The numbers").reply().await;
        assert!(numbers.ephemeral);
        let why = numbers.embeds[0]["description"]
            .as_str()
            .unwrap_or_default();
        for line in [
            "costs least.\nexpected costs: answer ",
            "\nbf → boyfriend\ndistannt → distant\nprolctin → prolactin\n",
            " biological-crash\n    words: prolactin, ",
            "\n    like 0.",
            " not in the article",
        ] {
            assert!(why.contains(line), "{line:?} is missing in\n{why}");
        }
        insta::assert_snapshot!(tried.content, @r"
        -# Only the one who asks would see this here.

        This may be it:
        ");
        assert!(!server.home.holds("distannt"), "nothing is stored");
    });
}

#[test]
fn a_card_is_tried_in_full_as_often_as_wanted() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let need = "i want to kill myself since he left";
        let first = tries(&server.mia, &server.general, need).await;
        let second = tries(&server.mia, &server.general, need).await;
        assert_eq!(first.text(), second.text());
        let why = first.embeds.last().expect("why")["description"].as_str();
        let why = why.unwrap_or_default();
        let told = "Somebody may need a person, so a card comes before the article.\nWhat brought it is the rule “";
        assert!(why.starts_with(told), "{why}");
        let numbers = server.mia.press(&first, "The numbers").reply().await;
        let why = numbers.embeds[0]["description"]
            .as_str()
            .unwrap_or_default();
        let told = "Somebody may need a person: the article waits.\nroute: self-harm, by the rule ";
        let rule = why.strip_prefix(told);
        assert!(rule.is_some_and(|rule| !rule.is_empty()), "{why}");
        let real = server.asks(need).await;
        assert!(first.content.ends_with(&real.content), "{}", first.content);
    });
}

#[test]
fn where_no_rule_brought_the_card_the_example_is_named() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let need = "he says sorry every time and my arm is blue again";
        let tried = tries(&server.mia, &server.general, need).await;
        let why = tried.embeds.last().expect("why")["description"].as_str();
        let told =
            "It is most like this example of need: “he says sorry every time after. my arm is blue";
        assert!(why.is_some_and(|why| why.contains(told)), "{why:?}");
    });
}

#[test]
fn the_refusals_of_this_place_are_tried_too() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let quiet = server.guild.channel("quiet");
        server.guild.announce();
        server.set(Change::Forbid(ChannelId(quiet.id))).await;
        server
            .set(Change::set("visibility", Visibility::Public))
            .await;
        let question = "does dopamine drop?";
        let tried = tries(&server.mia, &quiet, question).await;
        let refused = "The moderators keep me out of this channel.";
        assert!(tried.content.contains(refused), "{}", tried.content);
        let tried = tries(&server.mia, &server.general, question).await;
        assert!(tried.ephemeral, "before the moderator alone");
        assert!(tried.content.contains("Everyone would see this here."));
    });
}

#[test]
fn a_member_tries_nothing() {
    conversation(async |c| {
        let server = Server::open(c).await;
        let refused = tries(&server.ben, &server.general, "does dopamine drop?").await;
        assert!(refused.ephemeral && refused.embeds.is_empty());
        let said = "That is for the moderators of this server";
        assert!(refused.text().starts_with(said), "{}", refused.text());
    });
}

#[test]
fn why_is_told_in_the_moderators_language() {
    conversation(async |c| {
        let server = Server::open(c).await;
        for (locale, told) in [
            ("es-ES", "Estaba seguro en un "),
            ("fr", "J'étais sûr à "),
            ("pt-BR", "Eu estava cerca de "),
        ] {
            let mia = server.mia.clone().speaking(locale);
            let tried = tries(&mia, &server.general, "does dopamine drop after orgasm?").await;
            let why = tried.embeds.last().expect("why")["description"].as_str();
            assert!(why.is_some_and(|why| why.starts_with(told)), "{why:?}");
        }
    });
}
