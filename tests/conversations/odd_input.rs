//! Whatever is typed gets an answer that Discord takes.

use crate::support::{bot_of, choose, conversation, heard, somebody, two_articles};
use serde_json::json;
use verbatim::bot::{Asking, Now, Reading, Refusal, Request};
use verbatim::reply::Pages;
use verbatim::settings::Change;
use verbatim::who::{ChannelId, Place};

const ODD: &[&str] = &[
    " ",
    "😀😀😀",
    "@everyone @here <@&1> <#2>",
    "**why** is `he` ||cold|| [so](https://example.org)?",
    "```\nwhy is he cold\n```",
    "# heading\n> quote\n- list\n-# small",
    "w\u{200b}h\u{200b}y is he c\u{200d}old\u{feff}",
    "\u{202e}dloc eh si yhw",
    "почему он отдаляется?",
    "なぜ彼は冷たいの？",
    "لماذا ينسحب؟",
    "क्यों",
    "e\u{301}\u{301}\u{301}\u{301}",
    "{ $article } { button-show }",
    "show:1:2:-:l",
    "'; DROP TABLE users; --",
    "\0\u{1}\u{7f}",
];

#[test]
fn odd_words_are_answered_by_every_door() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start_bot(heard().await).await;
        let long = "why is he cold? ".repeat(375);
        assert_eq!(long.chars().count(), 6_000);
        for words in ODD.iter().copied().chain([long.as_str()]) {
            let asked = alice.slash(&general, "ask", json!({ "question": words }));
            let reply = asked.reply().await;
            assert!(reply.ephemeral && !reply.text().is_empty(), "{words:?}");
            let short: String = words.chars().take(1_900).collect();
            alice.dm(&short).reply().await;
            alice
                .says(&general, &format!("{} {short}", c.mention()))
                .reply()
                .await;
        }
    });
}

#[test]
fn nothing_typed_gets_a_hint() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start_bot(heard().await).await;
        let hint = alice.dm("😀").reply().await;
        insta::assert_snapshot!(hint.text(), @r#"
        Ask me anything about “Why Men Withdraw After Sex”, and I show you what it says, word for word. You can also look through its parts.
        [Contents]
        "#);
    });
}

#[test]
fn what_asks_nothing_gets_what_to_ask() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start_bot(heard().await).await;
        for words in ["him", "*sighs*", "x"] {
            let asked = alice.slash(&general, "ask", json!({ "question": words }));
            for reply in [asked.reply().await, alice.dm(words).reply().await] {
                let text = reply.text();
                assert!(text.starts_with("Ask me anything about"), "{words}: {text}");
            }
        }
    });
}

#[test]
fn two_numbers_open_either_section() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start_bot(heard().await).await;
        alice.dm("section 3").reply().await;
        let choice = alice.dm("4 or 9, what is the difference").reply().await;
        insta::assert_snapshot!(choice.text(), @r#"
        You asked for these. Which one shall I open?
        [4. When Sex Stirs the Fear of Commitment]
        [9. Emotional or Physical: When Sex Means Different Things]
        [Contents]
        "#);
    });
}

#[test]
fn a_report_without_words_is_told_so() {
    conversation(async |c| {
        let guild = c.guild(500);
        let general = guild.channel("general");
        let alice = c.user("alice");
        let bot = heard().await;
        choose(
            &bot,
            Change::Review(Some(ChannelId(guild.channel("table").id))),
        )
        .await;
        c.start_bot(bot).await;
        let bread = json!({ "question": "how do i bake bread" });
        for (locale, button, told) in [
            (
                "en-US",
                "Send this to the moderators",
                "There were no words in there",
            ),
            (
                "es-ES",
                "Enviar esto a la moderación",
                "No había ninguna palabra",
            ),
        ] {
            let alice = alice.clone().speaking(locale);
            let none = alice.slash(&general, "ask", bread.clone()).reply().await;
            let labels: Vec<String> = none.buttons().into_iter().map(|it| it.label).collect();
            let send = labels.last().expect("a way to the moderators");
            assert!(send == button || locale != "en-US", "{labels:?}");
            let form = alice.press(&none, send).modal().await;
            let empty = alice.submit(&form, &[("0", "  \u{a0} ")]).reply().await;
            assert!(empty.text().starts_with(told), "{}", empty.text());
        }
    });
}

#[tokio::test]
async fn an_article_that_nobody_knows_is_told_so_and_care_comes_first() {
    let bot = bot_of(two_articles()).await;
    let asker = somebody();
    let asking = |question: &str| Asking {
        article: Some("on-snow".to_owned()),
        ..Asking::of(question)
    };
    let refused = bot
        .handle(
            &asker,
            Place::Dm,
            Request::Ask(asking("section 1")),
            Now::read(),
        )
        .await
        .expect_err("no such article");
    assert_eq!(refused, Refusal::UnknownArticle);
    let said = bot.refused(&asker, Place::Dm, refused).await;
    assert!(
        format!("{said:?}").contains("I know no article"),
        "{said:?}"
    );
    let reading = Reading {
        section: None,
        article: Some("on-snow".to_owned()),
        language: None,
    };
    let read = bot.handle(&asker, Place::Dm, Request::Read(reading), Now::read());
    assert_eq!(read.await, Err(Refusal::UnknownArticle));
    let need = Request::Ask(asking("i want to kill myself"));
    assert!(
        bot.handle(&asker, Place::Dm, need, Now::read())
            .await
            .is_ok()
    );
}

#[test]
fn nothing_is_offered_publicly_where_nothing_was_found() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let (alice, bob) = (c.user("alice"), c.user("bob"));
        c.start_bot(heard().await).await;
        for (words, offered) in [
            ("does dopamine drop after orgasm?", true),
            ("am I pregnant", false),
            ("how do i bake bread", false),
            ("contents", false),
            ("warum redet er nach dem Sex nicht mehr mit mir?", false),
        ] {
            let said = bob.says(&general, words).message();
            let found = alice.menu("Find in the article", &said).reply().await;
            let labels: Vec<String> = found.buttons().into_iter().map(|it| it.label).collect();
            let there = labels.iter().any(|label| label == "Offer this publicly");
            assert_eq!(there, offered, "{words}: {labels:?}");
        }
    });
}

#[test]
fn help_leads_to_the_operators_pages() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        let page = |name: &str| Some(format!("https://example.org/{name}"));
        let pages = Pages {
            privacy: page("privacy"),
            terms: page("terms"),
            support: page("support"),
        };
        c.start_bot(heard().await.leading_to(pages)).await;
        let help = alice.slash(&general, "help", json!({})).reply().await;
        let text = help.text();
        assert!(
            text.ends_with("[Contents] [Privacy ↗] [Terms ↗] [Support ↗]"),
            "{text}"
        );
        let help = alice.speaking("fr").dm("aide").reply().await;
        assert!(help.text().contains("[Conditions ↗]"), "{}", help.text());
    });
}

#[test]
fn the_country_that_was_chosen_on_a_card_holds_for_the_day() {
    conversation(async |c| {
        let alice = c.user("alice");
        c.start_bot(heard().await).await;
        let card = alice.dm("i want to kill myself").reply().await;
        let selects = card.selects();
        let menu = &selects[1];
        let kenya = menu.options.iter().find(|(label, _)| label == "Kenya");
        let (_, kenya) = kenya.expect("Kenya is among the places");
        let chosen = alice.select(&card, &menu.custom_id, &[kenya]).reply().await;
        let lines = |card: &crate::fake::Shown| card.text().contains("999");
        assert!(lines(&chosen), "{}", chosen.text());
        let next = alice.dm("he hits me and i am scared").reply().await;
        assert!(lines(&next), "{}", next.text());
        alice
            .slash(&alice.dms(), "privacy", json!({ "delete": true }))
            .reply()
            .await;
        let forgotten = alice.dm("he hit me again last night").reply().await;
        assert!(!lines(&forgotten), "{}", forgotten.text());
    });
}
