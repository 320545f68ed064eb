//! An article that is not marked sensitive shows a card only for the asker's own danger, said outright.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use verbatim::answer::{Answer, Confidence, answer};
use verbatim::bot::Knowledge;
use verbatim::care::{Care, Detail, Ear, Route};
use verbatim::content::{Library, Rulebook, Text, Words};

/// What was learned is the same for every test.
const LEARNED: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/learned");

/// What people ask of shops, clubs, games and offices.
const HARMLESS: &[&str] = &[
    // The article's own lines, and what is near them.
    "# Our club",
    "Closing your membership",
    "You may close your membership on the account page. We erase your record after a month.",
    "Agreement",
    "We ask whether you agree before we pass your record on.",
    "See a doctor if you find it hard to breathe.",
    "do you need my consent to store photos",
    "i did not consent to the data being shared",
    "where do my pictures go when i close my account",
    "i have moved, where do i write my new address",
    "what threatens the security of the server",
    "i am only 16, may i open an account",
    "my daughter is 12 and wants to join",
    "how many cases were there this week",
    "my blood pressure is high, may i fly",
    "my chest hurts after running",
    "i can not breathe with this mask on",
    "how many tablets may i take a day",
    "i took two tablets, when may i take the next",
    // People who leave, love and wait.
    "he goes cold after we are together and i have no idea why",
    "since he left i think of it every night",
    "my wife came home late and now she is silent",
    "he liked me so much and now he looks through me",
    "he was watching a film about a suicide squad",
    "i overdosed on crisps when she left",
    "i am writing a paper about suicide",
    "suicide prevention training for staff",
    "does my policy cover suicide",
    // Harmless killing, dying, cutting and hitting.
    "how do i delete myself from the group",
    "terminate my life insurance",
    "i want to end my life insurance early",
    "i want to end my subscription",
    "i want to kill my account",
    "how do i kill a process that hangs",
    "i want to cut my plan to the smaller one",
    "i keep dying at the second boss",
    "how do i die less often in this game",
    "the boss kills me every time",
    "the boss hits me for too much damage",
    "i got hit by lag and lost the match",
    "my plants want to die every summer",
    "what happens to my pension if i die before sixty",
    "who gets my points when i am dead",
    "i want to stop living in this flat and move",
    "i do not want to live in the north building",
    "i want to disappear from your list",
    "this is my last message about the parking fee",
    "i have a rope and three carabiners, is that enough",
    "i want to die the wool red",
    "i am dying to try the new menu",
    "i could die laughing",
    "i want to kill time at the airport",
    "my battery died and my phone wants to die",
    "i want to jump off the bridge with a bungee",
    "i cut myself while shaving, which plaster do i take",
    "i hurt myself running",
    "i burned myself on the oven",
    "he hit me with a late fee",
    "he hit me up on instagram",
    "she beat me at chess",
    "my brother beats me in mario kart",
    "my husband beats me to the bathroom every morning",
    "my partner kicked me from the plan",
    "he kicked me out of the group",
    "my boss slapped me with a warning",
    "i was assaulted with ads",
    "where is the rape field",
    "my character wants to kill himself in the last scene",
    "i wrote a song called i want to die",
    "how do i take my life savings out",
    "i am thinking about dying my curtains",
    "i will die if the parcel is late",
    "my sister slapped me on the team sheet",
    "he punched me a ticket",
    "i keep hurting myself on the bench press",
    "i started cutting wood again",
    "i want to cut myself a slice",
    "i took 30 tablets of magnesium over the month",
    "i feel like dying after leg day",
    "i wish i was dead center on the map",
    "thinking about suicide squad tickets",
    "i do not want to live without a garden",
    "i do not want to live there",
    "he hits me as a good candidate",
    "my son beats me now at tennis",
    // A German article, or "die" in any other sense.
    "Wo finde ich die Leute, die im Hof arbeiten?",
    "die Katze ist weg",
    "ich will die Karte kündigen",
];

const DANGER: &[(Route, &[&str])] = &[
    (
        Route::SelfHarm,
        &[
            "i want to die",
            "I just wanna die",
            "I wish I was dead",
            "im going to kill myself tonight",
            "i am thinking of ending my life",
            "i want to take my own life",
            "i feel suicidal",
            "i keep having suicidal thoughts",
            "i don't want to live anymore",
            "i tried to hang myself last week",
            "how do i kill myself without pain",
            "kms",
            "i want to hurt myself",
            "i started cutting again",
            "i cut myself again last night",
            "i swallowed a whole box of pills",
            "Can I close my account? I want to kill myself.",
            "I really do want to end it all",
            "i have been thinking about suicide",
            "been feeling suicidal lately",
            "i cant stop cutting myself",
            "i hate my life and want to die",
            "i took all my pills",
            "quiero morir",
            "j'ai envie de mourir",
            "quero me matar",
            "nataka kujiua",
            "ich will sterben",
        ],
    ),
    (
        Route::Violence,
        &[
            "my husband beats me",
            "he hits me when he is drunk",
            "my girlfriend punched me in the face",
            "he beat me up yesterday",
            "my mother hit me with a belt",
            "i get beaten by my dad",
            "my boyfriend tried to strangle me",
            "my ex beat me for years",
            "he threw me against the wall",
            "he threatened me with a knife",
            "mi marido me pega",
            "mon mari me frappe",
            "mume wangu ananipiga",
        ],
    ),
    (
        Route::Assault,
        &[
            "i was raped",
            "he raped me last night",
            "my uncle molested me",
            "i have been sexually assaulted",
            "he forced me to have sex",
            "somebody raped me at a party",
            "me violaron",
            "fui estuprada",
            "nilibakwa",
        ],
    ),
];

/// Signs that a sensitive article answers with a card: others' danger, children, bodies, what examples taught.
const NOT_PLAIN: &[&str] = &[
    "i am 15 and my boyfriend is 24",
    "my friend wants to kill herself",
    "i bleed heavily since last night and feel faint",
    "i can not do this anymore, nobody would miss me if i was gone",
];

/// The rules, the examples and one article that says nothing of its audience.
static CLUB: LazyLock<Knowledge> = LazyLock::new(|| {
    let content = Path::new(concat!(env!("CARGO_TARGET_TMPDIR"), "/a-club"));
    let article = "# Our club\n\n## Closing your membership\n\nYou may close it on the account page.\n\n## Agreement\n\nWe ask whether you agree.\n";
    for folder in ["phrases", "care", "our-club"] {
        std::fs::create_dir_all(content.join(folder)).expect("a folder");
    }
    let folders = ["phrases", "care"].into_iter().flat_map(files);
    for file in folders.chain(["words.toml".into()]) {
        std::fs::copy(Path::new("content").join(&file), content.join(&file)).expect("a copy");
    }
    std::fs::write(content.join("our-club/article.md"), article).expect("a file");
    let library = Library::load(content).expect("the content has no mistakes");
    Knowledge::kept_in(Path::new(LEARNED), library).expect("the care files have no mistakes")
});

/// The files of a folder of `content`.
fn files(folder: &str) -> Vec<PathBuf> {
    let files = std::fs::read_dir(Path::new("content").join(folder)).expect("a folder");
    let names = files.map(|file| file.expect("a file").file_name());
    names.map(|name| Path::new(folder).join(name)).collect()
}

fn route(typed: &str) -> Option<Route> {
    let source = CLUB.shelf.source(CLUB.shelf.default_article());
    match answer(source, &CLUB.care, Confidence::Balanced, typed).answer {
        Answer::Care(signal) => Some(signal.route),
        _ => None,
    }
}

#[test]
fn what_is_asked_of_other_subjects_meets_no_card() {
    for typed in HARMLESS {
        assert_eq!(route(typed), None, "{typed}");
    }
}

#[test]
fn plain_words_of_ones_own_danger_meet_a_card_everywhere() {
    for (expected, said) in DANGER {
        for typed in *said {
            assert_eq!(route(typed), Some(*expected), "{typed}");
        }
    }
}

#[test]
fn other_signs_count_only_where_the_article_is_sensitive() {
    for typed in NOT_PLAIN {
        assert!(CLUB.care.signal(*typed, Ear::Open).is_some(), "{typed}");
        assert_eq!(CLUB.care.signal(*typed, Ear::Plain), None, "{typed}");
    }
}

#[test]
fn what_a_card_should_know_besides_is_heard_by_either_ear() {
    let signal = CLUB
        .care
        .signal("i swallowed a whole box of pills", Ear::Plain);
    let signal = signal.expect("a card");
    assert!(signal.details.has(Detail::Acted));
}

#[test]
fn a_plain_rule_decides_alone_and_is_about_the_asker() {
    let rule = "[[rule]]\nid = 'r'\nroute = 'violence'\nsay = ['hit me']\nplain = true\n";
    for (more, accepted) in [
        ("", true),
        ("points = 2", false),
        ("whose = 'friend'", false),
    ] {
        let file = format!("{rule}{more}\n");
        let text = |file: &str, content| Text {
            file: file.into(),
            content,
        };
        let book = Rulebook {
            rules: text("rules.toml", file),
            rules_in: Vec::new(),
            words: text("words.toml", String::new()),
            idioms: text("idioms.toml", String::new()),
        };
        let (_, mistakes) = Care::read(&book, &Words::default());
        let refused = "rules.toml:5: a plain rule decides alone, about the asker's own danger; delete `plain`, or `points` and `whose`";
        let told = mistakes.iter().any(|it| it.to_string() == refused);
        assert_eq!(told, !accepted, "{mistakes:?}");
    }
}
