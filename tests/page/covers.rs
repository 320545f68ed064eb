//! How well each section is found by what was kept out.

use crate::author::{ASKED, Author, part, put};

const QUESTIONS: &str = concat!(
    "{\"id\":\"good\",\"text\":\"why do the drops fall\",\"kind\":\"in\",\"gold\":[\"drops\"]}\n",
    "{\"id\":\"<b>bad</b>\",\"text\":\"section 2\",\"kind\":\"in\",\"gold\":[\"clouds\"]}\n",
    "{\"id\":\"need\",\"text\":\"why is the sky blue\",\"kind\":\"care\"}\n",
);

#[tokio::test]
async fn every_section_is_measured_by_examples_that_it_did_not_learn() {
    let author = Author::of_rain().await;
    let page = author
        .sees_soon("coverage", "<caption>Sections</caption>")
        .await;
    let coverage = part(&page, "coverage");
    assert!(
        coverage.contains("13 examples, each answered by what was learned without it"),
        "{coverage}"
    );
    for (title, examples) in [("1. Clouds", 5), ("2. Drops", 4), ("Not in the article", 4)] {
        let row = format!("<th scope=\"row\">{title}</th><td>{examples}</td>");
        assert!(coverage.contains(&row), "{row}: {coverage}");
    }
    assert!(
        coverage.contains("<th scope=\"row\">Closing</th><td>0</td><td colspan=\"3\">"),
        "{coverage}"
    );
    let drops = coverage.split("<details><summary>2. Drops: ").nth(1);
    let drops = drops.and_then(|it| it.split("</details>").next());
    let drops = drops.expect("the examples of a section");
    assert!(drops.contains(" of 4 examples lead here first"), "{drops}");
    for example in ["why do drops fall", "how heavy is a drop"] {
        assert!(drops.contains(&format!("<q>{example}</q>")), "{drops}");
    }
}

#[tokio::test]
async fn the_only_example_of_a_section_is_found_by_heart_and_not_when_it_is_kept_out() {
    let words = "zebra crossing lights";
    let asked = ASKED.replace(
        "[elsewhere]",
        &format!("closing = [\"{words}\"]\n\n[elsewhere]"),
    );
    let author = Author::with(|folder| put(folder, "on-rain/asked.toml", &asked), |_| ()).await;
    let page = author.asks(words).await;
    let why = part(&page, "why");
    let first = why
        .split("<tbody><tr><th scope=\"row\">")
        .nth(1)
        .expect("a row");
    assert!(first.starts_with("Closing"), "{why}");
    let page = author
        .sees_soon("coverage", "<caption>Sections</caption>")
        .await;
    let row = "<th scope=\"row\">Closing</th><td>1</td><td>0.00 ";
    assert!(page.contains(row), "{page}");
}

#[tokio::test]
async fn what_is_taken_for_what_and_how_sure_it_is_are_drawn_and_told() {
    let author = Author::of_rain().await;
    let page = author
        .sees_soon("coverage", "<caption>Sections</caption>")
        .await;
    let coverage = part(&page, "coverage");
    assert_eq!(coverage.matches("<svg").count(), 2, "{coverage}");
    assert_eq!(
        coverage.matches("role=\"img\" aria-labelledby=").count(),
        2,
        "{coverage}"
    );
    // Four sections and what none answers, each beside each.
    assert_eq!(coverage.matches("fill-opacity=").count(), 25, "{coverage}");
    assert!(coverage.contains("1. Clouds → 1. Clouds: "), "{coverage}");
    assert!(
        coverage.contains("<polyline") && coverage.contains("class=\"point\""),
        "{coverage}"
    );
    assert!(!coverage.contains("NaN"), "{coverage}");
}

#[tokio::test]
async fn the_authors_questions_that_fail_are_named() {
    let author = Author::with(
        |folder| put(folder, "questions.jsonl", QUESTIONS),
        |options| options.questions = Some(options.content.join("questions.jsonl")),
    )
    .await;
    let page = author
        .sees_soon("coverage", "Your questions that fail</h3>")
        .await;
    assert!(page.contains("2 of 3 meet something else"), "{page}");
    let row = "<th scope=\"row\">&lt;b&gt;bad&lt;/b&gt;</th><td>section 2</td><td>1. Clouds</td><td>opens 2. Drops</td>";
    assert!(page.contains(row), "{page}");
    assert!(
        page.contains("<th scope=\"row\">need</th>")
            && !page.contains("<th scope=\"row\">good</th>"),
        "{page}"
    );
}

#[tokio::test]
async fn a_file_of_questions_that_cannot_be_read_is_told_with_its_line() {
    let broken =
        "{\"id\":\"q\",\"text\":\"secret words\",\"kind\":\"in\",\"gold\":[\"nothing\"]}\n";
    let author = Author::with(
        |folder| put(folder, "questions.jsonl", broken),
        |options| options.questions = Some(options.content.join("questions.jsonl")),
    )
    .await;
    let page = author
        .sees_soon("coverage", "questions.jsonl:1: `nothing` is no section")
        .await;
    assert!(!page.contains("secret words"), "{page}");
}
