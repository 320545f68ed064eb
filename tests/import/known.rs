//! What is known of another article, or of an older text: ids, keywords, questions; and many texts at once.

use super::{Folder, TEXT};
use std::fs;
use verbatim::content::Library;
use verbatim::import::{Wanted, import_file, import_folder, import_wanted};
use verbatim::search::Index;

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
        "id = \"elm\"\nkeywords = [\"gone\"]\nrelated = []",
        "id = \"elm\"\nkeywords = [\"ulmus\"]\nrelated = [\"oak\", \"ash\"]",
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
        found
            .article_toml
            .contains("keywords = [\"ulmus\"]\nrelated = [\"oak\"]"),
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
fn a_sibling_is_matched_by_the_numbers_of_its_headings_however_they_are_written() {
    let content = content_with("counted", TREES);
    let wanted = Wanted {
        like: Some("first".to_owned()),
        ..Wanted::default()
    };
    for (at, headings) in [
        [
            "Reason 1: Hard wood",
            "Reason 2: Lost leaves",
            "Reason 3: Bows",
        ],
        ["I. Hard wood", "II. Lost leaves", "III. Bows"],
        ["Article 1", "Article 2", "Article 3"],
        ["1 – Hard wood", "2 – Lost leaves", "3 – Bows"],
        ["Chapter One", "Chapter Two", "Chapter Three"],
    ]
    .into_iter()
    .enumerate()
    {
        let sections = headings.map(|heading| format!("## {heading}\n\nIt stands there.\n\n"));
        let file = content.file("other.md", format!("# More\n\n{}", sections.concat()));
        let found = import_wanted(&file, &content.0, &format!("other-{at}"), &wanted).unwrap();
        let ids: Vec<&str> = found.sections.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, ["oak", "elm", "ash"], "{headings:?}");
    }
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
        .replace("# author = \"Who wrote it\"", "author = \"Ann\"")
        .replace("keywords = [\"gone\"]", "keywords = [\"ulmus\"]");
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
    for kept in ["author = \"Ann\"", "id = \"elm\"\nkeywords = [\"ulmus\"]"] {
        assert!(
            found.article_toml.contains(kept),
            "{kept}\n{}",
            found.article_toml
        );
    }
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
fn the_report_names_the_weakest_point_of_each_section_and_what_helps_most_first() {
    let content = content_with("weak", TREES);
    content.file(
        "first/asked.toml",
        "[sections]\nelm = [\"why do elms die\"]\nash = [\"what is ash\", \"is ash light\", \"ash for bows\"]\n",
    );
    let long = "Trees that stand beside a road and drop their leaves on it ".repeat(2);
    let other = format!(
        "# More trees\n\n## 1. Oak\n\nHard.\n\n## 2. Elm\n\nGone.\n\n## 3. Ash\n\nLight.\n\n## Pine\n\nIt stings.\n\n## Article 9\n\nNo felling.\n\n## {long}\n\nSweep.\n\n## Soil\n\nClay.\n\n## Soil\n\nSand.\n"
    );
    let wanted = Wanted {
        like: Some("first".to_owned()),
        ..Wanted::default()
    };
    let file = content.file("other.md", other);
    let report = import_wanted(&file, &content.0, "second", &wanted)
        .unwrap()
        .to_string();
    let mut rest = report.as_str();
    for expected in [
        "1. Oak (`oak`) – no question yet; three help most\n",
        "2. Elm (`elm`) – 1 of three questions\n",
        "3. Ash (`ash`)\n",
        "Pine (`pine`) – its keywords are its own words; write what readers call it\n",
        "Article 9 (`article-9`) – its heading does not name its topic; keywords must\n",
        "– a heading of 117 characters; a button shows 80\n",
        "Soil (`soil`) – another section has this heading; say in it what is special here\n",
        "Soil (`soil-2`) – another section has this heading; say in it what is special here\n",
        "What helps most, in this order:\n",
        "1. Read ",
        "its title first",
        "2. In ",
        "`keywords`",
        "3. In ",
        "three questions a section",
        "4. Run `verbatim check`",
        "5. Once it serves, moderators teach it",
    ] {
        let at = rest.find(expected);
        let at = at.unwrap_or_else(|| panic!("{expected}\nis not in\n{rest}\nof\n{report}"));
        rest = &rest[at + expected.len()..];
    }
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

#[test]
fn a_text_in_a_language_that_we_do_not_know_hears_questions_in_it() {
    for (name, text, question) in [
        (
            "km",
            "# សួនច្បារ\n\n## 1. ស្រោចទឹក\n\nត្រូវស្រោចទឹករុក្ខជាតិនៅពេលព្រឹក។\n\n## 2. ដាក់ជី\n\nដាក់ជីនៅរដូវក្តៅ។\n",
            "ពេលណាត្រូវស្រោចទឹក",
        ),
        (
            "ka",
            "# ბაღი\n\n## 1. მორწყვა\n\nმცენარეები დილით ირწყვება.\n\n## 2. სასუქი\n\nსასუქი გაზაფხულზე სჭირდება.\n",
            "როდის არის მორწყვა, დილით?",
        ),
    ] {
        let content = Folder::new(&format!("unknown-{name}"));
        let file = content.file("garden.md", text);
        let found = import_file(&file, &content.0, "garden").unwrap();
        assert_eq!(found.language, "und");
        let library = Library::load(&content.0).unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
        let entry = &library.articles[0];
        let index = Index::build(&entry.article, &entry.asked, &library.words);
        let ranking = index.search(question);
        assert!(ranking.query.foreign.is_none(), "{question}");
        assert_eq!(
            entry.article.sections()[ranking.hits[0].section].number,
            Some(1)
        );
    }
}

#[test]
fn where_no_language_shows_a_short_latin_text_is_english_and_a_long_one_is_none_that_we_know() {
    let folder = Folder::new("shows");
    let words = "zorba talim ".repeat(30);
    for (name, text, language) in [
        ("short", "# Tools\n\nRope, chalk, tape.\n".to_owned(), "en"),
        ("long", format!("# Zorba\n\n{words}.\n"), "und"),
    ] {
        let file = folder.file("a.md", text);
        assert_eq!(
            import_file(&file, &folder.0, name).unwrap().language,
            language
        );
    }
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
