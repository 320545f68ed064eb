//! The page in a real Chromium: ask, press, edit, see.
//!
//! Where no `chromedriver` is installed the tests say so and pass, unless `VERBATIM_BROWSER=required`.

use crate::author::{ASKED, Author, RAIN, put};
use crate::driver::Driver;
use serde_json::{Value, json};
use std::time::Duration;
use tokio::time::{sleep, timeout};

/// However busy the machine is, by then it is there.
const LONG: Duration = Duration::from_secs(120);

/// A phone's width, and a desk's. In pixels.
const PHONE: (u32, u32) = (360, 740);
const DESK: (u32, u32) = (1280, 900);

/// How often is looked at what comes by itself.
const LOOK: Duration = Duration::from_millis(20);

/// A browser before the page.
struct Browser(Driver);

impl Browser {
    /// A browser before the page of `author`; nothing where none is installed.
    async fn before(author: &Author) -> Option<Browser> {
        let Some(driver) = Driver::start().await else {
            let required = std::env::var("VERBATIM_BROWSER").is_ok_and(|it| it == "required");
            assert!(
                !required,
                "no chromedriver: install chromium and chromium-driver"
            );
            eprintln!("no chromedriver: not tried in a browser");
            return None;
        };
        let browser = Browser(driver);
        browser.wide(DESK).await;
        browser.0.opens(&author.address).await;
        Some(browser)
    }

    async fn wide(&self, (width, height): (u32, u32)) {
        self.0.resizes(width, height).await;
    }

    /// Waits until something at `path` reads `words`.
    async fn sees(&self, path: &str, words: &str) {
        let reads = "return [...document.querySelectorAll(arguments[0])].some((it) => it.checkVisibility() && it.innerText.includes(arguments[1]))";
        self.becomes(reads, json!([path, words])).await;
    }

    /// Waits until `script` gives true for `arguments`.
    async fn becomes(&self, script: &str, arguments: Value) {
        let seen = async {
            while self.0.runs(script, arguments.clone()).await != true {
                sleep(LOOK).await;
            }
        };
        if timeout(LONG, seen).await.is_err() {
            let page = self.tells("return document.body.innerText").await;
            panic!("never {arguments}: {page}");
        }
    }

    /// What `script` gives.
    async fn tells(&self, script: &str) -> Value {
        self.0.runs(script, json!([])).await
    }

    /// Types into the question.
    async fn types(&self, text: &str) {
        let question = "return document.getElementById('question')";
        self.0.types(question, text).await;
    }

    /// Presses the button at `path` that reads `label`.
    async fn presses(&self, path: &str, label: &str) {
        let button = "return [...document.querySelectorAll(arguments[0])].find((it) => it.innerText === arguments[1])";
        self.0.clicks(button, json!([path, label])).await;
    }
}

#[tokio::test]
async fn ask_press_edit_and_see() {
    let author = Author::of_rain().await;
    let Some(browser) = Browser::before(&author).await else {
        return;
    };
    assert_eq!(
        browser.tells("return document.activeElement.id").await,
        "question"
    );
    browser.types("why do the drops fall?\n").await;
    browser.sees("#reply .title", "2. Drops").await;
    browser.sees("#why", "costs least").await;
    browser.sees("#article .quoted h3", "2. Drops").await;
    // Whoever asked goes on typing where they were.
    assert_eq!(
        browser.tells("return document.activeElement.id").await,
        "question"
    );

    browser.presses("#reply button", "Contents").await;
    browser.sees("#reply select", "1. Clouds").await;
    browser.presses("#reply button", "Choose").await;
    browser.sees("#reply .title", "Introduction").await;

    browser.types(" and half a word").await;
    author.writes(
        "on-rain/article.md",
        &RAIN.replace("when they are heavy", "when the cloud is full"),
    );
    browser.sees("#article", "when the cloud is full").await;
    browser.sees("#reply", "when the cloud is full").await;
    let typed = "return document.getElementById('question').value.endsWith(' and half a word')";
    assert_eq!(browser.tells(typed).await, true, "what is typed stays");

    author.writes("on-rain/article.toml", "titel = \"On Rain\"\n");
    browser.sees("#state", "on-rain/article.toml:1").await;
    browser.sees("#state strong", "did you mean `title`?").await;
    author.writes("on-rain/article.toml", "");
    browser
        .becomes(
            "return document.getElementById('state').innerText === ''",
            json!([]),
        )
        .await;
    browser.0.end().await;
}

#[tokio::test]
async fn a_question_becomes_an_example_in_four_presses() {
    let author = Author::of_rain().await;
    let Some(browser) = Browser::before(&author).await else {
        return;
    };
    browser.types("what is a nimbus\n").await;
    browser.sees("#reply", "what is a nimbus").await;
    browser
        .0
        .clicks(
            "return document.querySelector('#section option[value=clouds]')",
            json!([]),
        )
        .await;
    browser
        .presses("#example button", "See what it would change")
        .await;
    browser.sees("#example", "It would meet").await;
    assert_eq!(author.reads("on-rain/asked.toml"), ASKED);
    browser
        .presses("#example button", "Write it into asked.toml")
        .await;
    browser.sees("#example", "asked.toml now.").await;
    assert!(
        author
            .reads("on-rain/asked.toml")
            .contains("  \"what is a nimbus\",\n")
    );
    browser.sees("#why", "what is a nimbus").await;
    browser.0.end().await;
}

#[tokio::test]
async fn it_fits_a_phone_and_reads_without_eyes() {
    let author = Author::with(
        |folder| {
            put(
                folder,
                "tea/article.md",
                "# All About Tea\n\n## 1. Leaves\n\nLeaves are picked.\n\n## Closing\n\nDrink it hot.\n",
            )
        },
        |_| (),
    )
    .await;
    let Some(browser) = Browser::before(&author).await else {
        return;
    };
    browser.wide(PHONE).await;
    browser.types("why do the drops fall, and whataverylongwordthatnobodywouldeverwriteinonepieceinamessage?\n").await;
    browser.sees("#why table", "Not in the article").await;
    for path in ["", "coverage"] {
        browser.0.opens(&author.at(path)).await;
        if path == "coverage" {
            browser.sees("#coverage caption", "Sections").await;
        }
        let wider =
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(
            browser.tells(wider).await,
            0,
            "{path}: nothing is cut at the side"
        );
        // Every control has a name, every section a heading, every picture a title.
        let nameless = "return [...document.querySelectorAll('input:not([type=hidden]), textarea, select')].filter((it) => !it.labels.length).map((it) => it.outerHTML)";
        assert_eq!(browser.tells(nameless).await, json!([]), "{path}");
        let untitled = "return [...document.querySelectorAll('section[aria-labelledby], svg[role]')].filter((it) => it.getAttribute('aria-labelledby').split(' ').some((id) => !document.getElementById(id))).map((it) => it.outerHTML)";
        assert_eq!(browser.tells(untitled).await, json!([]), "{path}");
        let twice = "const ids = [...document.querySelectorAll('[id]')].map((it) => it.id); return ids.filter((id, at) => ids.indexOf(id) !== at)";
        assert_eq!(
            browser.tells(twice).await,
            json!([]),
            "{path}: no id stands twice"
        );
        let landmarks = "return ['header', 'nav', 'main', 'h1', 'h2'].filter((it) => !document.querySelector(it))";
        assert_eq!(browser.tells(landmarks).await, json!([]), "{path}");
    }
    browser.0.end().await;
}

#[tokio::test]
async fn another_page_in_the_same_browser_changes_nothing() {
    let author = Author::of_rain().await;
    let Some(browser) = Browser::before(&author).await else {
        return;
    };
    let (secret, asks) = (author.secret().await, author.at("ask"));
    let evil = format!(
        "data:text/html,<form method=post action={asks}><input name=question value=evil><input name=secret value={secret}><button>Go</button></form>"
    );
    browser.0.opens(&evil).await;
    browser.presses("button", "Go").await;
    browser
        .sees("body", "Only this page itself may do that.")
        .await;
    assert!(!author.sees("").await.contains("evil"));
    browser.0.end().await;
}
