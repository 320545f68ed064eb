//! One shard: connects as its law says, says who we are, gives signs of life, and hands on what it hears.

use super::Common;
use super::ending::Ending;
use super::law::{Ended, Entry, Law, Session};
use super::seat::Seat;
use super::starts::row;
use super::wire::{FOR_GOOD, Payload, TO_RETURN, Wire};
use crate::config::is_safe;
use crate::discord::line::CONNECTING;
use crate::discord::options::Keeping;
use crate::discord::reach::asked;
use crate::discord::stop::Stop;
use crate::store::Turn;
use ring::rand::{SecureRandom, SystemRandom};
use serde_json::{Value, json};
use serenity::all::GatewayIntents;
use std::env::consts::OS;
use std::sync::{Arc, PoisonError};
use std::time::Duration;
use tokio::select;
use tokio::sync::Notify;
use tokio::time::{Instant, sleep, sleep_until};
use tokio_util::sync::CancellationToken;
use tracing::info;

/// What we ask to hear: where we are, and messages. None is privileged; Discord shows us only
/// messages that name us, and those written to us.
const INTENTS: GatewayIntents = GatewayIntents::GUILDS
    .union(GatewayIntents::GUILD_MESSAGES)
    .union(GatewayIntents::DIRECT_MESSAGES);

/// Discord's operations.
mod op {
    pub(super) const EVENT: u64 = 0;
    pub(super) const HEARTBEAT: u64 = 1;
    pub(super) const IDENTIFY: u64 = 2;
    pub(super) const RESUME: u64 = 6;
    pub(super) const RECONNECT: u64 = 7;
    pub(super) const INVALID_SESSION: u64 = 9;
    pub(super) const HELLO: u64 = 10;
    pub(super) const ACKNOWLEDGED: u64 = 11;
}

pub(super) struct Shard {
    seat: Arc<Seat>,
    /// Ends this shard alone.
    pub stop: CancellationToken,
    /// Says that another session of the same shard stands, so that nobody misses this one any more.
    pub relieved: CancellationToken,
    /// Rings each time it is connected.
    pub stands: Notify,
}

/// A connection, and what became of it so far.
struct Line<'s> {
    shard: &'s Shard,
    law: &'s mut Law,
    wire: Wire,
    /// When Discord last told something: whoever only acknowledges our signs of life grants nothing.
    heard: Instant,
    /// Nothing until Discord greeted us.
    pulse: Option<Pulse>,
    /// Our turn among several processes, until the session begins.
    turn: Option<Turn>,
    asked: Option<Entry>,
    stood: bool,
}

/// Our signs of life.
struct Pulse {
    every: Duration,
    next: Instant,
    /// Until when the last one is to be acknowledged; nothing once it was.
    answer_by: Option<Instant>,
}

impl Shard {
    pub(super) fn new(seat: &Arc<Seat>) -> Shard {
        Shard {
            stop: seat.let_go.child_token(),
            relieved: CancellationToken::new(),
            stands: Notify::new(),
            seat: Arc::clone(seat),
        }
    }

    fn common(&self) -> &Common {
        &self.seat.common
    }

    /// Stays connected until it is stopped.
    ///
    /// # Errors
    ///
    /// Why there shall be no further connection.
    pub(super) async fn stay(&self, law: &mut Law) -> Result<(), Stop> {
        while let Some(ended) = self.connection(law).await {
            self.tell(ended);
            let pause = law.after(ended, Instant::now().into_std(), chance())?;
            if !self.pauses(pause).await {
                break;
            }
        }
        Ok(())
    }

    /// Stays connected as long as the session of `law` goes on and nobody relieved it.
    pub(super) async fn go_on(&self, law: &mut Law) {
        while !self.relieved.is_cancelled()
            && let Some(ended) = self.connection(law).await
        {
            let pause = law.after(ended, Instant::now().into_std(), chance());
            let pause = pause.ok().filter(|_| law.session.is_some());
            let missed = ended.stood || pause.is_some();
            if missed && !self.relieved.is_cancelled() {
                self.tell(ended);
            }
            let Some(pause) = pause else { return };
            if !self.pauses(pause).await {
                return;
            }
        }
    }

    /// Waits for so long; whether we go on then.
    async fn pauses(&self, pause: Duration) -> bool {
        let paused = self.stop.run_until_cancelled(sleep(pause)).await;
        paused.is_some()
    }

    /// One connection, from its opening to its end; nothing if we were stopped.
    async fn connection(&self, law: &mut Law) -> Option<Ended> {
        let stop = &self.stop;
        let turn = match law.entry() {
            Entry::Identify => stop.run_until_cancelled(self.turn(law)).await?,
            Entry::Resume => None,
        };
        let opened = loop {
            let now = Instant::now();
            match law.opens(now.into_std()) {
                Ok(()) => break now,
                Err(wait) => stop.run_until_cancelled(sleep(wait)).await?,
            }
        };
        let (url, patience) = (self.address(law), self.common().options.pace.patience);
        let patience = patience.min(CONNECTING);
        let wire = stop.run_until_cancelled(Wire::open(&url, patience)).await?;
        let Some(wire) = wire else {
            return Some(Ended::unreached());
        };
        let mut line = Line {
            shard: self,
            law,
            wire,
            heard: opened,
            pulse: None,
            turn,
            asked: None,
            stood: false,
        };
        let Some(how) = stop.run_until_cancelled(line.run()).await else {
            line.wire.hang_up(self.farewell()).await;
            return None;
        };
        let (asked, stood) = (line.asked, line.stood);
        if !how.is_theirs() {
            // Whoever comes back at once need not wait until the old line is gone.
            tokio::spawn(line.wire.hang_up(TO_RETURN));
        }
        Some(Ended { how, asked, stood })
    }

    /// Where somebody comes back, our session waits for them.
    fn farewell(&self) -> u16 {
        let goes_on = self.common().options.keeping != Keeping::Nowhere;
        match goes_on && self.seat.let_go.is_cancelled() {
            true => TO_RETURN,
            false => FOR_GOOD,
        }
    }

    /// Where the next connection goes: what Discord named for it, unless the token would be read on the way.
    fn address(&self, law: &Law) -> String {
        let named = law.address();
        let safe = named.filter(|url| is_safe(url, self.common().options.network));
        safe.unwrap_or(&self.common().gateway.url).to_owned()
    }

    /// Waits for our turn to begin a session. Before any but the first, Discord is asked how many are left. Gives the
    /// turn among several processes, if there are.
    async fn turn(&self, law: &Law) -> Option<Turn> {
        let told = match law.is_first {
            true => None,
            false => asked(&self.common().events.context.http)
                .await
                .ok()
                .flatten(),
        };
        let wait = {
            let now = Instant::now().into_std();
            let starts = self.common().starts.lock();
            let mut starts = starts.unwrap_or_else(PoisonError::into_inner);
            if let Some(told) = told {
                starts.told(told.limit, now);
            }
            starts.turn(self.seat.shard, now)
        };
        sleep(wait).await;
        let claims = self.common().claims.as_ref()?;
        let row = row(self.seat.shard, self.common().gateway.limit.at_once);
        let apart = self.common().options.pace.between_starts;
        let turn = claims.turn(row, apart).await;
        sleep(turn.wait).await;
        Some(turn)
    }

    fn tell(&self, ended: Ended) {
        self.common().outage.ends(self.seat.shard, ended.how);
        if ended.stood {
            info!(shard = self.seat.shard, why = %ended.how, "A connection to Discord ended; coming back.");
        } else {
            let now = Instant::now().into_std();
            self.common().outage.fails(self.seat.shard, ended.how, now);
        }
    }
}

impl Line<'_> {
    /// Serves the connection until it ends.
    async fn run(&mut self) -> Ending {
        loop {
            let due = self.due();
            let done = select! {
                came = self.wire.next() => match came {
                    Ok(payload) => self.take(payload).await,
                    Err(how) => Err(how),
                },
                () = sleep_until(due) => self.is_due().await,
            };
            if let Err(how) = done {
                return how;
            }
        }
    }

    /// When something is to be done if nothing comes before.
    fn due(&self) -> Instant {
        let patience = self.shard.common().options.pace.patience;
        let first_words = (!self.stood).then_some(self.heard + patience);
        let pulse = self.pulse.iter();
        let beats = pulse.flat_map(|pulse| [Some(pulse.next), pulse.answer_by]);
        let dues = beats.chain([first_words]).flatten();
        dues.min().unwrap_or(self.heard + patience)
    }

    async fn is_due(&mut self) -> Result<(), Ending> {
        let now = Instant::now();
        let patience = self.shard.common().options.pace.patience;
        if !self.stood && self.heard + patience <= now {
            return Err(Ending::Silent);
        }
        match &self.pulse {
            Some(pulse) if pulse.answer_by.is_some_and(|by| by <= now) => Err(Ending::Unanswered),
            Some(pulse) if pulse.next <= now => self.beat(now).await,
            _ => Ok(()),
        }
    }

    /// Gives a sign of life.
    async fn beat(&mut self, now: Instant) -> Result<(), Ending> {
        let patience = self.shard.common().options.pace.patience;
        if let Some(pulse) = &mut self.pulse {
            pulse.next = now + pulse.every;
            // An acknowledgement takes milliseconds; the next sign of life is soon enough to know.
            let by = now + pulse.every.min(patience);
            pulse.answer_by = Some(pulse.answer_by.unwrap_or(by));
        }
        let heard = self.law.session.as_ref().map(|session| session.sequence);
        let beat = json!({ "op": op::HEARTBEAT, "d": heard });
        self.wire.send(&beat).await
    }

    async fn take(&mut self, payload: Payload) -> Result<(), Ending> {
        let now = Instant::now();
        if matches!(payload.op, op::HELLO | op::EVENT) {
            self.heard = now;
        }
        match payload.op {
            op::HELLO => self.enter(&payload.d).await,
            op::EVENT => self.hear(payload),
            op::ACKNOWLEDGED => {
                if let Some(pulse) = &mut self.pulse {
                    pulse.answer_by = None;
                }
                Ok(())
            }
            op::HEARTBEAT => self.beat(now).await,
            op::RECONNECT => Err(Ending::Recalled),
            op::INVALID_SESSION => Err(Ending::Invalid {
                resumable: payload.d.as_bool().unwrap_or_default(),
            }),
            _ => Ok(()),
        }
    }

    /// Discord greeted us: says who we are.
    async fn enter(&mut self, greeting: &Value) -> Result<(), Ending> {
        let every = greeting["heartbeat_interval"].as_u64();
        let every = every.filter(|millis| *millis > 0).ok_or(Ending::Garbled)?;
        let every = Duration::from_millis(every);
        self.pulse = Some(Pulse {
            every,
            // Not everybody's first in the same moment.
            next: self.heard + every.mul_f64(chance()),
            answer_by: None,
        });
        self.asked = Some(self.law.entry());
        let words = self.words();
        let sent = self.wire.send(&words).await;
        if let Some(turn) = self.turn.take() {
            turn.begins();
        }
        sent
    }

    fn words(&self) -> Value {
        let common = self.shard.common();
        let token = common.options.token.bare();
        match &self.law.session {
            Some(session) => json!({ "op": op::RESUME, "d": {
                "token": token,
                "session_id": session.id,
                "seq": session.sequence,
            }}),
            None => json!({ "op": op::IDENTIFY, "d": {
                "token": token,
                "intents": INTENTS.bits(),
                "shard": [self.shard.seat.shard, common.gateway.shards],
                "properties": { "os": OS, "browser": OURS, "device": OURS },
            }}),
        }
    }

    fn hear(&mut self, event: Payload) -> Result<(), Ending> {
        let name = event.t.unwrap_or_default();
        let stands = matches!(name.as_str(), "READY" | "RESUMED");
        if name == "READY" {
            self.law.session = Some(session(&event.d).ok_or(Ending::Garbled)?);
        }
        if let (Some(session), Some(sequence)) = (&mut self.law.session, event.s) {
            session.sequence = sequence;
        }
        let seat = &self.shard.seat;
        seat.common.events.take(seat.shard, &name, event.d);
        if let Some(session) = &self.law.session {
            match name.as_str() {
                "READY" => seat.is(session),
                _ => seat.heard(session),
            }
        }
        if stands {
            self.stands();
        }
        Ok(())
    }

    fn stands(&mut self) {
        self.stood = true;
        let now = self.heard.into_std();
        self.shard
            .common()
            .outage
            .stands(self.shard.seat.shard, now);
        self.shard.stands.notify_one();
    }
}

/// The session that READY begins.
fn session(ready: &Value) -> Option<Session> {
    Some(Session {
        id: ready["session_id"].as_str()?.to_owned(),
        url: ready["resume_gateway_url"].as_str()?.to_owned(),
        sequence: 0,
    })
}

/// What we are called where we say so.
const OURS: &str = env!("CARGO_PKG_NAME");

/// A number between 0 and 1.
fn chance() -> f64 {
    let mut bytes = [0; 4];
    // Where the system has no chance to give, everybody's turn comes at once, and that is all.
    let _ = SystemRandom::new().fill(&mut bytes);
    f64::from(u32::from_le_bytes(bytes)) / f64::from(u32::MAX)
}
