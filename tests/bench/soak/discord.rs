//! A Discord that fails on purpose: a gateway whose connections end and are resumed, and a REST that stumbles.

use crate::payloads::{ready, server};
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::http::{Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::serve::ListenerExt;
use serde_json::{Value, json};
use std::collections::{HashMap, VecDeque};
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::sleep;

/// How a connection to the gateway ends.
#[derive(Clone, Copy, Debug)]
pub enum Fault {
    /// Without a word.
    Drop,
    /// Discord asks for another.
    Reconnect,
    /// With a code that lets the session go on.
    Close,
    /// With a code that says nothing.
    Unknown,
}

impl Fault {
    pub const ALL: [Fault; 4] = [Fault::Drop, Fault::Reconnect, Fault::Close, Fault::Unknown];
}

/// Of so many requests one is refused with a 500,
const ERRORS: u64 = 97;
/// one with a 429,
const LIMITED: u64 = 101;
/// one comes late,
const LATE: u64 = 53;
/// and one is cut off before an answer.
const CUT: u64 = 211;
/// So late it comes.
const LATENESS: Duration = Duration::from_millis(400);
/// So many events a session that went away is told when it is back: minutes of them.
const REPLAYED: usize = 20_000;
/// One in so many is a direct message, which more is remembered of: enough to fill those memories before they are judged.
const DIRECT: u64 = 5;
/// How often is looked.
const LOOK: Duration = Duration::from_millis(5);

/// What came of it all.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    pub asked: u64,
    /// How long each waited that was answered, faults included.
    pub waited: Vec<Duration>,
    pub lost: usize,
    pub identified: u64,
    pub resumed: u64,
    pub errors: u64,
    pub limited: u64,
    pub late: u64,
    pub cut: u64,
}

#[derive(Clone)]
pub struct Discord {
    address: SocketAddr,
    state: Arc<Mutex<Inside>>,
}

#[derive(Default)]
struct Inside {
    counts: Counts,
    /// When what waits for an answer was asked.
    waiting: HashMap<u64, Instant>,
    /// The session: what was told in it, by number, and where it is heard.
    sequence: u64,
    told: VecDeque<(u64, String)>,
    line: Option<UnboundedSender<Frame>>,
    requests: u64,
}

enum Frame {
    Text(String),
    Break(Fault),
}

/// What befalls a request.
enum Luck {
    Good,
    Error,
    Limited,
    Late,
    Cut,
}

impl Inside {
    /// Tells an event in the session, now or when somebody is back to hear it.
    fn tell(&mut self, name: &str, data: &Value) {
        self.sequence += 1;
        let text = json!({ "op": 0, "s": self.sequence, "t": name, "d": data }).to_string();
        self.told.push_back((self.sequence, text.clone()));
        if self.told.len() > REPLAYED {
            self.told.pop_front();
        }
        self.send(Frame::Text(text));
    }

    fn send(&mut self, frame: Frame) {
        if let Some(line) = &self.line {
            drop(line.send(frame));
        }
    }

    fn luck(&mut self) -> Luck {
        self.requests += 1;
        let hits = |one_in: u64| self.requests.is_multiple_of(one_in);
        let (luck, count) = match () {
            () if hits(ERRORS) => (Luck::Error, &mut self.counts.errors),
            () if hits(LIMITED) => (Luck::Limited, &mut self.counts.limited),
            () if hits(LATE) => (Luck::Late, &mut self.counts.late),
            () if hits(CUT) => (Luck::Cut, &mut self.counts.cut),
            () => return Luck::Good,
        };
        *count += 1;
        luck
    }

    /// Notes that what `id` asked is answered.
    fn answered(&mut self, id: u64) {
        if let Some(asked) = self.waiting.remove(&id) {
            self.counts.waited.push(asked.elapsed());
        }
    }
}

impl Discord {
    pub async fn start() -> Discord {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let discord = Discord {
            address: listener.local_addr().expect("a bound address"),
            state: Arc::default(),
        };
        let app = Router::new()
            .route("/", get(gateway))
            .fallback(rest)
            .with_state(discord.clone());
        let listener = listener.tap_io(|line| line.set_nodelay(true).expect("a line"));
        tokio::spawn(async move { axum::serve(listener, app).await });
        discord
    }

    pub fn base(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Waits until somebody is connected; whether that came true in time.
    pub fn online(&self, patience: Duration) -> bool {
        self.becomes(patience, |inside| inside.line.is_some())
    }

    /// Waits until nobody is.
    pub fn offline(&self, patience: Duration) -> bool {
        self.becomes(patience, |inside| inside.line.is_none())
    }

    fn becomes(&self, patience: Duration, so: impl Fn(&Inside) -> bool) -> bool {
        let end = Instant::now() + patience;
        while !so(&self.inside()) && Instant::now() < end {
            thread::sleep(LOOK);
        }
        so(&self.inside())
    }

    /// Somebody who never asked before asks this, by command or in a direct message.
    pub fn ask(&self, question: &str) {
        let mut inside = self.inside();
        inside.counts.asked += 1;
        let number = inside.counts.asked;
        let id = 1_000_000 + number;
        inside.waiting.insert(id, Instant::now());
        match number % DIRECT {
            0 => inside.tell("MESSAGE_CREATE", &message(id, question)),
            _ => inside.tell("INTERACTION_CREATE", &interaction(id, question)),
        }
    }

    pub fn breaks(&self, fault: Fault) {
        self.inside().send(Frame::Break(fault));
    }

    /// Waits until everything is answered, or for so long; what came of it then.
    pub fn settled(&self, patience: Duration) -> Counts {
        self.becomes(patience, |inside| inside.waiting.is_empty());
        let inside = self.inside();
        let mut counts = inside.counts.clone();
        counts.lost = inside.waiting.len();
        counts
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.state.lock().expect("no panic here")
    }

    /// Takes what the bot says over its line; false where it says nothing more.
    fn hears(&self, text: &str, line: &UnboundedSender<Frame>) {
        let said: Value = serde_json::from_str(text).unwrap_or_default();
        let mut inside = self.inside();
        match said["op"].as_u64() {
            Some(1) => drop(line.send(Frame::Text(operation(11)))),
            Some(2) => {
                inside.counts.identified += 1;
                inside.line = Some(line.clone());
                inside.tell("READY", &ready(self.address));
                inside.tell("GUILD_CREATE", &server());
            }
            Some(6) => {
                inside.counts.resumed += 1;
                let heard = said["d"]["seq"].as_u64().unwrap_or_default();
                let missed = inside.told.iter().filter(|(number, _)| *number > heard);
                for (_, text) in missed {
                    drop(line.send(Frame::Text(text.clone())));
                }
                inside.line = Some(line.clone());
                inside.tell("RESUMED", &json!({}));
            }
            _ => (),
        }
    }
}

async fn gateway(State(discord): State<Discord>, upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(move |socket| session(discord, socket))
}

async fn session(discord: Discord, mut socket: WebSocket) {
    let hello = json!({ "op": 10, "s": null, "t": null, "d": { "heartbeat_interval": 41_250 } });
    drop(socket.send(Message::text(hello.to_string())).await);
    let (line, mut frames): (_, UnboundedReceiver<Frame>) = unbounded_channel();
    loop {
        tokio::select! {
            frame = frames.recv() => match frame {
                Some(Frame::Text(text)) => drop(socket.send(Message::text(text)).await),
                Some(Frame::Break(Fault::Reconnect)) => drop(socket.send(Message::text(operation(7))).await),
                Some(Frame::Break(fault)) => return ends(&discord, socket, &line, fault).await,
                None => return,
            },
            said = socket.recv() => match said {
                Some(Ok(Message::Text(text))) => discord.hears(&text, &line),
                Some(Ok(Message::Ping(_) | Message::Pong(_) | Message::Binary(_))) => (),
                Some(Ok(Message::Close(_)) | Err(_)) | None => return hung_up(&discord, &line),
            },
        }
    }
}

async fn ends(
    discord: &Discord,
    mut socket: WebSocket,
    line: &UnboundedSender<Frame>,
    fault: Fault,
) {
    hung_up(discord, line);
    let code = match fault {
        // As when Discord renews its own machines.
        Fault::Close => Some(1_001),
        Fault::Unknown => Some(4_000),
        Fault::Drop | Fault::Reconnect => None,
    };
    if let Some(code) = code {
        let frame = CloseFrame {
            code,
            reason: "".into(),
        };
        drop(socket.send(Message::Close(Some(frame))).await);
    }
}

/// Nobody hears by this line any more.
fn hung_up(discord: &Discord, line: &UnboundedSender<Frame>) {
    let mut inside = discord.inside();
    if inside
        .line
        .as_ref()
        .is_some_and(|open| open.same_channel(line))
    {
        inside.line = None;
    }
}

async fn rest(State(discord): State<Discord>, method: Method, uri: Uri, body: Body) -> Response {
    let path = uri.path().trim_start_matches("/api/v10").to_owned();
    let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
    match parts.as_slice() {
        ["interactions", id, _, "callback"] => {
            let id = id.parse().unwrap_or_default();
            take(&discord, id, StatusCode::NO_CONTENT.into_response()).await
        }
        ["channels", _, "messages"] if method == Method::POST => {
            let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
            let said: Value = serde_json::from_slice(&bytes).unwrap_or_default();
            let id = said["nonce"].as_str().and_then(|it| it.parse().ok()).unwrap_or_default();
            take(&discord, id, axum::Json(json!({ "id": "1" })).into_response()).await
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

/// Takes the answer to `id` and says so, or meets it with bad luck.
async fn take(discord: &Discord, id: u64, taken: Response) -> Response {
    let luck = discord.inside().luck();
    match luck {
        Luck::Good => discord.inside().answered(id),
        Luck::Late => {
            sleep(LATENESS).await;
            discord.inside().answered(id);
        }
        Luck::Error => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        Luck::Limited => {
            let body = json!({ "message": "You are being rate limited.", "retry_after": 0.2, "global": false });
            return (
                StatusCode::TOO_MANY_REQUESTS,
                [("retry-after", "0.2")],
                axum::Json(body),
            )
                .into_response();
        }
        // The line breaks in the middle of an answer that was begun.
        Luck::Cut => {
            let broken =
                futures::stream::once(async { Err::<Vec<u8>, _>(io::Error::other("cut off")) });
            return (StatusCode::BAD_GATEWAY, Body::from_stream(broken)).into_response();
        }
    }
    taken
}

fn operation(op: u64) -> String {
    json!({ "op": op, "s": null, "t": null, "d": null }).to_string()
}

fn person(id: u64) -> Value {
    json!({ "id": id.to_string(), "username": "x", "discriminator": "0", "avatar": null })
}

fn interaction(id: u64, question: &str) -> Value {
    json!({
        "id": id.to_string(), "application_id": "901", "type": 2, "token": format!("token-{id}"), "version": 1,
        "channel_id": "700", "guild_id": "500", "locale": "en-US", "guild_locale": "en-US",
        "entitlements": [], "attachment_size_limit": 10_485_760, "app_permissions": "2048",
        "authorizing_integration_owners": { "0": "500" }, "context": 0,
        "member": {
            "user": person(id), "roles": [], "joined_at": "2020-01-01T00:00:00+00:00", "deaf": false, "mute": false,
            "flags": 0, "permissions": "2048",
        },
        "data": {
            "id": "1", "name": "ask", "type": 1,
            "options": [{ "name": "question", "type": 3, "value": question }],
        },
    })
}

fn message(id: u64, question: &str) -> Value {
    json!({
        "id": id.to_string(), "channel_id": (id + 1_000_000_000).to_string(), "author": person(id), "content": question,
        "timestamp": "2026-01-01T00:00:00+00:00", "edited_timestamp": null, "tts": false, "mention_everyone": false,
        "mentions": [], "mention_roles": [], "attachments": [], "embeds": [], "pinned": false, "type": 0,
    })
}
