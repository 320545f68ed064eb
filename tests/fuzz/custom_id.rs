//! The id of a button that somebody presses: ours, an old one, or none.

use super::{text, tried};
use proptest::prelude::*;
use verbatim::press::Press;

/// So many letters Discord lets an id have.
const LONGEST: usize = 100;

const PIECES: &[&str] = &[
    ":",
    ":",
    ":",
    ":",
    "-",
    ",",
    "open",
    "whole",
    "page",
    "contents",
    "show",
    "sealed",
    "place",
    "meant",
    "hide",
    "offer",
    "plain",
    "forget",
    "panel",
    "setup",
    "send",
    "edit",
    "remove",
    "dismiss",
    "numbers",
    "related",
    "amiss",
    "share",
    "delete",
    "undo",
    "set",
    "add",
    "pick",
    "1",
    "0",
    "255",
    "256",
    "4294967296",
    "18446744073709551616",
    "0a1b2c3d",
    "deadbeef",
    "s",
    "l",
    "short",
    "long",
    "self-harm",
    "minor",
    "en",
    "sw",
    "language-sw",
    "visibility",
    "channels",
    "all",
    "AAAA",
    "====",
    "_",
    "%",
    "+1",
    "00",
];

#[test]
fn any_id_is_a_press_of_ours_or_none() {
    tried("custom id", 60_000, &text(PIECES, 14), |id| {
        let Ok(press) = id.parse::<Press>() else {
            return Ok(());
        };
        let written = press.to_string();
        prop_assert_eq!(written.parse::<Press>(), Ok(press), "{}", written);
        if id.chars().count() <= LONGEST {
            prop_assert!(written.chars().count() <= LONGEST, "{}", written);
        }
        Ok(())
    });
}
