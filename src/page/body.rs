//! The body of a message as it would go to Discord, read back: what is shown here is what would be sent.

use crate::discord::message;
use crate::reply::Reply;
use serde::Deserialize;

/// A message.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Body {
    /// The words above the frames.
    pub(super) content: String,
    /// The frames.
    pub(super) embeds: Vec<Embed>,
    /// What can be pressed, row by row.
    pub(super) components: Vec<Row>,
}

/// Words in a frame.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Embed {
    pub(super) author: Option<Author>,
    pub(super) title: Option<String>,
    pub(super) description: String,
    pub(super) footer: Option<Footer>,
    /// The colour of the bar beside it, if it has one of its own.
    pub(super) color: Option<u32>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Author {
    pub(super) name: String,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Footer {
    pub(super) text: String,
}

/// What stands side by side.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Row {
    pub(super) components: Vec<Control>,
}

/// Something to press or to choose from.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Control {
    Menu {
        placeholder: String,
        options: Vec<Choice>,
    },
    Button {
        label: String,
        custom_id: String,
    },
    Link {
        label: String,
        url: String,
    },
    /// A choice among the things of a server.
    Pick {
        placeholder: String,
    },
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Choice {
    pub(super) label: String,
    pub(super) value: String,
}

impl Body {
    /// `reply` as Discord would read it.
    pub(super) fn of(reply: &Reply) -> Body {
        let body = serde_json::to_value(message(reply)).and_then(serde_json::from_value);
        body.unwrap_or_else(|error| Body::note(&format!("This message cannot be shown: {error}.")))
    }

    /// A word of this page's own.
    pub(super) fn note(words: &str) -> Body {
        Body {
            content: words.to_owned(),
            ..Body::default()
        }
    }
}
