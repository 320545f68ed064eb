//! The encoder's files: what is made of a few sentences is what the recipe made of them, and a file that is not the one
//! that was measured is told and missed.

use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use verbatim::answer::{Answer, Confidence};
use verbatim::bot::Knowledge;
use verbatim::content::Library;
use verbatim::encoder::{Encoder, Sense};

/// What was learned is the same for every test.
const LEARNED: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/learned");

const FOLDER: &str = "content/encoder";

/// How far rounding may move the odds of a message that could be either; those that are clear move by a tenth of it.
const ROUNDED: f32 = 2.0;

/// What `tests/encoder/export.py` wrote of one sentence, before anything was rounded to eight bits.
#[derive(Deserialize)]
struct Made {
    text: String,
    need: Vec<f32>,
    section: Vec<f32>,
    sense: Vec<f32>,
}

fn encoder() -> Encoder {
    Encoder::open(Path::new(FOLDER)).expect("the files that stand in the repository")
}

fn knowledge() -> &'static Knowledge {
    static KNOWLEDGE: OnceLock<Knowledge> = OnceLock::new();
    KNOWLEDGE.get_or_init(|| {
        let library = Library::load(Path::new("content")).expect("content has no mistakes");
        let knowledge = Knowledge::kept_in(Path::new(LEARNED), library).expect("no mistakes");
        knowledge.reading_with(encoder())
    })
}

fn cosine(a: &[f32], b: &[f32]) -> f32 {
    let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
    dot(a, b) / (dot(a, a) * dot(b, b)).sqrt()
}

#[test]
fn sentences_mean_what_the_recipe_made_of_them() {
    let encoder = encoder();
    for line in fs::read_to_string("tests/data/encoder.jsonl")
        .unwrap()
        .lines()
    {
        let made: Made = serde_json::from_str(line).unwrap();
        let Sense {
            need,
            sections,
            vector,
            ..
        } = encoder.read(&made.text);
        let alike = cosine(&vector, &made.sense);
        assert!(alike > 0.95, "{}: {alike}", made.text);
        assert!(
            (need - made.need[0]).abs() < ROUNDED,
            "{}: {need} {:?}",
            made.text,
            made.need
        );
        let alike = cosine(&sections, &made.section);
        assert!(alike > 0.95, "{}: {alike}", made.text);
    }
}

#[test]
fn the_same_words_mean_the_same_twice_and_no_words_are_no_danger() {
    let encoder = encoder();
    assert_eq!(encoder.read("he went quiet"), encoder.read("he went quiet"));
    for empty in ["", "   ", "\u{200b}", "???"] {
        assert!(encoder.read(empty).need < 0.0, "{empty:?}");
    }
    encoder.read(&"why ".repeat(6_000));
}

/// A copy of the folder, so that a test may break it.
fn broken(name: &str, how: impl Fn(&Path)) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for file in ["encoder.toml", "layers.onnx", "pieces.bin"] {
        fs::copy(Path::new(FOLDER).join(file), folder.join(file)).unwrap();
    }
    how(&folder);
    Encoder::open(&folder).unwrap_err().to_string()
}

#[test]
fn a_missing_a_short_and_an_altered_file_are_told_by_name() {
    let missing = broken("missing", |folder| {
        fs::remove_file(folder.join("pieces.bin")).unwrap()
    });
    assert!(
        missing.contains("pieces.bin") && missing.contains("encoder = false"),
        "{missing}"
    );
    let short = broken("short", |folder| {
        let file = folder.join("layers.onnx");
        let bytes = fs::read(&file).unwrap();
        fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
    });
    assert!(
        short.contains("layers.onnx") && short.contains("cut short or altered"),
        "{short}"
    );
    let altered = broken("altered", |folder| {
        let file = folder.join("pieces.bin");
        let mut bytes = fs::read(&file).unwrap();
        let last = bytes.len() - 1;
        bytes[last] ^= 1;
        fs::write(&file, bytes).unwrap();
    });
    assert!(altered.contains("pieces.bin"), "{altered}");
    let unreadable = broken("unreadable", |folder| {
        fs::write(folder.join("encoder.toml"), "x").unwrap()
    });
    assert!(unreadable.contains("encoder.toml"), "{unreadable}");
}

#[test]
fn what_the_words_leave_open_is_read_and_what_they_settle_is_not() {
    let source = knowledge()
        .shelf
        .source(knowledge().shelf.default_article());
    let sense = |question| knowledge().sense(source, question);
    assert!(sense("what is a vulnerability hangover").is_none());
    assert!(sense("ever since that weekend his mind is in some other town").is_some());
    assert!(sense("").is_none());
}

#[test]
fn a_situation_without_a_question_is_understood() {
    let source = knowledge()
        .shelf
        .source(knowledge().shelf.default_article());
    let (answered, _) = knowledge().answer(
        source,
        Confidence::default(),
        "nobody ever taught my husband that boys may cry, so he goes and fixes the fence instead",
    );
    let ranking = answered.ranking.expect("no card");
    let section = &source.article.sections()[ranking.hits[0].section];
    assert_eq!(section.id.as_str(), "masculinity-conditioning");
    assert!(!matches!(answered.answer, Answer::NotInArticle(_)));
}
