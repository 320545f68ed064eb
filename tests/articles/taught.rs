//! What a server teaches: it holds for what it is like, and for nothing else.

use std::path::Path;
use std::sync::OnceLock;
use verbatim::answer::{Confidence, Effect, Source, Verdict, answer_calmly, effect, effects};
use verbatim::bot::{Knowledge, Served};
use verbatim::content::Library;
use verbatim::search::{Nearest, Taught};

/// What was learned is the same for every test.
const LEARNED: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/learned");

fn knowledge() -> &'static Knowledge {
    static KNOWLEDGE: OnceLock<Knowledge> = OnceLock::new();
    KNOWLEDGE.get_or_init(|| {
        let library = Library::load(Path::new("content")).expect("no mistakes");
        Knowledge::kept_in(Path::new(LEARNED), library).expect("no mistakes")
    })
}

fn served() -> &'static Served {
    knowledge().shelf.default_article()
}

fn position(id: &str) -> usize {
    let mut sections = served().article.sections().iter();
    let found = sections.position(|section| section.id.as_str() == id);
    found.expect("a section of the article")
}

fn taught(lessons: &[(&str, &str)]) -> Taught {
    let lessons = lessons.iter().map(|(words, id)| (*words, position(id)));
    served().index.taught(lessons)
}

fn source(taught: &Taught) -> Source<'_> {
    Source {
        taught,
        ..knowledge().shelf.source(served())
    }
}

/// What `question` meets where `lessons` were taught: the title that is quoted, or a word.
fn ask(lessons: &[(&str, &str)], question: &str) -> String {
    let taught = taught(lessons);
    let answered = answer_calmly(source(&taught), Confidence::Balanced, question);
    let id = |section: usize| served().article.sections()[section].id.to_string();
    match Verdict::of(&answered.answer) {
        Verdict::Quoted(section) => id(section),
        Verdict::Likely(section) => format!("likely: {}", id(section)),
        Verdict::Choice(sections) => {
            let ids: Vec<String> = sections.into_iter().map(id).collect();
            format!("choice: {}", ids.join(", "))
        }
        Verdict::Silent => "silent".to_owned(),
        Verdict::OtherLanguage => "foreign".to_owned(),
        Verdict::Ordered => "ordered".to_owned(),
    }
}

const SLANG: (&str, &str) = ("is this the yoyo thing", "attachment-styles");
const CODE: (&str, &str) = (
    "what does he mean when he says he needs cave time",
    "space-or-rejection",
);
const OFF: (&str, &str) = (
    "how do i get over the loch ness weekend",
    "guilt-and-dissonance",
);

#[test]
fn a_lesson_and_what_is_close_to_it_find_the_section() {
    let lessons = [SLANG, CODE, OFF];
    for (question, section) in [
        ("is this the yoyo thing", SLANG.1),
        ("Is this the YOYO thing???", SLANG.1),
        ("so is this that yoyo thing again", SLANG.1),
        ("is he doing the yoyo thing", SLANG.1),
        ("what does it mean when he needs cave time", CODE.1),
        ("he says he needs cave time what does he mean", CODE.1),
        ("he said he neeeds cave time, what does that mean", CODE.1),
        ("how do i get over that loch ness weekend", OFF.1),
        ("how can i get over the loch ness weekend", OFF.1),
    ] {
        let met = ask(&lessons, question);
        let likely = format!("likely: {section}");
        let offered = format!("choice: {section}");
        assert!(
            met == section || met == likely || met.starts_with(&offered),
            "{question}: {met}"
        );
    }
    for (words, section) in lessons {
        assert_eq!(ask(&lessons, words), section);
    }
}

#[test]
fn a_lesson_is_understood_in_any_language() {
    let words = "warum zieht er sich nach der Nähe mit mir zurück";
    assert_eq!(ask(&[], words), "foreign");
    assert_eq!(ask(&[(words, "chase-is-over")], words), "chase-is-over");
    assert_eq!(ask(&[SLANG], words), "foreign");
}

#[test]
fn a_lesson_changes_nothing_that_is_not_like_it() {
    let lessons = [SLANG, CODE, OFF];
    for question in [
        "does dopamine drop after orgasm?",
        "why is he cold",
        "what does he mean when he says he needs space",
        "how do i get over him",
        "is this an attachment thing",
        "best deep conditioning treatment for 4c hair",
        "what is the weather on the weekend",
        "section 7",
        "contents",
        "?!",
    ] {
        assert_eq!(ask(&lessons, question), ask(&[], question), "{question}");
    }
}

#[test]
fn who_taught_nothing_is_answered_to_the_last_digit_as_before() {
    let (index, nothing) = (&served().index, Taught::default());
    for question in served().index.examples().step_by(50) {
        let (with, without) = (
            index.search_with(question, &nothing),
            index.search(question),
        );
        assert_eq!(with.hits, without.hits, "{question}");
        assert_eq!(with.elsewhere, without.elsewhere);
    }
}

#[test]
fn every_section_can_be_taught_and_the_probabilities_add_up() {
    for section in served().article.sections() {
        let lesson = ("what about the zorbing marmalade", section.id.as_str());
        let taught = taught(&[lesson]);
        let ranking = served().index.search_with(lesson.0, &taught);
        assert_eq!(ranking.hits[0].section, position(lesson.1));
        assert!(ranking.hits[0].probability > 0.9, "{:?}", ranking.hits[0]);
        let sum: f32 = ranking.hits.iter().map(|hit| hit.probability).sum();
        assert!((sum + ranking.elsewhere - 1.0).abs() < 1e-4, "{sum}");
    }
}

#[test]
fn of_two_lessons_the_nearer_wins_and_a_tie_is_a_choice() {
    let lessons = [
        ("zorbing marmalade fribble", "attachment-styles"),
        ("zorbing marmalade gronkle", "space-or-rejection"),
    ];
    for (words, id) in lessons {
        assert_eq!(ask(&lessons, words), id);
    }
    let met = ask(&lessons, "zorbing marmalade");
    assert!(
        met.starts_with("choice: ") && lessons.iter().all(|(_, id)| met.contains(id)),
        "{met}"
    );
}

#[test]
fn the_nearest_lesson_is_named_only_if_it_votes() {
    let taught = taught(&[SLANG, CODE]);
    let nearest = |question| served().index.nearest(question, &taught);
    let Some(Nearest { lesson, alike }) = nearest(CODE.0) else {
        panic!("it was taught");
    };
    assert_eq!(lesson, 1);
    assert!(alike > 0.999, "{alike}");
    assert_eq!(nearest("does dopamine drop after orgasm?"), None);
}

#[test]
fn what_a_lesson_changes_is_found_among_lessons_and_examples() {
    let example = served()
        .index
        .examples()
        .next()
        .expect("there are examples");
    let (words, id) = (format!("{example} please"), "closing");
    let (before, more) = (taught(&[SLANG]), taught(&[SLANG, (&words, id)]));
    let alone = taught(&[(&words, id)]);
    let source = source(&before);
    let own = effect(source, &more, Confidence::Balanced, &words);
    assert_eq!(own.after, Verdict::Quoted(position(id)));
    assert_ne!(own.after, own.before);

    let examples = || served().index.examples().step_by(5).chain([SLANG.0]);
    let found = effects(source, &more, &alone, Confidence::Balanced, examples());
    assert_eq!(found[0].words, example);
    let all: Vec<Effect> = examples()
        .map(|words| effect(source, &more, Confidence::Balanced, words))
        .filter(|effect| effect.before != effect.after)
        .collect();
    assert_eq!(found, all, "looking only at what is alike misses nothing");
}
