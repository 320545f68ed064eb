//! What cannot come in gets a sentence, and nothing is written.

use super::{Folder, TEXT};
use std::fs;
use std::path::Path;
use verbatim::import::{ImportError, import_file};

#[track_caller]
fn check_refused(file: &Path, content: &Folder, slug: &str, expected: &str) {
    let before = content.names();
    let error = import_file(file, &content.0, slug).expect_err("refused");
    let sentence = error.to_string();
    assert!(sentence.contains(expected), "{sentence}");
    assert!(sentence.ends_with('.'), "{sentence}");
    assert_eq!(content.names(), before, "nothing is written");
}

#[test]
fn bad_input_gets_a_sentence_and_nothing_is_written() {
    let folder = Folder::new("bad");
    let content = Folder::new("bad-content");
    let good = folder.file("a.txt", TEXT);
    let book: String = (1..=600).map(|n| format!("{n}. A\nb.\n")).collect();
    let long = format!("1. A\n{}\n2. B\nb", "He left me. ".repeat(2000));
    for (file, slug, expected) in [
        (folder.0.join("none.txt"), "a", "I cannot read"),
        (folder.0.clone(), "a", "Check the path"),
        (
            folder.file("b.pdf", b"%PDF-1.7\n\xff"),
            "a",
            "This is a PDF",
        ),
        (
            folder.file("b.docx", b"PK\x03\x04\x00"),
            "a",
            "document of a word processor",
        ),
        (
            folder.file("b.epub", b"PK\x03\x04\x00"),
            "a",
            "This is an EPUB",
        ),
        (
            folder.file("c.txt", b"one\0two\n"),
            "a",
            "no text that I can read",
        ),
        (folder.file("d.txt", "x".repeat(3 << 20)), "a", "(2 MB)"),
        (folder.file("e.txt", " \r\n\n"), "a", "holds no words"),
        (folder.file("f.txt", &long), "a", "begins on line 1 has"),
        (folder.file("g.txt", &book), "a", "This has 600 sections"),
        (
            good.clone(),
            "No Such",
            "`No Such` cannot be an article's name",
        ),
        (good.clone(), "", "cannot be an article's name"),
        (good.clone(), "../up", "cannot be an article's name"),
        (good.clone(), "-", "cannot be an article's name"),
        (good.clone(), "phrases", "`phrases` is taken"),
        (good.clone(), "care", "cannot be an article's name"),
    ] {
        check_refused(&file, &content, slug, expected);
    }
    let error = import_file(&good, &content.0.join("nowhere"), "a").unwrap_err();
    assert!(matches!(error, ImportError::NoContent(_)), "{error}");
}

#[test]
fn nothing_is_overwritten() {
    let folder = Folder::new("twice");
    let content = Folder::new("twice-content");
    let file = folder.file("a.txt", TEXT);
    import_file(&file, &content.0, "he-left").unwrap();
    let written = content.0.join("he-left/article.md");
    fs::write(&written, "mine").unwrap();
    check_refused(&file, &content, "he-left", "I overwrite nothing");
    assert_eq!(fs::read_to_string(&written).unwrap(), "mine");

    fs::create_dir(content.0.join("empty")).unwrap();
    check_refused(&file, &content, "empty", "I overwrite nothing");
    content.file("a-file", "");
    check_refused(&file, &content, "a-file", "I overwrite nothing");
}

#[test]
fn a_disk_that_refuses_leaves_nothing_behind() {
    let folder = Folder::new("disk");
    let content = Folder::new("disk-content");
    let file = folder.file("a.txt", TEXT);
    // The name of the folder that is filled first is taken by a file.
    content.file(&format!(".he-left.{}", std::process::id()), "");
    check_refused(&file, &content, "he-left", "Nothing is left behind");
}
