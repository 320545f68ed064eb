//! Articles whose author wrote few examples or none: how much is enough, what strangers ask, and the encoder's part.

use super::Index;
use super::meanings::Meanings;
use super::query::Reader;
use super::texts::Texts;
use crate::content::{Article, Asked};
use crate::encoder::Encoder;
use crate::learn::Recollection;
use std::cell::OnceCell;

/// From so many examples a section on, on average, a model learned from them finds more than their words: of CLINC's
/// questions, with 10 a section, the model .81 and the words .77.
const TEACH: usize = 10;

/// From so many on, the model finds as much as the encoder that was not fitted for the article; with 10 a section the
/// encoder finds .86 of CLINC's.
const TEACH_MORE: usize = 40;

/// An author who wrote so many questions that no section answers needs none of ours.
const OWN_ELSEWHERE: usize = 50;

/// So many of the author's stand among the strangers.
const STRANGERS: usize = 200;

/// What the encoder makes of the lines of [`Words::elsewhere`](crate::content::Words::elsewhere), once for all articles.
pub type Strangers = OnceCell<Vec<Vec<f32>>>;

/// Whether `asked` has enough to learn from.
pub(super) fn is_enough(asked: &Asked, sections: usize) -> bool {
    asked.about().count() >= TEACH * sections
}

/// `asked`, with those of `lines` that the article does not answer if the author wrote few such questions.
pub(super) fn with_strangers(
    article: &Article,
    asked: &Asked,
    lines: &[String],
    reader: &Reader,
) -> Option<Asked> {
    let few = asked.elsewhere().len() < OWN_ELSEWHERE && !lines.is_empty();
    few.then(|| {
        let strange = strange(article, lines, reader);
        let strange = lines.iter().zip(strange).filter(|(_, strange)| *strange);
        asked.clone().with_elsewhere(strange.map(|(line, _)| line))
    })
}

/// For each of `lines` whether it speaks of another matter than the title and the headings of `article`.
fn strange(article: &Article, lines: &[String], reader: &Reader) -> Vec<bool> {
    let sections = 0..article.sections().len();
    let headings = sections.map(|section| article.section_title(section).as_str());
    let titles = headings.chain([article.title().as_str()]);
    let matter = |text: &str| reader.matter(&reader.tokens(text));
    let own: Vec<_> = titles.flat_map(matter).collect();
    let strange = lines
        .iter()
        .map(|line| !matter(line).iter().any(|it| own.contains(it)));
    strange.collect()
}

impl Index {
    /// Whether the encoder may help with its vectors: it was not fitted for the article, and examples are few.
    fn wants_meanings(&self) -> bool {
        let sections = self.postings.sections();
        self.classes.is_none() && self.asked.about().count() < TEACH_MORE * sections
    }

    /// Lets `encoder` read `article`, which is asked `lines` that no section answers; nothing is read that is `kept`, or
    /// where examples are enough.
    pub fn understand(
        &mut self,
        article: &Article,
        encoder: &Encoder,
        lines: &[String],
        strangers: &Strangers,
        kept: &Recollection<'_>,
    ) {
        if !self.wants_meanings() {
            return;
        }
        let Some(texts) = Texts::of(article, &self.asked, &self.reader) else {
            return;
        };
        let name = format!("meanings.{}.{}", article.name(), encoder.name());
        let learned = kept.recall(&name, || {
            self.meanings_of(article, &texts, encoder, (lines, strangers), kept)
        });
        self.meanings = Some(learned);
    }

    fn meanings_of(
        &self,
        article: &Article,
        texts: &Texts,
        encoder: &Encoder,
        (lines, strangers): (&[String], &Strangers),
        kept: &Recollection<'_>,
    ) -> Meanings {
        let read = |texts: &mut dyn Iterator<Item = &String>| {
            let texts: Vec<&str> = texts.map(String::as_str).collect();
            kept.recall_each(&encoder.name(), &texts, |new| encoder.vectors(new))
        };
        let all = strangers.get_or_init(|| read(&mut lines.iter()));
        let strange = strange(article, lines, &self.reader);
        let others = lines.iter().zip(all).zip(strange);
        let others = others.filter(|(_, strange)| *strange).map(|(it, _)| it);
        let own = self.asked.elsewhere();
        let own = &own[..own.len().min(STRANGERS)];
        let own_vectors = read(&mut own.iter());
        let others = others.map(|(line, vector)| (line, vector.clone()));
        let asked = own.iter().zip(own_vectors).chain(others);
        let (asked, vectors): (Vec<&String>, Vec<Vec<f32>>) = asked.unzip();
        let weighed: Vec<_> = asked
            .into_iter()
            .map(|line| self.weighed(&self.reader.read(line)))
            .collect();
        Meanings::new(
            texts,
            read(&mut texts.words()),
            article.sections().len(),
            vectors,
            &weighed,
        )
    }
}
