//! Sessions: who identified, what was dispatched to whom, what a resume replays.
//!
//! Source: events/gateway and topics/opcodes-and-status-codes. The socket itself is in `socket`.

use super::discord::State;
use super::faults::Break;
use super::payloads;
use super::world::{APPLICATION, BOT, TOKEN};
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::sync::mpsc::UnboundedSender;

/// GUILDS, `GUILD_MESSAGES`, `DIRECT_MESSAGES`: all this bot needs, and none is privileged.
const INTENTS: u64 = 1 << 0 | 1 << 9 | 1 << 12;
const PRIVILEGED: u64 = 1 << 1 | 1 << 8 | 1 << 15;
/// One identify in five seconds; a client that counts them itself may be this much early.
const IDENTIFY_GAP: Duration = Duration::from_millis(4_900);
const LARGEST_PAYLOAD: usize = 4096;
/// Events a connection may send in a minute.
const EVENTS: usize = 120;

const HEARTBEAT: u64 = 1;
const IDENTIFY: u64 = 2;
const PRESENCE: u64 = 3;
const RESUME: u64 = 6;

/// What a socket is told to do.
pub enum Frame {
    Payload(Value),
    Close(Option<u16>),
    Garbage,
    Binary,
    Drop,
}

/// One open connection.
#[derive(Clone)]
pub struct Line {
    pub id: u64,
    pub frames: UnboundedSender<Frame>,
}

#[derive(Default)]
pub struct Gateway {
    sessions: Vec<Session>,
    /// Events that found no session yet.
    waiting: Vec<Event>,
    /// Which shards identified, and when.
    identified: Vec<(u64, Duration)>,
    received: Vec<(u64, Duration)>,
    lines: Vec<Line>,
    /// Those among them that carry nothing more.
    dead: Vec<u64>,
    opened: u64,
    /// The lines that asked for a session.
    entered: Vec<u64>,
    resumed: usize,
    beats: usize,
    /// The codes the bot closed with.
    pub closed: Vec<Option<u16>>,
    /// Connections turned away at the door.
    pub refused: usize,
    /// What happened, in words, for the reader of a failed test.
    pub journal: Vec<String>,
}

struct Session {
    id: String,
    /// Which shard of how many.
    shard: (u64, u64),
    /// Everything dispatched; the sequence number of an entry is its place plus one.
    sent: Vec<Value>,
    line: Option<Line>,
}

struct Event {
    name: String,
    guild: Option<u64>,
    data: Value,
}

impl Gateway {
    /// Sends an event to the shards it belongs to, now or as soon as they are there.
    pub fn dispatch(&mut self, name: &str, guild: Option<u64>, data: Value) {
        let event = Event {
            name: name.to_owned(),
            guild,
            data,
        };
        self.journal.push(format!("-> {name}"));
        let mut found = false;
        for session in self.sessions.iter_mut().filter(|s| s.takes(event.guild)) {
            session.send(&event);
            found = true;
        }
        if !found {
            self.waiting.push(event);
        }
    }

    pub fn break_all(&mut self, how: Break) {
        self.journal.push(format!("-> {how:?}"));
        if matches!(how, Break::InvalidSession { resumable: false }) {
            self.sessions.clear();
        }
        let frame = || match how {
            Break::Close(code) => Frame::Close(Some(code)),
            Break::CloseBare => Frame::Close(None),
            Break::Reconnect => operation(7, Value::Null),
            Break::InvalidSession { resumable } => operation(9, json!(resumable)),
            Break::Operation(op) => operation(op, Value::Null),
            Break::Garbage => Frame::Garbage,
            Break::Binary => Frame::Binary,
            Break::Drop => Frame::Drop,
        };
        self.lines.iter().for_each(|line| line.send(frame()));
    }

    pub fn forget_sessions(&mut self) {
        self.sessions.clear();
    }

    pub fn lines_go_dead(&mut self) {
        self.journal.push("every line goes dead".to_owned());
        self.dead.extend(self.lines.iter().map(|line| line.id));
        for session in &mut self.sessions {
            session.line = None;
        }
    }

    pub fn open(&mut self, frames: UnboundedSender<Frame>) -> Line {
        self.opened += 1;
        let line = Line {
            id: self.opened,
            frames,
        };
        self.lines.push(line.clone());
        self.journal.push(format!("line {} opened", line.id));
        line
    }

    /// Forgets the line. A session closed with 1000 or 1001 ends with it, any other may resume.
    pub fn hang_up(&mut self, line: u64, code: Option<u16>) {
        self.journal
            .push(format!("line {line} closed with {code:?}"));
        self.lines.retain(|open| open.id != line);
        let ends = matches!(code, Some(1000 | 1001));
        let on_it = |session: &Session| session.line.as_ref().is_some_and(|open| open.id == line);
        self.sessions.retain(|session| !(ends && on_it(session)));
        let cut = self.sessions.iter_mut().filter(|session| on_it(session));
        cut.for_each(|session| session.line = None);
    }

    /// The shards that are online, as `(which, of how many)`.
    pub fn online(&self) -> Vec<(u64, u64)> {
        let online = self
            .sessions
            .iter()
            .filter(|session| session.line.is_some());
        online.map(|session| session.shard).collect()
    }

    pub fn identifies(&self) -> usize {
        self.identified.len()
    }

    pub fn resumes(&self) -> usize {
        self.resumed
    }

    pub fn heartbeats(&self) -> usize {
        self.beats
    }

    /// How many lines were opened so far.
    pub fn opened_lines(&self) -> u64 {
        self.opened
    }

    pub fn open_lines(&self) -> usize {
        self.lines.len()
    }
}

impl Session {
    /// A guild belongs to one shard; everything without a guild to the first.
    fn takes(&self, guild: Option<u64>) -> bool {
        let (which, count) = self.shard;
        which == guild.map_or(0, |guild| (guild >> 22) % count)
    }

    fn send(&mut self, event: &Event) {
        let sequence = self.sent.len() + 1;
        let payload = json!({ "op": 0, "s": sequence, "t": event.name, "d": event.data });
        self.sent.push(payload.clone());
        if let Some(line) = &self.line {
            line.send(Frame::Payload(payload));
        }
    }
}

impl Line {
    /// A line that is gone takes nothing, as on a real network.
    pub fn send(&self, frame: Frame) {
        drop(self.frames.send(frame));
    }
}

pub fn operation(op: u64, data: Value) -> Frame {
    Frame::Payload(json!({ "op": op, "s": null, "t": null, "d": data }))
}

impl State {
    /// Takes in what the bot sent over `line`.
    pub fn received(&mut self, now: Duration, address: SocketAddr, line: &Line, text: &str) {
        if self.gateway.dead.contains(&line.id) {
            return;
        }
        let payload: Value = serde_json::from_str(text).unwrap_or_default();
        let op = payload["op"].as_u64();
        self.gateway
            .journal
            .push(format!("<- op {op:?} on line {}", line.id));
        if text.len() > LARGEST_PAYLOAD {
            self.violation(format!("gateway: a payload of {} bytes", text.len()));
        }
        self.count_event(now, line);
        if matches!(op, Some(IDENTIFY | RESUME)) {
            self.enter_once(line);
        }
        self.gateway.beats += usize::from(op == Some(HEARTBEAT));
        match op {
            Some(HEARTBEAT) => line.send(operation(11, Value::Null)),
            Some(IDENTIFY) => self.identify(now, address, line, &payload["d"]),
            Some(RESUME) => self.resume(line, &payload["d"]),
            Some(PRESENCE) => (),
            other => self.violation(format!("gateway: nobody sends op {other:?}")),
        }
    }

    fn enter_once(&mut self, line: &Line) {
        if self.gateway.entered.contains(&line.id) {
            self.violation("gateway: a second session on one line");
        }
        self.gateway.entered.push(line.id);
    }

    fn count_event(&mut self, now: Duration, line: &Line) {
        self.gateway.received.push((line.id, now));
        let minute = now.saturating_sub(Duration::from_secs(60));
        let recent = |(of, at): &&(u64, Duration)| *of == line.id && *at >= minute;
        if self.gateway.received.iter().filter(recent).count() > EVENTS {
            self.violation("gateway: more than 120 events in a minute");
        }
    }

    fn identify(&mut self, now: Duration, address: SocketAddr, line: &Line, data: &Value) {
        self.check_identify(now, data);
        let shard = data["shard"][0].as_u64().unwrap_or_default();
        self.gateway.identified.push((shard, now));
        self.faults.starts_left = self.faults.starts_left.saturating_sub(1);
        if let Some(code) = self.refusal_of(data) {
            return line.send(Frame::Close(Some(code)));
        }
        if self.faults.grants_nothing || self.faults.grants_no_start {
            return;
        }
        let shard = &data["shard"];
        let shard = (
            shard[0].as_u64().unwrap_or(0),
            shard[1].as_u64().unwrap_or(1).max(1),
        );
        // Several sessions of one shard may stand beside each other.
        self.gateway.sessions.push(Session {
            id: format!("session-{}", line.id),
            shard,
            sent: Vec::new(),
            line: Some(line.clone()),
        });
        self.greet(address);
        self.deliver_waiting();
    }

    fn check_identify(&mut self, now: Duration, data: &Value) {
        let intents = data["intents"].as_u64().unwrap_or_default();
        if intents & PRIVILEGED != 0 {
            self.violation(format!("identify: privileged intents in {intents:#b}"));
        } else if intents != INTENTS {
            self.violation(format!(
                "identify: intents are {intents:#b}, not {INTENTS:#b}"
            ));
        }
        let row = |shard: u64| shard % self.faults.max_concurrency;
        let ours = row(data["shard"][0].as_u64().unwrap_or_default());
        let mut earlier = self.gateway.identified.iter().rev();
        let last = earlier.find(|(shard, _)| row(*shard) == ours);
        if last.is_some_and(|(_, at)| now.saturating_sub(*at) < IDENTIFY_GAP) {
            self.violation("identify: twice within five seconds");
        }
        if self.faults.starts_left == 0 {
            self.violation("identify: no session starts left; Discord would reset the token");
        }
    }

    /// The close code this identify earns, if any.
    fn refusal_of(&mut self, data: &Value) -> Option<u16> {
        let token = data["token"].as_str().unwrap_or_default();
        if token.trim_start_matches("Bot ") != TOKEN {
            self.violation("identify: a wrong token");
            return Some(4004);
        }
        if data["intents"].as_u64().unwrap_or_default() & PRIVILEGED != 0 {
            return Some(4014);
        }
        self.faults.close_on_identify
    }

    /// READY and the guilds, into the session that came last.
    fn greet(&mut self, address: SocketAddr) {
        let ready = self.ready(address);
        let world = &self.world;
        let session = self
            .gateway
            .sessions
            .last_mut()
            .expect("somebody identified");
        session.send(&ready);
        for guild in world.guilds.values() {
            if session.takes(Some(guild.id)) && guild.members.contains_key(&BOT) {
                session.send(&Event {
                    name: "GUILD_CREATE".to_owned(),
                    guild: Some(guild.id),
                    data: payloads::guild_create(world, guild.id),
                });
            }
        }
    }

    pub fn ready_again(&mut self, address: SocketAddr) {
        self.greet(address);
    }

    fn ready(&self, address: SocketAddr) -> Event {
        let session = self.gateway.sessions.last().expect("somebody identified");
        let inside = self
            .world
            .guilds
            .values()
            .filter(|guild| guild.members.contains_key(&BOT) && session.takes(Some(guild.id)));
        let here = format!("ws://{address}");
        let guilds = inside.map(|guild| json!({ "id": guild.id.to_string(), "unavailable": true }));
        let data = json!({
            "v": 10,
            "user": payloads::user(self.world.user(BOT)),
            "guilds": guilds.collect::<Vec<_>>(),
            "session_id": session.id,
            "resume_gateway_url": self.faults.resumes_at.as_ref().unwrap_or(&here),
            "shard": [session.shard.0, session.shard.1],
            "application": { "id": APPLICATION.to_string(), "flags": 0 },
        });
        Event {
            name: "READY".to_owned(),
            guild: None,
            data,
        }
    }

    fn deliver_waiting(&mut self) {
        let session = self
            .gateway
            .sessions
            .last_mut()
            .expect("somebody identified");
        let waiting = std::mem::take(&mut self.gateway.waiting);
        let (mine, others): (Vec<_>, Vec<_>) = waiting
            .into_iter()
            .partition(|event| session.takes(event.guild));
        mine.iter().for_each(|event| session.send(event));
        self.gateway.waiting = others;
    }

    /// Replays what the bot missed, and on order the last message of a person once more.
    fn resume(&mut self, line: &Line, data: &Value) {
        let token = data["token"].as_str().unwrap_or_default();
        if token.trim_start_matches("Bot ") != TOKEN {
            self.violation("resume: a wrong token");
            return line.send(Frame::Close(Some(4004)));
        }
        if let Some(code) = self.faults.close_on_resume {
            return line.send(Frame::Close(Some(code)));
        }
        if self.faults.grants_nothing {
            return;
        }
        let id = data["session_id"].as_str().unwrap_or_default();
        let known = |session: &&mut Session| session.id == id;
        let Some(session) = self.gateway.sessions.iter_mut().find(known) else {
            return line.send(operation(9, json!(false)));
        };
        let seen = data["seq"].as_u64().unwrap_or_default() as usize;
        if seen > session.sent.len() {
            return line.send(Frame::Close(Some(4007)));
        }
        for payload in session.sent.iter().skip(seen) {
            line.send(Frame::Payload(payload.clone()));
        }
        if std::mem::take(&mut self.faults.recalls_on_resume) {
            return line.send(operation(7, Value::Null));
        }
        session.line = Some(line.clone());
        self.gateway.resumed += 1;
        let bot = BOT.to_string();
        let message = |payload: &&Value| {
            payload["t"] == "MESSAGE_CREATE" && payload["d"]["author"]["id"] != bot
        };
        let last = session
            .sent
            .iter()
            .rfind(message)
            .map(|payload| payload["d"].clone());
        if let Some(data) = last.filter(|_| self.faults.repeat_message_on_resume) {
            session.send(&Event {
                name: "MESSAGE_CREATE".to_owned(),
                guild: None,
                data,
            });
        }
        session.send(&Event {
            name: "RESUMED".to_owned(),
            guild: None,
            data: json!({}),
        });
    }
}
