//! Whatever somebody asks.

use super::{text, tried};
use crate::support::knowledge;
use proptest::prelude::*;
use verbatim::answer::{Answer, Confidence, answer};
use verbatim::search::EXCERPT_LIMIT;

const PIECES: &[&str] = &[
    " ",
    " ",
    " ",
    "why",
    "is",
    "he",
    "she",
    "my boyfriend",
    "cold",
    "after",
    "sex",
    "attachment",
    "oxytocin",
    "section ",
    "nr ",
    "part ",
    "the second one",
    "next",
    "more",
    "contents",
    "kms",
    "i want to die",
    "kill",
    "myself",
    "i am 15",
    "pregnant",
    "he hit me",
    "pills",
    "20",
    "pourquoi",
    "il s'éloigne",
    "por qué",
    "kwa nini",
    "почему",
    "なぜ",
    "لماذا",
    ".",
    "?",
    "!",
    "...",
    ",",
    "\n",
    "@everyone",
    "<@1>",
    "https://example.org/?a=b",
    "**",
    "||",
    "`",
    "1.",
    "17",
    "18",
    "-1",
    "vulnerabilty",
    "vulnerability hangover",
    "hi",
    "thanks",
    "are you a bot",
];

#[test]
fn any_question_meets_the_articles_words_or_none() {
    let knowledge = knowledge();
    let served = knowledge.shelf.default_article();
    tried("question", 2_000, &text(PIECES, 24), |question| {
        let source = knowledge.shelf.source(served);
        let answered = answer(source, &knowledge.care, Confidence::Balanced, &question);
        if let Answer::Passage(passage) | Answer::Likely(passage, _) | Answer::Section(passage) =
            answered.answer
        {
            let excerpt = served.article.excerpt(passage);
            prop_assert!(excerpt.chars() <= EXCERPT_LIMIT);
        }
        if let Some(ranking) = answered.ranking {
            let hits = ranking.hits.iter().map(|hit| hit.probability);
            let sum: f32 = hits.sum::<f32>() + ranking.elsewhere;
            prop_assert!((sum - 1.0).abs() < 1e-3, "{sum}");
        }
        // Care reads it whatever the article makes of it.
        let again = answer(
            knowledge.shelf.source(served),
            &knowledge.care,
            Confidence::Balanced,
            &question,
        );
        prop_assert_eq!(answered.answer, again.answer);
        Ok(())
    });
}
