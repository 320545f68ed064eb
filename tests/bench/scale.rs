//! How search by words grows, from a hundred sections to a hundred thousand, beside tantivy on the same sections.
//!
//! The sections are made of words as natural text spreads them (Zipf). Each question has words of one section, which
//! is the right one, and words of none. A line of the table that is not kept to ends the run with an error.
//!
//! A section is a run of a hundred words without an end, which is no sentence: ours ranks by BM25F alone, as tantivy does.
//! What sentences add, `tests/articles/any_article.rs` measures on articles that people wrote.

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::Instant;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{Searcher, TantivyDocument, Term};
use verbatim::content::{About, Article, Asked, Mistakes, Slug, Words};
use verbatim::search::Index;

const SIZES: [usize; 4] = [100, 1_000, 10_000, 100_000];

/// So many different words there are; a large book has about as many.
const WORDS: usize = 50_000;

/// A paragraph. In words.
const SECTION: usize = 100;

/// A question has so many words of its section and so many of others.
const OWN: usize = 6;
const NOISE: usize = 2;

const QUESTIONS: usize = 2_000;
const ROUNDS: usize = 3;

/// One question in a hundred may take longer. In microseconds.
const P99_LIMIT: f64 = 5_000.0;

/// What we remember of a section beyond its text, at most, where so many share what each word costs. In bytes.
const MEMORY_LIMIT: usize = 1_024;
const MANY: usize = 100_000;

fn main() -> ExitCode {
    println!(
        "sections   search by words: p50      p99   first    memory    built   tantivy: p50      p99   first"
    );
    let mut kept = true;
    for size in SIZES {
        let line = measured(size);
        println!("{line}");
        kept &= line.keeps();
    }
    if kept {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// One line of the table.
struct Line {
    sections: usize,
    ours: Times,
    theirs: Times,
    /// Bytes a section, beyond its text.
    memory: usize,
    built: f64,
}

/// How long questions took, in microseconds, and how often the right section came first.
struct Times {
    p50: f64,
    p99: f64,
    first: f64,
}

impl Line {
    fn keeps(&self) -> bool {
        let Line { ours, theirs, .. } = self;
        let faster = ours.p50 < theirs.p50 && ours.p99 < theirs.p99;
        let small = self.sections < MANY || self.memory <= MEMORY_LIMIT;
        faster && ours.first >= theirs.first && ours.p99 <= P99_LIMIT && small
    }
}

impl std::fmt::Display for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Line { ours, theirs, .. } = self;
        write!(
            f,
            "{:8}             {:7.1} us {:5.0} us   {:.3}   {:5} B  {:6.2} s       {:7.1} us {:5.0} us   {:.3}{}",
            self.sections,
            ours.p50,
            ours.p99,
            ours.first,
            self.memory,
            self.built,
            theirs.p50,
            theirs.p99,
            theirs.first,
            if self.keeps() { "" } else { "   not kept" }
        )
    }
}

fn measured(size: usize) -> Line {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let zipf = Zipf::new();
    let sections: Vec<Vec<String>> = (0..size)
        .map(|_| (0..SECTION).map(|_| word(zipf.roll(&mut dice))).collect())
        .collect();
    let questions: Vec<(usize, String)> = (0..QUESTIONS)
        .map(|_| question(&sections, &mut dice))
        .collect();

    let text = text(&sections);
    // The article holds its text, which was counted before it came.
    let (before, start) = (ALLOCATED.load(Relaxed), Instant::now());
    let article = article(text);
    let index = Index::build(&article, &Asked::none(size), &Words::default());
    let built = start.elapsed().as_secs_f64();
    let held = ALLOCATED.load(Relaxed).saturating_sub(before);
    let ours = times(&questions, |question| {
        let ranking = index.search(question);
        let best = ranking.hits[0].section;
        black_box(index.passage(&article, best, &ranking));
        best
    });
    drop((article, index));

    let tantivy = Tantivy::new(&sections);
    let theirs = times(&questions, |question| tantivy.first(question));
    Line {
        sections: size,
        ours,
        theirs,
        memory: held / size,
        built,
    }
}

/// The quickest of [`ROUNDS`] rounds counts for each question: other programs run beside us.
fn times(questions: &[(usize, String)], mut first: impl FnMut(&str) -> usize) -> Times {
    let mut rights = 0;
    let mut micros = vec![f64::INFINITY; questions.len()];
    for round in 0..ROUNDS {
        for ((right, question), micros) in questions.iter().zip(&mut micros) {
            let start = Instant::now();
            let found = first(black_box(question));
            *micros = micros.min(start.elapsed().as_secs_f64() * 1e6);
            rights += usize::from(round == 0 && found == *right);
        }
    }
    micros.sort_by(f64::total_cmp);
    Times {
        p50: micros[micros.len() / 2],
        p99: micros[micros.len() * 99 / 100],
        first: rights as f64 / questions.len() as f64,
    }
}

/// A section and a question that it answers: different words of it, and some of other sections.
fn question(sections: &[Vec<String>], dice: &mut Dice) -> (usize, String) {
    let right = dice.below(sections.len());
    let mut words: Vec<&String> = Vec::new();
    while words.len() < OWN + NOISE {
        let section = match words.len() < OWN {
            true => right,
            false => dice.below(sections.len()),
        };
        let word = &sections[section][dice.below(SECTION)];
        if !words.contains(&word) {
            words.push(word);
        }
    }
    let words: Vec<&str> = words.into_iter().map(String::as_str).collect();
    (right, words.join(" "))
}

/// The sections under headings of grammar, no two the same: only bodies are compared, because one field is what
/// both have.
fn text(sections: &[Vec<String>]) -> String {
    let mut text = "# Generated\n".to_owned();
    for (number, words) in (1..).zip(sections) {
        let heading = heading(number);
        text += &format!("\n## {number}. {heading}\n\n{}\n", words.join(" "));
    }
    text
}

fn heading(number: usize) -> String {
    const GRAMMAR: [&str; 8] = ["what", "is", "it", "to", "be", "and", "or", "not"];
    let mut heading = GRAMMAR[number % 8].to_owned();
    let mut rest = number / 8;
    while rest > 0 {
        heading = format!("{heading} {}", GRAMMAR[rest % 8]);
        rest /= 8;
    }
    heading
}

fn article(text: String) -> Article {
    let mut about = About::default();
    "en".clone_into(&mut about.language);
    let slug = Slug::new("generated").expect("a name");
    let copy = text.clone();
    let mut mistakes = Mistakes::new(Path::new("article.md"), &copy);
    Article::read(slug, text, about, &mut mistakes)
}

/// The word of this rank, of syllables that no stemmer cuts.
fn word(rank: usize) -> String {
    const FIRST: [&str; 14] = [
        "b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "t", "v", "z", "j",
    ];
    const THEN: [&str; 4] = ["a", "o", "u", "i"];
    let (mut rest, mut word) = (rank + FIRST.len() * THEN.len(), String::new());
    while rest > 0 {
        let syllable = rest % (FIRST.len() * THEN.len());
        word += FIRST[syllable / THEN.len()];
        word += THEN[syllable % THEN.len()];
        rest /= FIRST.len() * THEN.len();
    }
    word + "k"
}

/// Ranks, each as likely as one by itself.
struct Zipf(Vec<f64>);

impl Zipf {
    fn new() -> Zipf {
        let mut sum = 0.0;
        let sums = (1..=WORDS).map(|rank| {
            sum += 1.0 / rank as f64;
            sum
        });
        Zipf(sums.collect())
    }

    fn roll(&self, dice: &mut Dice) -> usize {
        let part = dice.next() as f64 / u64::MAX as f64 * self.0[WORDS - 1];
        self.0.partition_point(|sum| *sum < part).min(WORDS - 1)
    }
}

/// A xorshift generator (Marsaglia 2003): the same sections in every run.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }
}

/// The same sections in tantivy: in memory, one segment, no positions, one thread.
struct Tantivy {
    body: Field,
    searcher: Searcher,
}

impl Tantivy {
    fn new(sections: &[Vec<String>]) -> Tantivy {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("default")
            .set_index_option(IndexRecordOption::WithFreqs);
        let body = schema.add_text_field(
            "body",
            TextOptions::default().set_indexing_options(indexing),
        );
        let index = tantivy::Index::create_in_ram(schema.build());
        let mut writer = index
            .writer_with_num_threads(1, 1_000_000_000)
            .expect("a writer");
        for words in sections {
            let mut document = TantivyDocument::default();
            document.add_text(body, words.join(" "));
            writer.add_document(document).expect("a document");
        }
        writer.commit().expect("a commit");
        let searcher = index.reader().expect("a reader").searcher();
        assert_eq!(
            searcher.segment_readers().len(),
            1,
            "documents are numbered by sections"
        );
        Tantivy { body, searcher }
    }

    fn first(&self, question: &str) -> usize {
        let term = |word: &str| -> (Occur, Box<dyn Query>) {
            let term = Term::from_field_text(self.body, word);
            let option = IndexRecordOption::WithFreqs;
            (Occur::Should, Box::new(TermQuery::new(term, option)))
        };
        let query = BooleanQuery::new(question.split(' ').map(term).collect());
        let top = TopDocs::with_limit(3).order_by_score();
        let found = self.searcher.search(&query, &top).expect("a search");
        found
            .first()
            .map_or(usize::MAX, |(_, address)| address.doc_id as usize)
    }
}

/// Bytes that are allocated now.
static ALLOCATED: AtomicUsize = AtomicUsize::new(0);

#[global_allocator]
static COUNTING: Counting = Counting;

/// The system's allocator, counted.
struct Counting;

// SAFETY: every call goes to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATED.fetch_add(layout.size(), Relaxed);
        // SAFETY: as our caller promises.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        ALLOCATED.fetch_sub(layout.size(), Relaxed);
        // SAFETY: as our caller promises.
        unsafe { System.dealloc(at, layout) }
    }
}
