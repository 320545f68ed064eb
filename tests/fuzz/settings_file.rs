//! A file of settings that a moderator brings in, and the operator's own.

use super::{text, tried};
use proptest::prelude::*;
use std::path::Path;
use verbatim::config::Config;
use verbatim::settings::{Names, read, write, write_lessons};

const PIECES: &[&str] = &[
    "\n",
    "\n",
    "\n",
    " = ",
    " = ",
    "visibility",
    "\"private\"",
    "\"public\"",
    "confidence",
    "\"careful\"",
    "\"generous\"",
    "closing",
    "\"always\"",
    "style",
    "\"plain\"",
    "language",
    "\"swahili\"",
    "\"follow\"",
    "gate",
    "article",
    "\"on-rain\"",
    "helplines",
    "\"gb\"",
    "care-line",
    "\"Call us.\"",
    "[channels]",
    "[mentions]",
    "[pace]",
    "[review]",
    "[log]",
    "[watch]",
    "[store]",
    "[discord]",
    "[answer]",
    "[[x]]",
    "[[lessons]]\n",
    "section",
    "\"clouds\"",
    "words",
    "\"grey\"",
    "in",
    "\"all\"",
    "only",
    "[",
    "]",
    "[\"1\", \"2\"]",
    "[1]",
    "minute",
    "hour",
    "6",
    "-1",
    "true",
    "false",
    "nan",
    "1979-05-27",
    "\"\"\"",
    "'''",
    "\"",
    "\\u0000",
    "\\uD800",
    "# words",
    ".",
    "a.b",
    "{",
    "}",
    "proxy",
    "\"http://127.0.0.1:1\"",
    "address",
    "\"127.0.0.1:0\"",
    "level",
    "\"trace\"",
    "123456789012345678",
    "\"123456789012345678\"",
];

#[test]
fn any_file_sets_something_or_is_refused_by_line() {
    let names = Names {
        articles: vec!["on-rain"],
        places: vec!["gb"],
        languages: vec!["english", "french"],
        sections: vec![("on-rain", vec!["clouds"])],
    };
    tried("settings file", 15_000, &text(PIECES, 30), |text| {
        let lines = text.split('\n').count();
        match read(&text, &names) {
            Ok(carried) => {
                let written = write(&carried.settings) + &write_lessons(&carried.lessons);
                prop_assert_eq!(read(&written, &names), Ok(carried), "{}", written);
            }
            Err(slips) => {
                prop_assert!(!slips.is_empty());
                prop_assert!(
                    slips.iter().all(|slip| (1..=lines).contains(&slip.line)),
                    "{slips:?}"
                );
            }
        }
        let (_, mistakes) = Config::read(Path::new("verbatim.toml"), &text);
        prop_assert!(
            mistakes.iter().all(|it| (1..=lines).contains(&it.line)),
            "{mistakes:?}"
        );
        Ok(())
    });
}
