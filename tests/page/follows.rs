//! The files are edited in any editor, and the page follows.

use crate::author::{ASKED, Author, RAIN, part, put};
use std::fs;
use verbatim::page::Options;

#[tokio::test]
async fn what_was_asked_is_asked_again_when_the_words_change() {
    let author = Author::of_rain().await;
    author.asks("why do the drops fall?").await;
    author.writes(
        "on-rain/article.md",
        &RAIN.replace("when they are heavy", "when the cloud is full"),
    );
    let page = author.sees_soon("", "when the cloud is full").await;
    assert!(
        part(&page, "reply").contains("Drops fall when the cloud is full."),
        "{page}"
    );
    assert!(
        part(&page, "article").contains("Drops fall when the cloud is full."),
        "{page}"
    );
}

#[tokio::test]
async fn what_was_pressed_stays_open_when_the_words_change() {
    let author = Author::of_rain().await;
    let page = author.asks("section 2").await;
    let all = crate::author::buttons(part(&page, "reply"));
    let contents = all
        .iter()
        .find(|(label, _)| label == "Contents")
        .expect("a button");
    author
        .sends("press", &[("message", "0"), ("press", &contents.1)])
        .await;
    author.writes(
        "on-rain/article.md",
        &RAIN.replace("## 1. Clouds", "## 1. White Clouds"),
    );
    let asked = ASKED.replace("clouds = [", "white-clouds = [");
    author.writes("on-rain/asked.toml", &asked);
    let page = author.sees_soon("", "White Clouds").await;
    let reply = part(&page, "reply");
    assert!(
        reply.contains("<option") && reply.contains("White Clouds"),
        "{reply}"
    );
}

#[tokio::test]
async fn a_mistake_names_file_line_and_cure_while_the_last_good_state_answers() {
    let author = Author::of_rain().await;
    author.writes(
        "on-rain/article.toml",
        "title = \"On Rain\"\nlnaguage = \"en\"\n",
    );
    let page = author.sees_soon("", "One mistake in your files").await;
    let state = part(&page, "state");
    assert!(state.contains("on-rain/article.toml:2</code>"), "{state}");
    assert!(
        state.contains("unknown key `lnaguage`")
            && state.contains("<strong>did you mean `language`?</strong>"),
        "{state}"
    );
    assert!(state.contains("the last good state answers"), "{state}");
    let page = author.asks("section 2").await;
    assert!(
        part(&page, "reply").contains("Drops fall when they are heavy."),
        "{page}"
    );

    author.writes(
        "on-rain/article.toml",
        "title = \"On Rain\"\nlanguage = \"en\"\n",
    );
    author
        .sees_soon("", "id=\"state\" data-part role=\"alert\"></div>")
        .await;
}

#[tokio::test]
async fn a_page_opened_over_a_mistake_shows_it_and_begins_when_it_is_mended() {
    let author = Author::with(
        |folder| put(folder, "on-rain/article.md", "no title\n"),
        |_: &mut Options| (),
    )
    .await;
    let page = author.sees("").await;
    assert!(
        page.contains("the article has no title") && page.contains("Nothing answers before"),
        "{page}"
    );
    author.writes("on-rain/article.md", RAIN);
    let page = author.sees_soon("", "On Rain").await;
    assert!(page.contains("name=\"question\""), "{page}");
}

#[tokio::test]
async fn what_is_written_beside_the_files_changes_nothing() {
    let author = Author::of_rain().await;
    author.writes("on-rain/.article.md.swp", "half");
    fs::remove_file(author.folder.join("on-rain/asked.toml")).expect("it is there");
    author.asks("section 2").await;
    // Without examples it answers by the article's own words.
    let page = author
        .sees_soon("coverage", "There are no examples yet.")
        .await;
    assert!(!page.contains("mistake"), "{page}");
}

#[tokio::test]
async fn a_page_that_follows_is_told_of_every_change() {
    let author = Author::of_rain().await;
    let page = author.sees("").await;
    let seen = page
        .split("data-number=\"")
        .nth(1)
        .and_then(|it| it.split('"').next())
        .expect("a number");
    let news = author.client.get(author.at("news")).send().await;
    let mut news = news.expect("an answer");
    let mut next = async || {
        let bytes = news.chunk().await.expect("it is read");
        String::from_utf8(bytes.expect("it goes on").to_vec()).expect("UTF-8")
    };
    assert_eq!(next().await, format!("data: {seen}\n\n"));
    author.writes(
        "on-rain/article.md",
        &RAIN.replace("Take a coat", "Take a hat"),
    );
    assert_ne!(next().await, format!("data: {seen}\n\n"));
    assert!(author.sees("").await.contains("Take a hat."));
}
