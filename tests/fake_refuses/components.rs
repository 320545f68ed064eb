//! Rows, buttons, selects, and the layouts of version 2.

use crate::bodies::{V2, button, container, display, long, row, select, shows, url};
use crate::case::messages;
use serde_json::{Value, json};

#[tokio::test]
async fn rows_and_buttons_keep_their_limits() {
    let rows = |count: usize| {
        let rows = (0..count).map(|i| row(vec![button(&format!("b{i}"))]));
        shows(rows.collect())
    };
    let named = |count: usize| {
        shows(vec![row((0..count)
            .map(|i| button(&i.to_string()))
            .collect())])
    };
    let one = |button: Value| shows(vec![row(vec![button])]);
    let changed = |key: &str, value: Value| {
        let mut changed = button("a");
        changed[key] = value;
        one(changed)
    };
    let link = |url: &str| one(json!({ "type": 2, "style": 5, "label": "l", "url": url }));
    messages(&[
        ("more than 5 rows", rows(6), rows(5)),
        ("one to five buttons or one select", named(6), named(5)),
        (
            "one to five buttons or one select",
            shows(vec![row(vec![])]),
            named(1),
        ),
        (
            "one to five buttons or one select",
            shows(vec![row(vec![select("s", 1), select("t", 1)])]),
            shows(vec![row(vec![select("s", 1)])]),
        ),
        (
            "custom_id `a` stands twice",
            shows(vec![row(vec![button("a"), button("a")])]),
            shows(vec![row(vec![button("a"), button("b")])]),
        ),
        (
            "a button has a custom_id",
            changed("custom_id", Value::Null),
            one(button("a")),
        ),
        (
            "a button has a custom_id",
            changed("url", json!("https://x.org")),
            link("https://x.org"),
        ),
        (
            "a button needs a label",
            changed("label", json!(" ")),
            changed("label", json!("x")),
        ),
        long(
            80,
            |text| changed("label", json!(text)),
            "label: longer than 80",
        ),
        long(
            100,
            |text| one(button(&text)),
            "custom_id must have 1 to 100",
        ),
        (
            "a link needs http",
            link("file:///etc"),
            link("discord://x"),
        ),
        ("url: longer than 512", link(&url(513)), link(&url(512))),
        (
            "unknown key `custom_Id`",
            changed("custom_Id", json!("a")),
            changed("disabled", json!(true)),
        ),
    ])
    .await;
}

#[tokio::test]
async fn selects_keep_their_limits() {
    let one = |select: Value| shows(vec![row(vec![select])]);
    let of = |count: usize| one(select("s", count));
    let changed = |key: &str, value: Value| {
        let mut changed = select("s", 2);
        changed[key] = value;
        one(changed)
    };
    let option = |key: &str, value: Value| {
        let mut changed = select("s", 2);
        changed["options"][0][key] = value;
        one(changed)
    };
    messages(&[
        ("one to 25 options", of(26), of(25)),
        ("one to 25 options", of(0), of(1)),
        (
            "the same value twice",
            option("value", json!("v1")),
            option("value", json!("w")),
        ),
        long(
            100,
            |text| option("label", json!(text)),
            "label: longer than 100",
        ),
        long(
            100,
            |text| option("value", json!(text)),
            "value: longer than 100",
        ),
        long(
            100,
            |text| option("description", json!(text)),
            "description: longer than 100",
        ),
        long(
            150,
            |text| changed("placeholder", json!(text)),
            "placeholder: longer than 150",
        ),
        (
            "beyond its options",
            changed("max_values", json!(3)),
            changed("max_values", json!(2)),
        ),
        (
            "min_values above",
            changed("min_values", json!(2)),
            changed("min_values", json!(1)),
        ),
        (
            "needs a custom_id",
            changed("custom_id", Value::Null),
            of(2),
        ),
    ])
    .await;
}

#[tokio::test]
async fn a_version_2_message_keeps_its_limits() {
    let layout = |components: Vec<Value>| json!({ "flags": V2, "components": components });
    let texts = |texts: &[String]| layout(texts.iter().map(|text| display(text)).collect());
    let nested = |count: usize| layout(vec![container(vec![display("x"); count])]);
    let with = |key: &str, value: Value| {
        let mut message = layout(vec![display("x")]);
        message[key] = value;
        message
    };
    let plain = || layout(vec![display("x")]);
    let section = |count: usize| {
        let components = vec![display("x"); count];
        layout(vec![
            json!({ "type": 9, "components": components, "accessory": button("a") }),
        ])
    };
    messages(&[
        (
            "content: not with version 2",
            with("content", json!("x")),
            with("content", json!("")),
        ),
        (
            "embeds: not with version 2",
            with("embeds", json!([{ "title": "t" }])),
            plain(),
        ),
        ("poll: not with version 2", with("poll", json!({})), plain()),
        (
            "may not stand outside version 2",
            shows(vec![display("x")]),
            plain(),
        ),
        ("more than 40 in all", nested(40), nested(39)),
        (
            "more than 4000 characters of text",
            texts(&["x".repeat(4000), "x".into()]),
            texts(&["x".repeat(3999), "x".into()]),
        ),
        // 3,386 times three bytes and twelve more are 10,170.
        (
            "more than 10170 bytes",
            texts(&["語".repeat(3387)]),
            texts(&["語".repeat(3386)]),
        ),
        (
            "may not stand in a container",
            layout(vec![container(vec![container(vec![display("x")])])]),
            layout(vec![container(vec![row(vec![button("a")])])]),
        ),
        ("one to three text displays", section(4), section(3)),
        (
            "may not stand at the top",
            layout(vec![button("a")]),
            plain(),
        ),
        (
            "component id 3 stands twice",
            layout(vec![json!({ "type": 10, "id": 3, "content": "x" }); 2]),
            layout(vec![json!({ "type": 10, "id": 3, "content": "x" })]),
        ),
    ])
    .await;
}
