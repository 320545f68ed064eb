//! Bringing in a text: its words byte for byte, the rest reported, the disk whole or untouched.

#[path = "import/any.rs"]
mod any;
#[path = "import/known.rs"]
mod known;
#[path = "import/refused.rs"]
mod refused;
#[path = "import/words.rs"]
mod words;

use std::fs;
use std::path::{Path, PathBuf};
use verbatim::content::{Library, Slug};
use verbatim::import::{Imported, Kind, Why, import, import_file};

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
    assert!(
        found
            .to_string()
            .contains("bold or slanted words inside a line of the page are plain"),
        "{found}"
    );
}

#[test]
fn a_web_page_keeps_the_words_of_its_links_and_the_report_tells() {
    let page = "<main><h1>Hens</h1><h2>Food</h2><p>They eat <a href=\"https://example.org/corn\">corn</a>, <b>always</b>.</p><p>See <a href=\"#food\">above</a>.</p><h2>Sleep</h2><p><b>On a perch.</b></p></main>";
    let found = imported(page, Kind::Html);
    assert!(
        found.article_md.contains("They eat corn, always.\n"),
        "{}",
        found.article_md
    );
    let told: Vec<String> = found.changed.lines().collect();
    assert_eq!(
        told,
        [
            "line 1: a link of the page keeps its words, not its address",
            "line 1: bold or slanted words inside a line of the page are plain",
        ]
    );
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
