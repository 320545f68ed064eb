//! How well search finds in articles of other people, with the encoder and by words alone, beside a textbook's BM25 and
//! tantivy on the same sections.
//!
//!     cargo bench --bench public [-- FOLDER …]
//!
//! Without a folder the sample in `tests/data/public/` is asked. A folder holds two files of JSON Lines:
//!
//!     articles.jsonl   {"article": title, "paragraphs": [text, …]} and, where there are some,
//!                      "language": tag (else `en`), "headings": [text, …] (else hidden), "examples": [[question, …], …]
//!     questions.jsonl  {"article": title, "question": text, "paragraph": position from 0, or a list of them, or null}
//!
//! Each paragraph is a section. A question with `null` is one that no section answers; where there is none, the articles
//! are asked each other's, and an article that is alone those of the sample.

#[path = "../public/encoded.rs"]
mod encoded;
#[path = "../public/mod.rs"]
mod public;

use encoded::{Memory, with_encoder};
use public::{Figures, Found, Topic, measured, ours, read, textbook};
use std::path::{Path, PathBuf};
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{NgramTokenizer, TextAnalyzer};
use tantivy::{Searcher, TantivyDocument, Term};
use verbatim::content::Library;
use verbatim::encoder::Encoder;
use verbatim::search::Strangers;

const SAMPLE: &str = "tests/data/public";

fn main() {
    let words = Library::load(Path::new("content"))
        .expect("the content has no mistakes")
        .words;
    let sample = read(Path::new(SAMPLE));
    let strange = sample.iter().flat_map(|topic| &topic.questions);
    let strange: Vec<String> = strange.map(|question| question.words.clone()).collect();
    let encoder = Encoder::open(Path::new("content/encoder")).expect("the files of the encoder");
    let (strangers, known) = (Strangers::default(), Memory::default());
    for folder in folders() {
        let topics = read(&folder);
        println!("{}", folder.display());
        let both = |topic: &Topic| with_encoder(topic, &words, &encoder, &strangers, &known);
        tell("ours", &measured(&topics, &strange, both));
        tell(
            "words",
            &measured(&topics, &strange, |topic| ours(topic, &words)),
        );
        tell("textbook", &measured(&topics, &strange, textbook));
        tell("tantivy", &measured(&topics, &strange, tantivy));
    }
}

/// What was named on the command line; Cargo adds options of its own.
fn folders() -> Vec<PathBuf> {
    let named = std::env::args().skip(1).filter(|it| !it.starts_with('-'));
    let named: Vec<PathBuf> = named.map(PathBuf::from).collect();
    match named.is_empty() {
        true => vec![PathBuf::from(SAMPLE)],
        false => named,
    }
}

fn tell(who: &str, figures: &Figures) {
    let Figures {
        questions,
        first,
        in_three,
        apart,
        shown,
        shown_off,
        ..
    } = figures;
    let decided = match *shown > 0.0 {
        true => format!("   right shown {shown:.3}   anything shown off topic {shown_off:.3}"),
        false => String::new(),
    };
    println!(
        "  {who:10}{questions:6} questions   first {first:.3}   in three {in_three:.3}   told apart {apart:.3}{decided}"
    );
}

/// Tantivy with its own tokeniser, or by pairs of letters where words are not written apart.
fn tantivy(topic: &Topic) -> impl Fn(&str) -> Found + use<> {
    let tantivy = Tantivy::new(topic);
    move |question| tantivy.search(question)
}

struct Tantivy {
    text: Field,
    analyzer: TextAnalyzer,
    searcher: Searcher,
    sections: usize,
}

/// The name of letter pairs among tokenisers.
const PAIRS: &str = "pairs";

impl Tantivy {
    fn new(topic: &Topic) -> Tantivy {
        let tokenizer = match public::is_unspaced(&topic.language) {
            true => PAIRS,
            false => "default",
        };
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(tokenizer)
            .set_index_option(IndexRecordOption::WithFreqs);
        let options = TextOptions::default().set_indexing_options(indexing);
        let text = schema.add_text_field("text", options);
        let index = tantivy::Index::create_in_ram(schema.build());
        let pairs = NgramTokenizer::new(2, 2, false).expect("two is no less than two");
        index
            .tokenizers()
            .register(PAIRS, TextAnalyzer::from(pairs));
        let analyzer = index.tokenizers().get(tokenizer).expect("it was named");
        let mut writer = index
            .writer_with_num_threads(1, 100_000_000)
            .expect("a writer");
        for section in topic.texts() {
            let mut document = TantivyDocument::default();
            document.add_text(text, section);
            writer.add_document(document).expect("a document");
        }
        writer.commit().expect("a commit");
        Tantivy {
            text,
            analyzer,
            searcher: index.reader().expect("a reader").searcher(),
            sections: topic.sections.len(),
        }
    }

    fn search(&self, question: &str) -> Found {
        let mut terms: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        let mut analyzer = self.analyzer.clone();
        analyzer.token_stream(question).process(&mut |token| {
            let term = Term::from_field_text(self.text, &token.text);
            let option = IndexRecordOption::WithFreqs;
            terms.push((Occur::Should, Box::new(TermQuery::new(term, option))));
        });
        let top = TopDocs::with_limit(self.sections).order_by_score();
        let query = BooleanQuery::new(terms);
        let found = self.searcher.search(&query, &top).expect("a search");
        let sure = found.first().map_or(0.0, |(score, _)| *score);
        let sections = found.iter().map(|(_, address)| address.doc_id as usize);
        Found::ranked(sure, sections.collect())
    }
}
