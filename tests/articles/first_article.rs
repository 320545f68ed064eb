//! The first article: our own words for every fact and every listed point of the text it was written from.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use verbatim::content::{About, Article, Library, Mistakes, Slug};
use verbatim::import::{Kind, import};
use verbatim::text::words;

/// Seven words in a row that two texts share were copied; six may be chance.
const COPIED: usize = 7;

fn ours() -> Article {
    let library = Library::load(Path::new("content")).expect("the content has no mistakes");
    let mut articles = library.articles.into_iter();
    let first = articles.find(|entry| entry.article.slug.as_str() == "why-he-withdraws");
    first.expect("the first article").article
}

/// The text that ours was written from lies beside the repository, not in it.
fn source() -> Option<String> {
    let text = fs::read_to_string("../shared/source/article.txt").ok();
    if text.is_none() {
        println!("no source beside the project: nothing to compare");
    }
    text
}

/// The source as the import reads it: the same parts, without its appeal.
fn theirs(source: &str) -> Article {
    let slug = Slug::new("theirs").expect("a name");
    let imported = import(source, Kind::Plain, &slug).expect("an article");
    let text = imported.article_md;
    let mut mistakes = Mistakes::new(Path::new("article.md"), &text);
    Article::read(slug, text.clone(), About::default(), &mut mistakes)
}

fn folded(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}

/// The words of each section, without its heading.
fn bodies(article: &Article) -> impl Iterator<Item = &str> {
    let whole = |section| article.whole(section).expect("a section has a block");
    (0..article.sections().len()).map(move |section| article.excerpt(whole(section)).as_str())
}

#[test]
fn no_seven_words_in_a_row_are_the_sources() {
    let Some(source) = source() else { return };
    let source = folded(&source);
    let runs: HashSet<&[String]> = source.windows(COPIED).collect();
    let copied = |text: &str| {
        let words = folded(text);
        let run = words.windows(COPIED).find(|run| runs.contains(run));
        run.map(|run| run.join(" "))
    };
    for file in ["article.md", "article.toml", "asked.toml"] {
        let text = fs::read_to_string(Path::new("content/why-he-withdraws").join(file));
        for line in text.expect("a file of the article").lines() {
            assert_eq!(copied(line), None, "{file}: {line}");
        }
    }
    assert!(copied(&source.join(" ")).is_some(), "it would be noticed");
}

#[test]
fn the_topics_and_their_points_are_the_sources_in_its_order() {
    let numbers = |article: &Article| {
        let sections = article.sections().iter();
        sections.map(|section| section.number).collect::<Vec<_>>()
    };
    let ours = ours();
    let topics = (1..=17).map(Some);
    let expected: Vec<Option<u32>> = [None].into_iter().chain(topics).chain([None]).collect();
    assert_eq!(numbers(&ours), expected);
    let Some(source) = source() else { return };
    let theirs = theirs(&source);
    assert_eq!(numbers(&theirs), expected);
    let points = |article: &Article| -> Vec<usize> {
        let points = |body: &str| body.lines().filter(|line| line.starts_with("- ")).count();
        bodies(article).map(points).collect()
    };
    assert_eq!(
        points(&ours),
        points(&theirs),
        "each point, and a list stays a list"
    );
}

#[test]
fn every_section_reads_in_a_minute_and_the_advice_in_a_breath() {
    let ours = ours();
    for (body, section) in bodies(&ours).zip(ours.sections()) {
        let count = body.split_whitespace().count();
        assert!((90..=200).contains(&count), "{}: {count} words", section.id);
    }
    let advice = ours.advice().expect("a closing").as_str();
    let sentences = advice.matches(['.', '!', '?']).count();
    assert!((2..=3).contains(&sentences), "{advice}");
}
