//! Our search with the encoder, which reads every question.

use super::public::{Found, Topic, decided};
use std::cell::RefCell;
use std::collections::HashMap;
use verbatim::content::Words;
use verbatim::encoder::{Encoder, Question, Sense};
use verbatim::learn::Recollection;
use verbatim::search::{Index, Strangers};

/// What the encoder made of every question so far: the same are asked again and again.
pub type Memory = RefCell<HashMap<String, Sense>>;

/// Our search in an article that was just imported.
pub fn with_encoder<'e>(
    topic: &Topic,
    words: &Words,
    encoder: &'e Encoder,
    strangers: &Strangers,
    known: &'e Memory,
) -> impl Fn(&str) -> Found + use<'e> {
    let article = topic.article();
    let mut index = Index::build(&article, &topic.asked(&article), words);
    let kept = Recollection::default();
    index.understand(&article, encoder, words.elsewhere(), strangers, &kept);
    move |text| {
        let mut known = known.borrow_mut();
        let sense = known.entry(text.to_owned());
        let sense = Some(&*sense.or_insert_with(|| encoder.read(text)));
        decided(&index.search(Question { text, sense }))
    }
}
