//! Why a question meets what it meets, in words for a moderator.

use super::build::section_title;
use super::{Button, Voice};
use crate::answer::{Decision, Explanation, Rule};
use crate::content::Article;
use crate::press::{Press, Review};
use crate::search::Correction;

/// The button that shows the numbers behind the words.
pub fn numbers_button(voice: Voice<'_>) -> Button {
    let press = Press::Review(Review::Numbers);
    Button::press(voice.say("button-numbers"), press)
}

/// Why, a sentence a line: what decided, how sure we were, the words that told, and what came next.
pub fn why_in_words(voice: Voice<'_>, article: &Article, why: &Explanation) -> Vec<String> {
    let decided = decided(voice, article, why);
    let care = why.care.iter().map(|care| match &why.like {
        Some(like) => voice.say_with("tried-like", "words", like),
        None => voice.say_with("tried-rule", "rule", &care.rule),
    });
    let searched = why.search.iter().flat_map(|search| {
        let read = search.corrections.iter().map(|it| corrected(voice, it));
        let words = search.sections.first().map(|first| first.words.join(", "));
        let words = words.filter(|words| !words.is_empty());
        let words = words.map(|words| voice.say_with("tried-words", "words", &words));
        let next = search.sections.get(1);
        let next = next.map(|next| {
            let title = section_title(voice, article, next.section);
            sure(voice, "tried-next", &title, next.probability)
        });
        let weighed = matches!(why.rule, Rule::Cost(_));
        read.chain(words.into_iter().chain(next).filter(move |_| weighed))
    });
    [decided].into_iter().chain(care).chain(searched).collect()
}

/// The rule that decided, and how sure it was.
fn decided(voice: Voice<'_>, article: &Article, why: &Explanation) -> String {
    let decision = match &why.rule {
        Rule::Care => return voice.say("tried-care"),
        Rule::Command => return voice.say("tried-order"),
        Rule::NoWords => return voice.say("tried-wordless"),
        Rule::Clinic => return voice.say("tried-clinic"),
        Rule::OtherLanguage => return voice.say("tried-other-language"),
        Rule::Cost(decision) => decision,
    };
    let Some(search) = &why.search else {
        return voice.say("tried-wordless");
    };
    let first = search.sections.first().map(|first| {
        let title = section_title(voice, article, first.section);
        (title, first.probability)
    });
    let (title, probability) = first.unwrap_or_default();
    match decision {
        Decision::Answer => sure(voice, "tried-sure", &title, probability),
        Decision::Likely(_) => sure(voice, "tried-likely", &title, probability),
        Decision::Choices(_) => sure(voice, "tried-choices", &title, probability),
        Decision::None => sure(voice, "tried-none", &title, search.elsewhere),
    }
}

/// The sentence `name` about a section called `title`, which is so probable.
fn sure(voice: Voice<'_>, name: &str, title: &str, probability: f32) -> String {
    let percent = format!("{:.0}", probability * 100.0);
    voice.say_all(name, &[("section", title), ("percent", &percent)])
}

fn corrected(voice: Voice<'_>, Correction { typed, read }: &Correction) -> String {
    voice.say_all("tried-read", &[("typed", typed), ("read", read)])
}
