//! A question becomes an example once it is seen what that would change.

use crate::author::{ASKED, Author, part, put};
use reqwest::StatusCode;

/// A question that no example is like.
const NEW: &str = "what is a nimbus";

async fn looks(author: &Author, section: &str) -> String {
    let answer = author.sends("example/see", &[("section", section)]).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let page = answer.text().await.expect("text");
    part(&page, "example").to_owned()
}

async fn writes(author: &Author) -> (StatusCode, String) {
    let answer = author.sends("example/write", &[]).await;
    (answer.status(), answer.text().await.expect("text"))
}

#[tokio::test]
async fn it_is_seen_what_changes_and_only_then_one_line_is_written() {
    let author = Author::of_rain().await;
    author.asks(NEW).await;
    let seen = looks(&author, "clouds").await;
    assert!(
        seen.contains("<q>what is a nimbus</q> as an example of <strong>1. Clouds</strong>"),
        "{seen}"
    );
    assert!(seen.contains("It would meet: <strong>"), "{seen}");
    assert!(seen.contains("of 13 that were asked again."), "{seen}");
    assert_eq!(
        author.reads("on-rain/asked.toml"),
        ASKED,
        "nothing is written yet"
    );

    let (status, page) = writes(&author).await;
    assert_eq!(status, StatusCode::OK);
    assert!(part(&page, "example").contains("asked.toml now."), "{page}");
    let before = "  \"is fog a cloud\",\n";
    let after = format!("{before}  \"{NEW}\",\n");
    assert_eq!(
        author.reads("on-rain/asked.toml"),
        ASKED.replace(before, &after)
    );
    // The page follows its own edit like any other.
    author.sees_soon("", &format!("<q>{NEW}</q>")).await;
}

#[tokio::test]
async fn an_example_that_takes_another_questions_answer_is_told_before() {
    let questions =
        "{\"id\":\"q1\",\"text\":\"so why do drops fall\",\"kind\":\"in\",\"gold\":[\"drops\"]}\n";
    let author = Author::with(
        |folder| put(folder, "questions.jsonl", questions),
        |options| options.questions = Some(options.content.join("questions.jsonl")),
    )
    .await;
    let page = author.asks("why do drops fall down").await;
    assert!(part(&page, "reply").contains("2. Drops"), "{page}");
    let seen = looks(&author, "clouds").await;
    assert!(
        seen.contains("<td>so why do drops fall</td><td>quotes 2. Drops</td>"),
        "{seen}"
    );
}

#[tokio::test]
async fn the_questions_of_the_authors_file_are_asked_again_too() {
    let questions =
        "{\"id\":\"q1\",\"text\":\"is a nimbus wet\",\"kind\":\"in\",\"gold\":[\"clouds\"]}\n";
    let author = Author::with(
        |folder| put(folder, "questions.jsonl", questions),
        |options| options.questions = Some(options.content.join("questions.jsonl")),
    )
    .await;
    author.asks(NEW).await;
    let seen = looks(&author, "clouds").await;
    assert!(seen.contains("of 14 that were asked again."), "{seen}");
}

#[tokio::test]
async fn a_line_that_stands_elsewhere_is_refused_with_its_place() {
    let author = Author::of_rain().await;
    author.asks("why do drops fall").await;
    let seen = looks(&author, "clouds").await;
    assert!(
        seen.contains("is asked under `clouds` and under `drops`"),
        "{seen}"
    );
    let (status, _) = writes(&author).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(author.reads("on-rain/asked.toml"), ASKED);
}

#[tokio::test]
async fn an_example_without_words_or_section_is_refused() {
    let author = Author::of_rain().await;
    author.asks(NEW).await;
    for section in ["", "nothing", "../clouds", "\"]\n[elsewhere"] {
        assert!(
            looks(&author, section).await.contains("no such section"),
            "{section}"
        );
    }
    assert_eq!(author.reads("on-rain/asked.toml"), ASKED);
}

#[tokio::test]
async fn whatever_is_asked_is_written_as_one_line() {
    let author = Author::of_rain().await;
    let odd = "what's \"nimbus\" \\ ]\n# = ['é\u{7f}\u{1}";
    author.asks(odd).await;
    let seen = looks(&author, "drops").await;
    assert!(seen.contains("Write it into asked.toml"), "{seen}");
    let (status, _) = writes(&author).await;
    assert_eq!(status, StatusCode::OK);
    let read: toml::Table = toml::from_str(&author.reads("on-rain/asked.toml")).expect("TOML");
    let drops = read["sections"]["drops"].as_array().expect("a list");
    assert_eq!(
        drops.last().and_then(|it| it.as_str()),
        Some("what's \"nimbus\" \\ ] # = ['é")
    );
    assert_eq!(drops.len(), 5);
}

#[tokio::test]
async fn a_file_that_changed_meanwhile_is_left_alone() {
    let author = Author::of_rain().await;
    author.asks(NEW).await;
    looks(&author, "clouds").await;
    let theirs = ASKED.replace("is fog a cloud", "is mist a cloud");
    author.writes("on-rain/asked.toml", &theirs);
    let (status, why) = writes(&author).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(why.contains("changed meanwhile"), "{why}");
    assert_eq!(author.reads("on-rain/asked.toml"), theirs);
}

#[tokio::test]
async fn a_question_in_another_language_joins_that_languages_file() {
    let french = "[sections]\nclouds = [\n  \"d'où viennent les nuages dans le ciel\",\n]\n";
    let author = Author::with(
        |folder| put(folder, "on-rain/asked.fr.toml", french),
        |_| (),
    )
    .await;
    author
        .asks("pourquoi est-ce que le ciel est si gris avec des nuages")
        .await;
    let seen = looks(&author, "clouds").await;
    assert!(seen.contains("Write it into asked.fr.toml"), "{seen}");
    writes(&author).await;
    let expected = french.replace(
        ",\n]",
        ",\n  \"pourquoi est-ce que le ciel est si gris avec des nuages\",\n]",
    );
    assert_eq!(author.reads("on-rain/asked.fr.toml"), expected);
    assert_eq!(author.reads("on-rain/asked.toml"), ASKED);
}

#[cfg(unix)]
#[tokio::test]
async fn the_file_keeps_its_rights_and_a_link_stays_a_link() {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};
    let author = Author::with(
        |folder| {
            put(folder, "elsewhere/questions.toml", ASKED);
            let file = folder.join("on-rain/asked.toml");
            fs::remove_file(&file).expect("it is there");
            symlink("../elsewhere/questions.toml", &file).expect("a link");
            let rights = fs::Permissions::from_mode(0o640);
            fs::set_permissions(folder.join("elsewhere/questions.toml"), rights).expect("rights");
        },
        |_| (),
    )
    .await;
    author.asks(NEW).await;
    looks(&author, "clouds").await;
    let (status, why) = writes(&author).await;
    assert_eq!(status, StatusCode::OK, "{why}");
    let link = author.folder.join("on-rain/asked.toml");
    assert!(
        fs::symlink_metadata(&link)
            .expect("it is there")
            .is_symlink()
    );
    let file = author.folder.join("elsewhere/questions.toml");
    assert!(author.reads("elsewhere/questions.toml").contains(NEW));
    assert_eq!(
        fs::metadata(file)
            .expect("it is there")
            .permissions()
            .mode()
            & 0o777,
        0o640
    );
    let left: Vec<_> = fs::read_dir(author.folder.join("elsewhere"))
        .expect("a folder")
        .collect();
    assert_eq!(left.len(), 1, "no half file is left: {left:?}");
}
