//! A Discord that asks by the clock and takes times.

use crate::payloads::{ready, server};
use axum::Router;
use axum::extract::State;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::http::{Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::serve::ListenerExt;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::net::SocketAddr;
use std::ops::Range;
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// Between two turns, so that neither hears the other.
const REST: Duration = Duration::from_millis(100);
/// For the last answers of a turn.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often is looked whether they are there.
const LOOK: Duration = Duration::from_millis(5);

/// What came of a turn.
#[derive(Default)]
pub struct Turn {
    /// How long each waited that was answered at all.
    pub waited: Vec<Duration>,
    /// How late each was sent.
    pub late: Vec<Duration>,
}

/// A Discord that only listens and takes times.
#[derive(Clone)]
pub struct Discord {
    address: SocketAddr,
    events: UnboundedSender<String>,
    waiting: Arc<Mutex<Option<UnboundedReceiver<String>>>>,
    answered: Arc<Mutex<HashMap<u64, Instant>>>,
}

impl Discord {
    pub async fn start() -> Discord {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let (events, waiting) = unbounded_channel();
        let discord = Discord {
            address: listener.local_addr().expect("a bound address"),
            events,
            waiting: Arc::new(Mutex::new(Some(waiting))),
            answered: Arc::default(),
        };
        let app = Router::new()
            .route("/", get(gateway))
            .fallback(rest)
            .with_state(discord.clone());
        // A gateway waits for nobody's acknowledgement before it sends the next event.
        let listener = listener.tap_io(|line| line.set_nodelay(true).expect("a line"));
        tokio::spawn(async move { axum::serve(listener, app).await });
        discord
    }

    pub fn base(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Waits until a bot is online.
    pub fn online(&self) {
        while self.waiting.lock().expect("no panic").is_some() {
            sleep(LOOK);
        }
        sleep(REST);
    }

    /// So many interactions, one in every `gap`: how long each waited for its callback, and how late it was sent.
    pub fn turn(&self, ids: Range<u64>, gap: Duration, questions: &[String]) -> Turn {
        // Each turn goes on where the last one ended: no question is asked twice before all were.
        let next = ids.start as usize % questions.len();
        let asked = questions.iter().cycle().skip(next);
        let events = ids
            .clone()
            .zip(asked)
            .map(|(id, question)| dispatch("INTERACTION_CREATE", &interaction(id, question)))
            .collect::<Vec<String>>();
        let start = Instant::now() + gap;
        let mut late = Vec::new();
        for (at, event) in (0..).zip(events) {
            let due = start + gap * at;
            sleep(due.saturating_duration_since(Instant::now()));
            late.push(due.elapsed());
            self.events.send(event).expect("a bot is online");
        }
        let answers = || {
            let answered = self.answered.lock().expect("no panic");
            ids.clone().all(|id| answered.contains_key(&id))
        };
        let end = Instant::now() + PATIENCE;
        while !answers() && Instant::now() < end {
            sleep(LOOK);
        }
        sleep(REST);
        let answered = self.answered.lock().expect("no panic");
        let waited = ids.zip(0..).filter_map(|(id, at)| {
            let callback = answered.get(&id)?;
            Some(callback.duration_since(start + gap * at))
        });
        Turn {
            waited: waited.collect(),
            late,
        }
    }
}

/// A first connection only asks whether we are there; events go to the one that identifies.
async fn gateway(State(discord): State<Discord>, upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(move |socket| session(discord, socket))
}

async fn session(discord: Discord, mut socket: WebSocket) {
    let hello = json!({ "op": 10, "s": null, "t": null, "d": { "heartbeat_interval": 60_000 } });
    drop(socket.send(Message::text(hello.to_string())).await);
    let mut events: Option<UnboundedReceiver<String>> = None;
    loop {
        let next = async {
            match &mut events {
                Some(events) => UnboundedReceiver::recv(events).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            event = next => {
                let Some(event) = event else { return };
                drop(socket.send(Message::text(event)).await);
            }
            said = socket.recv() => {
                let Some(Ok(said)) = said else { return };
                let Message::Text(text) = said else { continue };
                let said: Value = serde_json::from_str(&text).unwrap_or_default();
                match said["op"].as_u64() {
                    Some(1) => {
                        let heard = json!({ "op": 11, "s": null, "t": null, "d": null });
                        drop(socket.send(Message::text(heard.to_string())).await);
                    }
                    Some(2) => {
                        let ready = dispatch("READY", &ready(discord.address));
                        drop(socket.send(Message::text(ready)).await);
                        let server = dispatch("GUILD_CREATE", &server());
                        drop(socket.send(Message::text(server)).await);
                        events = discord.waiting.lock().expect("no panic").take();
                    }
                    _ => (),
                }
            }
        }
    }
}

async fn rest(State(discord): State<Discord>, method: Method, uri: Uri) -> Response {
    let path = uri.path().trim_start_matches("/api/v10");
    let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
    match parts.as_slice() {
        ["interactions", id, _, "callback"] => {
            let id = id.parse().unwrap_or_default();
            let mut answered = discord.answered.lock().expect("no panic");
            answered.insert(id, Instant::now());
            StatusCode::NO_CONTENT.into_response()
        }
        ["gateway", ..] => axum::Json(json!({
            "url": format!("ws://{}", discord.address),
            "shards": 1,
            "session_start_limit": { "total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1 },
        }))
        .into_response(),
        _ if method == Method::PUT => axum::Json(json!([])).into_response(),
        _ => StatusCode::NO_CONTENT.into_response(),
    }
}

fn dispatch(name: &str, data: &Value) -> String {
    json!({ "op": 0, "s": 1, "t": name, "d": data }).to_string()
}

/// Everybody asks once, so that nobody asks too quickly.
fn interaction(id: u64, question: &str) -> Value {
    let user =
        json!({ "id": id.to_string(), "username": "x", "discriminator": "0", "avatar": null });
    json!({
        "id": id.to_string(), "application_id": "901", "type": 2, "token": format!("token-{id}"), "version": 1,
        "channel_id": "700", "guild_id": "500", "locale": "en-US", "guild_locale": "en-US",
        "entitlements": [], "attachment_size_limit": 10_485_760, "app_permissions": "2048",
        "authorizing_integration_owners": { "0": "500" }, "context": 0,
        "member": {
            "user": user, "roles": [], "joined_at": "2020-01-01T00:00:00+00:00", "deaf": false, "mute": false,
            "flags": 0, "permissions": "2048",
        },
        "data": {
            "id": "1", "name": "ask", "type": 1,
            "options": [{ "name": "question", "type": 3, "value": question }],
        },
    })
}
