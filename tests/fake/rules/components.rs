//! Components of a message: rows, buttons, selects, and the second version's layouts.
//!
//! Source: components/reference, and for the two sums of version 2 discord-api-docs#8562 and #8554.

use super::{Findings, characters, list, text};
use serde_json::Value;
use std::collections::BTreeSet;

pub const ROW: u64 = 1;
pub const BUTTON: u64 = 2;
pub const STRING_SELECT: u64 = 3;
const OTHER_SELECTS: [u64; 4] = [5, 6, 7, 8];
const SECTION: u64 = 9;
pub const TEXT_DISPLAY: u64 = 10;
const THUMBNAIL: u64 = 11;
const GALLERY: u64 = 12;
const FILE: u64 = 13;
const SEPARATOR: u64 = 14;
const CONTAINER: u64 = 17;

const TOP: &[u64] = &[
    ROW,
    SECTION,
    TEXT_DISPLAY,
    GALLERY,
    FILE,
    SEPARATOR,
    CONTAINER,
];
const IN_CONTAINER: &[u64] = &[ROW, SECTION, TEXT_DISPLAY, GALLERY, FILE, SEPARATOR];

/// Rows of a message without version 2.
const ROWS: usize = 5;
/// Components of a version 2 message, nested ones too.
const ALL: usize = 40;
/// Characters over all text displays.
const TEXT: usize = 4000;
/// UTF-8 bytes over all text displays plus twelve each; above it Discord answers 500.
const BYTES: usize = 10_170;
const BYTES_EACH: usize = 12;

pub fn check_components(findings: &mut Findings, components: &[Value], version_2: bool) {
    if version_2 {
        check_layout(findings, components);
    } else {
        findings.require(components.len() <= ROWS, "components", "more than 5 rows");
        check_kinds(
            findings,
            "components",
            components,
            &[ROW],
            "outside version 2",
        );
    }
    for (i, component) in components.iter().enumerate() {
        check_component(findings, &format!("components[{i}]"), component);
    }
    check_unique(findings, components);
}

/// Every component of the tree, parents before children, in reading order.
pub fn flattened(components: &[Value]) -> Vec<&Value> {
    let mut all = Vec::new();
    for component in components {
        all.push(component);
        all.extend(flattened(list(component, "components")));
        for single in ["accessory", "component"] {
            if component[single].is_object() {
                all.extend(flattened(std::slice::from_ref(&component[single])));
            }
        }
    }
    all
}

fn check_layout(findings: &mut Findings, components: &[Value]) {
    check_kinds(findings, "components", components, TOP, "at the top");
    let all = flattened(components);
    findings.require(
        all.len() <= ALL,
        "components",
        format!("more than {ALL} in all ({})", all.len()),
    );
    let texts: Vec<&str> = all
        .iter()
        .filter(|component| component["type"] == TEXT_DISPLAY)
        .map(|display| text(display, "content"))
        .collect();
    let count: usize = texts.iter().map(|text| characters(text)).sum();
    findings.require(
        count <= TEXT,
        "components",
        format!("more than {TEXT} characters of text in all ({count})"),
    );
    let bytes: usize = texts.iter().map(|text| text.len() + BYTES_EACH).sum();
    findings.require(
        bytes <= BYTES,
        "components",
        format!("more than {BYTES} bytes of text in all ({bytes})"),
    );
}

fn check_kinds(
    findings: &mut Findings,
    place: &str,
    children: &[Value],
    may: &[u64],
    where_: &str,
) {
    for child in children {
        let kind = child["type"].as_u64().unwrap_or_default();
        findings.require(
            may.contains(&kind),
            place,
            format!("component type {kind} may not stand {where_}"),
        );
    }
}

fn check_component(findings: &mut Findings, place: &str, component: &Value) {
    let kind = component["type"].as_u64().unwrap_or_default();
    findings.known_keys(place, component, keys(kind));
    match kind {
        ROW => check_row(findings, place, list(component, "components")),
        BUTTON => check_button(findings, place, component),
        STRING_SELECT => check_select(findings, place, component),
        kind if OTHER_SELECTS.contains(&kind) => check_menu(findings, place, component),
        TEXT_DISPLAY => findings.length(place, component, "content", 1, TEXT),
        SECTION => check_section(findings, place, component),
        CONTAINER => {
            let children = list(component, "components");
            check_kinds(findings, place, children, IN_CONTAINER, "in a container");
        }
        _ => (),
    }
    for (i, child) in list(component, "components").iter().enumerate() {
        check_component(findings, &format!("{place}.components[{i}]"), child);
    }
    if component["accessory"].is_object() {
        check_component(
            findings,
            &format!("{place}.accessory"),
            &component["accessory"],
        );
    }
}

fn check_row(findings: &mut Findings, place: &str, children: &[Value]) {
    let buttons = children.iter().filter(|c| c["type"] == BUTTON).count();
    let only_buttons = buttons == children.len() && (1..=5).contains(&buttons);
    let one_select = children.len() == 1 && buttons == 0;
    findings.require(
        only_buttons || one_select,
        place,
        "a row holds one to five buttons or one select",
    );
    let fitting: Vec<u64> = [BUTTON, STRING_SELECT]
        .into_iter()
        .chain(OTHER_SELECTS)
        .collect();
    check_kinds(findings, place, children, &fitting, "in a row");
}

fn check_button(findings: &mut Findings, place: &str, button: &Value) {
    let has = |key: &str| !button[key].is_null();
    let fits = match button["style"].as_u64() {
        Some(1..=4) => has("custom_id") && !has("url") && !has("sku_id"),
        Some(5) => has("url") && !has("custom_id"),
        Some(6) => has("sku_id") && !has("custom_id") && !has("label"),
        _ => false,
    };
    findings.require(
        fits,
        place,
        "a button has a custom_id, or of style 5 a url, or of style 6 a sku_id",
    );
    let shows = !text(button, "label").trim().is_empty() || button["emoji"].is_object();
    findings.require(
        shows || button["style"] == 6,
        place,
        "a button needs a label or an emoji",
    );
    findings.length(place, button, "label", 0, 80);
    check_custom_id(findings, place, button);
    check_link(findings, place, button);
}

fn check_link(findings: &mut Findings, place: &str, button: &Value) {
    let Some(url) = button["url"].as_str() else {
        return;
    };
    let scheme = ["http://", "https://", "discord://"]
        .iter()
        .any(|scheme| url.starts_with(scheme));
    findings.require(scheme, place, "a link needs http, https or discord");
    findings.length(place, button, "url", 1, 512);
}

fn check_select(findings: &mut Findings, place: &str, select: &Value) {
    check_menu(findings, place, select);
    let options = list(select, "options");
    findings.require(
        (1..=25).contains(&options.len()),
        place,
        "a select has one to 25 options",
    );
    let most = select["max_values"].as_u64().unwrap_or(1);
    findings.require(
        most as usize <= options.len(),
        place,
        "max_values beyond its options",
    );
    let chosen = options.iter().filter(|option| option["default"] == true);
    findings.require(
        chosen.count() <= most as usize,
        place,
        "more defaults than max_values",
    );
    check_options(findings, place, options);
}

fn check_options(findings: &mut Findings, place: &str, options: &[Value]) {
    let mut values = BTreeSet::new();
    for (i, option) in options.iter().enumerate() {
        let place = format!("{place}.options[{i}]");
        let known = ["label", "value", "description", "emoji", "default"];
        findings.known_keys(&place, option, &known);
        findings.length(&place, option, "label", 1, 100);
        findings.length(&place, option, "value", 1, 100);
        findings.length(&place, option, "description", 0, 100);
        findings.require(
            values.insert(text(option, "value")),
            &place,
            "the same value twice in one select",
        );
    }
}

/// What every select has in common.
fn check_menu(findings: &mut Findings, place: &str, select: &Value) {
    findings.require(
        !select["custom_id"].is_null(),
        place,
        "a select needs a custom_id",
    );
    check_custom_id(findings, place, select);
    findings.length(place, select, "placeholder", 0, 150);
    let least = select["min_values"].as_u64().unwrap_or(1);
    let most = select["max_values"].as_u64().unwrap_or(1);
    findings.require(
        least <= most && most <= 25,
        place,
        "min_values above max_values",
    );
}

fn check_section(findings: &mut Findings, place: &str, section: &Value) {
    let children = list(section, "components");
    findings.require(
        (1..=3).contains(&children.len()),
        place,
        "a section holds one to three text displays",
    );
    check_kinds(findings, place, children, &[TEXT_DISPLAY], "in a section");
    let accessory = std::slice::from_ref(&section["accessory"]);
    check_kinds(
        findings,
        place,
        accessory,
        &[BUTTON, THUMBNAIL],
        "beside a section",
    );
}

pub fn check_custom_id(findings: &mut Findings, place: &str, component: &Value) {
    if let Some(id) = component["custom_id"].as_str() {
        let fits = (1..=100).contains(&characters(id));
        findings.require(fits, place, "custom_id must have 1 to 100 characters");
    }
}

/// No two parts may answer to the same name.
pub fn check_unique(findings: &mut Findings, components: &[Value]) {
    let all = flattened(components);
    let mut seen = BTreeSet::new();
    for id in all
        .iter()
        .filter_map(|component| component["custom_id"].as_str())
    {
        findings.require(
            seen.insert(id),
            "components",
            format!("custom_id `{id}` stands twice"),
        );
    }
    let mut numbers = BTreeSet::new();
    for id in all.iter().filter_map(|component| component["id"].as_u64()) {
        findings.require(
            id == 0 || numbers.insert(id),
            "components",
            format!("component id {id} stands twice"),
        );
    }
}

fn keys(kind: u64) -> &'static [&'static str] {
    match kind {
        ROW => &["type", "id", "components"],
        BUTTON => &[
            "type",
            "id",
            "style",
            "label",
            "emoji",
            "custom_id",
            "sku_id",
            "url",
            "disabled",
        ],
        STRING_SELECT => &[
            "type",
            "id",
            "custom_id",
            "options",
            "placeholder",
            "min_values",
            "max_values",
            "disabled",
        ],
        SECTION => &["type", "id", "components", "accessory"],
        TEXT_DISPLAY => &["type", "id", "content"],
        THUMBNAIL => &["type", "id", "media", "description", "spoiler"],
        GALLERY => &["type", "id", "items"],
        FILE => &["type", "id", "file", "spoiler"],
        SEPARATOR => &["type", "id", "divider", "spacing"],
        CONTAINER => &["type", "id", "components", "accent_color", "spoiler"],
        _ => &[
            "type",
            "id",
            "custom_id",
            "placeholder",
            "default_values",
            "min_values",
            "max_values",
            "disabled",
            "channel_types",
        ],
    }
}
