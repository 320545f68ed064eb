//! Every card in every language and every place, as a person reads it.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::sync::LazyLock;
use verbatim::care::{
    Card, Care, Detail, Helplines, Length, Need, Place, Route, Telling, Warning, Whose,
};
use verbatim::content::{Library, Text};
use verbatim::discord::message;
use verbatim::press::{Key, Shown};
use verbatim::reply::{self, Voice};

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

/// What a card says more where somebody answers than where only a list is known, and what it is for.
fn promises(language: &str) -> Vec<(String, String)> {
    let mut promises: Vec<(String, String)> = Vec::new();
    for (name, need, length) in needs() {
        let words = |place| card(need, language, place, length).paragraphs;
        let bare: Vec<String> = words(None).iter().map(|it| without_numbers(it)).collect();
        for place in CARE.places() {
            let more = words(Some(place)).into_iter();
            let more = more.filter(|words| !bare.contains(&without_numbers(words)));
            for promise in more.map(|words| (name.clone(), words)) {
                if !promises.contains(&promise) {
                    promises.push(promise);
                }
            }
        }
    }
    promises
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
        for (name, words) in promises(language) {
            writeln!(said, "## {name}, where somebody answers\n{words}\n")
                .expect("a string takes it");
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
    let also = card.also.lines().skip(1);
    let also: Vec<&str> = also.filter_map(|line| line.split("**").nth(1)).collect();
    match (full.as_slice(), also.as_slice()) {
        ([], _) => "nobody".to_owned(),
        (full, []) => full.join(" + "),
        (full, also) => format!("{}; {}", full.join(" + "), also.join(" + ")),
    }
}

/// What else was told, and how it is called.
const DETAILS: [(Detail, &str); 4] = [
    (Detail::Acted, "acted"),
    (Detail::Young, "young"),
    (Detail::Pictures, "pictures"),
    (Detail::Taken, "taken"),
];

/// Nowhere, and every place.
fn places() -> impl Iterator<Item = Option<&'static Place>> {
    [None].into_iter().chain(CARE.places().iter().map(Some))
}

/// Everything about each line that some card shows in `place`, and in a few words about those that it names besides.
fn lines(language: &str, place: Option<&Place>) -> Vec<String> {
    let mut lines = Vec::new();
    for need in Need::every() {
        let card = card(need, language, place, Length::Full);
        let also = card.also.lines().skip(1).map(str::to_owned);
        let full = card.lines.into_iter().map(|line| line.words);
        for words in full.chain(also) {
            if !lines.contains(&words) {
                lines.push(words);
            }
        }
    }
    lines
}

/// Who answers whom in `place`: a row for all who are shown the same. What else was told stands there only where it
/// changes something.
fn answering(route: Route, language: &str, place: Option<&Place>) -> Vec<(String, Vec<String>)> {
    let shown = |need| named(&card(need, language, place, Length::Full));
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    for need in Need::every().filter(|need| need.route == route && !need.tells(Detail::Public)) {
        let told = DETAILS.iter().filter(|(detail, _)| need.tells(*detail));
        let without = |left_out: Detail| {
            let rest = told.clone().map(|(detail, _)| *detail);
            let rest = rest.filter(|detail| *detail != left_out);
            rest.fold(Need::of(route, need.whose), Need::with)
        };
        let who = shown(need);
        if told
            .clone()
            .any(|(detail, _)| shown(without(*detail)) == who)
        {
            continue;
        }
        let told = told.clone().map(|(_, name)| *name);
        let whose: Vec<&str> = [need.whose.name()].into_iter().chain(told).collect();
        let whose = whose.join(" ");
        match rows.iter_mut().find(|(same, _)| *same == who) {
            Some((_, all)) => all.push(whose),
            None => rows.push((who, vec![whose])),
        }
    }
    rows
}

/// The numbers to call in `place`: for a body in danger, and in any other.
fn danger(language: &str, place: Option<&Place>) -> [String; 2] {
    [Route::Medical, Route::Violence].map(|route| {
        let card = card(Need::of(route, Whose::Own), language, place, Length::Full);
        let words = card.paragraphs.join(" ");
        words.split("**").nth(1).unwrap_or_default().to_owned()
    })
}

/// Every card in every place and for everybody: what is called in danger, each line as it is printed, and who is shown
/// which. With the words of the cards that is everything that cards say: see the law below.
#[test]
fn every_card_in_every_place_and_language() {
    for language in LANGUAGES {
        let mut said = String::new();
        for place in places() {
            let name = place.map_or("Nowhere chosen", |place| &place.name);
            let [body, other] = danger(language, place);
            let lines = lines(language, place).join("\n");
            writeln!(
                said,
                "## {name}\ndanger: {other}; a body in danger: {body}\n{lines}"
            )
            .expect("a string takes it");
            for route in Route::ALL {
                for (who, whose) in answering(route, language, place) {
                    writeln!(said, "{}, {}: {who}", route.name(), whose.join(", "))
                        .expect("a string takes it");
                }
            }
            said.push('\n');
        }
        insta::assert_snapshot!(format!("places_{language}"), said);
    }
}

/// `words` with the same for whatever is to be called.
fn without_numbers(words: &str) -> String {
    let parts = words.split("**").enumerate();
    let parts = parts.map(|(at, part)| if at % 2 == 0 { part } else { "#" });
    parts.collect()
}

/// So nothing can come into a card without a row of the tables saying so.
#[test]
fn a_card_says_nothing_that_the_tables_do_not_show() {
    for language in LANGUAGES {
        let words = needs().into_iter().flat_map(|(_, need, length)| {
            let public = card(need.with(Detail::Public), language, None, length);
            let card = card(need, language, None, length);
            card.paragraphs.into_iter().chain(public.paragraphs)
        });
        let words = words.chain(promises(language).into_iter().map(|(_, words)| words));
        let words: BTreeSet<String> = words.map(|words| without_numbers(&words)).collect();
        for place in places() {
            let (lines, numbers) = (lines(language, place), danger(language, place));
            for need in Need::every() {
                for length in [Length::Full, Length::Short] {
                    let card = card(need, language, place, length);
                    for said in &card.paragraphs {
                        assert!(words.contains(&without_numbers(said)), "{need:?}: {said}");
                        let bold = said.split("**").skip(1).step_by(2);
                        for number in bold {
                            assert!(numbers.iter().any(|it| it == number), "{need:?}: {said}");
                        }
                    }
                    let also = card.also.lines().skip(1).map(str::to_owned);
                    let full = card.lines.iter().map(|line| line.words.clone());
                    for line in full.chain(also) {
                        assert!(lines.contains(&line), "{need:?}: {line}");
                    }
                }
            }
        }
    }
}

/// The card for `need` as a person sees it, made as the reply is made: its words, and the links below them.
fn seen(need: Need, language: &str, place: &Place) -> String {
    let card = card(need, language, Some(place), Length::Full);
    let voice = Voice {
        phrases: &LIBRARY.phrases,
        language,
    };
    let article = Key::of("an article");
    let reply = reply::card(voice, &card, need, Length::Full, article, Shown::Contents);
    let body = serde_json::to_value(message(&reply)).expect("a message");
    let rows = body["components"].as_array().into_iter().flatten();
    let buttons = rows.flat_map(|row| row["components"].as_array().into_iter().flatten());
    let links = buttons.filter(|button| button["url"].is_string());
    let links = links.filter_map(|button| button["label"].as_str());
    let links: Vec<String> = links.map(|label| format!("[{label} ↗]")).collect();
    let words = body["content"].as_str().unwrap_or_default();
    format!("{words}\n{}", links.join(" "))
        .trim_end()
        .to_owned()
}

/// The cards that are shown whole: each need of the asker's own, and of whoever may have harmed where that is another card.
fn shown_whole() -> impl Iterator<Item = Need> {
    let own = Route::ALL.into_iter().map(|route| (route, Whose::Own));
    let done = [Route::Minor, Route::Violence, Route::Assault];
    let done = done.into_iter().map(|route| (route, Whose::Done));
    own.chain(done).map(|(route, whose)| Need::of(route, whose))
}

#[test]
fn whole_cards_in_every_place_and_language() {
    for language in LANGUAGES {
        let mut said = String::new();
        for place in CARE.places() {
            writeln!(said, "# {}\n", place.name).expect("a string takes it");
            for need in shown_whole() {
                let (route, whose) = (need.route.name(), need.whose.name());
                let seen = seen(need, language, place).replace("\n\n", "\n");
                writeln!(said, "## {route}, {whose}\n{seen}\n").expect("a string takes it");
            }
        }
        insta::assert_snapshot!(format!("whole_{language}"), said);
    }
}

/// A line as its file has it, read without any code of ours.
struct Written {
    name: String,
    place: String,
    routes: Vec<String>,
    helps: Vec<String>,
    groups: Vec<String>,
    numbers: Vec<String>,
    /// Whether it answers in a part of its place alone.
    regional: bool,
    /// Whether it can be reached without a voice.
    silent: bool,
}

fn written() -> Vec<Written> {
    let file: toml::Table = LIBRARY.helplines.content.parse().expect("TOML");
    let lines = file["line"].as_array().expect("lines").iter();
    let texts = |value: Option<&toml::Value>| -> Vec<String> {
        let list = value.and_then(toml::Value::as_array).into_iter().flatten();
        let list = list.chain(value.filter(|value| value.is_str()));
        list.filter_map(|text| text.as_str().map(str::to_owned))
            .collect()
    };
    let written = |line: &toml::Value| Written {
        name: texts(line.get("name")).remove(0),
        place: texts(line.get("place")).remove(0),
        routes: texts(line.get("routes")),
        helps: texts(line.get("helps")),
        groups: texts(line.get("for")),
        numbers: ["phone", "sms", "whatsapp"]
            .into_iter()
            .flat_map(|way| texts(line.get(way)))
            .collect(),
        regional: line.get("region").is_some(),
        silent: ["sms", "whatsapp", "chat"]
            .into_iter()
            .any(|way| line.get(way).is_some()),
    };
    lines.map(written).collect()
}

impl Written {
    fn is_in(&self, place: Option<&Place>) -> bool {
        self.place == "INT" || place.is_some_and(|place| place.id.0 == self.place)
    }

    fn helps(&self, need: Need) -> bool {
        let whose = need.whose.name();
        match self.helps.as_slice() {
            [] => need.whose != Whose::Done,
            helps => helps.iter().any(|helped| helped == whose),
        }
    }

    fn is_for(&self, group: &str) -> bool {
        self.groups.iter().any(|other| other == group)
    }

    fn answers(&self, route: Route) -> bool {
        self.routes.iter().any(|other| other == route.name())
    }

    /// Whether it answers the young alone.
    fn is_childrens(&self) -> bool {
        self.is_for("young") && !self.is_for("women")
    }
}

/// Every card of every place, with everything that can be told.
fn every_card(mut look: impl FnMut(Need, Option<&Place>, &Card)) {
    for place in places() {
        for need in Need::every() {
            look(need, place, &card(need, "en", place, Length::Full));
        }
    }
}

#[test]
fn no_card_shows_a_number_of_another_country() {
    let written = written();
    every_card(|need, place, card| {
        let here = || written.iter().filter(|line| line.is_in(place));
        let said = card.lines.iter().map(|line| line.words.as_str());
        for words in said.chain(card.also.lines()) {
            let bold = words.split("**").skip(1).step_by(2);
            for bold in bold {
                let known = here()
                    .any(|line| line.name == bold || line.numbers.iter().any(|it| it == bold));
                assert!(known, "{place:?}, {need:?}: {words}");
            }
        }
        let words = card.paragraphs.iter().map(|words| without_numbers(words));
        for words in words {
            let digits = words.chars().filter(char::is_ascii_digit).count();
            assert!(digits <= "18".len(), "only an age stands there: {words}");
        }
    });
}

#[test]
fn a_line_for_what_was_swallowed_stands_only_where_that_was_told() {
    let written = written();
    let poison: Vec<&Written> = written.iter().filter(|line| line.is_for("taken")).collect();
    let poisons = |line: &Written| line.name.to_lowercase().contains("poison");
    assert!(
        written
            .iter()
            .all(|line| poisons(line) == line.is_for("taken"))
    );
    let mut shown = BTreeSet::new();
    every_card(|need, place, card| {
        let all = named(card);
        for line in poison.iter().filter(|line| all.contains(&line.name)) {
            assert!(need.tells(Detail::Taken), "{place:?}, {need:?}: {all}");
            assert!(card.lines.iter().take(2).any(|it| it.name == line.name));
            shown.insert(&line.name);
        }
    });
    assert_eq!(shown.len(), poison.len(), "and there it stands");
}

#[test]
fn the_first_line_is_for_that_need_and_of_that_place() {
    let written = written();
    every_card(|need, place, card| {
        let Some(first) = card.lines.first() else {
            return;
        };
        let fits = |line: &&Written| {
            let route = line.routes.iter().any(|route| route == need.route.name());
            route && line.helps(need) && line.is_in(place)
        };
        let mut named = written.iter().filter(|line| line.name == first.name);
        let first = named.find(fits).expect("a line of its route");
        let everybodys = |line: &&Written| line.groups.is_empty() && line.place != "INT";
        if written.iter().filter(fits).any(|line| everybodys(&line)) {
            assert_ne!(first.place, "INT", "{place:?}, {need:?}: {}", first.name);
        }
    });
}

/// One page may be wrong, and nobody has called these numbers.
const TWO_PAGES: usize = 2;

#[test]
fn every_line_rests_on_two_pages_and_tells_when_they_were_read() {
    let Text { file, content } = &LIBRARY.helplines;
    for line in Helplines::read(file, content).0.lines() {
        assert!(line.sources.len() >= TWO_PAGES, "{}", line.id);
    }
    every_card(|need, place, card| {
        for line in &card.lines {
            let read = line.words.rsplit(" · ").next().unwrap_or_default();
            assert!(
                read.starts_with("read in ") && read.contains("202"),
                "{place:?}, {need:?}: {}",
                line.words
            );
        }
    });
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
    for whose in [Whose::Own, Whose::Friend] {
        let acted = Need::of(Route::SelfHarm, whose).with(Detail::Acted);
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
}

/// Everywhere but in Ghana and China, where no line for who is under 18 is known.
const CHILDRENS_PLACES: usize = 27;

#[test]
fn a_child_who_wants_to_die_reads_of_a_line_for_children_second() {
    let need = Need::of(Route::SelfHarm, Whose::Own).with(Detail::Young);
    let written = written();
    let mut with_one = 0;
    for place in CARE.places() {
        let here = written.iter().filter(|line| line.place == place.id.0);
        let childs = here.filter(|line| line.answers(Route::Minor) && line.helps(need));
        let childs: Vec<&Written> = childs.collect();
        if childs.is_empty() {
            continue;
        }
        with_one += 1;
        let alone = |line: &&&Written| line.is_childrens() && line.groups.len() == 1;
        let best = childs.iter().find(alone).is_some();
        for length in [Length::Full, Length::Short] {
            let card = card(need, "en", Some(place), length);
            let fits = |line: &&&Written| !best || alone(line);
            let is = |name: &str| childs.iter().filter(fits).any(|line| line.name == name);
            let at = card.lines.iter().position(|line| is(&line.name));
            // In Russia no other line for whoever wants to die is known.
            let wanted = usize::from(place.id.0 != "RU");
            assert_eq!(at, Some(wanted), "{}: {}", place.name, named(&card));
        }
    }
    assert_eq!(with_one, CHILDRENS_PLACES);
    for (place, line) in [
        ("UK", "Childline (NSPCC)"),
        ("US", "Childhelp National Child Abuse Hotline"),
        ("AU", "Kids Helpline (yourtown)"),
        ("BD", "Child Helpline 1098"),
    ] {
        let place = CARE.places().iter().find(|known| known.id.0 == place);
        assert_eq!(card(need, "en", place, Length::Full).lines[1].name, line);
    }
}

#[test]
fn no_line_for_the_young_alone_is_an_adults_first() {
    let written = written();
    every_card(|need, place, card| {
        let childs = need.tells(Detail::Young) || need.route == Route::Minor;
        let Some(first) = card.lines.first().filter(|_| !childs) else {
            return;
        };
        let known = written.iter().filter(|line| line.is_in(place));
        let mut first = known.filter(|line| line.name == first.name);
        assert!(
            !first.any(Written::is_childrens),
            "{place:?}, {need:?}: {}",
            named(card)
        );
    });
}

#[test]
fn a_card_promises_whoever_may_have_harmed_only_who_is_there() {
    let written = written();
    let mut promised = BTreeSet::new();
    for language in LANGUAGES {
        for route in [Route::Minor, Route::Violence, Route::Assault] {
            let need = Need::of(route, Whose::Done);
            let bare = card(need, language, None, Length::Full).paragraphs.len();
            for place in CARE.places() {
                let here = written.iter().filter(|line| line.place == place.id.0);
                let mut theirs = here.filter(|line| line.answers(route) && line.helps(need));
                let card = card(need, language, Some(place), Length::Full);
                let more = card.paragraphs.len() - bare;
                let shown = theirs.any(|line| card.lines.iter().any(|it| it.name == line.name));
                assert_eq!(more, usize::from(shown), "{}, {need:?}", place.name);
                if shown {
                    promised.insert((route.name(), place.id.0.as_str()));
                }
            }
        }
    }
    let promised: Vec<String> = promised.iter().map(|(r, p)| format!("{r} {p}")).collect();
    assert_eq!(
        promised.join(", "),
        "assault NZ, minor AU, minor FR, minor UK, minor US, \
         violence AU, violence FR, violence NZ, violence UK, violence US"
    );
}

#[test]
fn the_cards_in_french_are_polite_to_everybody() {
    let familiar = ["tu", "toi", "te", "ton", "ta", "tes", "t"];
    for (name, need, length) in needs() {
        let card = card(need, "fr", None, length);
        let all = card.paragraphs.iter().chain([&card.title, &card.choose]);
        for words in all {
            let said = words.to_lowercase();
            let mut said = said.split(|c: char| !c.is_alphabetic());
            assert!(
                !said.any(|word| familiar.contains(&word)),
                "{name}: {words}"
            );
        }
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
fn where_somebody_is_hit_the_first_line_needs_no_voice_in_any_place_that_has_one() {
    let written = written();
    let mut silent = 0;
    for place in CARE.places() {
        for whose in Whose::ALL {
            let need = Need::of(Route::Violence, whose);
            let here = written.iter().filter(|line| line.place == place.id.0);
            let mut fits = here.filter(|line| line.answers(need.route) && line.helps(need));
            if !fits.any(|line| line.silent && !line.regional) {
                continue;
            }
            silent += 1;
            let card = card(need, "en", Some(place), Length::Full);
            let first = &card.lines[0];
            let named = |line: &&Written| line.name == first.name;
            let first = written.iter().find(named).expect("a line");
            assert!(first.silent, "{}, {need:?}: {}", place.name, first.name);
        }
    }
    assert!(silent > 0);
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
fn every_line_is_on_some_card() {
    let warnings = CARE.warnings(time::macros::date!(2026 - 12 - 01));
    let unseen = warnings
        .iter()
        .filter(|warning| matches!(warning, Warning::Unseen(_)));
    assert_eq!(unseen.count(), 0, "{warnings:?}");
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
