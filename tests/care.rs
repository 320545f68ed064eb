//! Care comes first: who writes one of these messages meets a card, and nobody else does.

#[path = "care/kinds.rs"]
mod kinds;
#[path = "support/line.rs"]
mod line;

use line::{Line, development_questions};
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;
use std::time::Instant;
use time::macros::date;
use verbatim::care::{
    Card, Care, Detail, ENOUGH, Ear, Examples, Helplines, LEARNED, Length, Need, PlaceId, Route,
    Said, Signal, Telling, Warning, Whose,
};
use verbatim::content::{Asked, Entry, Library, Rulebook, Text};
use verbatim::encoder::{Encoder, Question, Sense};

static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| Library::load(Path::new("content")).expect("the content has no mistakes"));

static CARE: LazyLock<Care> = LazyLock::new(|| taught(&read(SAID)));

const SAID: &str = "content/care/said.tsv";

/// Care as it is after it learned from the messages of `said`.
fn taught(said: &str) -> Care {
    let (care, mut mistakes) = Care::read(&LIBRARY.rules, &LIBRARY.words);
    let (helplines, more) = Helplines::read(
        Path::new("helplines.toml"),
        &read("content/care/helplines.toml"),
    );
    mistakes.extend(more);
    let (helplines, more) = helplines.speaking(&LIBRARY.lines);
    mistakes.extend(more);
    let (care, more) = care.with(&LIBRARY.cards, helplines);
    mistakes.extend(more);
    let (said, more) = Said::read(Path::new(SAID), said);
    mistakes.extend(more);
    let mistakes: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
    let (said_in, more) = Said::read_all(&LIBRARY.said_in);
    assert!(more.is_empty(), "{more:?}");
    let Entry {
        asked, asked_in, ..
    } = &LIBRARY.articles[0];
    let about: Vec<String> = asked.about().cloned().collect();
    let about_in: Vec<String> = asked_in.iter().flat_map(Asked::about).cloned().collect();
    let elsewhere_in = asked_in.iter().flat_map(Asked::elsewhere).cloned();
    let elsewhere_in: Vec<String> = elsewhere_in.collect();
    let own = Examples {
        said: &said,
        about: &about,
        elsewhere: asked.elsewhere(),
    };
    let others = Examples {
        said: &said_in,
        about: &about_in,
        elsewhere: &elsewhere_in,
    };
    care.taught(own, others)
}

fn read(file: &str) -> String {
    std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// A line of a table: what it should meet, and what was typed.
struct Case {
    route: Option<Route>,
    typed: String,
}

fn table(file: &str) -> Vec<Case> {
    cases(&read(file))
}

fn cases(text: &str) -> Vec<Case> {
    let cases = text.lines().filter_map(|line| line.split_once('\t'));
    cases.map(|(tag, typed)| case(tag, typed)).collect()
}

fn case(tag: &str, typed: &str) -> Case {
    let name = tag.split('/').next().unwrap_or_default();
    let route = Route::ALL.into_iter().find(|route| route.name() == name);
    Case {
        route,
        typed: typed.to_owned(),
    }
}

/// How a table fared: caught of all that need a card, of those with the right route, alarms of the rest.
struct Figures {
    needed: usize,
    caught: usize,
    right: usize,
    harmless: usize,
    alarms: usize,
}

impl Figures {
    /// By words alone.
    fn of(care: &Care, name: &str, cases: &[Case]) -> Figures {
        Figures::by(|typed| care.signal(typed, Ear::Open), name, cases)
    }

    fn by(signal: impl Fn(&str) -> Option<Signal>, name: &str, cases: &[Case]) -> Figures {
        let mut all = Figures {
            needed: 0,
            caught: 0,
            right: 0,
            harmless: 0,
            alarms: 0,
        };
        let mut by_route = [(0, 0); 5];
        for case in cases {
            let found = signal(&case.typed).map(|signal| signal.route);
            match case.route {
                None => {
                    all.harmless += 1;
                    all.alarms += usize::from(found.is_some());
                }
                Some(route) => {
                    all.needed += 1;
                    all.caught += usize::from(found.is_some());
                    all.right += usize::from(found == Some(route));
                    let (needed, right) = &mut by_route[route as usize];
                    *needed += 1;
                    *right += usize::from(found.is_some());
                }
            }
        }
        println!(
            "{name}: caught {}/{}, right route {}, alarms {}/{}",
            all.caught, all.needed, all.right, all.alarms, all.harmless
        );
        for (route, (needed, caught)) in Route::ALL
            .iter()
            .zip(by_route)
            .filter(|(_, (needed, _))| *needed > 0)
        {
            println!("  {:9} {caught}/{needed}", route.name());
        }
        all
    }

    #[track_caller]
    fn hold(&self, recall: f64, right: f64, alarms: f64) {
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        assert!(
            share(self.caught, self.needed) >= recall,
            "caught {} of {}",
            self.caught,
            self.needed
        );
        assert!(
            share(self.right, self.caught) >= right,
            "right route {} of {}",
            self.right,
            self.caught
        );
        assert!(
            share(self.alarms, self.harmless) <= alarms,
            "{} alarms of {}",
            self.alarms,
            self.harmless
        );
    }
}

/// The languages in which care has examples beside the English ones.
const OTHERS: [&str; 4] = ["es", "fr", "pt-BR", "sw"];

/// What is said in `language`.
fn said_in(language: &str) -> Vec<Case> {
    table(&format!("content/care/said.{language}.tsv"))
}

#[test]
fn no_example_nearly_repeats_a_development_question() {
    let asked = development_questions();
    let for_encoder = |language| table(&format!("content/encoder/said/{language}.care.tsv"));
    let said = table(SAID)
        .into_iter()
        .chain(for_encoder("en"))
        .chain(OTHERS.into_iter().flat_map(said_in))
        .chain(OTHERS.into_iter().flat_map(for_encoder));
    let said = said.map(|case| Line::new(&case.typed));
    let copies = said.filter(|said| asked.iter().any(|asked| asked.copies(said)));
    let copies: Vec<String> = copies.map(|said| said.shown).collect();
    assert!(copies.is_empty(), "{copies:?}");
}

#[test]
fn every_other_language_has_four_hundred_messages_of_need_and_six_hundred_that_only_sound_like_it()
{
    for language in OTHERS {
        let said = said_in(language);
        let needs = said.iter().filter(|case| case.route.is_some()).count();
        let harmless = said.len() - needs;
        assert!(
            needs >= 400 && harmless >= 600,
            "{language}: {needs}, {harmless}"
        );
    }
}

/// Harmless messages that meet a card by words alone although they were learned: 17 of 4,925, since the article's examples
/// grew and with them what is learned as calm; 6 before. The rules have seen these messages: the untouched table tells
/// what the next ones meet.
const KNOWN_ALARMS: f64 = 0.0035;

#[test]
fn what_was_learned_is_known() {
    Figures::of(&CARE, "learned", &table(SAID)).hold(0.95, 0.95, KNOWN_ALARMS);
}

/// `cargo test --release --test care unread -- --ignored --nocapture`
#[test]
#[ignore = "a tool: what care would have made of each writer, had it learned from all others"]
fn unread() {
    let said = read(SAID);
    let writers: Vec<&str> = said.split("# writer").skip(1).collect();
    let mut near = Vec::new();
    for judged in &writers {
        let others: Vec<&str> = writers.iter().filter(|w| *w != judged).copied().collect();
        let begun = Instant::now();
        let care = taught(&format!("# {}", others.join("# ")));
        println!("learned in {} ms", begun.elapsed().as_millis());
        let (name, _) = judged.split_once('\n').unwrap_or_default();
        let cases = cases(judged);
        Figures::of(&care, name, &cases);
        if name.trim().parse::<u32>().is_ok() {
            let of = |case: &Case| (care.nearness(&case.typed), case.route.is_some());
            near.extend(cases.iter().map(of));
        }
    }
    let (needed, mut harmless): (Vec<_>, Vec<_>) = near.into_iter().partition(|(_, need)| *need);
    harmless.sort_by(|a, b| b.0.total_cmp(&a.0));
    for alarms in [0.005, 0.01, 0.015, 0.02, 0.03, 0.05] {
        let (enough, _) = harmless[(harmless.len() as f64 * alarms) as usize];
        let caught = needed.iter().filter(|(near, _)| *near > enough).count();
        println!(
            "alarms {alarms}: caught {:.3} from {enough:.2} on (now {ENOUGH})",
            caught as f64 / needed.len() as f64
        );
    }
}

/// No rule was made or changed with these messages in view, and none of them is learned; half of them say it quietly on
/// purpose. The limits are what was measured (0.95 and 0.01 are wanted): 353 of 501 are caught and 6 of 521 alarmed; before the
/// encoder had read ten thousand titles, 348 and 8.
#[test]
fn messages_that_no_rule_was_made_for_fare_no_worse_than_they_did() {
    let cases = table("tests/data/care/untouched.tsv");
    let encoder = Encoder::open(Path::new("content/encoder")).expect("our own encoder");
    let care = CARE.clone().hearing(encoder.classes());
    let signal = |typed: &str| care.signal(heard(typed, &encoder.read(typed)), Ear::Open);
    Figures::by(signal, "untouched", &cases).hold(0.70, 0.91, 0.014);
}

/// The same by words alone, which serve where the encoder's files are missing.
#[test]
fn words_alone_know_most_of_what_no_rule_was_made_for() {
    let cases = table("tests/data/care/untouched.tsv");
    Figures::of(&CARE, "untouched by words", &cases).hold(0.57, 0.93, 0.014);
}

fn heard<'q>(text: &'q str, sense: &'q Sense) -> Question<'q> {
    Question {
        text,
        sense: Some(sense),
    }
}

#[test]
fn the_development_set_is_caught_without_a_false_alarm() {
    let Some(text) = [
        "../shared/questions/dev.jsonl",
        "../../shared/questions/dev.jsonl",
    ]
    .iter()
    .find_map(|file| std::fs::read_to_string(file).ok()) else {
        println!("no development set here: its figures were not measured");
        return;
    };
    let cases: Vec<Case> = text
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .map(|line| {
            let style = line["style"]
                .as_str()
                .unwrap_or_default()
                .replace("selfharm", "self-harm");
            let tag = if line["kind"] == "care" {
                style
            } else {
                "ok".to_owned()
            };
            case(&tag, line["text"].as_str().unwrap_or_default())
        })
        .collect();
    Figures::of(&CARE, "development set", &cases).hold(1.0, 0.95, 0.0);
}

#[test]
fn the_number_of_a_section_is_no_age() {
    for number in 1..=40 {
        for order in [
            "section #",
            "number # please",
            "go to section #",
            "what does part # say?",
            "open # again",
        ] {
            let order = order.replace('#', &number.to_string());
            assert_eq!(CARE.signal(&order, Ear::Open), None, "{order}");
        }
    }
}

/// Every text that stands in `value`.
fn texts(value: &toml::Value) -> Box<dyn Iterator<Item = &str> + '_> {
    match value {
        toml::Value::String(text) => Box::new(std::iter::once(text.as_str())),
        toml::Value::Array(list) => Box::new(list.iter().flat_map(texts)),
        toml::Value::Table(table) => Box::new(table.values().flat_map(texts)),
        _ => Box::new(std::iter::empty()),
    }
}

#[test]
fn questions_for_the_article_raise_no_alarm() {
    let text = read("content/why-he-withdraws/asked.toml");
    let asked: toml::Value = toml::from_str(&text).expect("examples");
    let cases: Vec<Case> = texts(&asked).map(|line| case("ok", line)).collect();
    assert!(cases.len() > 1000, "asked.toml has another form now");
    let figures = Figures::of(&CARE, "asked.toml", &cases);
    assert!(
        figures.alarms * 200 <= figures.harmless,
        "more than one in 200"
    );
}

#[test]
fn every_rule_catches_its_own_examples() {
    let warnings = CARE.warnings(date!(2026 - 12 - 01));
    let rules: Vec<String> = warnings
        .iter()
        .filter(|warning| matches!(warning, Warning::NoExample(_) | Warning::Misses(..)))
        .map(ToString::to_string)
        .collect();
    assert!(rules.is_empty(), "{}", rules.join("\n"));
}

#[test]
fn a_person_must_review_the_cards_and_old_lines() {
    let fresh = CARE.warnings(date!(2026 - 12 - 01));
    for language in ["en", "es", "fr", "pt-BR", "sw"] {
        assert!(fresh.contains(&Warning::NotReviewed(language.to_owned())));
    }
    assert!(
        !fresh
            .iter()
            .any(|warning| matches!(warning, Warning::Stale(..)))
    );
    let late = CARE.warnings(date!(2027 - 06 - 01));
    let (helplines, _) = Helplines::read(
        Path::new("helplines.toml"),
        &read("content/care/helplines.toml"),
    );
    assert_eq!(
        late.iter()
            .filter(|warning| matches!(warning, Warning::Stale(..)))
            .count(),
        helplines.places().len() + helplines.lines().len(),
    );
}

#[test]
fn a_rule_is_met_that_begins_with_a_phrase() {
    for typed in [
        "i want to kill myself",
        "what number do i call if i feel like ending my life",
        "i think he wants to die",
    ] {
        assert!(CARE.met(typed).contains(&"wants-to-die"), "{typed}");
    }
}

fn card(need: Need, place: Option<&PlaceId>) -> Card {
    CARE.card(
        need,
        Telling {
            language: "en",
            place,
            length: Length::Full,
            server_line: None,
        },
    )
}

#[test]
fn a_card_is_short_and_names_the_emergency_number() {
    for need in Need::every() {
        let card = card(need, None);
        let lines = card.lines.iter().map(|line| &line.words);
        let words = card.paragraphs.iter().chain(lines).chain([&card.title]);
        let letters: usize = words.map(|words| words.chars().count()).sum();
        assert!(letters <= 1_000, "{need:?}: {letters} characters");
        let text = card.paragraphs.join(" ");
        let number = "**your local emergency number**";
        assert!(text.contains(number), "{need:?}: {text}");
        assert!(text.contains("I cannot send help, and I have told nobody."));
        let others = text.ends_with("others can still read.");
        assert_eq!(others, need.tells(Detail::Public), "{need:?}: {text}");
        let places: usize = card.menus.iter().map(|menu| menu.places.len()).sum();
        assert_eq!(places, CARE.places().len());
    }
}

#[test]
fn a_place_brings_its_own_lines_and_number() {
    let ask = |route, place: &str| {
        let place = PlaceId(place.to_owned());
        card(Need::of(route, Whose::Own), Some(&place))
    };
    let card = ask(Route::SelfHarm, "US");
    assert!(card.paragraphs[1].contains("call **911** now"));
    let line = &card.lines[0].words;
    assert!(line.starts_with("**988 Suicide & Crisis Lifeline**: **988** · text **988**"));
    assert!(line.ends_with("read in November 2026"), "{line}");
    assert!(card.choose.is_empty());
    assert!(ask(Route::Violence, "KE").lines[0].words.contains("1195"));
    assert!(ask(Route::Medical, "KE").lines.is_empty());
    assert!(ask(Route::Medical, "KE").paragraphs[1].contains("999, 112 or 911"));
}

#[test]
fn no_card_shows_a_line_without_evidence() {
    let (helplines, _) = Helplines::read(
        Path::new("helplines.toml"),
        &read("content/care/helplines.toml"),
    );
    for line in helplines.lines() {
        assert!(!line.sources.is_empty(), "{}", line.id);
    }
    let places = helplines.places().iter().map(|place| Some(&place.id));
    for place in places.chain([None]) {
        for need in Need::every() {
            let card = card(need, place);
            assert!(card.lines.len() <= 2);
            for contact in card.lines {
                let mut known = helplines.lines().iter();
                let known = known.any(|line| line.name == contact.name);
                assert!(known, "{}", contact.words);
            }
        }
    }
}

/// What a message tells besides what it needs.
#[test]
fn a_message_tells_who_has_acted_and_how_old_they_are() {
    use Detail::{Acted, Taken, Young};
    use Route::{Medical, Minor, SelfHarm, Violence};
    use Whose::{Done, Friend, Own};
    for (typed, route, whose, details) in [
        (
            "I took 30 pills an hour ago",
            SelfHarm,
            Own,
            &[Acted, Taken][..],
        ),
        ("took 30 pills an hour ago", SelfHarm, Own, &[Acted, Taken]),
        (
            "just swallowed a whole box of tylenol",
            SelfHarm,
            Own,
            &[Acted, Taken],
        ),
        ("I've taken an overdose", SelfHarm, Own, &[Acted, Taken]),
        ("i slit my wrists", SelfHarm, Own, &[Acted]),
        ("already cut", SelfHarm, Own, &[Acted]),
        (
            "she is fifteen and i'm twenty eight, we slept together",
            Minor,
            Done,
            &[],
        ),
        ("my 15 yo gf and i (32m) had sex", Minor, Done, &[]),
        ("i took too many pills", SelfHarm, Own, &[Acted, Taken]),
        ("I already cut", SelfHarm, Own, &[Acted]),
        ("i already cut myself badly", SelfHarm, Own, &[Acted]),
        ("i want to kill myself since he left", SelfHarm, Own, &[]),
        (
            "my friend took 20 pills and won't answer",
            SelfHarm,
            Friend,
            &[Acted, Taken],
        ),
        ("I'm 15 and I want to die", SelfHarm, Own, &[Young]),
        (
            "i'm 15 and i took 30 pills",
            SelfHarm,
            Own,
            &[Acted, Taken, Young],
        ),
        ("he choked me and i can't breathe", Medical, Own, &[]),
        ("she is choking", Medical, Own, &[]),
        ("he strangled me last night", Violence, Own, &[]),
        ("she is 15 and I'm 28, we had sex", Minor, Done, &[]),
        ("I had sex with a 14 year old and I am 30", Minor, Done, &[]),
        ("I slept with a 14 year old", Minor, Done, &[]),
        ("im 15 and my boyfriend is 24", Minor, Own, &[Young]),
        ("I am 15 and my boyfriend is 15", Minor, Own, &[Young]),
    ] {
        let signal = CARE.signal(typed, Ear::Open);
        let need = signal.map(|signal| signal.need());
        let details = details.iter().copied().collect();
        let wanted = Need {
            route,
            whose,
            details,
        };
        assert_eq!(need, Some(wanted), "{typed}");
    }
}

#[test]
fn a_line_without_evidence_is_a_mistake() {
    let text = "[[line]]\nid = \"x\"\nplace = \"INT\"\nname = \"X\"\nfor_whom = \"all\"\nurl = \"https://x.org\"\n";
    let (helplines, mistakes) = Helplines::read(Path::new("h.toml"), text);
    assert!(helplines.lines().is_empty());
    assert_eq!(mistakes.len(), 2, "{mistakes:?}");
}

#[test]
fn disguises_do_not_hide_a_message() {
    for typed in [
        "I want to KILL MYSELF",
        "i w4nt to d1e",
        "k m s",
        "k.m.s",
        "i want to dieeee",
        "||i want to kill myself||",
        "**i** want _to_ ~~die~~",
        "i\u{200b} want to k\u{200b}ill myself",
        "𝐈 𝐰𝐚𝐧𝐭 𝐭𝐨 𝐝𝐢𝐞",
        "he r*ped me",
        "he f0rced me",
        "i want to k*ll myself",
        "кill myself",
        "i want to dіe",
        "i want to ᴅɪᴇ",
        "ɪ ᴡᴀɴᴛ ᴛᴏ ᴅɪᴇ",
        "iwanttodie",
        "im sucidal",
        "quiero morir",
        "nataka kufa",
        "je veux mourir",
        "quero morrer",
        "मरना चाहता हूँ",
    ] {
        assert!(CARE.signal(typed, Ear::Open).is_some(), "{typed}");
    }
}

/// Reads every message as if an encoder thought it harmless beyond doubt.
fn doubted(typed: &str) -> Option<Need> {
    static DOUBTING: LazyLock<Care> = LazyLock::new(|| {
        let encoder = Encoder::open(Path::new("content/encoder")).expect("our own encoder");
        CARE.clone().hearing(encoder.classes())
    });
    let sense = Sense {
        need: -9.0,
        routes: vec![0.0; 5],
        whose: vec![0.0; 3],
        sections: Vec::new(),
        vector: Vec::new(),
    };
    let signal = DOUBTING.signal(heard(typed, &sense), Ear::Open);
    signal.map(|signal| signal.need())
}

#[track_caller]
fn certain(route: Route, whose: Whose, messages: &[&str]) {
    for typed in messages {
        let met = doubted(typed).map(|need| (need.route, need.whose));
        assert_eq!(met, Some((route, whose)), "{typed}");
    }
}

#[test]
fn nobody_overrules_what_must_never_be_missed() {
    certain(
        Route::SelfHarm,
        Whose::Own,
        &[
            "i want to die",
            "kill myself",
            "i swallowed 40 paracetamol",
            "i have a rope",
            "i keep thinking about killing myself",
        ],
    );
    certain(
        Route::Violence,
        Whose::Own,
        &["he hits me", "my boyfriend choked me last night"],
    );
    certain(
        Route::Assault,
        Whose::Own,
        &["i was raped", "i said no and he kept going"],
    );
}

#[test]
fn a_certain_rule_has_no_points() {
    let text = |file: &str, content: &str| Text {
        file: file.into(),
        content: content.to_owned(),
    };
    let rule = "[[rule]]\nid = 'r'\nroute = 'minor'\nsay = ['hi']\ncertain = true\npoints = 2\n";
    let book = Rulebook {
        rules: text("rules.toml", rule),
        rules_in: Vec::new(),
        words: text("words.toml", ""),
        idioms: text("idioms.toml", ""),
    };
    let (_, mistakes) = Care::read(&book, &LIBRARY.words);
    let refused = "rules.toml:5: what is certain has no points; delete `certain` or `points`";
    assert!(mistakes.iter().any(|it| it.to_string() == refused));
}

#[test]
fn a_rule_is_heard_in_the_language_of_its_file_and_a_mistake_names_it() {
    let text = |file: &str, content: &str| Text {
        file: file.into(),
        content: content.to_owned(),
    };
    let rule = "[[rule]]\nid = 'bridge'\nroute = 'self-harm'\nsay = ['je saute du pont']\n";
    let read = |english: &str, french: &str| {
        let book = Rulebook {
            rules: text("rules.toml", english),
            rules_in: vec![text("rules.fr.toml", french)],
            ..LIBRARY.rules.clone()
        };
        Care::read(&book, &LIBRARY.words)
    };
    let typed = "ce soir je saute du pont, il ne m'aime plus et je suis seule";
    for (english, french, heard) in [(rule, "", false), ("", rule, true)] {
        let (care, mistakes) = read(english, french);
        assert!(mistakes.is_empty(), "{mistakes:?}");
        assert_eq!(care.signal(typed, Ear::Open).is_some(), heard);
    }
    let (_, mistakes) = read("", "[[rule]]\nid = 'r'\nroute = 'sea'\nsay = ['hi']\n");
    let told = mistakes.iter().map(ToString::to_string);
    assert_eq!(
        told.filter(|it| it.starts_with("rules.fr.toml:3")).count(),
        1
    );
}

#[test]
fn who_is_under_18_and_speaks_of_love_is_a_child_however_the_age_is_written() {
    certain(
        Route::Minor,
        Whose::Own,
        &[
            "[17] and my boyfriend went quiet after we had sex",
            "I [17] do not like the idea of casual sex",
            "I (16) like a boy in my class and he kissed me",
            "16F my crush ignores me since we made out",
            "f16, my bf pulls away after sex",
            "me [m 14] and a girl sent nudes",
            "im 15 and i think im pregnant",
            "I'm 17, worried if pregnant",
            "16 y/o, is it normal that he goes quiet after sex",
            "teenage girl here, my boyfriend wants sex",
            "I'm a shy teenage girl and my boyfriend broke up with me",
            "in 9th grade and in love with a guy",
            "im in 10th grade, my girlfriend left me",
            "fifteen and dating",
            "I just turned 16 and my boyfriend is 22",
            "hi, 14 year old here. does he love me?",
            "am i in love? 16F, sorry for my english",
        ],
    );
    certain(
        Route::Minor,
        Whose::Friend,
        &[
            "my 12 yo cousin is dating a 23 yo guy",
            "my little sister is 13 and a man of 30 touches her",
            "my daughter is 14 and sleeping with a 25 year old",
        ],
    );
    certain(
        Route::Minor,
        Whose::Done,
        &[
            "She is 15. I am 28.",
            "shes 15, im 28",
            "I'm 34M she's 14F",
            "I (28M) am dating a girl (15F)",
            "my girlfriend is 15 and i am 23",
        ],
    );
}

#[test]
fn an_age_without_love_and_one_of_long_ago_meet_no_card() {
    for typed in [
        "I'm 16 and need help with my homework",
        "i am 15, which games can i play on this server",
        "im 17 and do i have to pay tax",
        "I am only 17. Can I open an account?",
        "in 9th grade, how do i learn algebra",
        "when I was 15 i had my first boyfriend, now i am 30 and he withdraws",
        "i lost my virginity when i was 16",
        "we have been together since i was 17",
        "i am 17 weeks pregnant and he does not want sex",
        "my boyfriend of 15 years pulls away",
        "i teach 9th grade and my husband is distant after sex",
        "i (23F) and my boyfriend (25M), he withdraws after sex",
        "my dog is 15 and my girlfriend loves him",
        "i'm 15 minutes late for my date",
        "i am 45 and my son is 15, my husband goes quiet after sex",
    ] {
        assert_eq!(CARE.signal(typed, Ear::Open), None, "{typed}");
        assert_eq!(doubted(typed), None, "{typed}");
    }
}

#[test]
fn the_plainest_words_are_heard_in_every_language() {
    for (route, rule) in [
        (Route::SelfHarm, "die-in-other-languages"),
        (Route::Violence, "beats-me-in-other-languages"),
        (Route::Assault, "forced-in-other-languages"),
        (Route::Minor, "age-in-other-languages"),
        (Route::SelfHarm, "has-taken-in-other-languages"),
        (Route::SelfHarm, "has-cut-in-other-languages"),
        (Route::Medical, "breath-in-other-languages"),
        (Route::Medical, "bleeds-in-other-languages"),
    ] {
        let examples = CARE.examples(rule);
        assert!(!examples.is_empty(), "{rule}");
        for typed in examples {
            let found = CARE.signal(typed, Ear::Open).map(|signal| signal.route);
            assert_eq!(found, Some(route), "{typed}");
        }
    }
}

#[test]
fn the_plainest_words_are_known_in_every_language_that_is_greeted() {
    let others = LIBRARY.words.languages().all().len() - 1;
    for rule in ["die", "beats-me", "forced"] {
        let examples = CARE.examples(&format!("{rule}-in-other-languages"));
        assert!(
            examples.len() >= others,
            "{rule}: {} of {others}",
            examples.len()
        );
    }
}

#[test]
fn what_sounds_like_need_in_another_subject_or_language_meets_no_card() {
    for typed in [
        "Wie viele Menschen, die im Garten arbeiten, tragen Handschuhe?",
        "die Leute, die ich kenne, wollen die Antwort nicht hören",
        "do you need my consent before you store my data?",
        "what happens to my data when i delete the account",
        "are there security threats to this app?",
        "i am 17, can i open an account?",
        "how many cases were reported last year",
        "my essay is about suicide rates among men",
        "we watched suicide squad after sex",
        "i overdosed on chocolate after he left",
        "he likes me a lot and now he ignores me",
        "he got close to me and now acts like i don't exist",
        "my boss came over last night and now he is quiet",
        "i can't stop thinking about it since he went quiet",
    ] {
        assert_eq!(CARE.signal(typed, Ear::Open), None, "{typed}");
    }
}

/// The examples are English: what they make of another language is weighed with what the encoder does.
#[test]
fn no_rule_takes_a_way_to_speak_in_another_language_for_need() {
    for typed in [
        "vou morrer de tanto rir com esse gato",
        "vou me matar de trabalhar esse ano",
        "quiero morir de vergüenza cada vez que me mira",
        "voy a morirme de hambre en esta clase",
        "je vais mourir de honte devant sa mère",
        "nataka kufa kwa kicheko",
        "kwa chama hicho ni kujiua kisiasa",
        "meu primo me bate no truco e ainda ri",
        "mi hermana me pega siempre al parchis",
        "ananichapa kila siku kwa karata",
        "meu chefe me obrigou a descansar",
        "ma prof m'a forcée à manger un escargot",
        "alinilazimisha kula ugali mara tatu",
    ] {
        let signal = CARE.signal(typed, Ear::Open);
        let rule = signal.map(|signal| signal.rule);
        assert!(
            rule.as_ref().is_none_or(|rule| rule == LEARNED),
            "{typed}: {rule:?}"
        );
    }
}

/// What only sounds like need to whoever knows one word of it, by words and encoder together.
#[test]
fn a_false_friend_in_another_language_meets_no_card() {
    let encoder = Encoder::open(Path::new("content/encoder")).expect("our own encoder");
    let care = CARE.clone().hearing(encoder.classes());
    let mut met = Vec::new();
    for typed in [
        "pour tuer le temps",
        "il m'a forcée à regarder le match",
        "on s'est fait violer 5-0",
        "morri de vergonha",
        "me muero de la risa",
        "me obligó a ver la película",
        "nimekufa kwa kicheko",
    ] {
        let sense = encoder.read(typed);
        let question = heard(typed, &sense);
        if care.signal(question, Ear::Open).is_some() {
            met.push(format!("{typed}: {:.2}", care.nearness(question)));
        }
    }
    assert!(met.is_empty(), "from {ENOUGH} on:\n{}", met.join("\n"));
}

/// Of so many plain sentences put together from parts, one may meet a card: today none does.
const PLAIN_ALARMS: usize = 300;

#[test]
fn plain_sentences_about_the_article_meet_no_card() {
    let who = [
        "he",
        "my boyfriend",
        "my husband",
        "she",
        "this man",
        "my ex",
    ];
    let does = [
        "goes silent",
        "pulls away",
        "turns cold",
        "stops texting",
        "ignores me",
        "falls asleep",
        "leaves",
        "shuts down",
    ];
    let when = [
        "after sex",
        "every time we make love",
        "once we are done",
        "",
    ];
    let tail = [
        "and i do not know why",
        "and it hurts",
        "and i cannot stop thinking about it",
        "what did i do",
        "and i feel used",
        "and i need to know the reason",
        "please help me understand",
        "and i have no idea what to do",
    ];
    let mut alarms = Vec::new();
    let mut all = 0;
    for (who, does) in who.iter().flat_map(|who| does.map(|does| (who, does))) {
        for (when, tail) in when.iter().flat_map(|when| tail.map(|tail| (when, tail))) {
            all += 1;
            let typed = format!("{who} {does} {when} {tail}");
            alarms.extend(CARE.signal(&typed, Ear::Open).map(|signal| (typed, signal)));
        }
    }
    assert!(alarms.len() * PLAIN_ALARMS <= all, "{alarms:?}");
    assert!(
        alarms
            .iter()
            .all(|(_, signal)| signal.route != Route::Minor)
    );
}

/// An author reads a line whole: none is longer than so many characters.
const WIDEST: usize = 160;

#[test]
fn every_line_of_the_rules_can_be_read_whole() {
    let others = OTHERS.map(|language| format!("rules.{language}.toml"));
    let own = ["rules.toml", "words.toml", "idioms.toml"].map(str::to_owned);
    for file in own.iter().chain(&others) {
        for line in read(&format!("content/care/{file}")).lines() {
            assert!(line.chars().count() <= WIDEST, "{file}: {line}");
        }
    }
}

#[test]
fn it_is_quick() {
    let ordinary = "Why does he go quiet after we sleep together? I told him I love him and he turned to the wall.";
    let long =
        "he said he loves me and then i was so scared and i want to know why he left. ".repeat(80);
    let runaway = "i want to ".repeat(600);
    for (name, typed, most) in [
        ("ordinary", ordinary, 300),
        ("long", &long[..6000], 6_000),
        ("runaway", &runaway, 40_000),
    ] {
        CARE.signal(typed, Ear::Open);
        let once = || {
            let begun = Instant::now();
            CARE.signal(typed, Ear::Open);
            begun.elapsed().as_micros()
        };
        // The best of ten: other tests run beside this one.
        let micros = (0..10).map(|_| once()).min().unwrap_or_default();
        println!("{name}: {micros} µs for {} letters", typed.len());
        // Several times what an unhurried machine needs; without optimisation there is no telling.
        assert!(
            cfg!(debug_assertions) || micros < most,
            "{name}: {micros} µs"
        );
    }
}

static SAID_CASES: LazyLock<Vec<Case>> = LazyLock::new(|| table(SAID));

fn decision(typed: &str) -> Option<(Route, Whose)> {
    CARE.signal(typed, Ear::Open)
        .map(|signal| (signal.route, signal.whose))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_decided_without_a_panic(typed in "\\PC{0,200}", more in ".{0,80}") {
        for signal in [CARE.signal(&typed, Ear::Open), CARE.signal(&more, Ear::Open)].into_iter().flatten() {
            prop_assert!(!signal.spans.is_empty());
        }
    }

    #[test]
    fn dress_does_not_change_the_decision(number in 0usize..10_000, at in 0usize..60) {
        let typed = &SAID_CASES[number % SAID_CASES.len()].typed;
        let plain = decision(typed);
        prop_assert_eq!(decision(&typed.to_uppercase()), plain, "{}", typed);
        prop_assert_eq!(decision(&typed.replace('\'', "’")), plain, "{}", typed);
        prop_assert_eq!(decision(&format!("{typed} ")), plain, "{}", typed);
        let mut hidden = typed.clone();
        let at = hidden.char_indices().map(|(byte, _)| byte).nth(at).unwrap_or(0);
        hidden.insert(at, '\u{200b}');
        prop_assert_eq!(decision(&hidden), plain, "{}", typed);
        if !typed.ends_with(['.', '!', '?', '…', ')', '"']) {
            prop_assert_eq!(decision(&format!("{typed}!!")), plain, "{}", typed);
        }
    }
}

/// `CARE_FILES=a.tsv:b.tsv cargo test --test care measure -- --ignored --nocapture`
#[test]
#[ignore = "a tool for whoever writes rules: says what each table misses"]
fn measure() {
    let files = std::env::var("CARE_FILES").unwrap_or_default();
    for file in files.split(':').filter(|file| !file.is_empty()) {
        let cases = table(file);
        let begun = Instant::now();
        for case in &cases {
            let signal = CARE.signal(&case.typed, Ear::Open);
            let found = signal.as_ref().map(|signal| signal.route);
            let verdict = match (case.route, found) {
                (Some(_), None) => "MISS",
                (None, Some(_)) => "ALARM",
                (expected, found) if expected != found => "ROUTE",
                _ => continue,
            };
            let met = CARE.met(&case.typed).join(" ");
            let spans = signal.iter().flat_map(|signal| &signal.spans);
            let words: Vec<&str> = spans.map(|span| span.of(&case.typed)).collect();
            let expected = case.route.map_or("ok", Route::name);
            println!(
                "{verdict} {expected} [{met}] <{}> {}",
                words.join("|"),
                case.typed
            );
        }
        let each = begun.elapsed().as_micros() / cases.len().max(1) as u128;
        Figures::of(&CARE, &format!("{file} ({each} µs each)"), &cases);
    }
}

/// `CARE_ASK="…" cargo test --test care explain -- --ignored --nocapture`
#[test]
#[ignore = "a tool for whoever writes rules: says what a message meets"]
fn explain() {
    let asked = std::env::var("CARE_ASK").unwrap_or_default();
    println!(
        "{:?}\n{}",
        CARE.signal(&asked, Ear::Open),
        CARE.explain(&asked).join("\n")
    );
}
