//! A file that somebody handed in, fetched from where Discord keeps it.

use crate::bot::{Refusal, Request};
use serenity::all::Attachment;
use std::time::Duration;
use tokio::time::timeout;

/// Settings with every list full take less than ten. In bytes.
const FILE_LIMIT: u32 = 64 * 1024;

/// Discord waits three seconds for the answer, and that must still be sent.
const PATIENCE: Duration = Duration::from_secs(2);

/// What the file asks of us: settings to bring in.
pub(super) async fn fetched(file: &Attachment) -> Result<Request, Refusal> {
    if file.size > FILE_LIMIT {
        return Err(Refusal::NoFile);
    }
    match timeout(PATIENCE, file.download()).await {
        Ok(Ok(bytes)) => Ok(Request::Import(
            String::from_utf8_lossy(&bytes).into_owned(),
        )),
        Ok(Err(_)) | Err(_) => Err(Refusal::NoFile),
    }
}
