//! Messages that need a person before an article: who writes one, and the card that answers it.
//!
//! The rules, the words and the lines are the author's (`content/care/`).
//! Nothing here has a clock, keeps a message or knows who wrote it.

mod belief;
mod card;
mod examples;
mod grammar;
mod helpline;
mod hint;
mod learned;
mod likeness;
mod message;
mod need;
mod pattern;
mod route;
mod rules;
mod said;
mod sentence;
mod signal;
mod vocabulary;
mod warning;

use crate::content::Languages;
use crate::content::phrases::FIRST_LANGUAGE;
use crate::content::words::Words;
use crate::content::{Mistake, Rulebook, Text};
use crate::encoder::{Classes, Question};
use crate::learn::Recollection;
use belief::{Heard, Tongue};
use card::Cards;
use learned::Learned;
use rules::Rules;
use std::sync::Arc;

pub use card::{Card, Contact, Length, Menu, Telling};
pub use examples::Examples;
pub use helpline::{Helplines, Line, Place, PlaceId};
pub use need::{Detail, Details, Need};
pub use route::{Route, Whose};
pub use said::{Message, Said};
pub use signal::{Ear, LEARNED, Signal};
pub use warning::Warning;

/// The odds of need, as a logarithm, from which the examples call for a card by themselves. High, because most who ask
/// are in no need: see `tests/care.rs` for what it catches and what it costs.
pub const ENOUGH: f32 = 2.75;

/// The odds of need below which the examples overrule a rule: they speak clearly against it, and are not merely silent,
/// as in a language that none of them is in.
const OVERRULED: f32 = -5.0;

/// The odds of need below which the examples need no second reader.
const CALM: f32 = -4.0;

/// What each point of a weaker sign adds to the odds, up to [`MOST_POINTS`]; out of 0.3 to 1.2 what caught most of five
/// writers' messages, each judged by what the others taught.
const POINT: f32 = 0.6;

const MOST_POINTS: u64 = 3;

const _: () = assert!(
    OVERRULED + POINT * (MOST_POINTS as f32) < ENOUGH,
    "what the examples overrule, no points of the rules may call for"
);

/// What the weaker signs of the rules add to the odds.
fn weaker(points: u64) -> f32 {
    POINT * points.min(MOST_POINTS) as f32
}

/// The author's rules, cards and lines.
#[derive(Clone, Debug)]
pub struct Care {
    rules: Rules,
    learned: Option<Learned>,
    /// What examples in other languages taught, all of them together.
    abroad: Option<Learned>,
    /// The messages of need that it learned from.
    said: Vec<String>,
    /// How the encoder's answers are read.
    heard: Option<Heard>,
    languages: Arc<Languages>,
    cards: Cards,
    helplines: Helplines,
}

impl Care {
    /// Reads the rules of `book`; the short forms of `words` hold here too. It has no cards yet: see [`Care::with`].
    pub fn read(book: &Rulebook, words: &Words) -> (Care, Vec<Mistake>) {
        let (rules, mistakes) = rules::read(book, words);
        let care = Care {
            rules,
            learned: None,
            abroad: None,
            said: Vec::new(),
            heard: None,
            languages: Arc::clone(words.languages()),
            cards: Cards::default(),
            helplines: Helplines::default(),
        };
        (care, mistakes)
    }

    /// The same with cards in the words of `files` (`cards.en.toml`), and `helplines` on them.
    pub fn with(self, files: &[Text], helplines: Helplines) -> (Care, Vec<Mistake>) {
        let (cards, mistakes) = card::read(files);
        let care = Care {
            cards,
            helplines,
            ..self
        };
        (care, mistakes)
    }

    /// The same where the encoder tells `classes` apart: its word counts if it knows every need that we know.
    pub fn hearing(self, classes: &Classes) -> Care {
        Care {
            heard: Heard::of(classes),
            ..self
        }
    }

    /// The same after it learned from examples in its `own` language and, apart from them, in others.
    pub fn taught(self, own: Examples<'_>, others: Examples<'_>) -> Care {
        self.recalling(own, others, &Recollection::default())
    }

    /// The same where what they taught may be `kept`.
    pub fn recalling(
        mut self,
        own: Examples<'_>,
        others: Examples<'_>,
        kept: &Recollection<'_>,
    ) -> Care {
        self.rules.remember(own.texts());
        let learn = |examples: Examples<'_>| {
            let (said, remembered) = (examples.said, self.rules.remembered());
            let calm: Vec<&str> = examples.calm().collect();
            Learned::from(said, &calm, remembered, |text| self.rules.read(text))
        };
        let learned = kept.recall("care", || learn(own));
        let abroad = || kept.recall("care-abroad", || learn(others));
        let abroad = (!others.said.messages().is_empty()).then(abroad);
        let said = [own, others].into_iter();
        let said = said.flat_map(|examples| examples.said.messages());
        let needs = said.filter(|said| said.need.is_some());
        Care {
            learned: Some(learned),
            abroad,
            said: needs.map(|said| said.text.clone()).collect(),
            ..self
        }
    }

    /// What `question`, heard with this `ear`, needs before any article, if anything.
    pub fn signal<'q>(&self, question: impl Into<Question<'q>>, ear: Ear) -> Option<Signal> {
        let Question { text, sense } = question.into();
        let sentences = self.rules.read(text);
        if ear == Ear::Plain {
            return self.rules.plain(&sentences);
        }
        let tongue = self.tongue(text);
        let Some(learned) = self.learned(tongue).filter(|_| !sentences.is_empty()) else {
            return self.rules.judge(&sentences).signal;
        };
        let opinion = learned.opinion(&sentences);
        let judgement = self.rules.judge(&sentences);
        if let (Some(sense), Some(heard)) = (sense, &self.heard) {
            let words = tongue.beside_encoder(opinion.need);
            return heard.signal(words, sense, judgement, || learned.spoke(&sentences));
        }
        if opinion.need < OVERRULED {
            return judgement.certain;
        }
        match judgement.signal {
            // Who may have harmed is not taken for a friend who worries; and of friends the few examples in other
            // languages cannot tell.
            Some(signal)
                if signal.route == opinion.route
                    && signal.whose != Whose::Done
                    && tongue == Tongue::Own =>
            {
                Some(Signal {
                    whose: signal.whose.max(opinion.whose),
                    ..signal
                })
            }
            Some(signal) => Some(signal),
            None if opinion.need + weaker(judgement.points) >= ENOUGH => Some(Signal {
                // Who says nothing of an age is no child to us, whatever it sounds like.
                route: if judgement.minor {
                    opinion.route
                } else {
                    opinion.grown
                },
                whose: opinion.whose,
                details: judgement.details,
                rule: LEARNED.to_owned(),
                spans: learned.spoke(&sentences),
            }),
            None => None,
        }
    }

    /// Whether the words of `question`, heard with this `ear`, leave open if somebody is in need.
    pub fn is_open(&self, question: &str, ear: Ear) -> bool {
        if ear == Ear::Plain {
            return false;
        }
        let sentences = self.rules.read(question);
        let learned = self.learned(self.tongue(question));
        learned.is_some_and(|learned| learned.opinion(&sentences).need > CALM)
    }

    /// Which of the examples know the language of `text`.
    fn tongue(&self, text: &str) -> Tongue {
        match self.languages.foreign(text, FIRST_LANGUAGE) {
            Some(_) => Tongue::Other,
            None => Tongue::Own,
        }
    }

    /// What the examples in `tongue` taught, or those in the other where there are none.
    fn learned(&self, tongue: Tongue) -> Option<&Learned> {
        let abroad = self.abroad.as_ref().filter(|_| tongue == Tongue::Other);
        abroad.or(self.learned.as_ref())
    }

    /// How near `question` is to a card: it comes from [`ENOUGH`] on. For whoever measures.
    pub fn nearness<'q>(&self, question: impl Into<Question<'q>>) -> f32 {
        let Question { text, sense } = question.into();
        let sentences = self.rules.read(text);
        let judgement = self.rules.judge(&sentences);
        let tongue = self.tongue(text);
        let learned = self.learned(tongue);
        let opinion = learned.map(|learned| learned.opinion(&sentences));
        if let (Some(sense), Some(opinion), Some(_)) = (sense, opinion, &self.heard) {
            let words = tongue.beside_encoder(opinion.need);
            return belief::odds(words, sense, &judgement);
        }
        let need = opinion.map_or(0.0, |opinion| opinion.need);
        let by_examples = need + weaker(judgement.points);
        match (judgement.certain, judgement.signal) {
            (Some(_), _) => by_examples.max(ENOUGH),
            (None, Some(_)) => by_examples.max(need - OVERRULED + ENOUGH),
            (None, None) => by_examples,
        }
    }

    /// The card for `need`.
    pub fn card(&self, need: Need, telling: Telling<'_>) -> Card {
        self.cards.card(&self.helplines, need, telling)
    }

    /// The language of the cards for whoever reads `language`.
    pub fn spoken(&self, language: &str) -> &str {
        self.cards.spoken(language)
    }

    /// The page of whoever listens wherever somebody is, if there is one.
    pub fn anywhere(&self) -> Option<&str> {
        self.helplines.anywhere()
    }

    /// The places to choose from.
    pub fn places(&self) -> &[Place] {
        self.helplines.places()
    }

    /// The ids of every rule that `question` meets, for an author who wonders why.
    pub fn met(&self, question: &str) -> Vec<&str> {
        self.rules.met(question)
    }

    /// The messages that need the rule named `rule`, as its author wrote them.
    pub fn examples(&self, rule: &str) -> &[String] {
        let rule = self.rules.all().iter().find(|known| known.id == rule);
        rule.map_or(&[], |rule| &rule.examples)
    }

    /// The example of need that is most like `question`, where `signal` came from the examples and no rule decided.
    pub fn like(&self, question: &str, signal: &Signal) -> Option<&str> {
        let learned = signal.rule == LEARNED;
        learned.then(|| likeness::nearest(&self.said, question))?
    }

    /// Which patterns stand in `question`, and which set others aside, for an author who wonders why.
    pub fn explain(&self, question: &str) -> Vec<String> {
        self.rules.explain(question)
    }
}
