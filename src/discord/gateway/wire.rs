//! One connection to Discord's gateway: what goes over it, a payload at a time.

use super::ending::Ending;
use futures_util::{SinkExt, StreamExt};
use serde::Deserialize;
use serde_json::Value;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, WebSocketConfig};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async_with_config};

/// The language we speak there.
const VERSION: &str = "?v=10&encoding=json";

/// A server of a hundred thousand members is told in less. In bytes.
const LARGEST: usize = 64 * 1024 * 1024;

/// What works takes what we send at once.
const SENDING: Duration = Duration::from_secs(5);

/// How long a farewell may take.
const FAREWELL: Duration = Duration::from_millis(500);

/// Ends the connection and leaves the session to be resumed: any code does but 1000 and 1001.
pub(super) const TO_RETURN: u16 = 4000;

/// Ends the session too.
pub(super) const FOR_GOOD: u16 = 1000;

/// A connection that stands.
pub(super) struct Wire(WebSocketStream<MaybeTlsStream<TcpStream>>);

/// What Discord sends, in its own letters.
#[derive(Debug, Deserialize)]
pub(super) struct Payload {
    pub op: u64,
    /// The number of an event.
    #[serde(default)]
    pub s: Option<u64>,
    /// The name of an event.
    #[serde(default)]
    pub t: Option<String>,
    #[serde(default)]
    pub d: Value,
}

impl Wire {
    /// Connects to the gateway at `url`; nothing if nobody takes it within `patience`.
    pub(super) async fn open(url: &str, patience: Duration) -> Option<Wire> {
        let url = format!("{}/{VERSION}", url.trim_end_matches('/'));
        let config = WebSocketConfig {
            max_message_size: Some(LARGEST),
            max_frame_size: Some(LARGEST),
            ..WebSocketConfig::default()
        };
        let connecting = connect_async_with_config(url, Some(config), true);
        match timeout(patience, connecting).await {
            Ok(Ok((stream, _))) => Some(Wire(stream)),
            Ok(Err(_)) | Err(_) => None,
        }
    }

    /// Waits for what Discord sends next. Nothing is lost where the wait is given up.
    pub(super) async fn next(&mut self) -> Result<Payload, Ending> {
        loop {
            return match self.0.next().await {
                Some(Ok(Message::Text(text))) => {
                    serde_json::from_str(&text).map_err(|_| Ending::Garbled)
                }
                Some(Ok(Message::Binary(_))) => Err(Ending::Garbled),
                Some(Ok(Message::Close(frame))) => {
                    let code = frame.map(|frame| u16::from(frame.code));
                    Err(Ending::Closed(code))
                }
                Some(Ok(Message::Ping(_) | Message::Pong(_) | Message::Frame(_))) => continue,
                Some(Err(_)) | None => Err(Ending::Broken),
            };
        }
    }

    /// Sends `payload`.
    pub(super) async fn send(&mut self, payload: &Value) -> Result<(), Ending> {
        let sending = self.0.send(Message::Text(payload.to_string()));
        match timeout(SENDING, sending).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(Ending::Broken),
        }
    }

    /// Hangs up with `code`, and waits for a moment until that was heard.
    pub(super) async fn hang_up(mut self, code: u16) {
        let frame = CloseFrame {
            code: CloseCode::from(code),
            reason: "".into(),
        };
        let farewell = async {
            // A line that is closed already needs no more.
            drop(self.0.close(Some(frame)).await);
            while let Some(Ok(_)) = self.0.next().await {}
        };
        drop(timeout(FAREWELL, farewell).await);
    }
}
