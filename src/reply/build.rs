//! An answer put into a message.

use super::press::{Key, Press};
use super::{Audience, Button, Part, Quote, Reply};
use crate::answer::Answer;
use crate::content::{Article, Passage, Phrases};

/// A language and the sentences we have in it.
#[derive(Clone, Copy, Debug)]
pub struct Voice<'p> {
    /// Every sentence.
    pub phrases: &'p Phrases,
    /// The language to say them in, as a tag.
    pub language: &'p str,
}

impl Voice<'_> {
    /// The sentence `name`.
    pub fn say(self, name: &str) -> String {
        self.phrases.say(self.language, name, &[])
    }

    /// The sentence `name` with `value` put in for `key`.
    pub fn say_with(self, name: &str, key: &str, value: &str) -> String {
        self.phrases
            .say(self.language, name, &[(key, value.into())])
    }
}

/// Buttons stand in rows of at most this many.
const ROW: usize = 5;

/// Puts `answer` into a message for the asker. Care has a card of its own.
pub fn reply(voice: Voice<'_>, article: &Article, answer: &Answer) -> Reply {
    match answer {
        Answer::Care(_) => Reply::say(""),
        Answer::Passage(passage) | Answer::Section(passage) => quoted(voice, article, *passage),
        Answer::DidYouMean(sections) => listed(voice, article, "did-you-mean", sections),
        Answer::NotInArticle(nearest) => listed(voice, article, "not-in-article", nearest),
        Answer::Contents => contents(voice, article),
    }
}

/// The section's title as people know it: with its number, or the article's own title.
pub fn section_title(article: &Article, section: usize) -> String {
    let title = article.section_title(section).as_str();
    match article.sections()[section].number {
        _ if title.is_empty() => article.title().as_str().to_owned(),
        Some(number) => format!("{number}. {title}"),
        None => title.to_owned(),
    }
}

/// A passage with its frame: where it stands, the closing advice, what to press next.
pub fn quoted(voice: Voice<'_>, article: &Article, passage: Passage) -> Reply {
    let section = passage.section();
    let mut parts = Vec::new();
    if let Some(note) = &article.sections()[section].about.note {
        parts.push(Part::Note(note.clone()));
    }
    parts.push(Part::Quote(Quote {
        title: section_title(article, section),
        words: article.excerpt(passage).as_str().to_owned(),
        stands: voice.say_with("stands-in", "article", article.title().as_str()),
    }));
    if let Some(advice) = article
        .advice()
        .filter(|_| article.closing() != Some(section))
    {
        parts.push(Part::Advice {
            lead: voice.say("closing-advice"),
            words: advice.as_str().to_owned(),
        });
    }
    let mut row = Vec::new();
    if article.whole(section) != Some(passage) {
        row.push(Button::press(
            voice.say("button-whole"),
            whole(article, section),
        ));
    }
    row.push(Button::press(
        voice.say("button-contents"),
        contents_press(article),
    ));
    Reply {
        parts,
        rows: vec![row],
        audience: Audience::OnlyAsker,
    }
}

/// One sentence of ours, a button for each of `sections`, and the contents.
fn listed(voice: Voice<'_>, article: &Article, sentence: &str, sections: &[usize]) -> Reply {
    let titles = sections.iter().map(|&section| {
        let press = Press::Open {
            article: Key::of(article.slug.as_str()),
            section: Key::of(article.sections()[section].id.as_str()),
        };
        vec![Button::press(section_title(article, section), press)]
    });
    let contents = Button::press(voice.say("button-contents"), contents_press(article));
    Reply {
        parts: vec![Part::Say(voice.say_with(
            sentence,
            "article",
            article.title().as_str(),
        ))],
        rows: titles.chain([vec![contents]]).collect(),
        audience: Audience::OnlyAsker,
    }
}

/// The list of sections.
pub fn contents(voice: Voice<'_>, article: &Article) -> Reply {
    let buttons: Vec<Button> = (0..article.sections().len())
        .map(|section| Button::press(section_title(article, section), whole(article, section)))
        .collect();
    Reply {
        parts: vec![Part::Say(voice.say_with(
            "contents",
            "article",
            article.title().as_str(),
        ))],
        rows: buttons.chunks(ROW).map(<[Button]>::to_vec).collect(),
        audience: Audience::OnlyAsker,
    }
}

fn whole(article: &Article, section: usize) -> Press {
    Press::Whole {
        article: Key::of(article.slug.as_str()),
        section: Key::of(article.sections()[section].id.as_str()),
        page: 0,
    }
}

fn contents_press(article: &Article) -> Press {
    Press::Contents {
        article: Key::of(article.slug.as_str()),
        page: 0,
    }
}
