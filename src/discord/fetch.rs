//! A file that somebody handed in, fetched from where Discord keeps it.

use crate::bot::{Refusal, Request};
use reqwest::Client;
use serenity::all::Attachment;
use std::time::Duration;
use tokio::time::timeout;

/// Settings with every list full take less than ten thousand, two hundred of the longest lessons a hundred thousand in
/// English and twice that in Cyrillic. In bytes.
const FILE_LIMIT: usize = 256 * 1024;

/// Discord waits three seconds for the answer, and that must still be sent.
const PATIENCE: Duration = Duration::from_secs(2);

/// What the file asks of us: settings to bring in. They come by `line`, which goes to no other host.
pub(super) async fn fetched(line: &Client, file: &Attachment) -> Result<Request, Refusal> {
    let read = timeout(PATIENCE, read(line, &file.url)).await;
    let bytes = read.unwrap_or(Err(Refusal::NoFile))?;
    let words = String::from_utf8_lossy(&bytes).into_owned();
    Ok(Request::Import(words))
}

/// What stands at `address`, if it is no more than [`FILE_LIMIT`]: its own count is not believed.
async fn read(line: &Client, address: &str) -> Result<Vec<u8>, Refusal> {
    let lost = |_| Refusal::NoFile;
    let mut answer = line.get(address).send().await.map_err(lost)?;
    if !answer.status().is_success() {
        return Err(Refusal::NoFile);
    }
    let mut bytes = Vec::new();
    while let Some(piece) = answer.chunk().await.map_err(lost)? {
        if bytes.len() + piece.len() > FILE_LIMIT {
            return Err(Refusal::LargeFile);
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes)
}
