//! The screens in the README are what a person sees.

use crate::support::conversation;
use serde_json::json;

const README: &str = include_str!("../../README.md");

/// The README tells `screen` line by line: each as printed, or begun and cut by "[…]".
#[track_caller]
fn told(screen: &str) {
    for line in screen.lines().filter(|line| !line.trim().is_empty()) {
        let whole = |told: &str| told == line;
        let begun = |told: &str| {
            let begun = told.strip_suffix(" […]");
            begun.is_some_and(|begun| line.starts_with(begun))
        };
        let mut lines = README
            .lines()
            .map(|told| told.trim_start_matches([' ', '>']));
        assert!(
            lines.any(|told| whole(told) || begun(told)),
            "not in the README: {line}"
        );
    }
}

/// The README tells the beginning of `words`, in lines as long as its own.
#[track_caller]
fn wrapped(words: &str) {
    let all: Vec<&str> = README
        .split([' ', '>', '\n'])
        .filter(|word| !word.is_empty())
        .collect();
    let begun: Vec<&str> = words.split_whitespace().take(20).collect();
    assert!(
        all.windows(begun.len()).any(|told| told == begun),
        "not in the README: {words}"
    );
}

/// The lines of `screen` that the README does not leave out: the first ones, and all from the source on.
fn kept(screen: &str, first: usize) -> String {
    let from = screen.find("From “").expect("where it stands");
    let begin: Vec<&str> = screen.lines().take(first).collect();
    format!("{}\n{}", begin.join("\n"), &screen[from..])
}

#[test]
fn the_readme_shows_what_a_person_sees() {
    conversation(async |c| {
        let general = c.guild(500).channel("general");
        let alice = c.user("alice");
        c.start().await;
        let first = "he lasted two minutes and now he avoids me";
        told(&format!("**You:** {first}"));
        let answer = alice.slash(&general, "ask", json!({ "question": first }));
        let answer = answer.reply().await;
        let title = answer.embeds[0]["title"].as_str().expect("a title");
        told(&format!(
            "**{title}**\nFrom “Why Men Withdraw After Sex”\nAnd in the end:"
        ));
        for quote in &answer.embeds {
            wrapped(quote["description"].as_str().expect("words"));
        }
        let typed = "why does he fall asle";
        told(&format!("/ask question: {typed}"));
        let options = json!({ "question": typed });
        let choices = alice.autocomplete(&general, "ask", options, "question");
        for choice in choices.choices().await.iter().take(2) {
            told(&choice.name);
        }
        let asked = alice.slash(
            &general,
            "ask",
            json!({ "question": "does dopamine drop after orgasm?" }),
        );
        told(&kept(&asked.reply().await.text(), 2));
        let read = alice.slash(&general, "read", json!({ "section": "2" }));
        told(&kept(&read.reply().await.text(), 2));
    });
}
