//! What was learned is kept for the next start: with it the same is answered, and without it nothing is lost.

use crate::home::home;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use verbatim::answer::Confidence;
use verbatim::bot::Knowledge;
use verbatim::content::Library;
use verbatim::encoder::Encoder;

/// An article may be called as what is kept for care.
const ARTICLE: &str = "# On Rain

Rain is water that falls.

## 1. Clouds

Clouds gather water until they cannot hold it.

## 2. Puddles

A puddle stays where the ground is full.

## Closing

Take a coat.
";

/// So many examples of each of two sections that there is something to learn.
const EXAMPLES: usize = 20;

/// What the author's file of examples holds, with `more`.
fn asked(more: &str) -> String {
    let examples = |how: &str| -> String {
        let examples = (0..EXAMPLES).map(|day| format!("\"{how} on day {day}\","));
        examples.collect()
    };
    let clouds = examples("why is the sky grey");
    let puddles = examples("why is there water on the street");
    format!("[sections]\nclouds = [{clouds}{more}]\npuddles = [{puddles}]\n")
}

/// A folder of its own with an article and its examples.
fn taught(name: &str) -> PathBuf {
    let home = home(&format!("kept-{name}"), "care", ARTICLE);
    fs::write(home.join("content/care/asked.toml"), asked("")).expect("a file");
    home
}

/// What a start works out, by words alone.
fn started(home: &Path) -> Knowledge {
    let library = Library::load(&home.join("content")).expect("an article");
    Knowledge::kept_in(&home.join("learned"), library).expect("no mistakes")
}

/// What some questions meet after a start by words alone.
fn answers(home: &Path) -> String {
    answered(&started(home))
}

/// The same with the encoder.
fn answers_with_encoder(home: &Path) -> String {
    let encoder = Encoder::open(Path::new("content/encoder")).expect("its files");
    answered(&started(home).reading_with(encoder))
}

/// What some questions meet.
fn answered(knowledge: &Knowledge) -> String {
    let served = knowledge.shelf.default_article();
    let source = knowledge.shelf.source(served);
    let asked = [
        "why is it grey",
        "water on the street",
        "i want to die",
        "pizza in rome",
    ];
    let answer = |question| knowledge.answer(source, Confidence::default(), question);
    format!("{:?}", asked.map(answer))
}

/// The files that hold what was learned, by name.
fn kept(home: &Path) -> Vec<(String, Vec<u8>)> {
    let files = fs::read_dir(home.join("learned")).expect("a folder");
    let mut files: Vec<_> = files
        .map(|file| file.expect("a file").path())
        .map(|file| {
            let name = file
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            (name, fs::read(file).expect("bytes"))
        })
        .collect();
    files.sort();
    files
}

/// What is kept where words alone decide.
const BY_WORDS: [&str; 3] = [
    "article.care.learned",
    "care-abroad.learned",
    "care.learned",
];

fn names(kept: &[(String, Vec<u8>)]) -> Vec<&str> {
    kept.iter().map(|(name, _)| name.as_str()).collect()
}

#[test]
fn a_second_start_answers_as_the_first_and_learns_only_what_changed_or_was_damaged() {
    let home = taught("words");
    let first = answers(&home);
    let learned = kept(&home);
    assert_eq!(names(&learned), BY_WORDS);
    assert_eq!(answers(&home), first);

    let damaged = home.join("learned/article.care.learned");
    let mut bytes = learned[0].1.clone();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&damaged, &bytes).expect("a file");
    fs::write(home.join("learned/care.learned"), "").expect("a file");
    assert_eq!(answers(&home), first);
    assert_eq!(kept(&home), learned, "learned anew, to the same bytes");

    let more = asked("\"where does fog come from\"");
    fs::write(home.join("content/care/asked.toml"), more).expect("a file");
    answers(&home);
    assert_ne!(kept(&home)[0], learned[0], "another lesson");
    fs::remove_dir_all(&home).expect("a folder of our own");
}

/// One edited line is read in less than such a part of the time that all of it takes; there are two hundred others.
const PART: u32 = 4;

/// What a question meets, and how long the encoder read for it.
fn read_by_the_encoder(home: &Path) -> (String, Duration) {
    let encoder = Encoder::open(Path::new("content/encoder")).expect("the files of the repository");
    let library = Library::load(&home.join("content")).expect("an article");
    let knowledge = Knowledge::kept_in(&home.join("learned"), library).expect("no mistakes");
    let begun = Instant::now();
    let knowledge = knowledge.reading_with(encoder);
    let took = begun.elapsed();
    let source = knowledge.shelf.source(knowledge.shelf.default_article());
    let asked = "where does the water go when the earth is soaked";
    let (answered, _) = knowledge.answer(source, Confidence::default(), asked);
    (format!("{answered:?}"), took)
}

#[test]
fn of_an_edited_article_the_encoder_reads_what_changed_alone() {
    let home = taught("encoder");
    let (_, whole) = read_by_the_encoder(&home);
    let edited = ARTICLE.replace(
        "where the ground is full",
        "where the ground drinks no more",
    );
    fs::write(home.join("content/care/article.md"), edited).expect("a file");
    let (answer, changed) = read_by_the_encoder(&home);
    println!("all: {whole:?}, what changed: {changed:?}");
    assert!(changed < whole / PART, "{changed:?} of {whole:?}");

    fs::remove_dir_all(home.join("learned")).expect("a folder of our own");
    assert_eq!(read_by_the_encoder(&home).0, answer, "as if all were read");
    fs::remove_dir_all(&home).expect("a folder of our own");
}

/// The encoder reads every line of an article that has few examples, which takes longer than all the rest of a start.
#[test]
fn what_the_encoder_read_is_kept_too_and_a_damaged_file_is_made_anew() {
    let home = taught("read-once");
    let first = answers_with_encoder(&home);
    let read = kept(&home);
    let by_encoder: Vec<PathBuf> = names(&read)
        .into_iter()
        .filter(|name| !BY_WORDS.contains(name))
        .map(|name| home.join("learned").join(name))
        .collect();
    assert_eq!(
        by_encoder.len(),
        2,
        "of the article, and of what no article answers: {by_encoder:?}"
    );
    assert_eq!(answers_with_encoder(&home), first);
    assert_eq!(kept(&home), read, "nothing was read again");
    // One of them, then both.
    for damaged in [&by_encoder[..1], &by_encoder] {
        for file in damaged {
            let whole = fs::read(file).expect("a file");
            fs::write(file, &whole[..whole.len() / 2]).expect("a file");
        }
        assert_eq!(answers_with_encoder(&home), first);
        assert_eq!(kept(&home), read, "read anew, to the same bytes");
    }
    fs::remove_dir_all(&home).expect("a folder of our own");
}

#[test]
fn what_a_kill_left_half_done_is_gone_after_the_next_start() {
    let home = taught("killed");
    let first = answers(&home);
    let learned = kept(&home);
    // It was killed before the file took its name, which the next start tells by the file that is missing.
    for name in BY_WORDS {
        let whole = home.join("learned").join(name);
        let half = whole.with_extension("half");
        fs::rename(&whole, &half).expect("a file");
        let bytes = fs::read(&half).expect("a file");
        fs::write(&half, &bytes[..bytes.len() / 2]).expect("a file");
    }
    assert_eq!(answers(&home), first);
    assert_eq!(kept(&home), learned, "nothing half done stands beside");
    fs::remove_dir_all(&home).expect("a folder of our own");
}
