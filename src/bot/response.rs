//! Everything we may do about a request.

use crate::reply::{Form, Reply, Suggestion};
use crate::who::ChannelId;

/// Everything we may do about a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Response {
    /// Say this.
    Reply(Reply),
    /// Say this, and write something into a channel as well.
    Posting(Reply, Post),
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
    /// What it says.
    pub reply: Reply,
    /// What the asker reads instead where it cannot be written.
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
            other => other,
        }
    }
}
