//! An answer put into a message.

use super::voice::{TITLE_LIMIT, Voice};
use super::ways::{contents_button, key_of, open, reading, related_button, section_key};
use super::{Arrival, Audience, Button, MENU_LIMIT, Part, Quote, Reply, Row, shortened};
use crate::answer::Answer;
use crate::content::phrases::tongue;
use crate::content::{Article, Passage, UNDETERMINED};
use crate::press::{Press, Sealed};

/// Of how a section begins so much is shown where several may be meant: two lines on a phone. In characters.
const FIRST_LINE: usize = 110;

/// Puts `answer` into a message for the asker. Care has a card of its own.
pub fn reply(voice: Voice<'_>, article: &Article, answer: &Answer) -> Reply {
    match answer {
        Answer::Care(_) => Reply::say(voice.say("teaser")),
        Answer::Passage(passage) | Answer::Section(passage) => quoted(voice, article, *passage),
        Answer::Likely(passage, others) => likely(voice, article, *passage, others),
        Answer::DidYouMean(sections) => {
            let says = voice.say_of("did-you-mean", article);
            let mut reply = listed(voice, article, says, sections);
            let firsts = sections
                .iter()
                .map(|&section| first_line(voice, article, section));
            reply.parts.extend(firsts.map(Part::Say));
            reply
        }
        Answer::Sections(sections) => listed(voice, article, voice.say("asked-for"), sections),
        Answer::NotInArticle(nearest) => {
            let says = voice.say_of("not-in-article", article);
            listed(voice, article, says, nearest)
        }
        Answer::Clinic => leading_to_contents(voice, article, voice.say("clinic")),
        Answer::OtherLanguage => other_language(voice, article),
        Answer::Contents => contents(voice, article, 0),
    }
}

/// The section's title as people know it: with its number; the introduction has none and is called so.
pub fn section_title(voice: Voice<'_>, article: &Article, section: usize) -> String {
    let title = article.section_title(section).as_str();
    match article.sections()[section].number {
        _ if title.is_empty() => voice.say("introduction"),
        Some(number) => format!("{number}. {title}"),
        None => title.to_owned(),
    }
}

/// A passage with its frame: where it stands, the closing advice, what to press next.
pub fn quoted(voice: Voice<'_>, article: &Article, passage: Passage) -> Reply {
    let section = passage.section();
    let mut row = Vec::new();
    if article.whole(section) != Some(passage) {
        let whole = Press::Whole {
            article: key_of(article),
            section: section_key(article, section),
        };
        row.push(Button::press(voice.say("button-whole"), whole));
    }
    if article.sections().len() > 1 {
        row.push(related_button(voice, article, section));
    }
    row.push(contents_button(voice, article));
    let mut parts = framed(voice, article, passage, None);
    parts.extend(advice(voice, article, section));
    Reply {
        parts,
        rows: vec![Row::Buttons(row)],
        audience: Audience::OnlyAsker,
        arrival: Arrival::New,
    }
}

/// A passage that may be it, under a line that says so, and a button for each of `others` that may be meant.
fn likely(voice: Voice<'_>, article: &Article, passage: Passage, others: &[usize]) -> Reply {
    let (lead, beside) = match article.introduction() == Some(passage.section()) {
        true => ("overview", "overview-others"),
        false => ("likely", "likely-others"),
    };
    let mut reply = quoted(voice, article, passage);
    reply.parts.insert(0, Part::Say(voice.say(lead)));
    if !others.is_empty() {
        reply.parts.push(Part::Onward(voice.say(beside)));
    }
    let sections = [&[passage.section()], others].concat();
    let others = others
        .iter()
        .map(|&other| open_row(voice, article, other, &sections));
    reply.rows.splice(0..0, others);
    reply
}

/// A section's title, and how it begins.
fn first_line(voice: Voice<'_>, article: &Article, section: usize) -> String {
    let title = section_title(voice, article, section);
    let begins = shortened(article.beginning(section).as_str(), FIRST_LINE);
    format!("**{title}**\n{begins}")
}

/// The author's note and the passage; `page` is told where the section has several.
pub(super) fn framed(
    voice: Voice<'_>,
    article: &Article,
    passage: Passage,
    page: Option<String>,
) -> Vec<Part> {
    let section = passage.section();
    let note = article.sections()[section].about.note.clone();
    let stands = stands_in(voice, article);
    let quote = Part::Quote(Quote {
        title: section_title(voice, article, section),
        words: article.excerpt(passage).as_str().to_owned(),
        stands: [Some(stands), page]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
    });
    note.map(Part::Note).into_iter().chain([quote]).collect()
}

/// Where a quote stands, and in which language, where that is not ours.
fn stands_in(voice: Voice<'_>, article: &Article) -> String {
    let Some(language) = foreign(voice, article) else {
        return voice.say_of("stands-in", article);
    };
    let title = shortened(article.title().as_str(), TITLE_LIMIT);
    let values = [("article", &*title), ("language", language)];
    voice.say_all("stands-in-other", &values)
}

/// The language of `article`, where we speak another; one that nobody could tell has no name.
fn foreign<'a>(voice: Voice<'_>, article: &'a Article) -> Option<&'a str> {
    let written = tongue(&article.about.language);
    let ours = tongue(voice.phrases.spoken(voice.language));
    (written != ours && written != UNDETERMINED).then_some(written)
}

/// In which language to ask `article`, where we speak another.
pub(super) fn ask_in(voice: Voice<'_>, article: &Article) -> Option<Part> {
    let language = foreign(voice, article)?;
    let name = match article.hears(voice.phrases.spoken(voice.language)) {
        true => "ask-in-yours",
        false => "ask-in",
    };
    Some(Part::Say(voice.say_with(name, "language", language)))
}

/// The closing advice; the closing section itself needs none.
pub(super) fn advice(voice: Voice<'_>, article: &Article, section: usize) -> Option<Part> {
    let words = article.advice()?;
    (article.closing() != Some(section)).then(|| Part::Advice {
        lead: voice.say("closing-advice"),
        words: words.as_str().to_owned(),
    })
}

/// What we say, a button for each of `sections`, and the contents.
pub(super) fn listed(
    voice: Voice<'_>,
    article: &Article,
    says: String,
    sections: &[usize],
) -> Reply {
    let open = |&section: &usize| open_row(voice, article, section, sections);
    let contents = Row::Buttons(vec![contents_button(voice, article)]);
    Reply {
        rows: sections.iter().map(open).chain([contents]).collect(),
        ..Reply::say(says)
    }
}

/// A button that opens `section`, which is listed as one of `sections`, in a row of its own: titles are long.
fn open_row(voice: Voice<'_>, article: &Article, section: usize, sections: &[usize]) -> Row {
    let title = section_title(voice, article, section);
    Row::Buttons(vec![Button::press(title, open(article, section, sections))])
}

/// In which languages to ask `article`, and the way to its contents.
fn other_language(voice: Voice<'_>, article: &Article) -> Reply {
    if article.heard().nth(1).is_none() {
        return own_language(voice, article);
    }
    let name = |tag| voice.say_with("language-name", "language", tongue(tag));
    let names: Vec<String> = article.heard().map(name).collect();
    let title = shortened(article.title().as_str(), TITLE_LIMIT);
    let values = [("article", &*title), ("languages", &names.join(", "))];
    leading_to_contents(
        voice,
        article,
        voice.say_all("other-language-than", &values),
    )
}

/// That `article` can only be asked in its own language, and the way to its contents.
fn own_language(voice: Voice<'_>, article: &Article) -> Reply {
    let language = tongue(&article.about.language);
    let title = shortened(article.title().as_str(), TITLE_LIMIT);
    let values = [("article", &*title), ("language", language)];
    leading_to_contents(voice, article, voice.say_all("other-language", &values))
}

fn leading_to_contents(voice: Voice<'_>, article: &Article, said: String) -> Reply {
    Reply {
        rows: vec![Row::Buttons(vec![contents_button(voice, article)])],
        ..Reply::say(said)
    }
}

impl Reply {
    /// The same reply, which first says in which language `article` is, where we speak another.
    pub fn naming_language(mut self, voice: Voice<'_>, article: &Article) -> Reply {
        let language = foreign(voice, article);
        let note = language.map(|language| voice.say_with("quoted-in", "language", language));
        self.parts.splice(0..0, note.map(Part::Note));
        self
    }

    /// The same reply under `words` of the asker's own language, which we do not speak.
    pub fn under(mut self, words: &str) -> Reply {
        self.parts.insert(0, Part::Say(words.to_owned()));
        self
    }
}

/// The list of sections, as many as a menu unfolds, and the way to the others. What is chosen is read in its place.
pub fn contents(voice: Voice<'_>, article: &Article, page: usize) -> Reply {
    let open = |section| reading(article, section, 0);
    let turn = |page| Press::ContentsPage {
        article: key_of(article),
        page,
    };
    Reply {
        rows: unfolded(voice, article, page, "menu-contents", open, turn),
        ..Reply::say(voice.say_of("contents", article))
    }
}

/// A menu of the sections, as many as it holds, and the way to the others.
pub(super) fn unfolded(
    voice: Voice<'_>,
    article: &Article,
    page: usize,
    label: &str,
    choose: impl Fn(usize) -> Press,
    turn: impl Fn(u8) -> Press,
) -> Vec<Row> {
    let choice = |section| {
        let title = section_title(voice, article, section);
        Button::press(title, choose(section))
    };
    let choices: Vec<Button> = (0..article.sections().len()).map(choice).collect();
    paged(voice, voice.say(label), &choices, page, turn)
}

/// A menu of as many `choices` as it holds, and the way to the others.
pub(super) fn paged(
    voice: Voice<'_>,
    label: String,
    choices: &[Button],
    page: usize,
    turn: impl Fn(u8) -> Press,
) -> Vec<Row> {
    let pages: Vec<&[Button]> = choices.chunks(MENU_LIMIT).collect();
    let page = page.min(pages.len().saturating_sub(1));
    let choices = pages.get(page).copied().unwrap_or_default().to_vec();
    let turns = turns(voice, page, pages.len(), turn);
    [Row::Menu { label, choices }]
        .into_iter()
        .chain(turns)
        .collect()
}

/// The buttons that turn to the page before and after `page`, if there are several.
pub(super) fn turns(
    voice: Voice<'_>,
    page: usize,
    pages: usize,
    turn: impl Fn(u8) -> Press,
) -> Option<Row> {
    let button = |name: &str, page: usize| {
        let page = u8::try_from(page).ok()?;
        Some(Button::press(voice.say(name), turn(page)))
    };
    let before = page
        .checked_sub(1)
        .and_then(|page| button("button-previous", page));
    let after = (page + 1 < pages)
        .then(|| button("button-next", page + 1))
        .flatten();
    let buttons: Vec<Button> = before.into_iter().chain(after).collect();
    (!buttons.is_empty()).then_some(Row::Buttons(buttons))
}

/// What everybody sees where the bot was mentioned: that there is something, and not what.
///
/// It is the same whatever was found, so that nobody learns whether somebody needs help.
pub fn teaser(voice: Voice<'_>, sealed: Sealed) -> Reply {
    let show = Button::press(voice.say("button-show"), Press::Sealed(sealed));
    Reply {
        rows: vec![Row::Buttons(vec![show])],
        audience: Audience::Everyone,
        ..Reply::say(voice.say("teaser"))
    }
}

/// How to ask, for someone who said nothing that could be searched.
pub fn hint(voice: Voice<'_>, article: &Article, audience: Audience) -> Reply {
    let mut hint = Reply {
        rows: vec![Row::Buttons(vec![contents_button(voice, article)])],
        audience,
        ..Reply::say(voice.say_of("hint", article))
    };
    hint.parts.extend(ask_in(voice, article));
    hint
}
