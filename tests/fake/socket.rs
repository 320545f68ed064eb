//! One gateway connection: frames out as ordered, payloads in, close frames answered.

use super::discord::Discord;
use super::faults::Welcome;
use super::gateway::{Frame, Line, operation};
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use serde_json::{Value, json};
use std::io::Write;
use tokio::sync::mpsc::unbounded_channel;

/// With `compress` in the identify, larger payloads come as one zlib stream each.
const COMPRESS_ABOVE: usize = 1024;

pub async fn upgrade(
    State(discord): State<Discord>,
    RawQuery(query): RawQuery,
    upgrade: WebSocketUpgrade,
) -> Response {
    let query = query.unwrap_or_default();
    if !query.split('&').any(|part| part == "v=10") {
        discord.change(|state| state.violation(format!("gateway: no version 10 in `{query}`")));
    }
    if discord.look(|state| state.faults.gateway_down) {
        discord.change(|state| state.gateway.refused += 1);
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    upgrade.on_upgrade(move |socket| serve(discord, socket))
}

async fn serve(discord: Discord, socket: WebSocket) {
    let (frames, mut orders) = unbounded_channel();
    let line = discord.change(|state| state.gateway.open(frames));
    welcome(&discord, &line);
    let mut connection = Connection {
        discord,
        line,
        socket,
        compress: false,
        code: None,
    };
    loop {
        let goes_on = tokio::select! {
            order = orders.recv() => match order {
                Some(frame) => connection.send(frame).await,
                None => false,
            },
            message = connection.socket.recv() => match message {
                Some(Ok(message)) => connection.take(message).await,
                Some(Err(_)) | None => false,
            },
        };
        if !goes_on {
            break;
        }
    }
    let (line, code) = (connection.line.id, connection.code);
    connection
        .discord
        .change(|state| state.gateway.hang_up(line, code));
}

fn welcome(discord: &Discord, line: &Line) {
    let (welcome, interval) = discord.change(|state| {
        let interval = state.faults.heartbeat.as_millis() as u64;
        (state.faults.take_welcome(), interval)
    });
    let hello = || operation(10, json!({ "heartbeat_interval": interval }));
    match welcome {
        Welcome::Hello => line.send(hello()),
        Welcome::Nothing => (),
        Welcome::Close(code) => line.send(Frame::Close(code)),
        Welcome::HelloAndClose(code) => {
            line.send(hello());
            line.send(Frame::Close(code));
        }
        Welcome::HelloWithoutInterval => line.send(operation(10, json!({}))),
    }
}

struct Connection {
    discord: Discord,
    line: Line,
    socket: WebSocket,
    compress: bool,
    /// The code the bot closed with.
    code: Option<u16>,
}

impl Connection {
    /// Sends one frame; tells whether the connection goes on.
    ///
    /// After a close frame it does: the bot's own close frame is still to come.
    async fn send(&mut self, frame: Frame) -> bool {
        let message = match frame {
            Frame::Payload(payload) => self.encoded(&payload),
            Frame::Close(code) => Message::Close(code.map(|code| CloseFrame {
                code,
                reason: "".into(),
            })),
            Frame::Garbage => Message::Text("{\"op\":0,".into()),
            Frame::Binary => Message::Binary(vec![0_u8].into()),
            Frame::Drop => return false,
        };
        // A peer that is gone shows itself at the next read.
        drop(self.socket.send(message).await);
        true
    }

    fn encoded(&self, payload: &Value) -> Message {
        let text = payload.to_string();
        if !self.compress || text.len() <= COMPRESS_ABOVE {
            return Message::Text(text.into());
        }
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
        encoder
            .write_all(text.as_bytes())
            .expect("memory takes everything");
        Message::Binary(encoder.finish().expect("memory takes everything").into())
    }

    /// Takes in one message; tells whether the connection goes on.
    async fn take(&mut self, message: Message) -> bool {
        match message {
            Message::Text(text) => self.take_payload(text.as_str()),
            Message::Close(frame) => {
                let code = frame.map(|frame| frame.code);
                self.code = code;
                self.discord.change(|state| state.gateway.closed.push(code));
                if self.discord.look(|state| state.faults.silent) {
                    std::future::pending::<()>().await;
                }
            }
            _ => (),
        }
        true
    }

    fn take_payload(&mut self, text: &str) {
        self.compress |= text.contains("\"compress\":true");
        let (now, address) = (self.discord.now(), self.discord.address());
        let line = &self.line;
        self.discord
            .change(|state| state.received(now, address, line, text));
    }
}
