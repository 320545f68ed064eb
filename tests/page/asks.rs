//! Ask, and see the reply as Discord shows it, why, and the article beside it.

use crate::author::{Author, buttons, part};
use reqwest::StatusCode;
use std::path::Path;
use std::sync::Arc;
use verbatim::bot::Knowledge;
use verbatim::encoder::Encoder;

#[tokio::test]
async fn a_question_shows_the_reply_why_and_where_it_stands() {
    let author = Author::of_rain().await;
    let page = author.sees("").await;
    assert!(
        page.contains("<h2 id=\"article-title\">On Rain</h2>"),
        "{page}"
    );
    assert!(
        page.contains("2. Drops") && page.contains("<em>comes back</em>"),
        "{page}"
    );

    let page = author.asks("why do the drops fall?").await;
    let reply = part(&page, "reply");
    assert!(reply.contains("why do the drops fall?"), "{reply}");
    assert!(
        reply.contains("<p class=\"title\">2. Drops</p><p>Drops fall when they are heavy.</p>"),
        "{reply}"
    );
    assert!(
        reply.contains("From “On Rain”") && reply.contains("Take a coat."),
        "{reply}"
    );
    let why = part(&page, "why");
    assert!(why.contains("costs least."), "{why}");
    assert!(why.contains("There is no encoder"), "{why}");
    assert!(why.contains("<q>why do drops fall</q>"), "{why}");
    assert!(why.contains("Not in the article"), "{why}");
    let article = part(&page, "article");
    assert!(
        article.contains("<section class=\"part quoted\" id=\"part-drops\">"),
        "{article}"
    );
}

#[tokio::test]
async fn what_the_encoder_read_stands_beside_what_the_words_said() {
    let encoder = Encoder::open(Path::new("content/encoder"));
    let encoder = Arc::new(encoder.expect("the files of the repository"));
    let reading = move |knowledge: Knowledge| knowledge.reading_with(Arc::clone(&encoder));
    let author = Author::knowing(|_| (), |_| (), reading).await;
    let page = author
        .asks("is my umbrella needed when it gets grey up there")
        .await;
    let why = part(&page, "why");
    assert!(why.contains("the encoder read it too."), "{why}");
    assert!(
        why.contains("<th scope=\"col\">By words alone</th>"),
        "{why}"
    );
}

#[tokio::test]
async fn a_button_opens_what_it_opens_on_discord() {
    let author = Author::of_rain().await;
    let page = author.asks("section 2").await;
    let all = buttons(part(&page, "reply"));
    let contents = all
        .iter()
        .find(|(label, _)| label == "Contents")
        .expect("a button");
    let answer = author
        .sends("press", &[("message", "0"), ("press", &contents.1)])
        .await;
    let page = answer.text().await.expect("text");
    let reply = part(&page, "reply");
    assert!(reply.contains("<option value=\"page:"), "{reply}");
    assert!(
        reply.contains("Drops fall when they are heavy."),
        "the first message stays: {reply}"
    );
}

#[tokio::test]
async fn need_meets_a_card_here_too() {
    let author = Author::of_rain().await;
    let page = author.asks("i want to kill myself").await;
    let reply = part(&page, "reply");
    assert!(!reply.contains("Take a coat."), "{reply}");
    assert!(
        part(&page, "why").contains("the route <strong>self-harm</strong>"),
        "{page}"
    );
    let meant = buttons(reply);
    assert!(!meant.is_empty(), "{reply}");
}

#[tokio::test]
async fn the_reply_speaks_as_the_askers_discord_does() {
    let french = include_str!("../../content/phrases/fr.ftl");
    let author = Author::with(
        |folder| crate::author::put(folder, "phrases/fr.ftl", french),
        |_| (),
    )
    .await;
    let fields = [("question", "section 2"), ("language", "fr")];
    let page = author
        .sends("ask", &fields)
        .await
        .text()
        .await
        .expect("text");
    assert!(part(&page, "reply").contains("Extrait de"), "{page}");
    assert!(page.contains("<option value=\"fr\" selected>"), "{page}");
}

#[tokio::test]
async fn whatever_is_typed_stays_text() {
    let author = Author::of_rain().await;
    let page = author
        .asks("<script>alert(1)</script> \"><img src=x> & why")
        .await;
    assert!(
        !page.contains("<script>alert") && !page.contains("<img"),
        "{page}"
    );
    assert!(page.contains("&lt;script&gt;alert(1)"), "{page}");
    // So does the article.
    assert!(page.contains("the sea &amp; the air &lt;b&gt;."), "{page}");
}

#[tokio::test]
async fn a_message_that_discord_would_not_send_is_refused() {
    let author = Author::of_rain().await;
    let longest = "é".repeat(4_000);
    let answer = author.sends("ask", &[("question", &longest)]).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let answer = author
        .sends("ask", &[("question", &"é".repeat(4_001))])
        .await;
    assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
    let answer = author
        .sends("ask", &[("question", &"é".repeat(40_000))])
        .await;
    assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn a_press_that_means_nothing_is_told() {
    let author = Author::of_rain().await;
    author.asks("section 2").await;
    for (message, press) in [
        ("0", "no press"),
        ("99", "hide"),
        ("x", "contents:0"),
        ("", ""),
    ] {
        let answer = author
            .sends("press", &[("message", message), ("press", press)])
            .await;
        assert_eq!(answer.status(), StatusCode::OK, "{press}");
    }
    assert!(
        author
            .sees("")
            .await
            .contains("This button is none of ours.")
    );
}

#[tokio::test]
async fn one_may_ask_as_much_as_one_likes() {
    let author = Author::of_rain().await;
    for _ in 0..10 {
        let page = author.asks("why do the drops fall?").await;
        assert!(part(&page, "reply").contains("2. Drops"), "{page}");
    }
}

#[tokio::test]
async fn another_article_is_chosen_by_its_title() {
    let tea =
        "# All About Tea\n\n## 1. Leaves\n\nLeaves are picked.\n\n## Closing\n\nDrink it hot.\n";
    let author = Author::with(
        |folder| crate::author::put(folder, "tea/article.md", tea),
        |_| (),
    )
    .await;
    let page = author.sees("").await;
    assert!(
        page.contains("<option value=\"tea\">All About Tea</option>"),
        "{page}"
    );
    let page = author.sees("?article=tea").await;
    assert!(
        part(&page, "article").contains("Leaves are picked."),
        "{page}"
    );
    let page = author.asks("section 1").await;
    assert!(
        part(&page, "reply").contains("Leaves are picked."),
        "{page}"
    );
    let page = author.sees("?article=nothing").await;
    assert!(
        part(&page, "article").contains("Leaves are picked."),
        "{page}"
    );
}
