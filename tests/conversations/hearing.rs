//! Questions in every language that the encoder learned, and what whoever asks in another is told.

use crate::fake::Shown;
use crate::support::{choose, conversation, reading};
use serde_json::json;
use std::path::Path;
use verbatim::content::Languages;
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
        c.start_bot(reading().await).await;
        for (words, which, begins) in [
            (
                "pourquoi il ne me parle plus après l'amour ?",
                "À laquelle pensez-vous ?",
                "L'article est en anglais",
            ),
            (
                "¿por qué ya no me habla después del sexo?",
                "¿A cuál te refieres?",
                "El artículo está en inglés",
            ),
            (
                "ele não fala mais comigo desde sábado",
                "Qual delas você quer dizer?",
                "O artigo está em inglês",
            ),
            (
                "mbona amekuwa baridi tangu tulale pamoja?",
                "Unamaanisha ipi?",
                "Makala imeandikwa kwa Kiingereza",
            ),
        ] {
            let choice = c.user(words).dm(words).reply().await.text();
            assert!(choice.contains(which), "{choice}");
            assert!(choice.contains(begins), "{choice}");
        }
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
            ("il m'a violée", "Ce qui s'est passé n'est pas votre faute"),
            ("me violaron", "Lo que pasó no es culpa tuya"),
            ("fui estuprada", "O que aconteceu não é culpa sua"),
            ("nilibakwa", "Kilichotokea si kosa lako"),
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
        c.start_bot(reading().await).await;
        for words in [
            "amekuwa cold since we did the thing",
            "mbona boyfie wangu hushut down after tume-do it, hataki ku-talk",
            "my novio se pone so cold after sex, como si nada, why?",
            "mon mec il est so distant after sex, c'est normal ou red flag ?",
            "meu crush ficou super cold depois do sex, tipo total ghosting, why?",
        ] {
            let reply = c.user(words).dm(words).reply().await;
            let opens = reply.buttons().len() > 2 || !reply.embeds.is_empty();
            assert!(opens, "{words}: {}", reply.text());
        }
        // In either of its languages.
        for (words, title) in [
            (
                "honestly ya no puedo más, i just quiero morir",
                "**Una nota para ti**",
            ),
            (
                "my boyfriend me forçou a fazer sexo last night",
                "**Um recado para você**",
            ),
        ] {
            let card = c.user(words).dm(words).reply().await.text();
            let is_card = [title, "**A note for you**"]
                .iter()
                .any(|title| card.starts_with(title));
            assert!(is_card, "{words}: {card}");
        }
    });
}

/// One plain question in each language that we do not speak but know when we meet it, and its tag.
const GREETED: &[(&str, &str)] = &[
    ("de", "Warum zieht er sich nach dem Sex zurück?"),
    ("it", "Perché si allontana dopo il sesso?"),
    ("nl", "Waarom trekt hij zich terug na de seks?"),
    ("sv", "Varför drar han sig undan efter sex?"),
    ("da", "Hvorfor trækker han sig efter sex?"),
    ("pl", "Dlaczego on się oddala po seksie?"),
    ("ro", "De ce nu mai vorbește cu mine după sex?"),
    ("tr", "Seksten sonra neden bana soğuk davranıyor?"),
    ("id", "Kenapa dia menjauh setelah kami tidur bersama?"),
    ("tl", "Bakit siya lumalayo pagkatapos ng sex?"),
    ("hi", "सेक्स के बाद वह चुप क्यों हो जाता है?"),
    ("ru", "Почему он молчит после секса?"),
    ("uk", "Чому він мовчить після сексу?"),
    ("ar", "لماذا يبتعد الرجال بعد الجنس؟"),
    ("fa", "چرا او بعد از سکس سرد می‌شود؟"),
    ("ur", "وہ سیکس کے بعد چپ کیوں ہو جاتا ہے؟"),
    ("he", "למה הוא מתרחק אחרי סקס?"),
    ("el", "Γιατί απομακρύνεται μετά το σεξ;"),
    ("hu", "Miért lesz hideg a szex után?"),
    ("cs", "Proč je po sexu tak chladný?"),
    ("fi", "Miksi hän on niin etäinen seksin jälkeen?"),
    ("vi", "Tại sao anh ấy lạnh nhạt sau khi quan hệ?"),
    ("so", "Maxaa sababta uu iiga fogaado kadib galmada?"),
    ("am", "ለምን ከወሲብ በኋላ ዝም ይላል?"),
    ("bn", "সেক্সের পরে সে কেন চুপ হয়ে যায়?"),
    ("ta", "உடலுறவுக்குப் பிறகு அவன் ஏன் விலகுகிறான்?"),
    ("th", "ทำไมเขาถึงเย็นชาหลังมีเซ็กส์"),
    ("zh", "为什么他做爱之后变得冷淡？"),
    ("ja", "なぜ彼は距離を置くのですか"),
    ("ko", "그는 왜 관계 후에 차가워지나요?"),
];

#[test]
fn whoever_asks_in_another_language_is_told_in_it_which_are_understood() {
    conversation(async |c| {
        c.start_bot(reading().await).await;
        let languages = Languages::of_folder(Path::new("content"));
        let greeted = languages
            .all()
            .iter()
            .filter(|known| known.sentence.is_some());
        assert_eq!(greeted.count(), GREETED.len());
        for (tag, words) in GREETED {
            let language = languages.known(tag).expect("a language we know");
            let sentence = language.sentence.as_deref().expect("how to greet in it");
            let told = c.user(tag).dm(words).reply().await.text();
            assert!(told.starts_with(sentence), "{tag}: {words}: {told}");
        }
    });
}

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
