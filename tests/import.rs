//! Bringing in a text: its words byte for byte, the rest reported, the disk whole or untouched.

#[path = "import/words.rs"]
mod words;

use proptest::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use verbatim::content::{Library, Slug};
use verbatim::import::{
    ImportError, Imported, Kind, Wanted, Why, import, import_file, import_folder, import_wanted,
};
use words::written;

/// A folder that goes away with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("verbatim-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let file = self.0.join(name);
        fs::write(&file, content).unwrap();
        file
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).unwrap().flatten();
        let mut names: Vec<String> = entries
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const TEXT: &str = "Why he left\n\nIt was odd.\n\n1. Fear\nHe was afraid.\n\n2. Anger\nHe was angry.\n\nConclusion\nTalk to him.\n";

fn slug() -> Slug {
    Slug::new("he-left").unwrap()
}

#[track_caller]
fn imported(text: &str, kind: Kind) -> Imported {
    import(text, kind, &slug()).unwrap_or_else(|error| panic!("{error}"))
}

/// The lines of `article.md` without our marks.
fn printed(article_md: &str) -> impl Iterator<Item = &str> {
    let lines = article_md.lines().filter(|line| !line.is_empty());
    lines
        .filter(|line| !line.starts_with("# ") && *line != "## Closing")
        .map(|line| line.strip_prefix("## ").unwrap_or(line))
}

/// The text that the first article was written from lies beside the repository, not in it.
fn source() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = here
        .ancestors()
        .map(|dir| dir.join("shared/source/article.txt"))
        .find(|file| file.is_file());
    if found.is_none() {
        eprintln!("shared/source/article.txt is not here; nothing tested");
    }
    found
}

#[test]
fn the_source_article_comes_in_whole_and_without_its_appeal() {
    let Some(file) = source() else { return };
    let folder = Folder::new("source");
    let found = import_file(&file, &folder.0, "he-left").unwrap();

    assert_eq!(found.sections.len(), 19, "{found}");
    let numbers: Vec<Option<u32>> = found.sections.iter().map(|s| s.number).collect();
    let expected: Vec<Option<u32>> = [None]
        .into_iter()
        .chain((1..=17).map(Some))
        .chain([None])
        .collect();
    assert_eq!(numbers, expected);
    assert_eq!(found.sections[0].id.as_str(), "introduction");
    assert_eq!(found.sections[18].id.as_str(), "closing");

    let text = fs::read_to_string(&file).unwrap();
    let article_md = fs::read_to_string(folder.0.join("he-left/article.md")).unwrap();
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    let kept: Vec<&str> = printed(&article_md).collect();
    for line in &kept {
        assert!(lines.contains(line), "not a line of the source: {line}");
    }
    let left: Vec<usize> = found.left_out.iter().map(|left| left.line).collect();
    assert_eq!(
        kept.len() + left.len(),
        lines.len(),
        "each line is kept or reported"
    );
    assert_eq!(
        lines[1..=kept.len()],
        kept,
        "all between the slogan and the related links"
    );

    let whole = format!("{article_md}{}{found}", found.article_toml);
    for number in text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| run.len() > 4)
    {
        assert!(!whole.contains(number), "{number}");
    }
    let report = found.to_string();
    let written = folder.0.join("he-left");
    for expected in [
        &format!("Write the title, in {}/article.md", written.display()),
        "verbatim ask --article he-left",
        "line 2: \"simply amazing, always for you.\": a slogan",
        "\"SUGGESTED READS\": points to other articles",
        "\"Support Our Website!\": asks for money",
        "\"Phone Number: +••••••••••••\": asks for money",
    ] {
        assert!(report.contains(expected), "{expected}\n{report}");
    }
    let closing = article_md.split("## Closing\n").nth(1).unwrap();
    assert!(
        closing
            .trim_start()
            .starts_with("Men withdraw after sex for complex reasons:\n- "),
        "{closing}"
    );
    assert!(
        article_md.contains("the male brain experiences:\n- A surge"),
        "a list stands right below its lead-in"
    );
}

#[test]
fn an_imported_article_is_one_that_the_library_takes_without_examples() {
    for (name, text) in [("a.txt", TEXT), ("a.md", MARKDOWN), ("a.html", HTML)] {
        let folder = Folder::new(&format!("library-{name}"));
        let content = Folder::new(&format!("content-{name}"));
        import_file(&folder.file(name, text), &content.0, "he-left").unwrap();
        let library = Library::load(&content.0).unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
        let entry = &library.articles[0];
        assert!(entry.asked.is_empty());
        assert_eq!(entry.article.title().as_str(), "Why he left");
        assert!(entry.article.advice().is_some(), "{name}");
        let mut numbered = entry
            .article
            .sections()
            .iter()
            .filter(|s| s.number.is_some());
        assert!(
            numbered.all(|section| !section.about.keywords.is_empty()),
            "{name}"
        );
    }
}

#[test]
fn plain_text_keeps_its_lines() {
    let found = imported(&TEXT.replace('\n', "\r\n"), Kind::Plain);
    assert_eq!(
        found.article_md,
        "# Why he left\n\nIt was odd.\n\n## 1. Fear\n\nHe was afraid.\n\n## 2. Anger\n\nHe was angry.\n\n## Conclusion\n\nTalk to him.\n"
    );
    assert!(found.title_told);
    assert!(found.left_out.is_empty(), "{found}");
}

#[test]
fn a_slogan_is_left_out_above_the_title_and_below_it() {
    for text in [
        format!("always yours.\n{TEXT}"),
        TEXT.replace("It was odd.", "always yours.\n\nIt was odd."),
    ] {
        let found = imported(&text, Kind::Plain);
        assert_eq!(found.title, "Why he left");
        let left: Vec<Why> = found.left_out.iter().map(|left| left.why).collect();
        assert_eq!(left, [Why::Tagline], "{found}");
    }
}

#[test]
fn a_text_without_a_title_is_named_after_its_folder_and_says_so() {
    let found = imported(
        "1. Fear\nHe was afraid.\n2. Anger\nHe was angry.\n",
        Kind::Plain,
    );
    assert_eq!(found.title, "He Left");
    assert!(
        found.article_toml.contains("# The text told no title"),
        "{}",
        found.article_toml
    );
    assert!(found.article_toml.contains("closing = \"none\""));
    assert!(found.to_string().contains("no closing"), "{found}");
}

const MARKDOWN: &str = "\
---
title: Why he left
author: Ann
lang: de
---
# Why he left

It was *odd*, and [told](https://example.org) **often**.

## 1. Fear

He was afraid:

- of loss

- of me
![a man](man.png)

### At night
More so.

[Ten ways to love](https://example.org/ten)

## 2. Anger

He was angry.

## Related posts

- Ten ways

## Final Thoughts

Talk to him.

## Support us

Send it to 0701 838 999.
";

#[test]
fn markdown_keeps_its_lines_and_loses_what_no_message_can_show() {
    let found = imported(MARKDOWN, Kind::Markdown);
    assert_eq!(
        found.article_md,
        "# Why he left\n\nIt was *odd*, and [told](https://example.org) **often**.\n\n## 1. Fear\n\nHe was afraid:\n- of loss\n- of me\n\n### At night\nMore so.\n\n## 2. Anger\n\nHe was angry.\n\n## Final Thoughts\n\nTalk to him.\n"
    );
    let left: Vec<(usize, Why)> = found.left_out.iter().map(|l| (l.line, l.why)).collect();
    assert_eq!(
        left,
        [
            (17, Why::Image),
            (22, Why::Related),
            (28, Why::Related),
            (30, Why::Related),
            (36, Why::Payment),
            (38, Why::PhoneNumber),
        ],
        "{found}"
    );
    assert!(found.article_toml.contains("author = \"Ann\""));
    assert!(found.article_toml.contains("language = \"de\""));
}

const HTML: &str = "\
<!doctype html>
<html lang=\"en-GB\">
<head><title>Why he left | Somewhere</title><style>p { color: red }</style></head>
<body>
<nav><ul><li><a href=\"/\">Home</a></li></ul></nav>
<article>
<header><h1>Why he left</h1><p>By Ann</p></header>
<p>It was   odd&nbsp;&mdash; and
told <em>often</em>.</p>
<h2>1. Fear</h2>
<p>He was afraid:</p>
<ul><li>of loss<li>of me</ul>
<figure><img src=\"a.png\"><figcaption>A man</figcaption></figure>
<h2>2. Anger &amp; fear</h2>
<p>He was angry.<br>He said &#8220;no&#8221;.</p>
<h2>Conclusion</h2>
<p>Talk to him.</p>
<h3>You may also like</h3>
<p>Ten ways</p>
</article>
<footer>Call 0701838999</footer>
</body>
</html>
";

#[test]
fn a_web_page_keeps_what_a_browser_prints() {
    let found = imported(HTML, Kind::Html);
    assert_eq!(
        found.article_md,
        "# Why he left\n\nIt was odd\u{a0}— and told often.\n\n## 1. Fear\n\nHe was afraid:\n- of loss\n- of me\n\n## 2. Anger & fear\n\nHe was angry.\nHe said “no”.\n\n## Conclusion\n\nTalk to him.\n"
    );
    let left: Vec<(usize, Why)> = found.left_out.iter().map(|l| (l.line, l.why)).collect();
    assert_eq!(
        left,
        [
            (3, Why::Script),
            (5, Why::Frame),
            (7, Why::Frame),
            (13, Why::Image),
            (18, Why::Related),
            (19, Why::Related),
            (21, Why::PhoneNumber),
        ],
        "{found}"
    );
    assert!(found.article_toml.contains("language = \"en\""));
}

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

/// Texts that look like articles often enough to become some.
fn texts() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        4 => "[A-Z][a-z ,]{0,30}[.:!]?",
        3 => (1..5u32, "[A-Za-z .]{0,20}").prop_map(|(number, words)| format!("{number}. {words}")),
        2 => "(- |\\* |# |## |### |> |    |```|---|===|<p>|</p>|<h2>|<br>|<li>|</h2>|<main>|!\\[a\\]\\(b\\)|\\| a \\|)[a-zé“ ]{0,12}",
        1 => Just(String::new()),
        1 => "(Conclusion|Related posts|Support us|Call 0701838999|\\*\\*1\\. A\\*\\*|In conclusion, x)",
        1 => any::<String>(),
    ];
    let end = prop_oneof![4 => Just("\n"), 1 => Just("\r\n"), 1 => Just("\n\n"), 1 => Just("\r")];
    prop::collection::vec((line, end), 0..40)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_an_article_that_passes_or_a_sentence(text in texts(), kind in 0..3usize) {
        let kind = [Kind::Plain, Kind::Markdown, Kind::Html][kind];
        match import(&text, kind, &slug()) {
            Err(ImportError::WouldNotPass(mistakes)) => prop_assert!(false, "{mistakes:?}"),
            Err(error) => prop_assert!(!error.to_string().is_empty()),
            Ok(found) => prop_assert!(!found.to_string().is_empty()),
        }
    }

    #[test]
    fn no_word_is_lost_without_a_line_in_the_report(
        blocks in prop::collection::vec((0..40usize, 1..4usize), 1..25),
        kind in 0..3usize,
    ) {
        let kind = [Kind::Plain, Kind::Markdown, Kind::Html][kind];
        let (text, words) = written(&blocks, kind);
        if let Ok(found) = import(&text, kind, &slug()) {
            let left: Vec<&str> = found.left_out.iter().map(|left| left.text.as_str()).collect();
            let told = format!("{}\n{}\n{}", found.article_md, left.join("\n"), found.notes.join("\n"));
            for word in words {
                prop_assert!(told.contains(&word), "{word} of\n{text}\nis not in\n{told}");
            }
        }
    }
}

/// Every case of `tests/import/`: a text, the article that must come of it, and what the report must say.
#[test]
fn every_kind_of_text_becomes_its_article() {
    let mut cases: Vec<PathBuf> = fs::read_dir("tests/import")
        .unwrap()
        .flatten()
        .map(|entry| entry.path())
        .filter(|file| file.extension().is_some_and(|end| end != "rs"))
        .collect();
    cases.sort();
    let mut wrong = Vec::new();
    for case in cases {
        let file = fs::read_to_string(&case).unwrap();
        let (text, rest) = file
            .split_once("=== article\n")
            .expect("a case has an article");
        let (article, report) = rest
            .split_once("=== report\n")
            .expect("a case has a report");
        let found = imported(text, Kind::of(&case, text));
        let left = found.left_out.iter().map(ToString::to_string);
        let told: String = left
            .chain(found.notes.clone())
            .map(|line| line + "\n")
            .collect();
        if (found.article_md.as_str(), told.as_str()) != (article, report) {
            wrong.push(format!(
                "{}:\n{}=== report\n{told}",
                case.display(),
                found.article_md
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The article in a content folder of its own, imported there from `text`.
fn content_with(name: &str, text: &str) -> Folder {
    let content = Folder::new(name);
    let folder = Folder::new(&format!("{name}-from"));
    import_file(&folder.file("a.md", text), &content.0, "first").unwrap();
    content
}

const TREES: &str = "# Trees\n\n## 1. Oak\n\nIt is hard.\n\n## 2. Elm\n\nIt is gone.\n\n## 3. Ash\n\nIt is light.\n";

#[test]
fn a_sibling_lends_its_keywords_and_questions_to_sections_of_the_same_number_or_title() {
    let content = content_with("like", TREES);
    let toml = content.0.join("first/article.toml");
    let written = fs::read_to_string(&toml).unwrap().replace(
        "id = \"elm\"\nkeywords = [\"gone\"]",
        "id = \"elm\"\nkeywords = [\"ulmus\"]",
    );
    fs::write(&toml, written).unwrap();
    let asked = "[sections]\nelm = [\"why do elms die\"]\nash = [\"what is ash good for\"]\n";
    content.file("first/asked.toml", asked);
    let other = "# More trees\n\n## 1. The oak\n\nHard.\n\n## 2. The elm\n\nGone.\n";
    let wanted = Wanted {
        like: Some("first".to_owned()),
        ..Wanted::default()
    };
    let file = content.file("other.md", other);
    let found = import_wanted(&file, &content.0, "second", &wanted).unwrap();
    let ids: Vec<&str> = found
        .sections
        .iter()
        .map(|section| section.id.as_str())
        .collect();
    assert_eq!(ids, ["oak", "elm"]);
    assert!(
        found.article_toml.contains("keywords = [\"ulmus\"]"),
        "{}",
        found.article_toml
    );
    let asked = fs::read_to_string(content.0.join("second/asked.toml")).unwrap();
    assert!(
        asked.contains("why do elms die") && asked.contains("# what is ash good for"),
        "{asked}"
    );
    assert!(
        found
            .to_string()
            .contains("\"3. Ash\" has no part here; its 1 questions"),
        "{found}"
    );
    let library = Library::load(&content.0).unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
    assert_eq!(library.articles[1].asked.of(1), ["why do elms die"]);
}

#[test]
fn a_newer_text_keeps_ids_keywords_and_questions() {
    let content = content_with("again", TREES);
    content.file(
        "first/asked.toml",
        "[sections]\nelm = [\"why do elms die\"]\n",
    );
    let toml = content.0.join("first/article.toml");
    let written = fs::read_to_string(&toml)
        .unwrap()
        .replace("# author = \"Who wrote it\"", "author = \"Ann\"");
    fs::write(&toml, written).unwrap();
    content.file("first/notes.txt", "mine");
    let newer = "# Trees\n\n## 1. Beech\n\nIt is smooth.\n\n## 2. Oak\n\nIt is hard.\n\n## 3. Elm\n\nIt is back.\n";
    let wanted = Wanted {
        again: true,
        ..Wanted::default()
    };
    let file = content.file("newer.md", newer);
    let found = import_wanted(&file, &content.0, "first", &wanted).unwrap();
    let ids: Vec<&str> = found
        .sections
        .iter()
        .map(|section| section.id.as_str())
        .collect();
    assert_eq!(ids, ["beech", "oak", "elm"]);
    assert!(
        found.article_toml.contains("author = \"Ann\""),
        "{}",
        found.article_toml
    );
    let report = found.to_string();
    for line in [
        "\"2. Elm\" is \"3. Elm\" now",
        "\"1. Beech\" is new",
        "\"3. Ash\" has no part here",
    ] {
        assert!(report.contains(line), "{line}\n{report}");
    }
    assert_eq!(
        fs::read_to_string(content.0.join("first/notes.txt")).unwrap(),
        "mine"
    );
    let library = Library::load(&content.0).unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
    assert_eq!(library.articles[0].asked.of(2), ["why do elms die"]);
    let error = import_wanted(&file, &content.0, "nowhere", &wanted).unwrap_err();
    assert!(error.to_string().contains("no article yet"), "{error}");
}

const ARBRES: &str = "# Des arbres\n\n## 1. Le chêne\n\nIl est dur.\n\n## 2. L'orme\n\nIl n'est plus.\n\n## 3. Le frêne\n\nIl est léger.\n";

#[test]
fn the_same_in_another_language_is_put_beside_the_article() {
    let content = content_with("beside", TREES);
    content.file("first/notes.txt", "mine");
    let beside = |text: &str, language: &str, again| {
        let wanted = Wanted {
            language: Some(language.to_owned()),
            beside: true,
            again,
            ..Wanted::default()
        };
        let file = content.file("other.md", text);
        import_wanted(&file, &content.0, "first", &wanted)
    };
    let names = || {
        let entries = fs::read_dir(content.0.join("first")).unwrap().flatten();
        let mut names: Vec<_> = entries.map(|entry| entry.file_name()).collect();
        names.sort();
        names
    };
    let before = names();

    let short = ARBRES.split("## 3.").next().unwrap();
    let more = format!("{short}## 4. Le pin\n\nIl pique.\n");
    for (text, language, told) in [
        (short, "fr", "It lacks \"3. Ash\"."),
        (&*more, "fr", "It alone has \"4. Le pin\"."),
        (ARBRES, "en", "The article is in `en` itself."),
    ] {
        let error = beside(text, language, false).unwrap_err().to_string();
        assert!(error.contains(told), "{error}");
        assert_eq!(names(), before, "nothing was written");
    }

    let found = beside(ARBRES, "fr", false).unwrap_or_else(|error| panic!("{error}"));
    let ids: Vec<&str> = found.sections.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["oak", "elm", "ash"]);
    assert!(
        found.to_string().contains("I put article.fr.md beside"),
        "{found}"
    );
    let words = fs::read_to_string(content.0.join("first/article.fr.md")).unwrap();
    assert!(words.contains("\nIl n'est plus.\n"), "{words}");
    let kept = fs::read_to_string(content.0.join("first/notes.txt")).unwrap();
    assert_eq!(kept, "mine");
    let library = Library::load(&content.0).unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
    let french = &library.articles[0].beside[0];
    assert_eq!(french.about.language, "fr");
    assert!(!french.sections()[1].about.keywords.is_empty());

    let error = beside(ARBRES, "fr", false).unwrap_err().to_string();
    assert!(error.contains("already there"), "{error}");
    let newer = ARBRES.replace("léger", "souple");
    beside(&newer, "fr", true).unwrap_or_else(|error| panic!("{error}"));
    let words = fs::read_to_string(content.0.join("first/article.fr.md")).unwrap();
    assert!(words.contains("souple"), "{words}");
}

#[test]
fn a_folder_brings_many_and_tells_what_it_could_not() {
    let folder = Folder::new("many");
    let content = Folder::new("many-content");
    folder.file("How to sow.md", TREES);
    folder.file("b.txt", TEXT);
    folder.file("c.pdf", "%PDF-1.4");
    folder.file("picture.png", "no text");
    let brought = import_folder(&folder.0, &content.0, &Wanted::default()).unwrap();
    let told: Vec<(&str, bool)> = brought
        .iter()
        .map(|one| (one.slug.as_str(), one.result.is_ok()))
        .collect();
    assert_eq!(told, [("how-to-sow", true), ("b", true), ("c", false)]);
    assert_eq!(content.names(), ["b", "how-to-sow"]);
}

#[test]
fn title_and_language_are_the_ones_that_are_wanted_or_the_ones_that_show() {
    let folder = Folder::new("told");
    let file = folder.file(
        "a.txt",
        "Le four\n\nLe four doit être très chaud, et une coupelle d'eau donne de la vapeur.\n",
    );
    let plain = import_file(&file, &folder.0, "a").unwrap();
    assert_eq!(
        (plain.title.as_str(), plain.language.as_str()),
        ("Le four", "fr")
    );
    let wanted = Wanted {
        title: Some("The oven".to_owned()),
        language: Some("ca".to_owned()),
        ..Wanted::default()
    };
    let told = import_wanted(&file, &folder.0, "b", &wanted).unwrap();
    assert_eq!(
        (told.title.as_str(), told.language.as_str()),
        ("The oven", "ca")
    );
    let wanted = Wanted {
        language: Some("English".to_owned()),
        ..Wanted::default()
    };
    let error = import_wanted(&file, &folder.0, "c", &wanted).unwrap_err();
    assert!(error.to_string().contains("no language's tag"), "{error}");
}
