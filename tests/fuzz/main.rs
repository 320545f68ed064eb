//! Whatever comes in from outside is taken or refused, and never breaks the program.
//!
//! Each target makes its input of pieces that mean something to it and of any letters at all. VERBATIM_FUZZ_CASES is how
//! many each of them tries; without it so many that all take some twenty seconds. What breaks is printed as small as it
//! can be made, and becomes a test where it belongs.

#[path = "../fake/mod.rs"]
mod fake;
#[path = "../support/mod.rs"]
mod support;

mod custom_id;
mod gateway;
mod import;
mod question;
mod settings_file;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, TestRunner};
use std::env;

/// How many cases a target tries: as the environment says, or so many.
fn cases(usual: u32) -> u32 {
    let wanted = env::var("VERBATIM_FUZZ_CASES").ok();
    wanted.map_or(usual, |wanted| {
        wanted.parse().expect("VERBATIM_FUZZ_CASES is a number")
    })
}

/// Tries so many cases of `strategy`, or as many as the environment says, and tells how many it were.
fn tried<S: Strategy>(
    name: &str,
    usual: u32,
    strategy: &S,
    test: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let cases = cases(usual);
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner = TestRunner::new(config);
    if let Err(broken) = runner.run(strategy, test) {
        panic!("{name}: {broken}");
    }
    println!("{name}: {cases} cases");
}

/// Text of these pieces, and of others that no reader of text may trip over.
fn text(pieces: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => select(pieces).prop_map(str::to_owned),
        1 => select(ODD).prop_map(str::to_owned),
        1 => "\\PC{0,8}",
        1 => any::<char>().prop_map(String::from),
        1 => "[0-9]{1,21}",
    ];
    vec(piece, 0..most).prop_map(|pieces| pieces.concat())
}

/// Letters that are none, numbers out of range, and what ends a line elsewhere.
const ODD: &[&str] = &[
    "\0",
    "\u{feff}",
    "\u{202e}",
    "\u{200b}",
    "\u{200d}",
    "\r",
    "\r\n",
    "\u{85}",
    "\u{2028}",
    "\t",
    "e\u{301}\u{301}",
    "\u{1f469}\u{200d}\u{1f467}",
    "\u{fdfa}",
    "ﬁ",
    "İ",
    "ß",
    "ǆ",
    "\u{10ffff}",
    "-0",
    "1e999",
    "\"",
    "'",
    "\\",
    "\u{7f}",
];
