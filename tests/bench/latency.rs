//! From an interaction's arrival to our callback, at 200 interactions a second, beside a bare bot that answers a
//! fixed text: `cargo bench --bench latency`. Both take turns in one process, against a Discord of a few lines.

use axum::Router;
use axum::extract::State;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::http::{Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::{Value, json};
use serenity::all::{
    Client, ClientBuilder, Context, CreateInteractionResponse, CreateInteractionResponseMessage,
    EventHandler, GatewayIntents, HttpBuilder, Interaction,
};
use serenity::async_trait;
use std::collections::HashMap;
use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::{MissedTickBehavior, interval, sleep};
use verbatim::bot::{Bot, Knowledge};
use verbatim::content::Library;
use verbatim::discord::{Options, Pace, Token, serve};
use verbatim::store::{Location, Store};

/// Between two interactions: 200 a second.
const GAP: Duration = Duration::from_millis(5);
/// How many come in a turn: five seconds.
const TURN: u64 = 1_000;
/// How often each bot has its turn.
const TURNS: usize = 4;
/// For the last answers of a turn.
const REST: Duration = Duration::from_millis(500);

/// A Discord that only listens and takes times.
#[derive(Clone)]
struct Discord {
    address: SocketAddr,
    events: UnboundedSender<Value>,
    waiting: Arc<Mutex<Option<UnboundedReceiver<Value>>>>,
    answered: Arc<Mutex<HashMap<u64, Instant>>>,
}

impl Discord {
    async fn start() -> Discord {
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
        tokio::spawn(async move { axum::serve(listener, app).await });
        discord
    }

    fn base(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Waits until a bot is online.
    async fn online(&self) {
        while self.waiting.lock().expect("no panic").is_some() {
            sleep(Duration::from_millis(10)).await;
        }
        sleep(REST).await;
    }

    /// One turn of interactions; how long each waited for its callback.
    async fn turn(&self, first: u64, questions: &[String]) -> Vec<Duration> {
        let mut ticks = interval(GAP);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut sent = Vec::new();
        for (id, question) in (first..first + TURN).zip(questions.iter().cycle()) {
            ticks.tick().await;
            let event = dispatch("INTERACTION_CREATE", &interaction(id, question));
            sent.push((id, Instant::now()));
            self.events.send(event).expect("a bot is online");
        }
        sleep(REST).await;
        let answered = self.answered.lock().expect("no panic");
        sent.iter()
            .map(|(id, at)| *answered.get(id).expect("every one is answered") - *at)
            .collect()
    }
}

/// A first connection only asks whether we are there; events go to the one that identifies.
async fn gateway(State(discord): State<Discord>, upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(move |socket| session(discord, socket))
}

async fn session(discord: Discord, mut socket: WebSocket) {
    let hello = json!({ "op": 10, "s": null, "t": null, "d": { "heartbeat_interval": 60_000 } });
    drop(socket.send(Message::text(hello.to_string())).await);
    let mut events: Option<UnboundedReceiver<Value>> = None;
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
                drop(socket.send(Message::text(event.to_string())).await);
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
                        drop(socket.send(Message::text(ready.to_string())).await);
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

fn dispatch(name: &str, data: &Value) -> Value {
    json!({ "op": 0, "s": 1, "t": name, "d": data })
}

fn ready(address: SocketAddr) -> Value {
    let me = json!({ "id": "900", "username": "bot", "discriminator": "0", "avatar": null, "bot": true });
    json!({
        "v": 10, "user": me, "guilds": [], "session_id": "s", "shard": [0, 1],
        "resume_gateway_url": format!("ws://{address}"),
        "application": { "id": "901", "flags": 0 },
    })
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

/// What one writes first with the library: no question, no article.
struct Bare;

#[async_trait]
impl EventHandler for Bare {
    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        if let Interaction::Command(command) = interaction {
            let fixed = CreateInteractionResponseMessage::new()
                .content("Hello.")
                .ephemeral(true);
            let answer = CreateInteractionResponse::Message(fixed);
            drop(command.create_response(&context.http, answer).await);
        }
    }
}

async fn bare(discord: &Discord) -> Client {
    let http = HttpBuilder::new("tok")
        .proxy(discord.base())
        .ratelimiter_disabled(true)
        .build();
    ClientBuilder::new_with_http(http, GatewayIntents::GUILDS)
        .event_handler(Bare)
        .await
        .expect("a client")
}

async fn ours(discord: &Discord) {
    let library = Library::load(Path::new("content")).expect("the content has no mistakes");
    let knowledge = Arc::new(Knowledge::build(library).expect("no mistakes"));
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("latency.db");
    let store = Store::open(&Location::File(file)).await.expect("a store");
    let options = Options {
        token: Token::new("tok").expect("a token"),
        proxy: Some(discord.base()),
        pace: Pace::default(),
    };
    let bot = Arc::new(Bot::new(knowledge, store, "tok"));
    tokio::spawn(serve(bot, options, std::future::pending()));
}

/// What people ask, as the author wrote it down.
fn questions() -> Vec<String> {
    let asked = fs::read_to_string("content/why-he-withdraws/asked.toml").expect("the examples");
    let lines = asked.lines().filter_map(|line| {
        let line = line.trim().trim_end_matches(',');
        line.strip_prefix('"')?.strip_suffix('"')
    });
    lines.map(|line| line.replace("\\\"", "\"")).collect()
}

/// The time within which `share` of a hundred thousand are answered.
fn within(times: &mut [Duration], share: usize) -> Duration {
    times.sort();
    times[(times.len() * share / 100_000).min(times.len() - 1)]
}

#[tokio::main]
async fn main() {
    let questions = questions();
    let (one, other) = (Discord::start().await, Discord::start().await);
    ours(&one).await;
    let mut client = bare(&other).await;
    tokio::spawn(async move { client.start().await });
    one.online().await;
    other.online().await;
    let (mut our_times, mut bare_times) = (Vec::new(), Vec::new());
    // The first turn warms both up and does not count.
    for turn in 0..=TURNS {
        let first = 1_000_000 + turn as u64 * TURN;
        let (ours, bares) = (
            one.turn(first, &questions).await,
            other.turn(first, &questions).await,
        );
        if turn > 0 {
            our_times.extend(ours);
            bare_times.extend(bares);
        }
    }
    for (name, times) in [("ours", &mut our_times), ("bare", &mut bare_times)] {
        println!(
            "{name}: {} interactions, half within {:?}, 99 % within {:?}, the slowest {:?}",
            times.len(),
            within(times, 50_000),
            within(times, 99_000),
            within(times, 100_000),
        );
    }
    let ratio = within(&mut our_times, 99_000).as_secs_f64()
        / within(&mut bare_times, 99_000).as_secs_f64();
    println!("p99, ours by bare: {ratio:.2}");
}
