//! Whatever is typed gets an answer that Discord takes.

use crate::fake::Fake;
use crate::support::{heard, start_bot};
use serde_json::json;

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

#[tokio::test]
async fn odd_words_are_answered_by_every_door() {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    let alice = fake.user("alice");
    let bot = start_bot(&fake, heard().await).await;
    let long = "why is he cold? ".repeat(375);
    assert_eq!(long.chars().count(), 6_000);
    for words in ODD.iter().copied().chain([long.as_str()]) {
        let asked = alice.slash(&general, "ask", json!({ "question": words }));
        let reply = asked.reply().await;
        assert!(reply.ephemeral && !reply.text().is_empty(), "{words:?}");
        let short: String = words.chars().take(1_900).collect();
        alice.dm(&short).reply().await;
        alice
            .says(&general, &format!("{} {short}", fake.mention()))
            .reply()
            .await;
    }
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

#[tokio::test]
async fn nothing_typed_gets_a_hint() {
    let fake = Fake::start().await;
    let alice = fake.user("alice");
    let bot = start_bot(&fake, heard().await).await;
    let hint = alice.dm("😀").reply().await;
    insta::assert_snapshot!(hint.text(), @r#"
    Ask me anything about “Why Men Withdraw After Sex”, and I show you what it says, word for word. You can also look through its parts.
    [Contents]
    "#);
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

#[tokio::test]
async fn what_asks_nothing_gets_what_to_ask() {
    let fake = Fake::start().await;
    let general = fake.guild(500).channel("general");
    let alice = fake.user("alice");
    let bot = start_bot(&fake, heard().await).await;
    for words in ["him", "*sighs*", "x"] {
        let asked = alice.slash(&general, "ask", json!({ "question": words }));
        for reply in [asked.reply().await, alice.dm(words).reply().await] {
            let text = reply.text();
            assert!(text.starts_with("Ask me anything about"), "{words}: {text}");
        }
    }
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}

#[tokio::test]
async fn two_numbers_open_either_section() {
    let fake = Fake::start().await;
    let alice = fake.user("alice");
    let bot = start_bot(&fake, heard().await).await;
    alice.dm("section 3").reply().await;
    let choice = alice.dm("4 or 9, what is the difference").reply().await;
    insta::assert_snapshot!(choice.text(), @r#"
    You asked for these. Which one shall I open?
    [4. When Sex Stirs the Fear of Commitment]
    [9. Emotional or Physical: When Sex Means Different Things]
    [Contents]
    "#);
    bot.stop().await.expect("a clean end");
    fake.finish().await;
}
