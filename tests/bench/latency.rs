//! From an interaction's arrival to our callback: at 200 interactions a second beside a bare bot that answers a fixed
//! text, where words decide; then with the encoder, at 100 a second and at more than it can read. `cargo bench --bench
//! latency`.
//!
//! Interactions come by the clock, on a thread of their own, and each is timed from the moment it was due: a bot that
//! falls behind is not spared the rest. The two bots take turns in one process; each bot and each Discord has threads of
//! its own, and what is sent was written before. It ends in an error where our p99 or its ratio to the bare bot's is too
//! high, or an answer is lost.

#[path = "latency/discord.rs"]
mod discord;
mod payloads;

use discord::{Discord, Turn};
use serde_json::Value;
use serenity::all::{
    Client, ClientBuilder, Context, CreateInteractionResponse, CreateInteractionResponseMessage,
    EventHandler, GatewayIntents, HttpBuilder, Interaction,
};
use serenity::async_trait;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;
use verbatim::bot::{Bot, Knowledge};
use verbatim::config::Network;
use verbatim::content::Library;
use verbatim::discord::{Options, Pace, Token, line, serve};
use verbatim::encoder::Encoder;
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

/// With the encoder: 100 a second for half a minute, which it can read,
const READABLE: (Duration, u64) = (Duration::from_millis(10), 3_000);
/// within this,
const READING_LIMIT: Duration = Duration::from_millis(150);
/// and 400 a second for ten seconds, which it cannot: what it has no time for, words answer alone.
const CROWDED: (Duration, u64) = (Duration::from_micros(2_500), 4_000);
/// Discord takes a callback for so long.
const TAKEN: Duration = Duration::from_secs(3);

/// Nobody asks twice: whoever does too quickly is asked to wait.
const FIRST: u64 = 1_000_000;

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

/// What the author wrote.
fn knowledge() -> Knowledge {
    let library = Library::load(Path::new("content")).expect("the content has no mistakes");
    Knowledge::build(library).expect("no mistakes")
}

/// Ours, which keeps its choices in the file `name`.
async fn ours(discord: &Discord, knowledge: Knowledge, name: &str) {
    let knowledge = Arc::new(knowledge);
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
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

fn tell(name: &str, times: &mut [Duration]) {
    println!(
        "{name}: {} interactions, half within {:?}, 99 % within {:?}, the slowest {:?}",
        times.len(),
        within(times, 50_000),
        within(times, 99_000),
        within(times, 100_000),
    );
}

/// Whether ours is as quick as a bare bot, where words decide.
fn is_quick(cores: usize) -> bool {
    let questions = questions();
    let (one_world, other_world) = (threads(1), threads(1));
    let (our_home, bare_home) = (threads(cores), threads(cores));
    let one = one_world.block_on(Discord::start());
    let other = other_world.block_on(Discord::start());
    our_home.block_on(ours(&one, knowledge(), "latency.db"));
    let mut client = bare_home.block_on(bare(&other));
    bare_home.spawn(async move { client.start().await });
    one.online();
    other.online();
    let (mut ours, mut bares) = (Turn::default(), Turn::default());
    // The first turn warms both up and does not count. Then they change places, turn by turn.
    for turn in 0..=TURNS {
        let first = FIRST + turn * TURN;
        let take = |discord: &Discord| discord.turn(first..first + TURN, GAP, &questions);
        let (our, bare) = match turn % 2 {
            0 => {
                let our = take(&one);
                (our, take(&other))
            }
            _ => {
                let bare = take(&other);
                (take(&one), bare)
            }
        };
        if turn > 0 {
            ours.waited.extend(our.waited);
            bares.waited.extend(bare.waited);
            ours.late.extend(our.late.into_iter().chain(bare.late));
        }
    }
    tell("ours", &mut ours.waited);
    tell("bare", &mut bares.waited);
    tell("sent late", &mut ours.late);
    let p99 = within(&mut ours.waited, 99_000);
    let ratio = p99.as_secs_f64() / within(&mut bares.waited, 99_000).as_secs_f64();
    println!("p99, ours by bare: {ratio:.2}");
    let answered = ours.waited.len() as u64 == TURN * TURNS;
    answered && p99 <= LIMIT && ratio <= RATIO
}

/// Questions of people who wrote none of the examples: more of them are left open by their words.
fn unseen() -> Vec<String> {
    let lines = fs::read_to_string("tests/data/unseen.jsonl").expect("the questions");
    let text = |line: &str| -> Option<String> {
        let line: Value = serde_json::from_str(line).ok()?;
        Some(line["text"].as_str()?.to_owned())
    };
    lines.lines().filter_map(text).collect()
}

/// Whether ours answers everybody with its encoder, and soon where that can read what comes.
fn reads_in_time(cores: usize) -> bool {
    let questions = unseen();
    let encoder = Encoder::open(Path::new("content/encoder")).expect("the encoder's files");
    let knowledge = knowledge().reading_with(encoder);
    let source = knowledge.shelf.source(knowledge.shelf.default_article());
    let open = questions
        .iter()
        .filter(|question| knowledge.reader(source, question).is_some());
    let (open, all) = (open.count(), questions.len());
    println!("the words leave {open} of {all} questions open to the encoder");
    let (world, home) = (threads(1), threads(cores));
    let discord = world.block_on(Discord::start());
    home.block_on(ours(&discord, knowledge, "latency-reading.db"));
    discord.online();
    let mut kept = true;
    let mut first = FIRST;
    for ((gap, count), limit) in [(READABLE, READING_LIMIT), (CROWDED, TAKEN)] {
        let mut turn = discord.turn(first..first + count, gap, &questions);
        first += count;
        let name = format!("with the encoder, {:.0} a second", 1.0 / gap.as_secs_f64());
        tell(&name, &mut turn.waited);
        let in_time = turn
            .waited
            .iter()
            .filter(|waited| **waited <= TAKEN)
            .count();
        let lost = count - in_time as u64;
        println!("{name}: {lost} lost");
        kept &= lost == 0 && within(&mut turn.waited, 99_000) <= limit;
    }
    kept
}

fn main() -> ExitCode {
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let kept = [is_quick(cores), reads_in_time(cores)];
    match kept {
        [true, true] => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}
