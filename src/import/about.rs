//! The first `article.toml` of an imported article: what is known, and places for what is not.

use super::Found;
use super::keywords::keywords;
use super::parts::Part;
use crate::content::SectionId;
use std::fmt::Write;

/// What the text says about itself.
pub struct Facts<'t> {
    /// The title.
    pub title: &'t str,
    /// Whether the text told it.
    pub title_told: bool,
    /// Who wrote it.
    pub author: Option<&'t str>,
    /// The language, as a tag that may have a region: `en-GB`.
    pub language: Option<&'t str>,
}

/// The first `article.toml` for `parts`, whose names are in `found`.
pub fn article_toml(facts: &Facts<'_>, parts: &[Part], found: &[Found]) -> String {
    let mut toml = String::from(HEAD);
    if !facts.title_told {
        toml.push_str("# The text told no title; this one is made of the folder's name. Write yours here and in article.md.\n");
    }
    line(&mut toml, "title", facts.title);
    match facts.author {
        Some(author) => line(&mut toml, "author", author),
        None => toml.push_str("# author = \"Who wrote it\"\n"),
    }
    toml.push_str("# source = \"Where it was first printed\"\n");
    toml.push_str("# license = \"Under what licence it may be copied\"\n");
    line(&mut toml, "language", language(facts.language));
    toml.push_str(AUDIENCE);
    toml.push_str(match parts.iter().any(|part| part.is_closing) {
        true => CLOSING,
        false => NO_CLOSING,
    });
    toml.push_str(SECTIONS);
    for ((part, found), keywords) in parts.iter().zip(found).zip(keywords(parts)) {
        toml.push_str(&section(part, &found.id, &keywords));
    }
    toml
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

const CLOSING: &str = "\
# The section whose last block is the closing advice. It is printed under every answer:
# keep that block short, true for every section, and kind to whoever reads it.
closing = \"closing\"
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

fn section(part: &Part, id: &SectionId, keywords: &[String]) -> String {
    let mut toml = String::from("\n[[section]]\n");
    match part.number() {
        Some(number) => {
            let title: String = part.title().chars().filter(|c| !c.is_control()).collect();
            let _ = writeln!(toml, "# {title}\nnumber = {number}");
        }
        None if part.heading.is_some() => line(&mut toml, "heading", part.title()),
        None => (),
    }
    line(&mut toml, "id", id.as_str());
    let keywords: Vec<String> = keywords.iter().map(|word| quoted(word)).collect();
    let _ = writeln!(toml, "keywords = [{}]", keywords.join(", "));
    toml.push_str("related = []\n");
    toml
}

fn line(toml: &mut String, key: &str, text: &str) {
    let _ = writeln!(toml, "{key} = {}", quoted(text));
}

/// `text` as TOML writes it.
fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// The language of a tag; English where there is none that we can read.
fn language(tag: Option<&str>) -> &str {
    let primary = tag
        .and_then(|tag| tag.split(['-', '_']).next())
        .unwrap_or_default();
    let is_code = matches!(primary.len(), 2 | 3) && primary.bytes().all(|b| b.is_ascii_lowercase());
    if is_code { primary } else { "en" }
}
