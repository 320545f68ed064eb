//! The first `article.toml` of an imported article: what is known, and places for what is not.

use super::Imported;
use super::keywords::keywords;
use super::known::{Known, KnownSection, Match};
use super::part::Part;
use crate::content::{Article, Section, SectionId};
use std::fmt::Write;

/// What the text says about itself.
pub struct Facts<'t> {
    /// The title.
    pub title: &'t str,
    /// Whether the text told it.
    pub title_told: bool,
    /// Who wrote it.
    pub author: Option<&'t str>,
    /// Under what licence it may be copied.
    pub license: Option<&'t str>,
    /// The language, as a tag.
    pub language: &'t str,
}

/// The first `article.toml` for `parts`, which have `ids`; what is known of sections that are there is kept.
pub fn article_toml(
    facts: &Facts<'_>,
    parts: &[Part],
    ids: &[SectionId],
    matched: Option<&Match<'_>>,
) -> String {
    let mut toml = String::from(HEAD);
    if !facts.title_told {
        toml.push_str("# The text told no title; this one is made of the folder's name. Write yours here and in article.md.\n");
    }
    let before = matched
        .map(|matched| matched.known)
        .filter(|known| known.is_before());
    let about = before.map(|known| &known.about);
    line(&mut toml, "title", facts.title);
    let author = facts
        .author
        .or(about.and_then(|about| about.author.as_deref()));
    fact(&mut toml, "author", author, "Who wrote it");
    let source = about.and_then(|about| about.source.as_deref());
    fact(&mut toml, "source", source, "Where it was first printed");
    let license = facts
        .license
        .or(about.and_then(|about| about.license.as_deref()));
    fact(
        &mut toml,
        "license",
        license,
        "Under what licence it may be copied",
    );
    line(&mut toml, "language", facts.language);
    // Two articles about the same hurt the same people.
    let sensitive = matched.is_some_and(|matched| matched.known.is_sensitive());
    toml.push_str(if sensitive { SENSITIVE } else { AUDIENCE });
    closing(&mut toml, parts, ids, before);
    if let Some(known) = before.filter(|known| !known.tone.is_empty()) {
        let lines: Vec<String> = known
            .tone
            .iter()
            .map(|line| format!("  {},\n", quoted(line)))
            .collect();
        let _ = write!(
            toml,
            "\n# How this article speaks.\ntone = [\n{}]\n",
            lines.concat()
        );
    }
    toml.push_str(SECTIONS);
    for ((at, part), keywords) in parts.iter().enumerate().zip(keywords(parts)) {
        let known = matched.and_then(|matched| matched.section(at));
        toml.push_str(&section(part, ids, at, &keywords, known));
    }
    toml
}

/// The first `article.fr.toml`: what `imported`, the text `beside` an article, tells of itself. What it would tell
/// `alone` knows its keywords.
pub fn beside_toml(imported: &Imported, beside: &Article, alone: &Article) -> String {
    let mut toml = format!(
        "# What the bot knows about {} and article.toml does not say, for the author who edits it.\n#\n# An import wrote this file. Who may read the article, how it ends and what leads where stands in article.toml.\n\n",
        beside.file()
    );
    line(&mut toml, "title", &imported.title);
    let about = &alone.about;
    fact(
        &mut toml,
        "author",
        about.author.as_deref(),
        "Who put it into this language",
    );
    fact(
        &mut toml,
        "license",
        about.license.as_deref(),
        "Under what licence it may be copied",
    );
    line(&mut toml, "language", &beside.about.language);
    toml.push_str(SECTIONS_BESIDE);
    for (at, (section, own)) in beside.sections().iter().zip(alone.sections()).enumerate() {
        let heading = beside.section_title(at).as_str();
        toml.push_str(&section_beside(section, heading, &own.about.keywords));
    }
    toml
}

fn section_beside(section: &Section, heading: &str, keywords: &[String]) -> String {
    let mut toml = String::from("\n[[section]]\n");
    match section.number {
        Some(number) => {
            let _ = writeln!(toml, "# {heading}\nnumber = {number}");
        }
        None if heading.is_empty() => (),
        None => line(&mut toml, "heading", heading),
    }
    line(&mut toml, "id", section.id.as_str());
    list(&mut toml, "keywords", keywords.iter().map(String::as_str));
    toml
}

fn fact(toml: &mut String, key: &str, told: Option<&str>, example: &str) {
    match told {
        Some(told) => line(toml, key, told),
        None => {
            let _ = writeln!(toml, "# {key} = {}", quoted(example));
        }
    }
}

/// Which section advises at the end: the one that does already, or the one that was found.
fn closing(toml: &mut String, parts: &[Part], ids: &[SectionId], before: Option<&Known>) {
    let named = before.and_then(|known| known.about.closing.as_ref());
    let named = named.filter(|named| ids.contains(named));
    let found = parts
        .iter()
        .position(|part| part.is_closing)
        .map(|at| &ids[at]);
    let refused = before.is_some_and(|known| known.about.no_closing);
    match named.or(found.filter(|_| !refused)) {
        Some(id) => {
            toml.push_str(CLOSING);
            line(toml, "closing", id.as_str());
        }
        None => toml.push_str(NO_CLOSING),
    }
}

const HEAD: &str = "\
# What the bot knows about article.md, for the author who edits it.
#
# An import wrote this file. The words people read are in article.md.

";

const AUDIENCE: &str = "
# \"everyone\" or \"sensitive\". A sensitive article is asked about by people who hurt.
# audience = \"sensitive\"

";

const SENSITIVE: &str = "
# \"everyone\" or \"sensitive\". A sensitive article is asked about by people who hurt.
audience = \"sensitive\"

";

const CLOSING: &str = "\
# The section whose last block is the closing advice. It is printed under every answer:
# keep that block short, true for every section, and kind to whoever reads it.
";

const NO_CLOSING: &str = "\
# I found no closing, whose last block would be printed under every answer as advice.
# Write `## Closing` above it in article.md and \"closing\" here; or name a section's id.
closing = \"none\"
";

const SECTIONS: &str = "
# id        never changes: buttons and saved settings remember it.
# number    the number in its heading; a section without one is found by its `heading`, word for word.
# keywords  what readers call the topic, clinical names and slang too. Each stands under one section only.
#           The first ones are the words that this section uses and others do not: write better ones.
# note      one line for sections that touch something tender: note = \"…\"
# related   the sections a reader of this one needs next, the nearest first: related = [\"closing\"]
";

const SECTIONS_BESIDE: &str = "
# id        as in article.toml: by it this section is known as the same.
# number    the number in its heading; a section without one is found by its `heading`, word for word.
# keywords  what readers call the topic in this language. The first ones are the words that this section uses and others
#           do not: write better ones.
# note      the line before a section that touches something tender, in this language: note = \"…\"
";

fn section(
    part: &Part,
    ids: &[SectionId],
    at: usize,
    keywords: &[String],
    known: Option<&KnownSection>,
) -> String {
    let mut toml = String::from("\n[[section]]\n");
    match part.number() {
        Some(number) => {
            let title: String = part.title().chars().filter(|c| !c.is_control()).collect();
            let _ = writeln!(toml, "# {title}\nnumber = {number}");
        }
        None if part.heading.is_some() => line(&mut toml, "heading", part.title()),
        None => (),
    }
    line(&mut toml, "id", ids[at].as_str());
    let written = known
        .map(|known| known.keywords.as_slice())
        .filter(|written| !written.is_empty());
    list(
        &mut toml,
        "keywords",
        written.unwrap_or(keywords).iter().map(String::as_str),
    );
    if let Some(note) = known.and_then(|known| known.note.as_deref()) {
        line(&mut toml, "note", note);
    }
    let related = known
        .map(|known| known.related.as_slice())
        .unwrap_or_default();
    let related = related.iter().filter(|id| ids.contains(id));
    list(&mut toml, "related", related.map(SectionId::as_str));
    toml
}

fn list<'t>(toml: &mut String, key: &str, texts: impl Iterator<Item = &'t str>) {
    let texts: Vec<String> = texts.map(quoted).collect();
    let _ = writeln!(toml, "{key} = [{}]", texts.join(", "));
}

fn line(toml: &mut String, key: &str, text: &str) {
    let _ = writeln!(toml, "{key} = {}", quoted(text));
}

/// `text` as TOML writes it.
fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// The language of a tag that may have a region and any letters: `en-GB`, `EN`; none where it is no tag.
pub fn language(tag: &str) -> Option<String> {
    let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
    let is_code =
        matches!(primary.len(), 2 | 3) && primary.bytes().all(|b| b.is_ascii_alphabetic());
    is_code.then(|| primary.to_ascii_lowercase())
}
