//! Everything that a message says, wherever in it that stands.

use serenity::all::{ActionRow, ActionRowComponent, ButtonKind, Embed, Message, Poll, StickerItem};

/// So much of a message is read. Discord lets nobody write more at once; what is forwarded comes on top. In characters.
const READ: usize = 6_000;

/// The words of `message`: what its writer wrote, what they forward, what stands in frames, polls and on buttons, and what
/// its stickers are called.
pub(super) fn said(message: &Message) -> String {
    let mut words = Words::default();
    words.put(&message.content);
    for forwarded in &message.message_snapshots {
        words.put(&forwarded.content);
        words.put_shown(&forwarded.embeds, &forwarded.components);
        words.put_stickers(&forwarded.sticker_items);
    }
    words.put_shown(&message.embeds, &message.components);
    words.put_stickers(&message.sticker_items);
    if let Some(poll) = &message.poll {
        words.put_poll(poll);
    }
    words.0
}

/// Lines of words.
#[derive(Default)]
struct Words(String);

impl Words {
    fn put(&mut self, words: &str) {
        let room = READ.saturating_sub(self.0.chars().count());
        if words.trim().is_empty() || room == 0 {
            return;
        }
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.extend(words.chars().take(room));
    }

    fn put_shown(&mut self, embeds: &[Embed], rows: &[ActionRow]) {
        for embed in embeds {
            let told = [&embed.title, &embed.description];
            told.into_iter().flatten().for_each(|it| self.put(it));
            for field in &embed.fields {
                self.put(&field.name);
                self.put(&field.value);
            }
        }
        for component in rows.iter().flat_map(|row| &row.components) {
            self.put(label(component));
        }
    }

    fn put_stickers(&mut self, stickers: &[StickerItem]) {
        stickers.iter().for_each(|sticker| self.put(&sticker.name));
    }

    fn put_poll(&mut self, poll: &Poll) {
        let answers = poll.answers.iter().map(|answer| &answer.poll_media);
        let told = [&poll.question].into_iter().chain(answers);
        told.filter_map(|media| media.text.as_deref())
            .for_each(|text| self.put(text));
    }
}

/// What stands on a button or a menu.
fn label(component: &ActionRowComponent) -> &str {
    let label = match component {
        ActionRowComponent::Button(button) => match &button.data {
            ButtonKind::Link { .. } | ButtonKind::NonLink { .. } => button.label.as_deref(),
            _ => None,
        },
        ActionRowComponent::SelectMenu(menu) => menu.placeholder.as_deref(),
        _ => None,
    };
    label.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn message(more: Value) -> Message {
        let mut message = json!({
            "id": "1", "channel_id": "2", "content": "",
            "author": { "id": "3", "username": "x", "discriminator": "0", "avatar": null },
            "timestamp": "2026-01-01T00:00:00+00:00", "edited_timestamp": null, "tts": false,
            "mention_everyone": false, "mentions": [], "mention_roles": [], "attachments": [],
            "embeds": [], "pinned": false, "type": 0,
        });
        let more = more.as_object().expect("fields").clone();
        message.as_object_mut().expect("fields").extend(more);
        serde_json::from_value(message).expect("a message")
    }

    #[test]
    fn everything_that_a_message_says_is_read() {
        let frame = json!([{ "type": "rich", "title": "He is cold", "description": "since Sunday",
            "fields": [{ "name": "Why", "value": "no idea", "inline": false }] }]);
        for (more, expected) in [
            (json!({ "content": "why" }), "why"),
            (
                json!({ "embeds": frame }),
                "He is cold\nsince Sunday\nWhy\nno idea",
            ),
            (
                json!({ "message_snapshots": [{ "message": { "content": "he left", "type": 0,
                    "timestamp": "2026-01-01T00:00:00+00:00", "edited_timestamp": null,
                    "mentions": [], "mention_roles": [], "attachments": [], "embeds": frame } }] }),
                "he left\nHe is cold\nsince Sunday\nWhy\nno idea",
            ),
            (
                json!({ "sticker_items": [{ "id": "5", "name": "so sad", "format_type": 1 }] }),
                "so sad",
            ),
            (
                json!({ "poll": { "question": { "text": "Is it over?" }, "expiry": null,
                    "allow_multiselect": false, "layout_type": 1,
                    "answers": [{ "answer_id": 1, "poll_media": { "text": "yes" } }] } }),
                "Is it over?\nyes",
            ),
            (
                json!({ "components": [{ "type": 1, "components": [
                    { "type": 2, "style": 2, "label": "Tell me why", "custom_id": "x" }] }] }),
                "Tell me why",
            ),
        ] {
            assert_eq!(said(&message(more.clone())), expected, "{more}");
        }
    }

    #[test]
    fn no_more_is_read_than_anybody_writes() {
        let long = message(json!({ "content": "é".repeat(9_000) }));
        assert_eq!(said(&long).chars().count(), READ);
    }
}
