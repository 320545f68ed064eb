//! What may go wrong at Discord's side, on a test's order.

use super::Person;
use super::discord::Discord;
use super::quota::Quota;
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::time::Duration;
use tokio::sync::watch;

/// Ways a gateway connection ends or stumbles.
#[derive(Clone, Copy, Debug)]
pub enum Break {
    /// A close frame with this code.
    Close(u16),
    /// A close frame without a code.
    CloseBare,
    /// Op 7: reconnect and resume.
    Reconnect,
    /// Op 9: the session is invalid.
    InvalidSession { resumable: bool },
    /// This operation, with nothing in it.
    Operation(u64),
    /// Something that is no payload.
    Garbage,
    /// A frame of bytes where nobody asked for compression.
    Binary,
    /// The connection vanishes without a word.
    Drop,
}

/// How a new gateway connection is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Welcome {
    /// With HELLO.
    Hello,
    /// With nothing at all.
    Nothing,
    /// With a close frame.
    Close(Option<u16>),
    /// With HELLO and a close frame right after it.
    HelloAndClose(Option<u16>),
    /// With a HELLO that does not say how often to give a sign of life.
    HelloWithoutInterval,
}

pub struct Faults {
    pub canned: Vec<Canned>,
    pub cuts: Vec<Cut>,
    pub holds: Vec<Hold>,
    pub quotas: Vec<Quota>,
    pub welcome: Welcome,
    /// How the next connections are met instead, one after the other.
    pub next_welcomes: VecDeque<Welcome>,
    pub close_on_identify: Option<u16>,
    pub close_on_resume: Option<u16>,
    /// The next who resumes is asked to come again before everything is told.
    pub recalls_on_resume: bool,
    /// A session is taken and then never granted.
    pub grants_nothing: bool,
    /// The same where a session is to begin.
    pub grants_no_start: bool,
    pub gateway_down: bool,
    /// The peer neither answers a close frame nor hangs up.
    pub silent: bool,
    pub repeat_message_on_resume: bool,
    pub heartbeat: Duration,
    pub shards: u64,
    pub max_concurrency: u64,
    pub starts_left: u64,
    /// The gateway that is named, unless it is our own.
    pub gateway: Option<String>,
    /// Where sessions go on, unless that is here.
    pub resumes_at: Option<String>,
}

/// An answer given instead of the true one, once.
pub struct Canned {
    pub method: String,
    pub path: String,
    pub status: u16,
    pub body: Value,
}

/// The line ends before the answer to a request that was taken, once.
pub struct Cut {
    pub method: String,
    pub path: String,
}

/// Requests to this path get their answers only when the gate opens.
pub struct Hold {
    pub path: String,
    pub gate: watch::Receiver<bool>,
}

impl Hold {
    pub fn fits(&self, path: &str) -> bool {
        path.starts_with(&self.path)
    }
}

/// Keeps answers back until it is dropped: slow REST without a sleeping test.
#[must_use = "answers are kept back only while this lives"]
pub struct Held {
    gate: watch::Sender<bool>,
}

impl Default for Faults {
    fn default() -> Faults {
        Faults {
            canned: Vec::new(),
            cuts: Vec::new(),
            holds: Vec::new(),
            quotas: Vec::new(),
            welcome: Welcome::Hello,
            next_welcomes: VecDeque::new(),
            close_on_identify: None,
            close_on_resume: None,
            recalls_on_resume: false,
            grants_nothing: false,
            grants_no_start: false,
            gateway_down: false,
            silent: false,
            repeat_message_on_resume: false,
            heartbeat: Duration::from_millis(41_250),
            shards: 1,
            max_concurrency: 1,
            starts_left: 1000,
            gateway: None,
            resumes_at: None,
        }
    }
}

impl Faults {
    /// How the next connection is met.
    pub fn take_welcome(&mut self) -> Welcome {
        self.next_welcomes.pop_front().unwrap_or(self.welcome)
    }

    pub fn take_canned(&mut self, method: &str, path: &str) -> Option<Canned> {
        let fits = |canned: &Canned| canned.method == method && path.starts_with(&canned.path);
        let index = self.canned.iter().position(fits)?;
        Some(self.canned.remove(index))
    }

    pub fn take_cut(&mut self, method: &str, path: &str) -> Option<Cut> {
        let fits = |cut: &Cut| cut.method == method && path.starts_with(&cut.path);
        let index = self.cuts.iter().position(fits)?;
        Some(self.cuts.remove(index))
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.gate.send_replace(true);
    }
}

impl Discord {
    /// Answers the next `method` request whose path starts with `path` with this instead.
    pub fn answers_once(&self, method: &str, path: &str, status: u16, body: Value) {
        let canned = Canned {
            method: method.to_owned(),
            path: path.to_owned(),
            status,
            body,
        };
        self.change(|state| state.faults.canned.push(canned));
    }

    /// Takes the next `method` request whose path starts with `path`, and hangs up instead of saying so.
    pub fn cuts_off_once(&self, method: &str, path: &str) {
        let cut = Cut {
            method: method.to_owned(),
            path: path.to_owned(),
        };
        self.change(|state| state.faults.cuts.push(cut));
    }

    /// One bad moment: refuses an answer to `person`, then asks for another connection and has it.
    pub async fn stumbles(&self, person: &Person) {
        let messages = format!("/channels/{}/messages", person.dms().id);
        let refused = json!({ "message": "Invalid Form Body", "code": 50035 });
        self.answers_once("POST", &messages, 400, refused);
        person.dm("section 3");
        self.wait_for("the refused answer", |fake| {
            let requests = fake.requests();
            requests.iter().any(|it| it.status == 400).then_some(())
        })
        .await;
        let resumed = self.resumes();
        self.breaks(Break::Reconnect);
        self.wait_for("the next connection", |fake| {
            (fake.resumes() > resumed).then_some(())
        })
        .await;
    }

    /// Takes requests under `path` in at once, and answers them when the guard is dropped.
    pub fn hold(&self, path: &str) -> Held {
        let (gate, opened) = watch::channel(false);
        let hold = Hold {
            path: path.to_owned(),
            gate: opened,
        };
        self.change(|state| state.faults.holds.push(hold));
        Held { gate }
    }

    /// Breaks every open gateway connection in this way.
    pub fn breaks(&self, how: Break) {
        self.change(|state| state.gateway.break_all(how));
    }

    /// Sends READY again into the running session.
    pub fn ready_again(&self) {
        let address = self.address();
        self.change(|state| state.ready_again(address));
    }

    /// Closes each connection with this code as soon as it identifies.
    pub fn close_on_identify(&self, code: Option<u16>) {
        self.change(|state| state.faults.close_on_identify = code);
    }

    /// Closes each connection with this code as soon as it asks to resume.
    pub fn close_on_resume(&self, code: Option<u16>) {
        self.change(|state| state.faults.close_on_resume = code);
    }

    /// Meets every new gateway connection like this.
    pub fn welcomes(&self, welcome: Welcome) {
        self.change(|state| state.faults.welcome = welcome);
    }

    /// Meets the next connections like this, one after the other, before it is as usual.
    pub fn welcomes_next(&self, welcomes: &[Welcome]) {
        self.change(|state| state.faults.next_welcomes.extend(welcomes));
    }

    /// Asks the next who resumes to come again, after the events that were missed.
    pub fn recalls_on_resume(&self) {
        self.change(|state| state.faults.recalls_on_resume = true);
    }

    /// Says nothing to whoever identifies or resumes.
    pub fn grants_nothing(&self, so: bool) {
        self.change(|state| state.faults.grants_nothing = so);
    }

    /// Says nothing to whoever identifies.
    pub fn grants_no_start(&self, so: bool) {
        self.change(|state| state.faults.grants_no_start = so);
    }

    /// Knows no session any more; whoever is connected stays so.
    pub fn forgets_sessions(&self) {
        self.change(|state| state.gateway.forget_sessions());
    }

    /// Refuses every new gateway connection while `down`.
    pub fn gateway_down(&self, down: bool) {
        self.change(|state| state.faults.gateway_down = down);
    }

    /// Leaves close frames unanswered and the line open.
    pub fn silent(&self) {
        self.change(|state| state.faults.silent = true);
    }

    /// Lets nothing more pass on the lines that are open, without a word: no event comes, and no heartbeat is acknowledged.
    pub fn lines_go_dead(&self) {
        self.change(|state| state.gateway.lines_go_dead());
    }

    /// Asks later connections for a heartbeat this often.
    pub fn heartbeat_every(&self, interval: Duration) {
        self.change(|state| state.faults.heartbeat = interval);
    }

    /// Repeats the last message of a person after every RESUME.
    pub fn repeats_message_on_resume(&self) {
        self.change(|state| state.faults.repeat_message_on_resume = true);
    }

    /// Recommends this many shards.
    pub fn shards(&self, count: u64) {
        self.change(|state| state.faults.shards = count);
    }

    /// Lets this many shards identify at once.
    pub fn max_concurrency(&self, count: u64) {
        self.change(|state| state.faults.max_concurrency = count);
    }

    /// Names `url` to whoever asks for the gateway.
    pub fn gateway_at(&self, url: &str) {
        self.change(|state| state.faults.gateway = Some(url.to_owned()));
    }

    /// Tells sessions from now on to go on at `url`.
    pub fn resumes_at(&self, url: &str) {
        self.change(|state| state.faults.resumes_at = Some(url.to_owned()));
    }

    /// Leaves this many identifies of the day's thousand.
    pub fn starts_left(&self, count: u64) {
        self.change(|state| state.faults.starts_left = count);
    }
}
