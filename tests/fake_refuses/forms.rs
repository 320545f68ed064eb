//! Choices while typing, and modals.

use crate::bodies::{button, input, row};
use crate::case::Case;
use serde_json::{Value, json};

#[tokio::test]
async fn choices_keep_their_limits() {
    let many = |count: usize| json!(vec![json!({ "name": "n", "value": "v" }); count]);
    let one = |name: &str, value: Value| json!([{ "name": name, "value": value }]);
    let x = |count: usize| "x".repeat(count);
    let rows = [
        ("more than 25 choices", many(26), many(25)),
        (
            "name: longer than 100",
            one(&x(101), json!("v")),
            one(&x(100), json!("v")),
        ),
        (
            "name: shorter than 1",
            one("", json!("v")),
            one("n", json!("v")),
        ),
        (
            "value: longer than 100",
            one("n", json!(x(101))),
            one("n", json!(x(100))),
        ),
        (
            "a choice needs a value",
            one("n", Value::Null),
            one("n", json!(7)),
        ),
        ("choices are missing", Value::Null, json!([])),
    ];
    for (text, broken, fine) in rows {
        let case = Case::new().await;
        let typing = case.act("autocomplete").await;
        let body = |choices: Value| json!({ "type": 8, "data": { "choices": choices } });
        assert!(case.answer(&typing, body(broken)).await.is_err(), "{text}");
        case.broke(text);
        case.answer(&typing, body(fine)).await.expect(text);
        case.fake.finish().await;
    }
}

#[tokio::test]
async fn a_modal_keeps_its_limits() {
    let modal = |title: &str, parts: Vec<Value>| json!({ "custom_id": "m", "title": title, "components": parts });
    let rows = |count: usize| modal("t", (0..count).map(|i| input(&i.to_string())).collect());
    let changed = |key: &str, value: Value| {
        let mut row = input("a");
        row["components"][0][key] = value;
        modal("t", vec![row])
    };
    let x = |count: usize| "x".repeat(count);
    let rows = [
        (
            "title: longer than 45",
            modal(&x(46), vec![input("a")]),
            modal(&x(45), vec![input("a")]),
        ),
        ("one to five components", rows(6), rows(5)),
        ("one to five components", rows(0), rows(1)),
        (
            "custom_id `a` stands twice",
            modal("t", vec![input("a"), input("a")]),
            modal("t", vec![input("a"), input("b")]),
        ),
        (
            "label: longer than 45",
            changed("label", json!(x(46))),
            changed("label", json!(x(45))),
        ),
        (
            "short (1) or a paragraph (2)",
            changed("style", json!(3)),
            changed("style", json!(2)),
        ),
        (
            "do not fit",
            changed("max_length", json!(4001)),
            changed("max_length", json!(4000)),
        ),
        (
            "fit its own bounds",
            changed("value", json!(x(4001))),
            changed("value", json!(x(4000))),
        ),
        (
            "placeholder: longer",
            changed("placeholder", json!(x(101))),
            rows(1),
        ),
        (
            "unknown key `disabled`",
            changed("disabled", json!(true)),
            rows(1),
        ),
        (
            "one text input",
            modal("t", vec![row(vec![button("a")])]),
            rows(1),
        ),
        (
            "only rows, labels and text",
            modal("t", vec![button("a")]),
            rows(1),
        ),
        (
            "unknown key `name`",
            json!({ "custom_id": "m", "title": "t", "name": "x", "components": [input("a")] }),
            rows(1),
        ),
    ];
    for (text, broken, fine) in rows {
        let case = Case::new().await;
        let asked = case.ask();
        let body = |modal: Value| json!({ "type": 9, "data": modal });
        assert!(case.answer(&asked, body(broken)).await.is_err(), "{text}");
        case.broke(text);
        case.answer(&asked, body(fine)).await.expect(text);
        case.fake.finish().await;
    }
}
