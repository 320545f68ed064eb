//! A server's settings as a file that people can read, keep and bring back.

mod reading;
mod writing;

pub use reading::read;
pub use writing::write;

use super::{Closing, Gate, Language, Mentioned, Style, Visibility};
use crate::answer::Confidence;

/// The names that a setting may take from elsewhere.
#[derive(Clone, Debug, Default)]
pub struct Names<'n> {
    /// The articles there are.
    pub articles: Vec<&'n str>,
    /// The places there are helplines for.
    pub places: Vec<&'n str>,
}

const VISIBILITIES: &[(&str, Visibility)] = &[
    ("private", Visibility::Private),
    ("public", Visibility::Public),
];
const CONFIDENCES: &[(&str, Confidence)] = &[
    ("careful", Confidence::Careful),
    ("balanced", Confidence::Balanced),
    ("generous", Confidence::Generous),
];
const CLOSINGS: &[(&str, Closing)] = &[
    ("always", Closing::Always),
    ("when-sure", Closing::WhenSure),
];
const LANGUAGES: &[(&str, Language)] = &[
    ("follow", Language::Follow),
    ("english", Language::English),
    ("swahili", Language::Swahili),
    ("french", Language::French),
    ("spanish", Language::Spanish),
    ("portuguese", Language::Portuguese),
];
const STYLES: &[(&str, Style)] = &[("embeds", Style::Embeds), ("plain", Style::Plain)];
const GATES: &[(&str, Gate)] = &[
    ("advise", Gate::Advise),
    ("age-restricted", Gate::AgeRestricted),
];
const MENTIONED: &[(&str, Mentioned)] = &[
    ("by-button", Mentioned::ByButton),
    ("in-public", Mentioned::InPublic),
];

/// Which channels a list means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Span {
    NotChosen,
    All,
    Only,
    AllBut,
}

const SPANS: &[(&str, Span)] = &[
    ("all", Span::All),
    ("only", Span::Only),
    ("all-but", Span::AllBut),
];
const MENTION_SPANS: &[(&str, Span)] = &[
    ("not-chosen", Span::NotChosen),
    ("all", Span::All),
    ("only", Span::Only),
    ("all-but", Span::AllBut),
];

#[cfg(test)]
mod tests {
    use super::super::change::tests::chosen;
    use super::*;
    use crate::settings::{Change, Channels, Settings};
    use crate::who::ChannelId;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn names() -> Names<'static> {
        Names {
            articles: vec!["other", "another"],
            places: vec!["KE", "UK"],
        }
    }

    #[track_caller]
    fn mistakes(text: &str) -> Vec<String> {
        let mistakes = read(text, &names()).expect_err("mistakes");
        mistakes.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn nothing_written_is_nothing_chosen() {
        assert_eq!(read("", &names()), Ok(Settings::default()));
    }

    #[test]
    fn a_file_reads_like_what_was_chosen() {
        let settings = Settings {
            channels: Channels::Only(BTreeSet::from([ChannelId(7), ChannelId(8)])),
            review: Some(ChannelId(9)),
            ..Settings::default()
        };
        let settings = settings.apply(Change::CareLine(Some("Say \"hi\".".to_owned())));
        insta::assert_snapshot!(write(&settings.unwrap()));
    }

    #[test]
    fn every_mistake_is_told_with_its_line() {
        let long = format!("care-line = \"{}\"", "x".repeat(201));
        for (text, told) in [
            (
                "visibility = \"pubic\"",
                "settings.toml:1: `visibility` cannot be \"pubic\"; did you mean `public`?",
            ),
            (
                "\narticle = \"othr\"",
                "settings.toml:2: there is no article `othr`; did you mean `other`?",
            ),
            (
                "helplines = \"XX\"",
                "settings.toml:1: there is no place `XX`; known here: `KE`, `UK`",
            ),
            (
                "care-line = \"@everyone\"",
                "settings.toml:1: not allowed; That line would ping somebody. Please write names without the @ sign.",
            ),
            (
                &long,
                "settings.toml:1: not allowed; That line is too long. Please say it in 200 characters.",
            ),
            (
                "[roles]\nignored = [\"x\"]",
                "settings.toml:2: `x` is no id; write digits in quotes, as Discord's “Copy ID” gives them",
            ),
            (
                "[channel]\nwhere = \"all\"",
                "settings.toml:1: unknown key `channel`; did you mean `channels`?",
            ),
        ] {
            assert_eq!(mistakes(text), [told]);
        }
        let pace = mistakes("[pace]\nminute = 0");
        assert!(
            pace[0].starts_with("settings.toml:1: not allowed; Please choose 1 to 60"),
            "{pace:?}"
        );
        let several = mistakes("gate = 1\nstyle = \"\"\n[articles]\n\"5\" = \"nope\"");
        assert_eq!(several.len(), 3, "{several:?}");
    }

    proptest! {
        #[test]
        fn whatever_was_chosen_survives_its_file(settings in chosen()) {
            let file = write(&settings);
            prop_assert_eq!(read(&file, &names()), Ok(settings), "{}", file);
        }
    }
}
