//! What an author is told about a broken folder: every mistake at once, each with its line.

use std::fs;
use std::path::{Path, PathBuf};
use verbatim::content::Library;

/// A folder that goes away with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path =
            std::env::temp_dir().join(format!("verbatim-check-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn put(&self, name: &str, content: impl AsRef<[u8]>) {
        let file = self.0.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, content).unwrap();
    }

    /// The mistakes as an author reads them, with paths from the content folder.
    fn mistakes(&self) -> Vec<String> {
        let Err(mistakes) = Library::load(&self.0) else {
            return Vec::new();
        };
        let root = format!("{}/", self.0.display());
        let lines = mistakes.iter().map(ToString::to_string);
        let lines = lines.map(|line| line.replace(&root, ""));
        lines
            .map(|line| line.replace(root.trim_end_matches('/'), "."))
            .collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const ARTICLE: &str = "# He left\n\nIt was odd.\n\n## 1. Fear\n\nHe was afraid.\n\n## 2. Anger\n\nHe was angry.\n\n## Closing\n\nTalk to him.\n";

/// The mistakes of an article with these files; one that is not given is sound, or not there.
#[track_caller]
fn check(name: &str, files: &[(&str, &str)], expected: &[&str]) {
    let folder = Folder::new(name);
    folder.put("a/article.md", ARTICLE);
    for (file, content) in files {
        folder.put(&format!("a/{file}"), content);
    }
    assert_eq!(folder.mistakes(), expected);
}

#[test]
fn a_sound_folder_has_no_mistakes() {
    check("sound", &[], &[]);
    check(
        "sound-too",
        &[
            (
                "article.toml",
                "title = \"He left\"\n[[section]]\nnumber = 1\nid = \"fear\"\nrelated = [\"anger\"]\n",
            ),
            (
                "asked.toml",
                "[sections]\nfear = [\"was he afraid\"]\n[elsewhere]\nchat = [\"hi\"]\n",
            ),
        ],
        &[],
    );
}

#[test]
fn the_words_of_article_md_are_checked() {
    let with = |from: &str, to: &str| ARTICLE.replace(from, to);
    let long = format!("He left.\n{}", "x ".repeat(10_001));
    for (name, article, expected) in [
        (
            "two-titles",
            with("It was odd.", "# It was odd"),
            &["a/article.md:3: a second `# ` title; write `## ` before a section's heading"][..],
        ),
        (
            "no-title",
            with("# He left", "He left"),
            &["a/article.md:1: the article has no title; begin with a line `# Title`"],
        ),
        (
            "no-headings",
            "# He left\n".to_owned(),
            &[
                "a/article.md:1: the article has no headings; write `## 1. Heading` above each section",
                "a/article.toml:1: the article has no closing; write a section `## Closing …`, or `closing = \"its id\"`, or `closing = \"none\"`",
            ],
        ),
        (
            "empty-section",
            with("He was afraid.", ""),
            &[
                "a/article.md:5: the section \"Fear\" is empty; write at least one line below its heading, or delete it",
            ],
        ),
        (
            "long-section",
            with("He was angry.", &long),
            &[
                "a/article.md:9: a section of 20010 characters; cut it in two with another `## ` heading; at most 20000",
            ],
        ),
        (
            "same-heading",
            with("2. Anger", "2. Fear"),
            &[
                "a/article.md:9: two sections are named `fear`; give one of them another heading, or another `id` in article.toml",
            ],
        ),
        (
            "no-closing",
            with("Closing", "Last"),
            &[
                "a/article.toml:1: the article has no closing; write a section `## Closing …`, or `closing = \"its id\"`, or `closing = \"none\"`",
            ],
        ),
    ] {
        check(name, &[("article.md", &article)], expected);
    }
}

#[test]
fn an_article_of_one_part_is_an_article() {
    let toml = "closing = \"none\"\n";
    check(
        "one-part",
        &[
            ("article.md", "# He left\n\nIt was odd.\n"),
            ("article.toml", toml),
        ],
        &[],
    );
}

#[test]
fn a_line_that_asks_for_money_and_a_title_that_stands_twice_are_warnings() {
    let folder = Folder::new("warnings");
    let article = ARTICLE.replace(
        "He was angry.",
        "He was angry.\nSupport our website!\nCall +254 701 838 999",
    );
    folder.put("a/article.md", article);
    folder.put("b/article.md", ARTICLE);
    let library = Library::load(&folder.0).expect("no mistakes");
    let root = format!("{}/", folder.0.display());
    let warnings = library
        .warnings
        .iter()
        .map(|warning| warning.to_string().replace(&root, ""));
    assert_eq!(
        warnings.collect::<Vec<_>>(),
        [
            "a/article.md:12: a request for money in an article; leave the line out",
            "a/article.md:13: a telephone or account number in an article; leave the line out unless readers need it; helplines belong in care/helplines.toml",
            "b/article.md:1: the title of a/article.md too; say in it what is special here, in both files",
        ]
    );
}

#[test]
fn sentences_that_a_language_leaves_to_another_are_one_warning() {
    let folder = Folder::new("sentences");
    folder.put("a/article.md", ARTICLE);
    let french = fs::read_to_string("content/phrases/fr.ftl").unwrap();
    folder.put("phrases/fr.ftl", &french);
    let library = Library::load(&folder.0).expect("no mistakes");
    assert!(library.warnings.is_empty(), "{:?}", library.warnings);

    let lacks = |line: &&str| !line.starts_with("likely = ") && !line.starts_with("company = ");
    let lines: Vec<&str> = french.lines().filter(lacks).collect();
    folder.put("phrases/fr.ftl", lines.join("\n") + "\n");
    let library = Library::load(&folder.0).expect("no mistakes");
    let warnings: Vec<String> = library.warnings.iter().map(ToString::to_string).collect();
    let [warning] = &warnings[..] else {
        panic!("{warnings:?}");
    };
    let told = "fr.ftl:1: said in another language, for want of a sentence here: `company`, `likely`; write them";
    assert!(warning.contains(told), "{warning}");
}

#[test]
fn article_toml_is_checked_against_the_article() {
    for (name, toml, expected) in [
        (
            "unknown-key",
            "lnaguage = \"en\"\n\n[[section]]\nnumber = 1\nid = \"fear\"\nkeyword = [\"afraid\"]\n",
            &[
                "a/article.toml:1: unknown key `lnaguage`; did you mean `language`?",
                "a/article.toml:6: unknown key `keyword`; did you mean `keywords`?",
            ][..],
        ),
        (
            "same-id",
            "[[section]]\nnumber = 1\nid = \"fear\"\n\n[[section]]\nnumber = 2\nid = \"fear\"\n",
            &[
                "a/article.md:9: two sections are named `fear`; give one of them another heading, or another `id` in article.toml",
            ],
        ),
        (
            "bad-id",
            "[[section]]\nnumber = 1\nid = \"My Fear\"\n",
            &[
                "a/article.toml:3: `My Fear` cannot be a section's id; write small letters, digits and hyphens, at most 40",
            ],
        ),
        (
            "no-id",
            "[[section]]\nnumber = 1\n",
            &["a/article.toml:1: `id` is missing; write `id = \"…\"`"],
        ),
        (
            "no-such-section",
            "[[section]]\nnumber = 7\nid = \"shame\"\n",
            &[
                "a/article.toml:1: this [[section]] is not in article.md; give it the `number` of a heading, or the `heading` itself word for word",
            ],
        ),
        (
            "twice-the-same-section",
            "[[section]]\nnumber = 1\nid = \"fear\"\n\n[[section]]\nnumber = 1\nid = \"afraid\"\n",
            &["a/article.toml:5: a second [[section]] for the same heading; keep one of them"],
        ),
        (
            "closing-nowhere",
            "closing = \"anegr\"\n",
            &[
                "a/article.toml:1: `closing` names `anegr`, which is no section; did you mean `anger`?",
            ],
        ),
        (
            "related-nowhere",
            "[[section]]\nnumber = 1\nid = \"fear\"\nrelated = [\"closing\", \"anegr\"]\n",
            &[
                "a/article.toml:4: `related` names `anegr`, which is no section; did you mean `anger`?",
            ],
        ),
        (
            "other-title",
            "title = \"She left\"\n",
            &[
                "a/article.toml:1: the title differs from article.md, which says \"He left\"; write the same in both",
            ],
        ),
        (
            "audience",
            "audience = \"evryone\"\n",
            &["a/article.toml:1: `audience` cannot be \"evryone\"; did you mean `everyone`?"],
        ),
    ] {
        check(name, &[("article.toml", toml)], expected);
    }
}

#[test]
fn asked_toml_is_checked_against_the_article() {
    for (name, toml, expected) in [
        (
            "asked-nowhere",
            "[sections]\nfaer = [\"why\"]\n",
            &["a/asked.toml:2: `faer` is no section; did you mean `fear`?"][..],
        ),
        (
            "asked-twice",
            "[sections]\nfear = [\"was he afraid?\"]\nanger = [\n  \"Was he afraid\",\n]\n",
            &[
                "a/asked.toml:4: \"Was he afraid\" is asked under `fear` and under `anger`; keep it under the section that answers it better",
            ],
        ),
        (
            "asked-elsewhere-too",
            "[sections]\nfear = [\"hi\"]\n[elsewhere]\nchat = [\"hi\"]\n",
            &[
                "a/asked.toml:4: \"hi\" is asked under `fear` and under `elsewhere.chat`; keep it under the section that answers it better",
            ],
        ),
    ] {
        check(name, &[("asked.toml", toml)], expected);
    }
}

#[test]
fn a_text_beside_the_article_has_the_same_sections() {
    const PEUR: &str = "# Il est parti\n\nC'était étrange.\n\n## 1. La peur\n\nIl avait peur.\n\n";
    const END: &str = "## Pour finir\n\nParle-lui.\n";
    const COLERE: &str = "## 2. La colère\n\nIl était en colère.\n\n";
    let whole = format!("{PEUR}{COLERE}{END}");
    check("beside", &[("article.fr.md", &*whole)], &[]);
    for (name, file, text, expected) in [
        (
            "beside-lacks",
            "article.fr.md",
            format!("{PEUR}{END}"),
            "a/article.fr.md:9: the section \"2. Anger\" of article.md is missing, whose id is `anger`; write it above this line in the language of this text, under `## 2. …`",
        ),
        (
            "beside-alone",
            "article.fr.md",
            format!("{PEUR}{COLERE}## 3. La honte\n\nIl avait honte.\n\n{END}"),
            "a/article.fr.md:13: article.md has no section \"3. La honte\"; give it the number that the same heading has there, or name that one's `id` beside this `heading` in the .toml file of this text; or delete it",
        ),
        (
            "beside-order",
            "article.fr.md",
            format!("# Il est parti\n\nOui.\n\n{COLERE}## 1. La peur\n\nIl avait peur.\n\n{END}"),
            "a/article.fr.md:5: the sections stand in another order than in article.md; put `fear` here, as there",
        ),
        (
            "beside-same",
            "article.en.md",
            ARTICLE.to_owned(),
            "a/article.en.md:1: article.md is in that language too; keep one of them, or name each after the language that it is written in",
        ),
        (
            "beside-name",
            "article.French.md",
            whole.clone(),
            "a/article.French.md:1: `French` is no language's tag; name the file after a language: article.fr.md, article.pt-BR.md",
        ),
        (
            "beside-toml",
            "article.fr.toml",
            "title = \"Il est parti\"\n".to_owned(),
            "a/article.fr.toml:1: there is no article.fr.md that it could tell of; write that, or delete this",
        ),
    ] {
        check(name, &[(file, &*text)], &[expected]);
    }
    let toml = "language = \"es\"\n[[section]]\nheading = \"Pour finir\"\nid = \"closing\"\n";
    check(
        "beside-language",
        &[("article.fr.md", &*whole), ("article.fr.toml", toml)],
        &[
            "a/article.fr.toml:1: the language is `es`, and the file's name says `fr`; write the same in both",
        ],
    );
}

#[test]
fn what_is_no_text_of_ours_is_named_with_its_reason() {
    let folder = Folder::new("no-text");
    folder.put("a/article.md", b"# He left\n\nIt was \xff odd.\n");
    folder.put("a/article.toml", "lnaguage = \"en\"\n");
    folder.put("a/asked.toml", "[sections\n");
    folder.put("b/article.md", "x".repeat(3 << 20));
    let found = folder.mistakes();
    assert_eq!(
        found[..2],
        [
            "a/article.md:3: not UTF-8 text; save the file as UTF-8",
            "a/article.toml:1: unknown key `lnaguage`; did you mean `language`?",
        ]
    );
    assert!(
        found[2].starts_with("a/asked.toml:1: not TOML: "),
        "{found:?}"
    );
    assert_eq!(
        found[3..],
        [
            "b/article.md:1: 3145728 bytes, and a text of ours has at most 2097152 (2 MB); cut it into several articles"
        ]
    );
}

#[test]
fn a_folder_without_an_article_is_no_article() {
    let nothing = ".:1: no article in this folder; put one in a folder of its own: NAME/article.md, or use `verbatim import FILE --as NAME`";
    assert_eq!(Folder::new("empty").mistakes(), [nothing]);

    let folder = Folder::new("half");
    folder.put("a/article.toml", "title = \"He left\"\n");
    folder.put("b/article.md", ARTICLE);
    folder.put(".c/article.md", "half written by an import");
    folder.put("pictures/he.png", "");
    assert_eq!(
        folder.mistakes(),
        ["a:1: no article.md in this folder; write it there, or delete the folder"]
    );

    let folder = Folder::new("no-name");
    folder.put("My Article/article.md", ARTICLE);
    assert_eq!(
        folder.mistakes(),
        [
            "My Article:1: `My Article` cannot be an article's name; name the folder with small letters, digits and hyphens, at most 40"
        ]
    );

    let gone = Library::load(Path::new("no/such/folder")).unwrap_err();
    assert!(
        gone[0].to_string().contains("cannot be read"),
        "{}",
        gone[0]
    );
}

#[test]
fn a_file_that_nobody_reads_where_it_stands_is_a_mistake() {
    let folder = Folder::new("moved");
    folder.put("a/article.md", ARTICLE);
    folder.put("care-said.tsv", "ok\thello\n");
    assert_eq!(
        folder.mistakes(),
        ["care-said.tsv:1: nobody reads it here; move it to care/said.tsv"]
    );
}

#[test]
fn one_look_shows_every_mistake_of_every_file() {
    let folder = Folder::new("all");
    folder.put(
        "a/article.md",
        "He left\n\n## 1. Fear\n\n## 2. Anger\n\nCall 0701838999.\n",
    );
    folder.put(
        "a/article.toml",
        "titel = \"He left\"\n\n[[section]]\nnumber = 2\nid = \"anger\"\nrelated = [\"shame\"]\n",
    );
    folder.put("a/asked.toml", "[sections]\nangr = [\"why\"]\n");
    folder.put("b/article.md", "# She left\n");
    folder.put("words.toml", "[short_forms]\nbf = \"\"\n");
    folder.put("phrases/en.ftl", "broken = {\n");
    let found = folder.mistakes();
    let places: Vec<&str> = found
        .iter()
        .map(|line| line.split(": ").next().unwrap())
        .collect();
    assert_eq!(
        places,
        [
            "a/article.md:1",
            "a/article.md:3",
            "a/article.toml:1",
            "a/article.toml:1",
            "a/article.toml:6",
            "a/asked.toml:2",
            "b/article.md:1",
            "b/article.toml:1",
            "phrases/en.ftl:2",
            "words.toml:2",
        ],
        "{found:#?}"
    );
}
