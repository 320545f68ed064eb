//! What people say to the bot besides asking: which of those, not that, cool, are you a bot.

use crate::fake::{Person, Shown};
use crate::support::{bot, conversation, knowledge, somebody};
use serde_json::json;
use verbatim::answer::{Answer, Confidence};
use verbatim::bot::{Now, Request, Response};
use verbatim::reply::Reply;
use verbatim::who::Place;

async fn says(person: &Person, words: &str) -> Shown {
    person.dm(words).reply().await
}

#[track_caller]
fn title(reply: &Shown) -> &str {
    let title = reply.embeds.first().map(|embed| &embed["title"]);
    title
        .and_then(|title| title.as_str())
        .unwrap_or_else(|| panic!("a quote: {}", reply.text()))
}

/// What the buttons say that open a part.
fn offered(choice: &Shown) -> Vec<String> {
    let labels = choice.buttons().into_iter().map(|button| button.label);
    labels
        .filter(|label| label.starts_with(|c: char| c.is_ascii_digit()))
        .collect()
}

const UNCLEAR: &str = "thinks it was sinful";

#[test]
fn after_a_choice_a_place_or_a_number_means_what_was_offered() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        let choice = says(&alice, UNCLEAR).await;
        let offers = offered(&choice);
        assert!(offers.len() >= 2, "{}", choice.text());
        let last = offers.last().expect("an offer").as_str();
        let number = offers[1].split('.').next().expect("a number");
        for (words, expected) in [
            ("the second one", offers[1].as_str()),
            ("2", offers[1].as_str()),
            ("the last", last),
            ("show me the first one please", offers[0].as_str()),
            ("la segunda", offers[1].as_str()),
            ("la deuxième", offers[1].as_str()),
            ("a segunda", offers[1].as_str()),
            ("ya pili", offers[1].as_str()),
            ("el último", last),
            ("ya mwisho", last),
            (number, offers[1].as_str()),
        ] {
            let somebody = c.user(words);
            says(&somebody, UNCLEAR).await;
            let opened = says(&somebody, words).await;
            assert_eq!(title(&opened), expected, "{words}");
        }
        // Without a choice before it, a number is the article's.
        let bob = c.user("bob");
        let second = says(&bob, "2").await;
        assert!(title(&second).starts_with("2. "), "{}", second.text());
    });
}

#[test]
fn no_is_the_button_of_that_name() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        let question = "does dopamine drop after orgasm?";
        let answer = says(&alice, question).await;
        let pressed = alice.press(&answer, "Not what I asked").reply().await;
        for words in ["that's not what I asked", "no", "not that"] {
            let somebody = c.user(words);
            says(&somebody, question).await;
            assert_eq!(
                says(&somebody, words).await.text(),
                pressed.text(),
                "{words}"
            );
        }
        let end = says(&alice, "none of these").await;
        assert_eq!(
            end.text(),
            "Then please look through the contents, or ask me again in other words.\n[Contents]"
        );
    });
}

#[test]
fn a_word_in_passing_gets_a_short_word_back_and_no_part() {
    conversation(async |c| {
        c.start().await;
        let mut told = String::new();
        for words in [
            "ok thanks",
            "gracias",
            "merci",
            "obrigada",
            "asante",
            "cool",
            "lol",
            "bad bot",
            "jajaja",
            "bot malo",
            "d'accord",
            "tu comprends rien",
            "beleza",
            "não ajudou",
            "sawa sawa",
            "hujasaidia",
        ] {
            let reply = says(&c.user(words), words).await;
            assert!(reply.embeds.is_empty(), "{words}: {}", reply.text());
            told.push_str(&format!("> {words}\n{}\n", reply.text()));
        }
        insta::assert_snapshot!(told);
    });
}

#[tokio::test]
async fn whoever_looks_for_the_way_is_not_asked_to_wait() {
    let bot = bot().await;
    let alice = somebody();
    let now = Now::read();
    for at in 0..40 {
        for words in ["contents", "back", "no", "cool"] {
            let words = format!("{words}{}", " ".repeat(at));
            let request = Request::Ask(verbatim::bot::Asking::of(words.clone()));
            let response = bot.handle(&alice, Place::Dm, request, now).await;
            assert!(response.is_ok(), "{words}: {response:?}");
        }
    }
}

#[test]
fn asked_about_itself_it_answers_about_itself() {
    conversation(async |c| {
        let alice = c.user("alice");
        let general = c.guild(500).channel("general");
        c.start().await;
        let mut told = String::new();
        for words in [
            "is this private?",
            "what do you store",
            "delete my data",
            "who wrote this",
            "are you a bot",
            "stop",
            "help",
            "/privacy",
            "¿esto es privado?",
            "¿eres un bot?",
            "qui a écrit ça ?",
            "tu es un bot ?",
            "quem escreveu isso?",
            "você é um robô?",
            "nani aliandika hii?",
            "hii ni siri?",
        ] {
            let reply = says(&c.user(words), words).await;
            assert!(reply.embeds.is_empty(), "{words}: {}", reply.text());
            let text = reply.text();
            let lines: Vec<&str> = text.lines().take(2).collect();
            told.push_str(&format!("> {words}\n{}\n\n", lines.join("\n")));
        }
        insta::assert_snapshot!(told);
        let privately = json!({ "question": "is this private?" });
        let asked = alice.slash(&general, "ask", privately).reply().await;
        assert!(asked.ephemeral);
        assert!(asked.text().starts_with("I tell nobody what you ask me"));
    });
}

#[test]
fn a_conversation_goes_on_in_the_language_it_began_in() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start().await;
        let choice = says(&alice, "¿por qué los hombres se alejan después del sexo?").await;
        let contents = alice.press(&choice, "Índice").reply().await;
        assert!(
            contents.text().starts_with("Las partes de"),
            "{}",
            contents.text()
        );
        let third = says(&alice, "3").await;
        assert!(third.text().contains("[Índice]"), "{}", third.text());
        let english = says(&alice, "tell me more please").await;
        assert!(english.text().contains("[Contents]"), "{}", english.text());
    });
}

#[test]
fn a_part_is_ordered_by_its_topic_or_number_in_five_languages() {
    conversation(async |c| {
        c.start().await;
        for (words, expected) in [
            ("the part about guilt", "8. "),
            ("la parte sobre la culpa", "8. "),
            ("la partie sur la culpabilité", "8. "),
            ("a parte sobre a culpa", "8. "),
            ("sehemu kuhusu hatia", "8. "),
            ("partie 7 stp", "7. "),
            ("la septième partie", "7. "),
            ("la sección siete", "7. "),
            ("seção 7", "7. "),
            ("a sétima parte", "7. "),
            ("sehemu ya saba", "7. "),
            ("sehemu ya kumi na moja", "11. "),
            ("la dix-septième partie", "17. "),
        ] {
            let alice = c.user(words);
            let opened = says(&alice, words).await;
            assert!(title(&opened).starts_with(expected), "{words}");
            let read = json!({ "section": words });
            let read = alice.slash(&alice.dms(), "read", read).reply().await;
            assert!(title(&read).starts_with(expected), "/read {words}");
        }
    });
}

/// What a terminal shows is what a direct message shows to somebody who wrote nothing before.
#[tokio::test]
async fn a_terminal_shows_what_a_direct_message_shows() {
    let bot = bot().await;
    let knowledge = knowledge();
    let served = knowledge.shelf.default_article();
    let source = knowledge.shelf.source(served);
    for words in [
        "hi",
        "Habari",
        "help",
        "thanks",
        "more",
        "no",
        "lol",
        "bad bot",
        "are you a bot",
        "what do you store",
        "2",
        "contents",
        "the part about guilt",
        "?!",
        UNCLEAR,
        "does dopamine drop after orgasm?",
        "how do i bake bread",
        "warum zieht er sich nach dem sex zurück?",
    ] {
        let request = Request::Message(words.to_owned());
        let handled = bot
            .handle(&somebody(), Place::Dm, request, Now::read())
            .await;
        let Ok(Response::Reply(direct)) = handled else {
            panic!("{words}: {handled:?}");
        };
        let (answered, _) = knowledge.answer(source, Confidence::default(), words);
        assert!(!matches!(answered.answer, Answer::Care(_)), "{words}");
        let shown: Reply = knowledge.first_reply(served, words, &answered);
        assert_eq!(shown, direct, "{words}");
    }
}

#[test]
fn who_wants_somebody_to_talk_to_reads_who_listens_beside_the_passage() {
    conversation(async |c| {
        c.start().await;
        let mut told = String::new();
        for words in [
            "I need someone to talk to",
            "I feel so alone",
            "me siento tan sola",
            "je me sens si seule",
            "me sinto tão sozinha",
            "najisikia mpweke sana",
        ] {
            let reply = says(&c.user(words), words).await.text();
            let line = reply.lines().next().unwrap_or_default();
            assert!(line.contains("https://findahelpline.com"), "{reply}");
            let lines: Vec<&str> = reply.lines().filter(|line| !line.is_empty()).collect();
            told.push_str(&format!("> {words}\n{}\n\n", lines[..2].join("\n")));
        }
        insta::assert_snapshot!(told);
    });
}

#[test]
fn what_only_a_doctor_can_tell_meets_no_nearest_part() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        c.start().await;
        let mut told = String::new();
        for words in [
            "am I pregnant",
            "did he give me an STD",
            "¿estoy embarazada?",
            "une mst ?",
            "será que estou grávida?",
            "naweza kupata mimba?",
        ] {
            let somebody = c.user(words);
            let reply = says(&somebody, words).await;
            assert!(reply.embeds.is_empty(), "{words}: {}", reply.text());
            told.push_str(&format!("> {words}\n{}\n\n", reply.text()));
            let asked = json!({ "question": words });
            let asked = somebody.slash(&general, "ask", asked).reply().await;
            assert_eq!(asked.buttons().len(), 1, "the contents alone");
        }
        insta::assert_snapshot!(told);
    });
}
