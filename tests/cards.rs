//! Every card in every language and every place, as a person reads it.

use std::fmt::Write;
use std::path::Path;
use std::sync::LazyLock;
use verbatim::care::{Card, Care, Detail, Helplines, Length, Need, Place, Route, Telling, Whose};
use verbatim::content::{Library, Text};

static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| Library::load(Path::new("content")).expect("the content has no mistakes"));

static CARE: LazyLock<Care> = LazyLock::new(|| {
    let Library {
        words,
        rules,
        cards,
        helplines,
        lines,
        ..
    } = &*LIBRARY;
    let (care, mut mistakes) = Care::read(rules, words);
    let (helplines, more) = Helplines::read(&helplines.file, &helplines.content);
    mistakes.extend(more);
    let (helplines, more) = helplines.speaking(lines);
    mistakes.extend(more);
    let (care, more) = care.with(cards, helplines);
    mistakes.extend(more);
    let mistakes: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
    care
});

const LANGUAGES: [&str; 5] = ["en", "es", "fr", "pt-BR", "sw"];

fn card(need: Need, language: &str, place: Option<&Place>, length: Length) -> Card {
    CARE.card(
        need,
        Telling {
            language,
            place: place.map(|place| &place.id),
            length,
            server_line: None,
        },
    )
}

/// Every need whose card has words of its own, and how it is called.
fn needs() -> Vec<(String, Need, Length)> {
    let mut needs = Vec::new();
    for route in Route::ALL {
        for whose in Whose::ALL {
            let name = format!("{}, {}", route.name(), whose.name());
            let need = Need::of(route, whose);
            needs.push((name.clone(), need, Length::Full));
            needs.push((format!("{name}, again"), need, Length::Short));
            for (detail, told) in [(Detail::Acted, "acted"), (Detail::Pictures, "pictures")] {
                needs.push((format!("{name}, {told}"), need.with(detail), Length::Full));
            }
        }
    }
    let mut seen: Vec<Vec<String>> = Vec::new();
    needs.retain(|(_, need, length)| {
        let words = card(*need, "en", None, *length).paragraphs;
        let new = !seen.contains(&words);
        seen.push(words);
        new
    });
    needs
}

#[test]
fn the_words_of_every_card_in_every_language() {
    for language in LANGUAGES {
        let mut said = String::new();
        for (name, need, length) in needs() {
            let card = card(need, language, None, length);
            let words = card.paragraphs.join("\n");
            writeln!(said, "## {name}\n{words}\n").expect("a string takes it");
        }
        let need = Need::of(Route::Violence, Whose::Own).with(Detail::Public);
        let card = card(need, language, None, Length::Full);
        let last = card.paragraphs.last().expect("words");
        let lines: Vec<&str> = card.lines.iter().map(|line| line.words.as_str()).collect();
        let lines = lines.join("\n");
        writeln!(said, "## {}\n{last}\n{lines}\n{}", card.title, card.choose)
            .expect("a string takes it");
        insta::assert_snapshot!(format!("words_{language}"), said);
    }
}

/// Who is named in a card, in its order: in full, and after a semicolon in a few words.
fn named(card: &Card) -> String {
    let full: Vec<&str> = card.lines.iter().map(|line| line.name.as_str()).collect();
    let also = card.also.split("**").skip(1).step_by(2);
    let also: Vec<&str> = also
        .filter(|name| name.contains(char::is_alphabetic))
        .collect();
    match also.as_slice() {
        [] => full.join(", "),
        also => format!("{}; {}", full.join(", "), also.join(", ")),
    }
}

#[test]
fn who_answers_in_every_place_and_what_to_call_in_danger() {
    let young = |route| Need::of(route, Whose::Own).with(Detail::Young);
    let mut wanted: Vec<(String, Need)> = Vec::new();
    for route in Route::ALL {
        for whose in Whose::ALL {
            let name = format!("{}, {}", route.name(), whose.name());
            wanted.push((name, Need::of(route, whose)));
        }
    }
    wanted.push(("self-harm, young".to_owned(), young(Route::SelfHarm)));
    let pictures = Need::of(Route::Assault, Whose::Own).with(Detail::Pictures);
    wanted.push(("pictures".to_owned(), pictures));
    let mut said = String::new();
    for place in [None].into_iter().chain(CARE.places().iter().map(Some)) {
        let name = place.map_or("Nowhere chosen", |place| &place.name);
        writeln!(said, "## {name}").expect("a string takes it");
        let danger = |route| {
            let card = card(Need::of(route, Whose::Own), "en", place, Length::Full);
            let words = card.paragraphs.join(" ");
            words.split("**").nth(1).unwrap_or_default().to_owned()
        };
        let (body, other) = (danger(Route::Medical), danger(Route::Violence));
        writeln!(said, "danger: {other}; a body in danger: {body}").expect("a string takes it");
        for (name, need) in &wanted {
            let card = card(*need, "en", place, Length::Full);
            writeln!(said, "{name}: {}", named(&card)).expect("a string takes it");
        }
        said.push('\n');
    }
    insta::assert_snapshot!("who_answers", said);
}

/// Every line that some card prints in full, and every one that is named in a few words.
#[test]
fn every_line_in_every_language() {
    for language in LANGUAGES {
        let mut said: Vec<String> = Vec::new();
        for place in [None].into_iter().chain(CARE.places().iter().map(Some)) {
            said.push(format!("\n## {}", place.map_or("", |place| &place.id.0)));
            for need in Need::every() {
                let card = card(need, language, place, Length::Full);
                let also = card.also.lines().skip(1).map(str::to_owned);
                let lines = card.lines.into_iter().map(|line| line.words);
                for words in lines.chain(also) {
                    if !said.contains(&words) {
                        said.push(words);
                    }
                }
            }
        }
        insta::assert_snapshot!(format!("lines_{language}"), said.join("\n"));
    }
}

#[test]
fn a_card_speaks_one_language() {
    let english: Vec<String> = needs()
        .into_iter()
        .flat_map(|(_, need, length)| card(need, "en", None, length).paragraphs)
        .collect();
    for language in &LANGUAGES[1..] {
        for (name, need, length) in needs() {
            let card = card(need, language, None, length);
            for words in &card.paragraphs {
                assert!(!english.contains(words), "{language}, {name}: {words}");
            }
            let words = [card.title.as_str(), &card.choose].concat();
            assert!(
                !words.contains("country") && !words.contains("note for"),
                "{words}"
            );
        }
    }
    assert_eq!(CARE.spoken("pt-PT"), "pt-BR", "another of the same tongue");
    assert_eq!(CARE.spoken("ja"), "en");
}

#[test]
fn no_card_asks_shouts_or_pings() {
    for language in LANGUAGES {
        for (name, need, length) in needs() {
            let card = card(need, language, None, length);
            let words = card.paragraphs.join(" ");
            assert!(
                !words.contains(['?', '!', '@']),
                "{language}, {name}: {words}"
            );
            let letters = words.chars().count();
            assert!(letters <= 800, "{language}, {name}: {letters} characters");
        }
    }
}

#[test]
fn whoever_has_acted_reads_what_to_do_first() {
    let acted = Need::of(Route::SelfHarm, Whose::Own).with(Detail::Acted);
    for language in LANGUAGES {
        for length in [Length::Full, Length::Short] {
            let card = card(acted, language, None, length);
            let first = &card.paragraphs[0];
            assert!(
                first.contains("**"),
                "{language}: the number is in \"{first}\""
            );
        }
    }
}

#[test]
fn a_child_who_wants_to_die_reads_of_a_line_for_children_second() {
    let need = Need::of(Route::SelfHarm, Whose::Own).with(Detail::Young);
    for (place, line) in [
        ("UK", "Childline (NSPCC)"),
        ("AU", "Kids Helpline (yourtown)"),
    ] {
        let place = CARE.places().iter().find(|known| known.id.0 == place);
        let card = card(need, "en", place, Length::Full);
        assert_eq!(card.lines[1].name, line);
        let again = self::card(need, "en", place, Length::Short);
        assert_eq!(again.lines.len(), 2, "and keeps it");
    }
}

#[test]
fn where_somebody_is_hit_what_needs_no_voice_comes_first() {
    let need = Need::of(Route::Violence, Whose::Own);
    let place = CARE.places().iter().find(|place| place.id.0 == "US");
    let words = &card(need, "en", place, Length::Full).lines[0].words;
    let text = words.find("text START").expect("a number to text");
    let phone = words.find("1-800-799-7233").expect("a number to call");
    assert!(text < phone, "{words}");
}

#[test]
fn an_author_reads_no_long_line() {
    let ours = |file: &Text| file.content.lines().all(|line| line.chars().count() <= 160);
    for file in LIBRARY.cards.iter().chain(&LIBRARY.lines) {
        assert!(ours(file), "{}", file.file.display());
    }
}

const CARD: &str =
    "[says]\ntitle = \"a\"\n[self-harm.own]\nfull = [\"call\"]\nshort = [\"{emergency}\"]\n";

#[test]
fn what_is_wrong_in_a_file_of_cards_is_told_with_its_line() {
    let file = Text {
        file: "cards.xx.toml".into(),
        content: CARD.to_owned(),
    };
    let (care, _) = Care::read(&LIBRARY.rules, &LIBRARY.words);
    let (_, mistakes) = care.with(&[file], Helplines::default());
    let told: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
    assert!(
        told.contains(
            &"cards.xx.toml:3: `full` names no number to call in danger; write {emergency} or {ambulance} where it belongs"
                .to_owned()
        ),
        "{told:#?}"
    );
    assert!(
        told.iter().any(|it| it.contains("no card for `minor`")),
        "{told:#?}"
    );
}

#[test]
fn words_that_no_line_says_are_a_mistake() {
    let file = Text {
        file: "lines.fr.toml".into(),
        content: "\"day and noght\" = \"jour et nuit\"\n".to_owned(),
    };
    let (_, mistakes) = Helplines::default().speaking(&[file]);
    assert_eq!(
        mistakes[0].to_string(),
        "lines.fr.toml:1: nothing in helplines.toml says \"day and noght\"; write it as it stands there, or delete it"
    );
    assert_eq!(mistakes.len(), 1);
}

#[test]
fn check_names_a_line_that_no_card_can_show() {
    let line = |id: &str, routes: &str| {
        format!(
            "[[line]]\nid = \"{id}\"\nplace = \"INT\"\nroutes = [{routes}]\nname = \"{id}\"\nphone = [\"1\"]\nfor_whom = \"all\"\nread = \"2026-11-22\"\nsources = [\"a page\"]\n"
        )
    };
    let text = line("seen", "\"minor\"") + &line("unseen", "");
    let (helplines, mistakes) = Helplines::read(Path::new("h.toml"), &text);
    assert!(mistakes.is_empty(), "{mistakes:?}");
    let (care, _) = Care::read(&LIBRARY.rules, &LIBRARY.words);
    let (care, _) = care.with(&LIBRARY.cards, helplines);
    let warnings = care.warnings(time::macros::date!(2026 - 12 - 01));
    let unseen: Vec<String> = warnings.iter().map(ToString::to_string).collect();
    let unseen: Vec<&String> = unseen
        .iter()
        .filter(|it| it.contains("no card can"))
        .collect();
    assert_eq!(
        unseen,
        [
            "no card can show the line `unseen`; delete it, or write other `routes`, `helps` or `for`"
        ]
    );
}
