//! Bodies the tests share, each as plain as its rule allows.

use serde_json::{Value, json};

pub const V2: u64 = 1 << 15;
pub const EPHEMERAL: u64 = 1 << 6;

pub fn say(content: &str) -> Value {
    json!({ "content": content })
}

pub fn embed(embed: Value) -> Value {
    json!({ "embeds": [embed] })
}

pub fn shows(components: Vec<Value>) -> Value {
    json!({ "components": components })
}

pub fn row(components: Vec<Value>) -> Value {
    json!({ "type": 1, "components": components })
}

pub fn button(custom_id: &str) -> Value {
    json!({ "type": 2, "style": 1, "label": "Press", "custom_id": custom_id })
}

pub fn select(custom_id: &str, options: usize) -> Value {
    let option = |i: usize| json!({ "label": format!("Option {i}"), "value": format!("v{i}") });
    let options: Vec<Value> = (0..options).map(option).collect();
    json!({ "type": 3, "custom_id": custom_id, "options": options })
}

pub fn display(text: &str) -> Value {
    json!({ "type": 10, "content": text })
}

pub fn container(components: Vec<Value>) -> Value {
    json!({ "type": 17, "components": components })
}

pub fn input(custom_id: &str) -> Value {
    row(vec![
        json!({ "type": 4, "style": 1, "label": "Your question", "custom_id": custom_id }),
    ])
}

pub fn text_option(name: &str) -> Value {
    json!({ "type": 3, "name": name, "description": "d" })
}

pub fn url(length: usize) -> String {
    format!("{:x<length$}", "https://example.org/")
}

pub fn nobody() -> Value {
    json!({ "parse": [] })
}

/// The body with the law about mentions kept.
pub fn quiet(mut body: Value) -> Value {
    body["allowed_mentions"] = nobody();
    body
}

pub fn message(content: &str) -> Value {
    json!({ "type": 4, "data": quiet(say(content)) })
}

/// A fitting body for every type of callback.
pub fn of_kind(kind: u64) -> Value {
    let data = match kind {
        4 | 7 => quiet(say("x")),
        8 => json!({ "choices": [] }),
        9 => json!({ "custom_id": "m", "title": "t", "components": [input("a")] }),
        _ => return json!({ "type": kind }),
    };
    json!({ "type": kind, "data": data })
}

/// A rule about a longest text: one character too many, and just as many as may be.
pub fn long(most: usize, body: impl Fn(String) -> Value, rule: &str) -> (&str, Value, Value) {
    (rule, body("x".repeat(most + 1)), body("x".repeat(most)))
}
