//! What an embed may hold.

use crate::bodies::{embed, long};
use crate::case::messages;
use serde_json::json;

#[tokio::test]
async fn an_embed_keeps_its_limits() {
    let field = |name: &str, value: &str| json!({ "name": name, "value": value });
    let fields = |count: usize| embed(json!({ "fields": vec![field("n", "v"); count] }));
    let halves = |length: usize| {
        let half = json!({ "description": "d".repeat(length) });
        json!({ "embeds": [half, half] })
    };
    messages(&[
        long(
            256,
            |text| embed(json!({ "title": text })),
            "embeds[0].title: longer than 256",
        ),
        long(
            4096,
            |text| embed(json!({ "description": text })),
            "description: longer than 4096",
        ),
        long(
            2048,
            |text| embed(json!({ "footer": { "text": text } })),
            "footer.text: longer than 2048",
        ),
        long(
            256,
            |text| embed(json!({ "author": { "name": text } })),
            "author.name: longer than 256",
        ),
        long(
            256,
            |text| embed(json!({ "fields": [field(&text, "v")] })),
            "name: longer than 256",
        ),
        long(
            1024,
            |text| embed(json!({ "fields": [field("n", &text)] })),
            "value: longer than 1024",
        ),
        (
            "fields[0].value: shorter than 1",
            embed(json!({ "fields": [field("n", " ")] })),
            embed(json!({ "fields": [field("n", "\u{200b}")] })),
        ),
        ("more than 25 fields", fields(26), fields(25)),
        (
            "more than 6000 characters in all",
            halves(3001),
            halves(3000),
        ),
        (
            "embeds: more than 10",
            json!({ "embeds": vec![json!({ "title": "t" }); 11] }),
            json!({ "embeds": vec![json!({ "title": "t" }); 10] }),
        ),
        (
            "embeds[0]: is empty",
            embed(json!({})),
            embed(json!({ "title": "t" })),
        ),
        (
            "unknown key `colour`",
            embed(json!({ "title": "t", "colour": 1 })),
            embed(json!({ "title": "t", "color": 1 })),
        ),
        (
            "not a http or https address",
            embed(json!({ "title": "t", "url": "javascript:x" })),
            embed(json!({ "title": "t", "url": "https://example.org" })),
        ),
    ])
    .await;
}
