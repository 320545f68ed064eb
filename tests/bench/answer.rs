//! How long one question takes, and how long the index takes to build.

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::path::Path;
use verbatim::answer::{Confidence, answer};
use verbatim::bot::Knowledge;
use verbatim::content::Library;
use verbatim::search::Index;

fn load() -> Library {
    Library::load(Path::new("content")).expect("the content has no mistakes")
}

/// A short question, a misspelt one and a story.
const QUESTIONS: &[&str] = &[
    "does dopamine drop after orgasm",
    "is it nomral that my boyfreind is distent aftr we hook up, im so confusd",
    "We met in spring and it was slow and sweet. Last week he cooked for me, he stayed, and in the dark he told me about \
     his father. In the morning he made coffee without a word and since then he answers with one word a day. My sister \
     says he got scared of what he said. Can that be?",
];

fn question(criterion: &mut Criterion) {
    let bot = Knowledge::build(load()).expect("the care files have no mistakes");
    let source = bot.shelf.source(bot.shelf.default_article());
    for (name, &question) in ["short", "misspelt", "story"].iter().zip(QUESTIONS) {
        criterion.bench_function(&format!("question/{name}"), |bencher| {
            bencher.iter(|| answer(source, &bot.care, Confidence::Balanced, black_box(question)));
        });
    }
}

fn index(criterion: &mut Criterion) {
    let library = load();
    let entry = &library.articles[0];
    let mut group = criterion.benchmark_group("index");
    group.sample_size(10);
    group.bench_function("build", |bencher| {
        bencher.iter(|| Index::build(&entry.article, &entry.asked, &library.words));
    });
}

criterion_group!(benches, question, index);
criterion_main!(benches);
