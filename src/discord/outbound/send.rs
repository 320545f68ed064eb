//! A request on its way to Discord, and what came of it.

use crate::discord::line::ANSWER;
use reqwest::Response;
use serde::Deserialize;
use serenity::all::MessageId;
use serenity::http::{Http, HttpError, Request};
use tokio::time::timeout;
use tracing::{debug, warn};

/// What came of a request that failed: numbers only, for an address holds tokens and a body words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::discord) struct Undelivered {
    /// The answer's status, if there was an answer.
    pub status: Option<u16>,
    /// Discord's own code, if it gave one.
    pub code: Option<isize>,
}

/// The interaction has its answer already.
const ALREADY_ANSWERED: isize = 40_060;

/// Sends `request`, once more where the first try failed on Discord's side.
///
/// Every request of ours may be sent twice: a message carries its number, an interaction takes one
/// answer, the commands are replaced whole.
pub(in crate::discord) async fn send(http: &Http, request: Request<'_>) -> Result<(), Undelivered> {
    deliver(http, request).await.map(drop)
}

/// What Discord says of a message that was written.
#[derive(Deserialize)]
struct Written {
    id: MessageId,
}

/// Sends a message, and gives the number it stands under.
pub(super) async fn write(http: &Http, request: Request<'_>) -> Result<MessageId, Undelivered> {
    let answer = deliver(http, request).await?.ok_or(UNANSWERED)?;
    let bytes = timeout(ANSWER, answer.bytes()).await;
    let bytes = bytes.ok().and_then(Result::ok).ok_or(UNANSWERED)?;
    let written: Written = serde_json::from_slice(&bytes).map_err(|_| UNANSWERED)?;
    Ok(written.id)
}

/// Discord said nothing, or nothing that can be read.
const UNANSWERED: Undelivered = Undelivered {
    status: None,
    code: None,
};

/// What Discord answers to `request`; nothing if it took it before.
async fn deliver(http: &Http, request: Request<'_>) -> Result<Option<Response>, Undelivered> {
    match try_send(http, request.clone()).await {
        Err(failed) if failed.status.is_some_and(|status| status >= 500) => (),
        done => return done.map(Some),
    }
    match try_send(http, request).await {
        Err(failed) if failed.code == Some(ALREADY_ANSWERED) => Ok(None),
        done => done.map(Some),
    }
}

async fn try_send(http: &Http, request: Request<'_>) -> Result<Response, Undelivered> {
    match timeout(ANSWER, http.request(request)).await {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(serenity::Error::Http(HttpError::UnsuccessfulRequest(answer)))) => {
            Err(Undelivered {
                status: Some(answer.status_code.as_u16()),
                code: Some(answer.error.code),
            })
        }
        Ok(Err(_)) | Err(_) => Err(UNANSWERED),
    }
}

/// What happens without anybody's fault: the channel, the message or the right is gone, direct
/// messages are closed, the interaction is void.
const FATE: &[isize] = &[10_003, 10_008, 10_015, 10_062, 50_001, 50_007, 50_013];

/// Tells the operator of what could not be delivered, by its numbers.
pub(super) fn tell(done: Result<(), Undelivered>) {
    match done {
        Ok(()) => (),
        Err(Undelivered { status, code }) if code.is_some_and(|code| FATE.contains(&code)) => {
            debug!(status, code, "An answer found nobody to take it.");
        }
        Err(Undelivered { status, code }) => {
            warn!(status, code, "An answer could not be delivered.");
        }
    }
}
