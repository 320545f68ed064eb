//! From an interaction's arrival to our callback, at 200 interactions a second, beside a bare bot that answers a
//! fixed text: `cargo bench --bench latency`. Both take turns in one process, against a Discord of a few lines.
//!
//! Interactions come by the clock, on a thread of their own, and each is timed from the moment it was due: a bot that
//! falls behind is not spared the rest. Each bot and each Discord has threads of its own, and what is sent was written
//! before. It ends in an error where our p99 or its ratio to the bare bot's is too high.

mod payloads;

use axum::Router;
use axum::extract::State;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::http::{Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::serve::ListenerExt;
use payloads::{ready, server};
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
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::watch;
use verbatim::bot::{Bot, Knowledge};
use verbatim::config::Network;
use verbatim::content::Library;
use verbatim::discord::{Options, Pace, Token, line, serve};
use verbatim::store::{Location, Store};

/// Between two interactions: 200 a second.
const GAP: Duration = Duration::from_millis(5);
/// How many come in a turn: half a second, so that what slows the machine meets both.
const TURN: u64 = 100;
/// How often each bot has its turn.
const TURNS: u64 = 60;
/// Our p99 may be so long,
const LIMIT: Duration = Duration::from_millis(10);
/// and so many times the bare bot's.
const RATIO: f64 = 1.5;
/// Between two turns, so that neither hears the other.
const REST: Duration = Duration::from_millis(100);
/// For the last answers of a turn.
const PATIENCE: Duration = Duration::from_secs(30);

/// A Discord that only listens and takes times.
#[derive(Clone)]
struct Discord {
    address: SocketAddr,
    events: UnboundedSender<String>,
    waiting: Arc<Mutex<Option<UnboundedReceiver<String>>>>,
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
        // A gateway waits for nobody's acknowledgement before it sends the next event.
        let listener = listener.tap_io(|line| line.set_nodelay(true).expect("a line"));
        tokio::spawn(async move { axum::serve(listener, app).await });
        discord
    }

    fn base(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Waits until a bot is online.
    fn online(&self) {
        while self.waiting.lock().expect("no panic").is_some() {
            sleep(Duration::from_millis(10));
        }
        sleep(REST);
    }

    /// One turn of interactions; how long each waited for its callback, and how late it was sent.
    fn turn(&self, first: u64, questions: &[String]) -> (Vec<Duration>, Vec<Duration>) {
        let ids = first..first + TURN;
        // Each turn goes on where the last one ended: no question is asked twice before all were.
        let next = first as usize % questions.len();
        let asked = questions.iter().cycle().skip(next);
        let events = ids
            .clone()
            .zip(asked)
            .map(|(id, question)| dispatch("INTERACTION_CREATE", &interaction(id, question)))
            .collect::<Vec<String>>();
        let start = Instant::now() + GAP;
        let mut late = Vec::new();
        for (at, event) in (0..).zip(events) {
            let due = start + GAP * at;
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
            sleep(GAP);
        }
        sleep(REST);
        let answered = self.answered.lock().expect("no panic");
        let waited = ids.zip(0..).map(|(id, at)| {
            let callback = answered.get(&id).expect("every one is answered");
            callback.duration_since(start + GAP * at)
        });
        (waited.collect(), late)
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
        network: Network::Open,
        line: line(Duration::from_secs(10)).build().expect("TLS"),
        shards: verbatim::config::Shards::All,
        keeping: verbatim::discord::Keeping::Nowhere,
        pace: Pace::default(),
        vitals: Arc::default(),
    };
    let (_, bot) = watch::channel(Arc::new(Bot::new(knowledge, store, "tok")));
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

/// Threads of their own: as many as the machine has processors for a bot, one for a Discord.
fn threads(count: usize) -> Runtime {
    let mut builder = Builder::new_multi_thread();
    let builder = builder.worker_threads(count).enable_all();
    builder.build().expect("threads to run on")
}

fn main() -> ExitCode {
    let questions = questions();
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let (one_world, other_world) = (threads(1), threads(1));
    let (our_home, bare_home) = (threads(cores), threads(cores));
    let one = one_world.block_on(Discord::start());
    let other = other_world.block_on(Discord::start());
    our_home.block_on(ours(&one));
    let mut client = bare_home.block_on(bare(&other));
    bare_home.spawn(async move { client.start().await });
    one.online();
    other.online();
    let (mut our_times, mut bare_times, mut late) = (Vec::new(), Vec::new(), Vec::new());
    // The first turn warms both up and does not count. Then they change places, turn by turn.
    for turn in 0..=TURNS {
        let first = 1_000_000 + turn * TURN;
        let (ours, bares) = match turn % 2 {
            0 => {
                let ours = one.turn(first, &questions);
                (ours, other.turn(first, &questions))
            }
            _ => {
                let bares = other.turn(first, &questions);
                (one.turn(first, &questions), bares)
            }
        };
        if turn > 0 {
            our_times.extend(ours.0);
            bare_times.extend(bares.0);
            late.extend(ours.1.into_iter().chain(bares.1));
        }
    }
    let told = [
        ("ours", &mut our_times),
        ("bare", &mut bare_times),
        ("sent late", &mut late),
    ];
    for (name, times) in told {
        println!(
            "{name}: {} interactions, half within {:?}, 99 % within {:?}, the slowest {:?}",
            times.len(),
            within(times, 50_000),
            within(times, 99_000),
            within(times, 100_000),
        );
    }
    let p99 = within(&mut our_times, 99_000);
    let ratio = p99.as_secs_f64() / within(&mut bare_times, 99_000).as_secs_f64();
    println!("p99, ours by bare: {ratio:.2}");
    match p99 <= LIMIT && ratio <= RATIO {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}
