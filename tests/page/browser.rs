//! The page in a real Chromium: ask, press, edit, see.
//!
//! Where no `chromedriver` is installed the tests say so and pass, unless `VERBATIM_BROWSER=required`.

use crate::author::{ASKED, Author, RAIN, put};
use crate::driver::Driver;
use serde_json::{Value, json};
use std::collections::BTreeSet;
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

    /// Takes away what is typed.
    async fn clears(&self) {
        self.tells("document.getElementById('question').value = ''")
            .await;
    }

    /// Presses the first button that opens a numbered part, and waits until it is shown.
    async fn presses_part(&self) {
        let parts = "[...document.querySelectorAll('#reply button')].filter((it) => /^[0-9]+\\. /.test(it.innerText))";
        let wait = format!("return {parts}.length > 0");
        self.becomes(&wait, json!([])).await;
        let part = self.tells(&format!("return {parts}[0].innerText")).await;
        self.0
            .clicks(&format!("return {parts}[0]"), json!([]))
            .await;
        let title = part.as_str().expect("a title");
        self.sees("#reply .title", title).await;
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
async fn what_can_be_pressed_on_discord_can_be_pressed_here() {
    let storm = |number| {
        let wind = "The wind bends the trees and lifts the tiles off the roofs. ".repeat(10);
        format!("Storm {number} comes. {}", wind.trim())
    };
    let storms: Vec<String> = (1..=4).map(storm).collect();
    let storms = format!("## 3. Storms\n\n{}\n\n## Closing", storms.join("\n\n"));
    let article = RAIN.replace("## Closing", &storms);
    let write = |folder: &std::path::Path| put(folder, "on-rain/article.md", &article);
    let author = Author::with(write, |_| ()).await;
    let Some(browser) = Browser::before(&author).await else {
        return;
    };
    browser.types("section 3\n").await;
    browser.sees("#reply .title", "3. Storms").await;
    browser
        .presses("#reply button", "Read the whole section")
        .await;
    browser.sees("#reply", "page 1 of 2").await;
    browser.presses("#reply button", "Next").await;
    browser.sees("#reply", "page 2 of 2").await;
    browser.presses("#reply button", "Related").await;
    browser.sees("#reply", "these parts lead on").await;
    browser.presses_part().await;

    browser.clears().await;
    browser.types("how do I bake bread\n").await;
    browser.sees("#reply", "does not speak of that").await;
    browser.presses_part().await;

    browser.clears().await;
    browser.types("i want to kill myself\n").await;
    browser.sees("#reply button", "I meant the article").await;
    browser
        .presses("#reply button", "I meant the article")
        .await;
    browser.sees("#reply button", "Contents").await;
    browser.0.end().await;
}

#[tokio::test]
async fn every_word_can_be_read_by_day_and_by_night() {
    let author = Author::of_rain().await;
    let Some(browser) = Browser::before(&author).await else {
        return;
    };
    browser.types("why do the drops fall?\n").await;
    browser.sees("#why table", "Not in the article").await;
    for (scheme, ground) in [("light", "rgb(246, 247, 249)"), ("dark", "rgb(26, 27, 31)")] {
        browser.0.prefers(scheme).await;
        let body = "return getComputedStyle(document.body).backgroundColor === arguments[0]";
        browser.becomes(body, json!([ground])).await;
        let pale = browser.0.runs(PALE, json!([CONTRAST])).await;
        assert_eq!(pale, json!([]), "{scheme}");
    }
    browser.0.end().await;
}

/// So much lighter or darker than its ground a text must be (WCAG 2.2, 1.4.3).
const CONTRAST: f64 = 4.5;

/// The texts that are not, each with its colours.
const PALE: &str = "
const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
const shown = ([r, g, b, a = 1]) => a === 1 && [r, g, b];
const light = (colour) => {
  const [r, g, b] = colour.map((it) => it / 255).map((it) => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ground = (it) => shown(numbers(getComputedStyle(it).backgroundColor)) || (it.parentElement ? ground(it.parentElement) : [255, 255, 255]);
const own = (it) => [...it.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());
return [...document.body.querySelectorAll('*')].filter((it) => it.checkVisibility() && own(it) && !it.closest('.unseen, .skip, svg, option, script')).flatMap((it) => {
  const [ink, paper] = [numbers(getComputedStyle(it).color).slice(0, 3), ground(it)];
  const [dark, bright] = [light(ink), light(paper)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05) < arguments[0] ? [`${it.outerHTML}: ${ink} on ${paper}`] : [];
});";

#[tokio::test]
async fn everything_is_reached_by_the_keyboard_and_shows_that_it_is() {
    let author = Author::of_rain().await;
    let Some(browser) = Browser::before(&author).await else {
        return;
    };
    browser.types("why do the drops fall?\n").await;
    browser.sees("#why table", "Not in the article").await;
    let mark = "window.all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), textarea, select, summary, [tabindex=\"0\"]')].filter((it) => it.checkVisibility() && !it.disabled); return window.all.length";
    let count = browser.tells(mark).await.as_u64().expect("a number");
    let mut reached = BTreeSet::new();
    // It begins in the middle, and goes round by the browser's own controls.
    for _ in 0..2 * count {
        browser.0.types("return document.activeElement", TAB).await;
        let at = "return [window.all.indexOf(document.activeElement), getComputedStyle(document.activeElement).outlineStyle]";
        let at = browser.tells(at).await;
        if let Some(number) = at[0].as_u64() {
            assert_ne!(at[1], "none", "{at}");
            reached.insert(number);
        }
    }
    let missed =
        "return window.all.filter((_, at) => !arguments[0].includes(at)).map((it) => it.outerHTML)";
    let missed = browser.0.runs(missed, json!([reached])).await;
    assert_eq!(missed, json!([]));
    browser.0.end().await;
}

/// The tabulator, as the standard calls it.
const TAB: &str = "\u{e004}";

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
