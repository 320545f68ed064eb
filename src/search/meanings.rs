//! What an article means, part by part, so that a question in other words finds it.
//!
//! The encoder makes one vector of each heading, of each stretch of a section, and of each example question. A question
//! comes near a section by the nearest of them and by the middle of what the section is called. How near a question must
//! come before anything answers, strangers tell: lines that no section answers, which each article is asked when it is
//! learned.
//!
//! The constants were fitted on CovidFAQ, deepset's COVID questions, FAQ pages with hidden headings, StackFAQ, a quarter
//! of XQuAD, CLINC with 1, 3 and 10 examples, and our development questions to an article as it was imported.

use super::Hit;
use super::by_words::{RANKED, fill};
use super::texts::{Kind, Texts};
use super::vectors::{dot, less, mean, unit};
use super::weighed::Weighed;
use crate::learn::softmax;
use serde::{Deserialize, Serialize};

/// How much the nearest text and the middle count beside the share of the question's words that a section holds. Of nine
/// ways to share, none is better on six of the nine sets.
const NEAREST: f32 = 1.3;
const MIDDLE: f32 = 1.3;

/// How much the share of a question's words that a section holds counts, where that is all there is; where all that an
/// article is known by are examples, which say how it is asked for; and where its headings are questions.
const WORDS: f32 = 1.0;
const WORDS_BESIDE_EXAMPLES: f32 = 0.25;
const WORDS_BESIDE_QUESTIONS: f32 = 0.6;

/// How much the share counts that a heading holds which is a question, words of grammar too: an FAQ is asked in its words.
/// With the words at 1 and headings at nothing the right section comes first for .660 of CovidFAQ's questions (so for .716),
/// .807 of deepset's (.799), .882 of StackFAQ's (.889), .801 of CLINC's with ten examples (.831). Questions that were
/// written with the answer in view lose: of Quebec's FAQ .693 (.677).
const HEADING: f32 = 0.45;

/// How much one unit of all that favours a section over another.
const LEAD: f32 = 5.0;

/// How much belief grows with how far the best section stands above what strangers' lines find, in standard deviations;
/// with how much nearer the question is to the article than to any stranger's line, in those of strangers among
/// themselves; and with the share of its words that the article knows.
const ABOVE: f32 = 0.45;
const NEARER: f32 = 0.9;
const KNOWN: f32 = 1.8;

/// What all that must come to for an answer to be as likely as not.
const EVEN: f32 = 3.85;

/// What the encoder knows of an article. All vectors have length one.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Meanings {
    /// Each text with its section.
    texts: Vec<(u32, Kind, Placed)>,
    /// The middle of each section's heading and examples; of its text and examples where the heading says nothing.
    middles: Vec<Vec<f32>>,
    /// The middle of all texts: what all of them share tells none of them apart. Not of length one.
    middle: Vec<f32>,
    /// What no section answers.
    strangers: Vec<Vec<f32>>,
    /// How strangers' lines fare here.
    usual: Usual,
}

/// A vector, and where it lies seen from the middle of all.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Placed {
    vector: Vec<f32>,
    /// Its product with the middle.
    along: f32,
    /// How far it is from the middle.
    far: f32,
}

/// How strangers' lines fare: the mean of each number, and its standard deviation.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
struct Usual {
    best: (f32, f32),
    nearer: (f32, f32),
}

/// How near a question comes.
struct Near {
    /// For each section.
    sections: Vec<f32>,
    /// The nearest text, by the cosine.
    nearest: f32,
}

impl Meanings {
    /// What `texts` mean, of which the encoder made `vectors`, in an article of so many `sections`; it made `strangers` of
    /// lines that no section answers, whose words were `weighed`.
    pub(super) fn new(
        texts: &Texts,
        vectors: Vec<Vec<f32>>,
        sections: usize,
        strangers: Vec<Vec<f32>>,
        weighed: &[Weighed],
    ) -> Meanings {
        let vectors: Vec<Vec<f32>> = vectors.into_iter().map(unit).collect();
        let middle = mean(vectors.iter().map(Vec::as_slice));
        let placed = texts.kinds().zip(vectors);
        let placed = placed
            .map(|((section, kind), vector)| (section as u32, kind, Placed::new(vector, &middle)));
        let mut meanings = Meanings {
            texts: placed.collect(),
            middles: Vec::new(),
            middle,
            strangers: strangers.into_iter().map(unit).collect(),
            usual: Usual::default(),
        };
        meanings.middles = (0..sections)
            .map(|section| meanings.middle_of(section as u32))
            .collect();
        meanings.usual = meanings.asked_by_strangers(weighed);
        meanings
    }

    /// The middle of what tells what the section is about, seen from the middle of all.
    fn middle_of(&self, section: u32) -> Vec<f32> {
        let texts = self.texts.iter();
        let seen: Vec<Vec<f32>> = texts
            .filter(|(of, kind, _)| *of == section && *kind != Kind::Body)
            .map(|(_, _, placed)| unit(less(&placed.vector, &self.middle)))
            .collect();
        unit(mean(seen.iter().map(Vec::as_slice)))
    }

    fn asked_by_strangers(&self, weighed: &[Weighed]) -> Usual {
        let (mut best, mut nearer) = (Vec::new(), Vec::new());
        for ((at, stranger), weighed) in self.strangers.iter().enumerate().zip(weighed) {
            let near = self.near(stranger);
            best.push(self.highest(&near, weighed));
            let others = self.strangers.iter().enumerate();
            let others = others.filter(|(other, _)| *other != at);
            let other = others.map(|(_, other)| dot(stranger, other));
            nearer.push(near.nearest - other.fold(0.0, f32::max));
        }
        Usual {
            best: spread_of(&best),
            nearer: spread_of(&nearer),
        }
    }

    /// How near `vector`, of length one, comes to each section.
    fn near(&self, vector: &[f32]) -> Near {
        let asked = Placed::new(vector.to_vec(), &self.middle);
        let own = dot(&self.middle, &self.middle);
        let mut near = Near {
            sections: vec![0.0; self.middles.len()],
            nearest: 0.0,
        };
        let mut closest = vec![Closest::default(); self.middles.len()];
        for (section, kind, text) in &self.texts {
            let plain = dot(vector, &text.vector);
            near.nearest = near.nearest.max(plain);
            let seen = (plain - asked.along - text.along + own) / (asked.far * text.far);
            closest[*section as usize].sees(*kind, seen);
        }
        let seen = unit(less(vector, &self.middle));
        for ((near, closest), middle) in near.sections.iter_mut().zip(closest).zip(&self.middles) {
            *near = NEAREST * closest.value() + MIDDLE * dot(&seen, middle);
        }
        near
    }

    /// What speaks for each section, where so much of what the article is known by is examples.
    fn totals(&self, near: &Near, weighed: &Weighed, heard: f32) -> Vec<f32> {
        let mut totals = near.sections.clone();
        let alone = match weighed.headings {
            Some(_) => WORDS_BESIDE_QUESTIONS,
            None => WORDS,
        };
        let words = alone + heard * (WORDS_BESIDE_EXAMPLES - alone);
        let whole = weighed.whole.max(f32::MIN_POSITIVE);
        for (section, worth) in &weighed.all {
            totals[*section] += words * worth / whole;
        }
        if let Some(headings) = &weighed.headings {
            let whole = headings.whole.max(f32::MIN_POSITIVE);
            for (section, worth) in &headings.all {
                totals[*section] += HEADING * worth / whole;
            }
        }
        totals
    }

    /// What speaks for the best section, as far as it tells whether any answers: examples tell only which does.
    fn highest(&self, near: &Near, weighed: &Weighed) -> f32 {
        let totals = self.totals(near, weighed, 0.0).into_iter();
        totals.fold(0.0, f32::max)
    }

    /// The share of examples in what the article is known by.
    fn heard(&self) -> f32 {
        let is_example = |text: &&(u32, Kind, Placed)| text.1 == Kind::Example;
        let examples = self.texts.iter().filter(is_example).count();
        examples as f32 / self.texts.len().max(1) as f32
    }

    /// The sections likeliest to answer a question that means `vector` and whose words were `weighed`, best first; and how
    /// likely none does.
    pub(super) fn ranked(&self, vector: &[f32], weighed: &Weighed) -> (Vec<Hit>, f32) {
        let vector = unit(vector.to_vec());
        let near = self.near(&vector);
        let totals = self.totals(&near, weighed, self.heard());
        let mut best: Vec<(usize, f32)> = totals.into_iter().enumerate().collect();
        best.sort_by(|a, b| b.1.total_cmp(&a.1));
        best.truncate(RANKED);
        let answered = self.answered(self.highest(&near, weighed), near.nearest, &vector, weighed);
        let mut shares: Vec<f32> = best.iter().map(|(_, total)| total * LEAD).collect();
        softmax(&mut shares);
        let hits = best.iter().zip(shares);
        let mut hits: Vec<Hit> = hits
            .map(|((section, _), share)| Hit {
                section: *section,
                probability: share * answered,
            })
            .collect();
        fill(&mut hits, self.middles.len());
        (hits, 1.0 - answered)
    }

    /// How likely some section answers, for the best of which so much speaks.
    fn answered(&self, total: f32, nearest: f32, vector: &[f32], weighed: &Weighed) -> f32 {
        let strangers = self.strangers.iter().map(|other| dot(vector, other));
        let nearer = nearest - strangers.fold(0.0, f32::max);
        let beyond = |(mean, deviation): (f32, f32), is: f32| (is - mean) / deviation;
        let belief = ABOVE * beyond(self.usual.best, total)
            + NEARER * beyond(self.usual.nearer, nearer)
            + KNOWN * weighed.known
            - EVEN;
        1.0 / (1.0 + (-belief).exp())
    }
}

/// How near a question comes to the nearest text of a section.
#[derive(Clone, Copy)]
struct Closest {
    said: f32,
    asked: f32,
    texts: f32,
    examples: f32,
}

impl Default for Closest {
    fn default() -> Closest {
        Closest {
            said: -1.0,
            asked: -1.0,
            texts: 0.0,
            examples: 0.0,
        }
    }
}

impl Closest {
    fn sees(&mut self, kind: Kind, near: f32) {
        self.texts += 1.0;
        match kind {
            Kind::Example => {
                self.examples += 1.0;
                self.asked = self.asked.max(near);
            }
            Kind::Name | Kind::Body => self.said = self.said.max(near),
        }
    }

    /// Examples are heard as so many among all texts of the section: one of one section would lead to it whatever is asked in
    /// such words, while the others have none.
    fn value(self) -> f32 {
        let heard = self.examples / self.texts.max(1.0);
        self.said + heard * (self.asked - self.said).max(0.0)
    }
}

impl Placed {
    fn new(vector: Vec<f32>, middle: &[f32]) -> Placed {
        let away = less(&vector, middle);
        Placed {
            along: dot(&vector, middle),
            far: dot(&away, &away).sqrt().max(f32::MIN_POSITIVE),
            vector,
        }
    }
}

/// The mean of `numbers` and their standard deviation, which is never nothing.
fn spread_of(numbers: &[f32]) -> (f32, f32) {
    let count = f32::max(numbers.len() as f32, 1.0);
    let mean = numbers.iter().sum::<f32>() / count;
    let squares = numbers.iter().map(|it| (it - mean).powi(2));
    (mean, (squares.sum::<f32>() / count).sqrt().max(0.01))
}
