//! What language is spoken: to one person theirs, before everyone the server's.

use crate::support::{bot, choose, conversation, heard};
use serde_json::json;
use verbatim::settings::{Change, Language, Mentioned, Pace, Visibility};

fn ask(question: &str) -> serde_json::Value {
    json!({ "question": question })
}

#[test]
fn a_private_answer_speaks_the_askers_language_and_names_the_articles() {
    conversation(async |c| {
        let guild = c.guild(500);
        guild.locale("es-ES");
        let general = guild.channel("general");
        let alice = c.user("alice");
        c.start().await;
        for (locale, stands) in [
            ("en-US", "From “Why Men Withdraw After Sex”"),
            (
                "fr",
                "Extrait de « Why Men Withdraw After Sex », écrit en anglais",
            ),
            (
                "es-419",
                "De «Why Men Withdraw After Sex», escrito en inglés",
            ),
            (
                "pt-BR",
                "De “Why Men Withdraw After Sex”, escrito em inglês",
            ),
            ("ja", "From “Why Men Withdraw After Sex”"),
        ] {
            let alice = alice.speaking(locale);
            let answer = alice.slash(&general, "ask", ask("section 3")).reply().await;
            assert!(answer.ephemeral);
            assert_eq!(answer.embeds[0]["footer"]["text"], stands, "{locale}");
        }
    });
}

#[test]
fn a_public_answer_speaks_the_servers_language_and_tells_nothing_of_the_asker() {
    conversation(async |c| {
        let guild = c.guild(500);
        guild.locale("es-ES");
        let general = guild.channel("general");
        let (alice, bob) = (c.user("alice").speaking("fr"), c.user("bob"));
        let bot = heard().await;
        choose(&bot, Change::set("visibility", Visibility::Public)).await;
        c.start_bot(bot).await;
        let answer = alice.slash(&general, "ask", ask("section 3")).reply().await;
        assert!(!answer.ephemeral);
        let said = answer.text();
        assert!(
            said.contains("Y para terminar:") && said.contains("[Índice]"),
            "{said}"
        );
        assert!(
            !said.contains("Extrait") && !said.contains("Sommaire"),
            "{said}"
        );
        let mention = alice.says(&general, &format!("{} section 3", c.mention()));
        let teaser = mention.reply().await;
        let said = "Tengo algo para ti que solo tú puedes ver.\n[Muéstramelo] [Borrar]";
        assert_eq!(teaser.text(), said);
        let shown = alice.press(&teaser, "Muéstramelo").reply().await;
        assert!(
            shown.text().contains("Et pour finir :"),
            "alone again, in French"
        );
        let found = alice.menu(
            "Find in the article",
            &bob.says(&general, "does dopamine drop after orgasm?")
                .message(),
        );
        let found = found.reply().await;
        alice
            .press(&found, "Proposer à tout le monde")
            .reply()
            .await;
        let offer = c.messages(&general).pop().expect("an offer");
        assert!(
            offer.text().contains("[Solo lo veo yo]"),
            "{}",
            offer.text()
        );
    });
}

#[test]
fn a_server_may_choose_a_language_that_discord_lacks() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice").speaking("fr");
        let bot = bot().await;
        choose(
            &bot,
            Change::Language(Language::named("swahili").expect("a name")),
        )
        .await;
        choose(&bot, Change::Pace(Pace { minute: 1, hour: 9 })).await;
        c.start_bot(bot).await;
        let answer = alice.slash(&general, "ask", ask("section 3")).reply().await;
        assert!(
            answer.ephemeral && answer.text().contains("[Yaliyomo]"),
            "{}",
            answer.text()
        );
        assert!(answer.text().contains("iliyoandikwa kwa Kiingereza"));
        let wait = alice.slash(&general, "ask", ask("section 4")).reply().await;
        assert!(
            wait.text().starts_with("Unauliza haraka"),
            "{}",
            wait.text()
        );
        let direct = alice
            .slash(&alice.dms(), "ask", ask("section 3"))
            .reply()
            .await;
        assert!(
            direct.text().contains("Et pour finir :"),
            "no server, no choice"
        );
    });
}

#[test]
fn a_mention_in_a_language_of_ones_own_is_answered_alone_with_the_articles() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice").speaking("fr");
        c.start_bot(heard().await).await;
        let words = "warum redet er nach dem Sex nicht mehr mit mir?";
        let said = alice.says(&general, &format!("{} {words}", c.mention()));
        let teaser = said.reply().await;
        assert_eq!(
            teaser.text(),
            "I have something for you that only you can see.\n[Show me] [Delete]"
        );
        let shown = alice.press(&teaser, "Show me").reply().await;
        assert!(shown.ephemeral);
        assert!(shown.text().contains("anglais"), "{}", shown.text());
        let contents = alice.press(&shown, "Sommaire").reply().await;
        assert!(!contents.selects().is_empty());
    });
}

#[test]
fn what_another_language_meets_in_public_speaks_the_servers() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice").speaking("fr");
        let bot = heard().await;
        choose(&bot, Change::set("mentioned", Mentioned::InPublic)).await;
        c.start_bot(bot).await;
        let words = "warum redet er nach dem Sex nicht mehr mit mir?";
        let said = alice.says(&general, &format!("{} {words}", c.mention()));
        let public = said.reply().await;
        insta::assert_snapshot!(public.text(), @r#"
        I have something for you that only you can see.
        [Show me] [Delete]
        "#);
        let shown = alice.press(&public, "Show me").reply().await;
        assert!(shown.text().contains("anglais"), "{}", shown.text());
    });
}

#[test]
fn a_direct_message_is_answered_in_its_own_language_where_we_speak_it() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        for (words, said) in [
            (
                "kwa nini wanaume hujitenga baada ya tendo la ndoa",
                "Makala imeandikwa kwa Kiingereza",
            ),
            (
                "pourquoi il ne me parle plus après l'amour ?",
                "L'article est en anglais",
            ),
            (
                "¿Por qué los hombres se alejan después del sexo?",
                "El artículo está en inglés",
            ),
            (
                "porque os homens se afastam depois do sexo",
                "O artigo está em inglês",
            ),
            (
                "warum zieht er sich nach dem sex zurück?",
                "Bitte frag mich auf Englisch",
            ),
            ("hello", "Hello. Ask me anything"),
            ("Habari", "Unaweza kuniuliza kwa Kiswahili"),
            (
                "merci",
                "Je suis là dès que vous voulez demander autre chose.",
            ),
            ("¡Hola!", "Puedes hacerme tus preguntas en español"),
        ] {
            let reply = alice.dm(words).reply().await.text();
            assert!(reply.contains(said), "{words}: {reply}");
        }
    });
}

#[test]
fn a_language_chosen_for_the_server_is_spoken_before_everyone_alone() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice").speaking("es-ES");
        let bot = heard().await;
        choose(
            &bot,
            Change::Language(Language::named("french").expect("a name")),
        )
        .await;
        c.start_bot(bot).await;
        let mention = alice.says(&general, &format!("{} section 3", c.mention()));
        let teaser = mention.reply().await;
        assert!(teaser.text().contains("[Montrez-moi]"));
        let answer = alice.slash(&general, "ask", ask("section 3")).reply().await;
        assert!(answer.text().contains("Y para terminar:"));
    });
}

#[test]
fn commands_are_called_and_described_in_every_language_of_discords() {
    conversation(async |c| {
        c.start().await;
        let commands = c.commands().expect("registered");
        for command in &commands {
            let name = command["name"].as_str().expect("a name");
            for locale in ["fr", "es-ES", "es-419", "pt-BR"] {
                let described = command["description_localizations"][locale].is_string();
                let called = command["name_localizations"][locale].is_string();
                assert!(described || called, "{name} in {locale}");
            }
        }
        let ask = commands
            .iter()
            .find(|command| command["name"] == "ask")
            .expect("/ask");
        assert_eq!(ask["name_localizations"]["fr"], "demander");
    });
}
