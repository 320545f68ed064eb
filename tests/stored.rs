//! What stands in databases, in files that moderators keep and under messages of old is read for ever, and written as it
//! always was.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use time::macros::datetime;
use verbatim::content::Library;
use verbatim::press::{List, Page, Press, Span, Step};
use verbatim::reply::{
    Action, Button, Made, Offer, Reply, Row, Undo, View, Voice, history, panel, step,
};
use verbatim::settings::{Carried, Change, Names, Settings, read, write};
use verbatim::who::{ChannelId, UserId};

/// Every kind of change with every value of a closed set, as databases hold them, one a line.
const CHANGES: &str = include_str!("stored/changes.jsonl");

/// Every choice that a button or a menu may carry.
const CHOICES: &str = include_str!("stored/ids.txt");

const ARTICLE: &str = "# On Rain\n\nRain falls.\n\n## 1. Clouds\n\nClouds gather water.\n\n\
    ## 2. Puddles\n\nA puddle stays.\n\n## Closing\n\nTake a coat.\n";

fn changes() -> impl Iterator<Item = (&'static str, Change)> {
    let parsed = |line| serde_json::from_str(line).unwrap_or_else(|why| panic!("{line}: {why}"));
    CHANGES.lines().map(move |line| (line, parsed(line)))
}

/// Where nothing has its default.
fn full() -> Settings {
    let (_, all) = changes().last().expect("the change of everything");
    Settings::default()
        .apply(all)
        .expect("settings that may be")
}

/// A folder with one article, and the sentences of every language.
fn library(name: &str) -> Library {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("stored-{name}"));
    drop(fs::remove_dir_all(&home));
    fs::create_dir_all(home.join("on-rain")).expect("a folder");
    fs::create_dir_all(home.join("phrases")).expect("a folder");
    fs::write(home.join("on-rain/article.md"), ARTICLE).expect("a file");
    for file in fs::read_dir("content/phrases").expect("sentences") {
        let file = file.expect("a file");
        fs::copy(file.path(), home.join("phrases").join(file.file_name())).expect("a copy");
    }
    Library::load(&home).expect("an article")
}

fn names() -> Names<'static> {
    Names {
        articles: vec!["on-rain", "gone"],
        places: vec!["KE"],
        languages: vec!["english", "swahili", "french", "spanish", "portuguese"],
        ..Names::default()
    }
}

fn document(settings: &Settings) -> String {
    serde_json::to_string(settings).expect("a document")
}

#[test]
fn every_change_is_kept_in_the_words_it_always_was() {
    for (line, change) in changes() {
        assert_eq!(serde_json::to_string(&change).expect("a line"), line);
    }
}

/// A change, what takes it back where nothing and where everything was chosen, and the document after it.
#[test]
fn every_change_means_what_it_always_did() {
    let mut told = String::new();
    for (line, change) in changes() {
        writeln!(told, "{line}").expect("a string");
        for before in [Settings::default(), full()] {
            let undo = before.inverse(&change);
            let undo = serde_json::to_string(&undo).expect("a line");
            let after = before.apply(change.clone()).expect("a change that may be");
            writeln!(told, "  undo {undo}\n  {}", document(&after)).expect("a string");
        }
    }
    insta::assert_snapshot!("changes", told);
}

#[test]
fn every_file_of_settings_is_written_as_it_always_was_and_read() {
    let plain = write(&Settings::default());
    let mut told = format!("{plain}\n=====\n{}\n=====\n", write(&full()));
    for (line, change) in changes() {
        let after = Settings::default().apply(change).expect("a change");
        let file = write(&after);
        let settings = after;
        let lessons = Vec::new();
        assert_eq!(
            read(&file, &names()),
            Ok(Carried { settings, lessons }),
            "{line}"
        );
        let new = file
            .lines()
            .filter(|line| !plain.lines().any(|old| old == *line));
        writeln!(told, "{line}: {}", new.collect::<Vec<_>>().join(" | ")).expect("a string");
    }
    insta::assert_snapshot!("files", told);
}

#[test]
fn every_choice_is_called_on_buttons_as_it_always_was() {
    for choice in CHOICES.lines() {
        for floor in ["panel", "setup"] {
            let id = format!("{floor}:choose:{choice}");
            let press: Press = id
                .parse()
                .unwrap_or_else(|_| panic!("{id} means something"));
            assert_eq!(press.to_string(), id);
        }
    }
    for unknown in [
        "visibility",
        "visibility-",
        "visibility-secret",
        "language-",
        "all",
        "",
    ] {
        assert!(
            format!("panel:choose:{unknown}").parse::<Press>().is_err(),
            "{unknown}"
        );
    }
}

/// What stands on a message, line by line, with the ids under it.
fn shown(reply: &Reply) -> String {
    let mut told = String::new();
    let mut line = |text: String| writeln!(told, "{text}").expect("a string");
    let button = |button: &Button| match &button.action {
        Action::Press(press) => format!("  {} → {press}", button.label),
        Action::Link(page) => format!("  {} → {page}", button.label),
    };
    for part in &reply.parts {
        line(format!("{part:?}"));
    }
    for row in &reply.rows {
        match row {
            Row::Buttons(buttons) => buttons.iter().map(button).for_each(&mut line),
            Row::Menu { label, choices } => {
                line(format!("[{label}]"));
                choices.iter().map(button).for_each(&mut line);
            }
            Row::Pick(pick) => line(format!(
                "({}) {:?} at most {} of {:?} → {}",
                pick.label, pick.what, pick.most, pick.chosen, pick.press
            )),
        }
    }
    told
}

const PAGES: [Page; 14] = [
    Page::Overview,
    Page::Channels,
    Page::Mentions,
    Page::Articles(0),
    Page::ArticleIn(ChannelId(1), 0),
    Page::Answers,
    Page::People,
    Page::Care(0),
    Page::Reports,
    Page::Rest(List::Channels, Span::Only, 1),
    Page::Rest(List::Ignored, Span::Only, 1),
    Page::Rest(List::Posts, Span::Only, 1),
    Page::History(0),
    Page::Reset,
];

#[test]
fn every_page_of_the_panel_and_every_step_of_the_setup_shows_what_it_always_did() {
    let library = library("pages");
    let article = &library.articles[0].article;
    let offer = Offer {
        articles: vec![article],
        default: article,
        places: &[],
        languages: library.phrases.menu(),
    };
    let mut languages: Vec<&str> = library.phrases.languages().collect();
    languages.sort_unstable();
    for language in languages {
        let voice = Voice {
            phrases: &library.phrases,
            language,
        };
        let mut told = String::new();
        for settings in [Settings::default(), full()] {
            for page in PAGES {
                let shown = shown(&panel(voice, &settings, &offer, View::of(page)));
                writeln!(told, "== {page:?}\n{shown}").expect("a string");
            }
            for &at in Step::ALL {
                let shown = shown(&step(voice, &settings, &offer, (at, 0), None));
                writeln!(told, "== step {at}\n{shown}").expect("a string");
            }
        }
        for (list, span) in [(List::Channels, Span::Only), (List::Mentions, Span::AllBut)] {
            let view = View {
                narrowed: Some((list, span)),
                ..View::of(list.page())
            };
            let shown = shown(&panel(voice, &Settings::default(), &offer, view));
            writeln!(told, "== {list:?} about to mean {span:?}\n{shown}").expect("a string");
        }
        insta::assert_snapshot!(format!("pages_{language}"), told);
    }
}

#[test]
fn every_change_is_told_as_it_always_was() {
    let library = library("history");
    let article = &library.articles[0].article;
    let offer = Offer {
        articles: vec![article],
        default: article,
        places: &[],
        languages: library.phrases.menu(),
    };
    let mut told = String::new();
    for language in ["en", "fr", "sw"] {
        let voice = Voice {
            phrases: &library.phrases,
            language,
        };
        for (number, (_, change)) in changes().enumerate() {
            let made = Made {
                number: number as u64,
                when: datetime!(2026-01-02 03:04 UTC),
                who: Some(UserId(3)),
                what: &change,
                undo: Undo::Offered,
            };
            let reply = history(voice, &offer, &[made], 0, None);
            writeln!(told, "{:?}", reply.parts[1]).expect("a string");
        }
    }
    insta::assert_snapshot!("history", told);
}
