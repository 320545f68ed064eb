//! Everything we may do about a request.

use crate::content::Slug;
use crate::press::Key;
use crate::reply::{Form, Reply, Suggestion};
use crate::who::{ChannelId, GuildId};
use strum::IntoStaticStr;

/// Everything we may do about a request.
#[derive(Clone, Debug, PartialEq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Response {
    /// Say this.
    Reply(Reply),
    /// Say this, and write something into a channel as well.
    Posting(Reply, Post),
    /// Delete a message of ours, and with it the one whose button was pressed.
    Removing(Removal),
    /// Let the asker write something first.
    Form(Form),
    /// Offer these while the asker types.
    Suggestions(Vec<Suggestion>),
    /// Say nothing. Only a mention may meet silence.
    Silence,
}

/// A message of its own, for everyone in a channel.
#[derive(Clone, Debug, PartialEq)]
pub struct Post {
    /// Where it is written.
    pub channel: ChannelId,
    /// The message it is about, if there is one; of one message it is written once.
    pub about: Option<u64>,
    /// The part that it shares, if it does: an article, and a section of it.
    pub part: Option<(Slug, Key)>,
    /// What it says.
    pub reply: Reply,
    /// What the asker reads instead where it cannot be written.
    pub otherwise: Reply,
    /// What moderators read of it once it stands, if they want to.
    pub notice: Option<Notice>,
}

/// A word to the moderators about a message of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Where they read it.
    pub channel: ChannelId,
    /// Their server.
    pub guild: GuildId,
    /// What is spoken there, as a tag.
    pub language: String,
}

/// A message of ours that goes.
#[derive(Clone, Debug, PartialEq)]
pub struct Removal {
    /// Where it stands.
    pub channel: ChannelId,
    /// Which one.
    pub message: u64,
    /// What the presser reads where it cannot be deleted.
    pub otherwise: Reply,
}

impl Response {
    /// The same response, each of its replies made over.
    pub(super) fn each(self, over: impl Fn(Reply) -> Reply) -> Response {
        match self {
            Response::Reply(reply) => Response::Reply(over(reply)),
            Response::Posting(reply, post) => {
                let post = Post {
                    reply: over(post.reply),
                    otherwise: over(post.otherwise),
                    ..post
                };
                Response::Posting(over(reply), post)
            }
            Response::Removing(removal) => Response::Removing(Removal {
                otherwise: over(removal.otherwise),
                ..removal
            }),
            other => other,
        }
    }
}
