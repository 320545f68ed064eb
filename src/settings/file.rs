//! A server's settings as a file that people can read, keep and bring back.

mod reading;
mod writing;

pub use reading::{read, says_nothing};
pub use writing::{write, write_lessons};

use super::{Refused, Setting, Settings, Topic};
use crate::content::Fault;

/// The names that a setting may take from elsewhere.
#[derive(Clone, Debug, Default)]
pub struct Names<'n> {
    /// The articles there are.
    pub articles: Vec<&'n str>,
    /// The places there are helplines for.
    pub places: Vec<&'n str>,
    /// The languages there are to speak.
    pub languages: Vec<&'n str>,
    /// The sections of each article.
    pub sections: Vec<(&'n str, Vec<&'n str>)>,
}

/// What a file carries from one server to another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// What moderators set.
    pub settings: Settings,
    /// What they taught.
    pub lessons: Vec<CarriedLesson>,
}

/// Something that moderators taught, as a file carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedLesson {
    /// The article, by its slug.
    pub article: String,
    /// The section that answers, by its id.
    pub section: String,
    /// The words.
    pub words: String,
}

/// A lesson is as long as a question that moderators are sent. In characters.
pub const LESSON_LIMIT: usize = 500;

/// A mistake in a file of settings.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slip {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong there.
    pub what: Wrong,
}

/// What is wrong in a file of settings.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrong {
    /// Something that any file may have wrong.
    File(Fault),
    /// This is none of Discord's ids.
    Id(String),
    /// It may not be chosen.
    Refused(Refused),
    /// A lesson is empty, or longer than [`LESSON_LIMIT`].
    Lesson,
}

/// The topics whose settings of a few values stand above every table, in their order there. Those of mentions stand in
/// the table of mentions.
const ABOVE: [Topic; 6] = [
    Topic::Answers,
    Topic::People,
    Topic::Care,
    Topic::Reports,
    Topic::Channels,
    Topic::Articles,
];

/// What a file calls the setting of `setting`, which has a few values.
fn key(setting: &Setting) -> &'static str {
    match setting.key {
        // Its table says already that it is about mentions.
        "mentioned" => "answered",
        key => key,
    }
}

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
    use crate::answer::Confidence;
    use crate::care::PlaceId;
    use crate::content::Slug;
    use crate::settings::{
        Change, Channels, Closing, Gate, LIST_LIMIT, Language, Mentioned, Mentions, Pace, Settings,
        Sharing, Style, Visibility,
    };
    use crate::who::{ChannelId, RoleId};
    use proptest::prelude::*;
    use proptest::sample::select;
    use std::collections::BTreeSet;

    fn names() -> Names<'static> {
        Names {
            articles: vec!["other", "another"],
            places: vec!["KE", "UK"],
            languages: vec!["english", "swahili"],
            sections: vec![("other", vec!["one", "two"]), ("another", vec!["three"])],
        }
    }

    fn read(text: &str, names: &Names<'_>) -> Result<Settings, Vec<Slip>> {
        super::read(text, names).map(|carried| carried.settings)
    }

    #[test]
    fn what_was_taught_is_carried_along() {
        let lesson = |article: &str, section: &str, words: &str| CarriedLesson {
            article: article.to_owned(),
            section: section.to_owned(),
            words: words.to_owned(),
        };
        let lessons = [
            lesson("other", "two", "why \"cold\"?\nand # why"),
            lesson("another", "three", "ünïcode 🙂"),
        ];
        let settings = Settings {
            style: Style::Plain,
            ..Settings::default()
        };
        let file = write(&settings) + &write_lessons(&lessons);
        let carried = Carried {
            settings,
            lessons: lessons.to_vec(),
        };
        assert_eq!(super::read(&file, &names()), Ok(carried), "{file}");
        assert_eq!(write_lessons(&[]), "");
    }

    #[track_caller]
    fn slips(text: &str) -> Vec<(usize, Wrong)> {
        let slips = read(text, &names()).expect_err("slips");
        slips
            .into_iter()
            .map(|slip| (slip.line, slip.what))
            .collect()
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
        let known = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let value = |key: &str, value: &str, names: &[&str]| {
            Wrong::File(Fault::Value(key.to_owned(), value.to_owned(), known(names)))
        };
        let refused = Wrong::Refused;
        let (articles, places) = (["other", "another"], ["KE", "UK"]);
        let public = value("visibility", "pubic", &["private", "public"]);
        for (text, line, told) in [
            ("visibility = \"pubic\"", 1, public),
            (
                "\narticle = \"othr\"",
                2,
                value("article", "othr", &articles),
            ),
            ("helplines = \"XX\"", 1, value("helplines", "XX", &places)),
            ("care-line = \"@everyone\"", 1, refused(Refused::Pings)),
            (&long, 1, refused(Refused::TooLong)),
            ("\n[pace]\nminute = 0", 2, refused(Refused::Pace)),
            ("[roles]\nignored = [\"x\"]", 2, Wrong::Id("x".to_owned())),
            ("review = \"0\"", 1, Wrong::Id("0".to_owned())),
            (
                "language = \"klingon\"",
                1,
                value("language", "klingon", &["follow", "english", "swahili"]),
            ),
            (
                "[[lessons]]\narticle = \"other\"\nsection = \"three\"\nwords = \"why\"",
                3,
                value("section", "three", &["one", "two"]),
            ),
            (
                "[[lessons]]\narticle = \"other\"\nsection = \"one\"\nwords = \" \"",
                4,
                Wrong::Lesson,
            ),
        ] {
            assert_eq!(slips(text), [(line, told)], "{text}");
        }
        let [(1, Wrong::File(Fault::Key(key, known)))] = &slips("[channel]\nwhere = \"all\"")[..]
        else {
            panic!("one unknown key");
        };
        assert!(key == "channel" && known.contains(&"channels".to_owned()));
        let several = slips("gate = 1\nstyle = \"\"\n[articles]\n\"5\" = \"nope\"");
        assert_eq!(several.len(), 3, "{several:?}");
    }

    /// Settings of which none has its default; the lists are as long as they may be.
    fn every() -> impl Strategy<Value = Settings> {
        let ids = || prop::collection::btree_set(1u64.., 1..=LIST_LIMIT);
        let posts = ids().prop_map(|ids| ids.into_iter().map(ChannelId).collect());
        let channels = || ids().prop_map(|ids| ids.into_iter().map(ChannelId).collect());
        let roles = || ids().prop_map(|ids| ids.into_iter().map(RoleId).collect());
        let article = || select(vec!["other", "another"]).prop_map(|it| Slug::new(it).unwrap());
        let articles =
            prop::collection::btree_map((1u64..).prop_map(ChannelId), article(), 1..=LIST_LIMIT);
        let spans = vec![Channels::Only as fn(_) -> Channels, Channels::AllBut];
        let pace = (7u32..=60, 61u32..=600);
        let places = select(vec!["KE", "UK"]).prop_map(|it| PlaceId(it.to_owned()));
        // Quotes, backslashes and hashes mean something in TOML.
        let line = "[A-Z][a-zÀ-ÿ 0-9\"'#\\\\=\\[“é…]{0,80}[.]";
        (
            (
                (select(spans), posts),
                channels(),
                channels(),
                article(),
                articles,
            ),
            (
                select(vec![Confidence::Careful, Confidence::Generous]),
                pace,
                roles(),
                roles(),
            ),
            (places, line, 1u64.., select(vec!["english", "swahili"])),
        )
            .prop_map(|(wheres, who, care)| {
                let ((span, posts), channels, mentions, article, articles) = wheres;
                let (confidence, (minute, hour), ignored_roles, moderator_roles) = who;
                let (place, line, review, language) = care;
                let settings = Settings {
                    channels: span(channels),
                    mentions: Mentions::In(Channels::Only(mentions)),
                    mentioned: Mentioned::InPublic,
                    posts,
                    article: Some(article),
                    articles,
                    visibility: Visibility::Public,
                    confidence,
                    closing: Closing::WhenSure,
                    pace: Pace { minute, hour },
                    ignored_roles,
                    moderator_roles,
                    helplines: Some(place),
                    care_line: None,
                    gate: Gate::AgeRestricted,
                    review: Some(ChannelId(review)),
                    sharing: Sharing::Told,
                    style: Style::Plain,
                    language: Language::named(language).unwrap(),
                };
                settings.apply(Change::CareLine(Some(line))).unwrap()
            })
    }

    proptest! {
        #[test]
        fn whatever_was_chosen_survives_its_file(settings in chosen()) {
            let file = write(&settings);
            prop_assert_eq!(read(&file, &names()), Ok(settings), "{}", file);
        }

        #[test]
        fn with_every_setting_set_it_survives_its_file(settings in every()) {
            let document = |settings: &Settings| serde_json::to_value(settings).unwrap();
            let (set, usual) = (document(&settings), document(&Settings::default()));
            for (name, value) in set.as_object().unwrap() {
                prop_assert_ne!(value, &usual[name], "{} has its default", name);
            }
            let file = write(&settings);
            prop_assert_eq!(read(&file, &names()), Ok(settings), "{}", file);
        }
    }
}
