//! An hour of the program itself at a hundred requests a second, while Discord's side fails again and again: its connection
//! ends, it asks for another, its answers come late, as errors or not at all. Nothing that was asked may be lost, and the
//! memory may not grow.
//!
//! VERBATIM_SOAK_SECONDS makes it shorter; the memory is judged from [`JUDGED`] on, since caches fill first. Before, it times
//! how soon the program is back after it was killed, which depends on the machine: it is told, and judged where
//! VERBATIM_SOAK_IDLE says that nothing else runs there. It ends in an error where an answer was lost, the memory grew, the
//! program ended by itself, or came too late.

#[path = "soak/discord.rs"]
mod discord;
mod payloads;

use discord::{Counts, Discord, Fault};
use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};
use std::{env, thread};
use tokio::time::{MissedTickBehavior, interval, sleep};

/// Between two requests: a hundred a second.
const GAP: Duration = Duration::from_millis(10);
/// How long, where the environment says nothing.
const HOUR: u64 = 3_600;
/// Between two faults of the connection, of which each kind has its turn.
const FAULTS: Duration = Duration::from_secs(10);
/// What is not answered by then is lost; Discord itself waits three seconds, and a fault is mended within them.
const PATIENCE: Duration = Duration::from_secs(15);
/// For a program that still has to learn.
const STARTING: Duration = Duration::from_secs(300);
/// So many starts are timed: whatever else the machine does makes one only longer.
const STARTS: usize = 5;
/// So soon the program serves that has learned: the README promises a quarter of a second, on an idle machine. Of the starts the
/// quickest is judged.
const READY: Duration = Duration::from_millis(250);
/// The environment says so where nothing else runs; elsewhere a start is not judged.
const IDLE: &str = "VERBATIM_SOAK_IDLE";
/// So long caches fill: nothing is said of the memory before.
const FILLING: Duration = Duration::from_secs(600);
/// A run this long says how the memory goes on.
const JUDGED: Duration = Duration::from_secs(1_200);
/// In bytes an hour.
const SLOPE: f64 = 1_000_000.0;
/// How often the memory is read.
const ROUND: Duration = Duration::from_secs(1);

/// A folder for the program's files.
fn home() -> PathBuf {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("soak-{}", std::process::id()));
    drop(fs::remove_dir_all(&home));
    fs::create_dir_all(&home).expect("a folder");
    println!("the log: {}", home.join("log").display());
    home
}

/// The program, serving `discord`, with its files in `home`.
fn program(discord: &Discord, home: &Path) -> Child {
    let mut log = OpenOptions::new();
    let log = log.create(true).append(true).open(home.join("log"));
    Command::new(env!("CARGO_BIN_EXE_verbatim"))
        .arg("run")
        .env("DISCORD_TOKEN", "tok")
        .env("DISCORD_PROXY", discord.base())
        .env(
            "DATABASE_URL",
            format!("sqlite:{}", home.join("verbatim.db").display()),
        )
        .stdout(Stdio::null())
        .stderr(log.expect("a file"))
        .spawn()
        .expect("the program starts")
}

fn kill(child: &mut Child) {
    drop(child.kill());
    drop(child.wait());
}

/// The program once it has learned and is connected, and whether it came so far, and soon enough where that is judged. Tells how
/// long that takes once it has learned.
fn started(discord: &Discord, home: &Path) -> (Child, bool) {
    let mut child = program(discord, home);
    let mut online = discord.online(STARTING);
    let mut took = Vec::new();
    for _ in 0..STARTS {
        kill(&mut child);
        discord.offline(STARTING);
        let began = Instant::now();
        child = program(discord, home);
        online &= discord.online(STARTING);
        took.push(began.elapsed());
    }
    took.sort();
    println!(
        "connected within {:?} of a start, or {:?} at most",
        took[0],
        took[STARTS - 1]
    );
    if !online {
        println!("the program was not connected within {STARTING:?}; its log says why");
    }
    let late = took[0] > READY && env::var_os(IDLE).is_some();
    if late {
        println!("an idle machine has it connected within {READY:?}");
    }
    (child, online && !late)
}

/// What the program holds in the machine's memory, in bytes.
fn resident(child: &Child) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: f64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kilobytes * 1024.0)
}

/// How the memory goes on, in bytes an hour: the straight line nearest to every reading (least squares).
fn slope(readings: &[(f64, f64)]) -> f64 {
    let count = readings.len() as f64;
    let mean = |value: fn(&(f64, f64)) -> f64| readings.iter().map(value).sum::<f64>() / count;
    let (time, bytes) = (mean(|it| it.0), mean(|it| it.1));
    let together: f64 = readings
        .iter()
        .map(|it| (it.0 - time) * (it.1 - bytes))
        .sum();
    let alone: f64 = readings.iter().map(|it| (it.0 - time).powi(2)).sum();
    together / alone * 3_600.0
}

/// What people ask, as the author wrote it down, and what brings a card.
fn questions() -> Vec<String> {
    let asked = fs::read_to_string("content/why-he-withdraws/asked.toml").expect("the examples");
    let lines = asked.lines().filter_map(|line| {
        let line = line.trim().trim_end_matches(',');
        line.strip_prefix('"')?.strip_suffix('"')
    });
    let lines = lines.map(|line| line.replace("\\\"", "\""));
    lines.chain(["i want to kill myself".to_owned()]).collect()
}

/// Reads the memory in every round until the program ends or `end` comes.
fn watched(child: &mut Child, start: Instant, end: Instant) -> (Vec<(f64, f64)>, bool) {
    let mut readings = Vec::new();
    while Instant::now() < end {
        thread::sleep(ROUND);
        if child.try_wait().expect("a child of ours").is_some() {
            return (readings, false);
        }
        if let Some(bytes) = resident(child) {
            readings.push((start.elapsed().as_secs_f64(), bytes));
        }
    }
    (readings, true)
}

/// Asks in every gap until `end`.
async fn asks(discord: Discord, questions: Vec<String>, end: Instant) {
    let mut gaps = interval(GAP);
    gaps.set_missed_tick_behavior(MissedTickBehavior::Burst);
    let mut questions = questions.iter().cycle();
    while Instant::now() < end {
        gaps.tick().await;
        discord.ask(questions.next().expect("there are some"));
    }
}

/// Breaks something in every pause until `end`.
async fn breaks(discord: Discord, end: Instant) {
    let mut faults = Fault::ALL.iter().cycle();
    while Instant::now() + FAULTS < end {
        sleep(FAULTS).await;
        discord.breaks(*faults.next().expect("there are some"));
    }
}

fn tell(counts: &Counts) {
    println!(
        "{} asked, {} answered, {} lost; {} connections begun, {} resumed; {} requests refused with 500, {} with 429, {} late, {} cut off",
        counts.asked,
        counts.waited.len(),
        counts.lost,
        counts.identified,
        counts.resumed,
        counts.errors,
        counts.limited,
        counts.late,
        counts.cut,
    );
    let mut waited = counts.waited.clone();
    waited.sort();
    let within = |share: usize| {
        waited
            .get(waited.len() * share / 1_000)
            .copied()
            .unwrap_or_default()
    };
    println!(
        "half within {:?}, 99 of 100 within {:?}, 999 of 1,000 within {:?}, the slowest {:?}",
        within(500),
        within(990),
        within(999),
        waited.last().copied().unwrap_or_default(),
    );
}

/// Whether the memory stays as it is, as far as the run was long enough to say.
fn stays(readings: &[(f64, f64)], length: Duration) -> bool {
    let megabytes = |at: Option<&(f64, f64)>| at.map_or(0.0, |it| it.1 / 1e6);
    let most = readings.iter().map(|it| it.1 / 1e6).fold(0.0, f64::max);
    println!(
        "memory: {:.1} MB at first, {most:.1} at most, {:.1} at last",
        megabytes(readings.first()),
        megabytes(readings.last()),
    );
    let filled: Vec<(f64, f64)> = readings
        .iter()
        .filter(|it| it.0 >= FILLING.as_secs_f64())
        .copied()
        .collect();
    if length < JUDGED {
        println!("memory is not judged: a run of {length:?} says nothing of an hour");
        return true;
    }
    let slope = slope(&filled);
    println!(
        "memory goes on by {:.2} MB an hour after ten minutes",
        slope / 1e6
    );
    slope < SLOPE
}

fn main() -> ExitCode {
    let seconds = env::var("VERBATIM_SOAK_SECONDS").ok();
    let seconds = seconds.map_or(HOUR, |it| {
        it.parse().expect("VERBATIM_SOAK_SECONDS is a number")
    });
    let length = Duration::from_secs(seconds);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a thread to run on");
    let discord = runtime.block_on(Discord::start());
    let (mut child, started) = started(&discord, &home());
    let start = Instant::now();
    let end = start + length;
    runtime.spawn(asks(discord.clone(), questions(), end));
    runtime.spawn(breaks(discord.clone(), end));
    let (readings, lived) = watched(&mut child, start, end);
    let counts = discord.settled(PATIENCE);
    kill(&mut child);
    tell(&counts);
    let stays = stays(&readings, length);
    if !lived {
        println!("the program did not live to the end; its log says why");
    }
    match started && lived && counts.lost == 0 && counts.asked > 0 && stays {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}
