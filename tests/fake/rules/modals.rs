//! Modals: a title and one to five things to fill in.
//!
//! Source: interactions/receiving-and-responding, "Modal", and components/reference.

use super::components::{ROW, TEXT_DISPLAY, check_custom_id, check_unique};
use super::{Findings, characters, list, text};
use serde_json::Value;

const TEXT_INPUT: u64 = 4;
const LABEL: u64 = 18;
const LONGEST: u64 = 4000;

const INPUT: &[&str] = &[
    "type",
    "id",
    "custom_id",
    "style",
    "label",
    "min_length",
    "max_length",
    "required",
    "value",
    "placeholder",
];

pub fn check_modal(modal: &Value) -> Vec<String> {
    let mut findings = Findings::default();
    findings.known_keys("modal", modal, &["custom_id", "title", "components"]);
    findings.length("modal", modal, "custom_id", 1, 100);
    findings.length("modal", modal, "title", 1, 45);
    let components = list(modal, "components");
    findings.require(
        (1..=5).contains(&components.len()),
        "modal",
        "a modal holds one to five components",
    );
    for (i, component) in components.iter().enumerate() {
        check_part(&mut findings, &format!("modal.components[{i}]"), component);
    }
    check_unique(&mut findings, components);
    findings.into_vec()
}

fn check_part(findings: &mut Findings, place: &str, part: &Value) {
    match part["type"].as_u64() {
        Some(ROW) => check_row(findings, place, part),
        Some(LABEL) => check_label(findings, place, part),
        Some(TEXT_DISPLAY) => findings.length(place, part, "content", 1, 4000),
        _ => findings.add(
            place,
            "only rows, labels and text displays stand in a modal",
        ),
    }
}

fn check_row(findings: &mut Findings, place: &str, row: &Value) {
    let [input] = list(row, "components") else {
        return findings.add(place, "a row of a modal holds one text input");
    };
    findings.require(
        input["type"] == TEXT_INPUT,
        place,
        "a row of a modal holds one text input",
    );
    findings.length(place, input, "label", 1, 45);
    check_input(findings, place, input);
}

fn check_label(findings: &mut Findings, place: &str, label: &Value) {
    let known = ["type", "id", "label", "description", "component"];
    findings.known_keys(place, label, &known);
    findings.length(place, label, "label", 1, 45);
    findings.length(place, label, "description", 0, 100);
    if label["component"]["type"] == TEXT_INPUT {
        check_input(findings, place, &label["component"]);
    }
}

fn check_input(findings: &mut Findings, place: &str, input: &Value) {
    findings.known_keys(place, input, INPUT);
    findings.require(
        !input["custom_id"].is_null(),
        place,
        "an input needs a custom_id",
    );
    check_custom_id(findings, place, input);
    let style = matches!(input["style"].as_u64(), Some(1 | 2));
    findings.require(style, place, "an input is short (1) or a paragraph (2)");
    findings.length(place, input, "placeholder", 0, 100);
    let least = input["min_length"].as_u64().unwrap_or(0);
    let most = input["max_length"].as_u64().unwrap_or(LONGEST);
    let bounds = least <= most && (1..=LONGEST).contains(&most);
    findings.require(bounds, place, "min_length and max_length do not fit");
    let value = characters(text(input, "value")) as u64;
    let fits = value == 0 || (least..=most).contains(&value);
    findings.require(fits, place, "the value does not fit its own bounds");
}
