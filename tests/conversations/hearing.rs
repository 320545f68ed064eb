//! Questions in every language that the encoder learned, and what whoever asks in another is told.

use crate::fake::Shown;
use crate::support::{choose, conversation, reading};
use serde_json::json;
use verbatim::settings::{Change, Visibility};

/// Who asks in each language, without a doubt of what is meant: the question, and how the answer begins.
const SURE: &[(&str, &str)] = &[
    (
        "il se sent coupable à cause de sa religion après qu'on a couché ensemble",
        "L'article est en anglais : je le cite tel quel.",
    ),
    (
        "se siente culpable por su religión después de hacerlo conmigo",
        "El artículo está en inglés: lo cito tal como está.",
    ),
    (
        "ele se sente culpado depois do sexo por causa da igreja",
        "O artigo está em inglês: eu o cito como está.",
    ),
    (
        "anajiona na hatia baada ya tendo kwa sababu ya dini yake",
        "Makala imeandikwa kwa Kiingereza: ninainukuu kama ilivyo.",
    ),
];

const GUILT: &str = "8. Guilt, Values, and Cognitive Dissonance";

#[track_caller]
fn check(answer: &Shown, begins: &str) {
    let said = answer.text();
    assert!(said.contains(begins), "{said}");
    assert_eq!(answer.embeds[0]["title"], GUILT, "{said}");
}

#[test]
fn a_question_in_each_language_is_answered_in_it_by_message_and_command() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        c.start_bot(reading().await).await;
        for (at, (words, begins)) in SURE.iter().enumerate() {
            let asker = c.user(&format!("asker-{at}"));
            check(&asker.dm(words).reply().await, begins);
            let command = asker.slash(&general, "ask", json!({ "question": words }));
            let answer = command.reply().await;
            assert!(answer.ephemeral);
            check(&answer, begins);
        }
    });
}

#[test]
fn a_choice_is_offered_in_the_askers_language() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start_bot(reading().await).await;
        let choice = alice.dm("pourquoi il ne me parle plus après l'amour ?");
        let choice = choice.reply().await.text();
        assert!(choice.contains("À laquelle pensez-vous ?"), "{choice}");
        assert!(choice.contains("L'article est en anglais"), "{choice}");
    });
}

#[test]
fn a_card_speaks_the_language_of_the_message_whatever_the_askers_discord_speaks() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        c.start_bot(reading().await).await;
        for (words, says) in [
            ("je veux mourir", "Merci de l'avoir dit."),
            ("quiero morir", "Gracias por"),
            ("quero morrer", "Que bom que você disse isso."),
            ("nataka kufa", "Asante kwa"),
        ] {
            let asker = c.user(words).speaking("en-US");
            let card = asker.dm(words).reply().await.text();
            assert!(card.contains(says), "{card}");
            let asker = c.user(&format!("{words} again")).speaking("en-US");
            let command = asker.slash(&general, "ask", json!({ "question": words }));
            let card = command.reply().await.text();
            assert!(card.contains(says), "{card}");
        }
    });
}

#[test]
fn mixed_languages_are_one_message() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start_bot(reading().await).await;
        let words = "amekuwa cold since we did the thing";
        let reply = alice.dm(words).reply().await;
        assert!(reply.buttons().len() > 2, "{}", reply.text());
    });
}

            ("il m'a violée", "Ce qui s'est passé n'est pas votre faute"),
            ("me violaron", "Lo que pasó no es culpa tuya"),
            ("fui estuprada", "O que aconteceu não é culpa sua"),
            ("nilibakwa", "Kilichotokea si kosa lako"),
#[test]
fn a_sixth_language_is_told_in_itself_which_are_understood() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start_bot(reading().await).await;
        let told = alice.dm("warum zieht er sich nach dem sex zurück?");
        insta::assert_snapshot!(told.reply().await.text(), @r"
        Bitte frag mich auf Englisch, Französisch, Spanisch, Portugiesisch oder Suaheli.

        I understand questions about “Why Men Withdraw After Sex” in these languages: English, Spanish, French, Portuguese, Swahili. You can ask again in one of them, or look through the contents.
        [Contents]
        ");
        let told = alice.dm("почему он молчит").reply().await.text();
        assert!(told.starts_with("Пожалуйста, спросите меня"), "{told}");
    });
}

#[test]
fn before_everyone_nothing_tells_the_language_of_the_asker() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        let bot = reading().await;
        choose(&bot, Change::set("visibility", Visibility::Public)).await;
        c.start_bot(bot).await;
        let (words, _) = SURE[0];
        let command = alice.slash(&general, "ask", json!({ "question": words }));
        let answer = command.reply().await;
        let said = answer.text();
        assert!(
            !answer.ephemeral && said.contains("And in the end:"),
            "{said}"
        );
        assert!(!said.contains("anglais"), "{said}");
    });
}

#[test]
fn a_greeting_is_answered_with_the_languages_that_one_may_ask_in() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start_bot(reading().await).await;
        for (words, says) in [
            ("bonjour", "vous pouvez me les poser en français"),
            ("buenos dias", "Puedes hacerme tus preguntas en español"),
            ("bom dia", "você pode fazer em português"),
            ("habari", "Unaweza kuniuliza kwa Kiswahili"),
        ] {
            let hello = alice.dm(words).reply().await.text();
            assert!(hello.contains(says), "{hello}");
        }
    });
}
