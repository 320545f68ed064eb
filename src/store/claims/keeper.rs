//! Keeps the locks of this process: on one connection, as long as it stands.

use super::kept::{Given, Kept};
use super::lines::Line;
use super::turns::Turns;
use super::{Claim, Held, Order, Standing, Wanted};
use crate::store::health::Trouble;
use ring::rand::{SecureRandom, SystemRandom};
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Connection, PgConnection};
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::sync::Arc;
use std::time::Duration;
use tokio::select;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, MissedTickBehavior, interval, sleep, timeout_at};
use tracing::warn;

/// How often PostgreSQL is asked, so that it hears of us and we of it. Whoever waits for a shard gets it as soon.
const BEAT: Duration = Duration::from_millis(250);

/// Whoever PostgreSQL has not heard for so long loses every lock.
const SILENCE: Duration = Duration::from_secs(6);

/// Whoever has not heard PostgreSQL for so long lets go of every shard: well before PostgreSQL would give it away, also
/// where the last beat took its time.
const PATIENCE: Duration = Duration::from_secs(4);

/// So long a connection that was closed under us may take to be made anew: two beats.
const SOON: Duration = Duration::from_millis(500);

/// How long whoever takes a shard that was not let go of in good order leaves it alone: whoever had it may live, and has
/// seen by then that it is lost. A beat, [`SOON`], and as much again as a beat.
const AFTERWARDS: Duration = Duration::from_secs(1);

/// How long making a connection may take where nothing is at stake.
const CONNECTING: Duration = Duration::from_secs(5);

/// How often trouble that lasts is told.
const TELLING: Duration = Duration::from_secs(60);

pub(super) struct Keeper {
    options: PgConnectOptions,
    wanted: Wanted,
    name: String,
    orders: mpsc::Receiver<Order>,
    /// For the claims that we give.
    back: mpsc::WeakSender<Order>,
    /// Whose connection stands, until when what it holds is surely ours.
    sure: Instant,
    held: BTreeMap<u32, Kept>,
    seats: Vec<Seat>,
    releases: Vec<(u32, oneshot::Sender<()>)>,
    turns: Turns,
    told: Option<Instant>,
}

/// Who waits for a shard.
struct Seat {
    given: oneshot::Sender<Claim>,
    waits: Option<oneshot::Sender<()>>,
}

/// How a connection ended.
enum Cut {
    Failed(sqlx::Error),
    Silent,
    /// Nobody is there who could ask.
    Over,
}

impl Keeper {
    pub(super) fn new(
        options: PgConnectOptions,
        wanted: Wanted,
        orders: mpsc::Receiver<Order>,
        back: mpsc::WeakSender<Order>,
    ) -> Keeper {
        Keeper {
            options: options.disable_statement_logging(),
            wanted,
            name: name(),
            orders,
            back,
            sure: Instant::now(),
            held: BTreeMap::new(),
            seats: Vec::new(),
            releases: Vec::new(),
            turns: Turns::default(),
            told: None,
        }
    }

    /// Connects again and again, until nobody is left who could ask for anything.
    pub(super) async fn run(mut self) {
        loop {
            let limit = match self.held.is_empty() {
                true => Instant::now() + CONNECTING,
                false => self.sure,
            };
            let (cut, stood) = match timeout_at(limit, self.connect()).await {
                Ok(Ok(line)) => self.keep(line).await,
                Ok(Err(error)) => (Cut::Failed(error), false),
                Err(_) => (Cut::Silent, false),
            };
            match cut {
                Cut::Over => return,
                // A server that is not there gives our shards to nobody.
                Cut::Failed(error) if is_down(&error) => {
                    self.sure = Instant::now() + BEAT + SOON;
                    self.tell(error.into());
                }
                Cut::Failed(error) => self.tell(error.into()),
                Cut::Silent => self.tell(Trouble::Away("the connection fell silent".to_owned())),
            }
            self.turns.lose();
            if self.sure <= Instant::now() {
                self.lose_all();
            }
            if !stood {
                sleep(BEAT).await;
            }
        }
    }

    async fn connect(&self) -> Result<Line, sqlx::Error> {
        let connection = PgConnection::connect_with(&self.options).await?;
        let mut line = Line {
            connection,
            application: self.wanted.application,
            of: self.wanted.of,
            name: self.name.clone(),
        };
        line.begin(SILENCE).await?;
        Ok(line)
    }

    /// Serves everybody over `line` until it is cut; gives why, and whether it ever served.
    async fn keep(&mut self, mut line: Line) -> (Cut, bool) {
        let mut beats = interval(BEAT);
        beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut first = true;
        loop {
            select! {
                order = self.orders.recv() => match order {
                    Some(order) => self.take_in(order),
                    None => return (Cut::Over, !first),
                },
                _ = beats.tick() => (),
            }
            let sent = Instant::now();
            let limit = match self.held.is_empty() {
                true => sent + PATIENCE,
                false => self.sure,
            };
            let round = Box::pin(self.round(&mut line, first));
            match timeout_at(limit, round).await {
                Ok(Ok(())) => self.sure = sent + PATIENCE,
                Ok(Err(error)) => {
                    self.sure = Instant::now() + SOON;
                    return (Cut::Failed(error), !first);
                }
                Err(_) => {
                    self.sure = Instant::now();
                    return (Cut::Silent, !first);
                }
            }
            first = false;
        }
    }

    fn take_in(&mut self, order: Order) {
        match order {
            Order::Shard { given, waits } => self.seats.push(Seat {
                given,
                waits: Some(waits),
            }),
            Order::Release { shard, done } => self.releases.push((shard, done)),
            Order::Turn { row, apart, given } => self.turns.wait(row, apart, given),
        }
    }

    /// Everything that is due.
    async fn round(&mut self, line: &mut Line, first: bool) -> Result<(), sqlx::Error> {
        if first {
            self.take_again(line).await?;
        }
        self.note(line).await?;
        self.release(line).await?;
        self.take(line).await?;
        self.give(line).await?;
        self.turns.round(line).await
    }

    /// Takes again what was ours before the connection was cut; what somebody else had meanwhile is lost.
    async fn take_again(&mut self, line: &mut Line) -> Result<(), sqlx::Error> {
        let shards: Vec<u32> = self.held.keys().copied().collect();
        let again = line.take(&shards, shards.len()).await?;
        for shard in shards {
            let mine = again.contains(&shard) && {
                let left = line.left(shard).await?;
                left.holder.as_ref() == Some(&self.name)
            };
            if !mine {
                self.lose(shard);
                if again.contains(&shard) {
                    line.unlock(shard).await?;
                }
            }
        }
        Ok(())
    }

    /// Writes where our sessions stand, or says at least that we live.
    async fn note(&mut self, line: &mut Line) -> Result<(), sqlx::Error> {
        let now = Instant::now();
        let given = self.held.iter_mut();
        let given = given.filter(|(_, kept)| kept.given == Given::Already);
        let due = given.filter_map(|(shard, kept)| Some((*shard, kept.due(now)?)));
        let due: Vec<(u32, Standing)> = due.collect();
        self.write(line, due).await
    }

    async fn write(
        &mut self,
        line: &mut Line,
        due: Vec<(u32, Standing)>,
    ) -> Result<(), sqlx::Error> {
        if due.is_empty() {
            return line.beat().await;
        }
        line.note(&due).await?;
        for (shard, session) in due {
            if let Some(kept) = self.held.get_mut(&shard) {
                (kept.noted, kept.noted_at) = (Some(session), Instant::now());
            }
        }
        Ok(())
    }

    /// Lets go of what was released, or dropped without a word.
    async fn release(&mut self, line: &mut Line) -> Result<(), sqlx::Error> {
        let mut done: Vec<(u32, Option<oneshot::Sender<()>>)> = Vec::new();
        let releases = std::mem::take(&mut self.releases);
        done.extend(
            releases
                .into_iter()
                .map(|(shard, done)| (shard, Some(done))),
        );
        let dropped = self.held.iter().filter(|(shard, kept)| {
            let alone = Arc::strong_count(&kept.held) == 1;
            let named = done.iter().any(|(named, _)| named == *shard);
            alone && kept.given == Given::Already && !named
        });
        let dropped: Vec<u32> = dropped.map(|(shard, _)| *shard).collect();
        done.extend(dropped.into_iter().map(|shard| (shard, None)));
        for (shard, done) in done {
            if let Some(kept) = self.held.remove(&shard) {
                let session = kept.held.session().clone();
                if let Some(session) = session {
                    line.note(&[(shard, session)]).await?;
                }
                line.leave(shard).await?;
            }
            if let Some(done) = done {
                // Whoever no longer waits need not know.
                let _ = done.send(());
            }
        }
        Ok(())
    }

    /// Takes as many shards as are waited for and free.
    async fn take(&mut self, line: &mut Line) -> Result<(), sqlx::Error> {
        self.seats.retain(|seat| !seat.given.is_closed());
        let promised = self.held.values();
        let promised = promised.filter(|kept| kept.given != Given::Already).count();
        let missing = self.seats.len().saturating_sub(promised);
        let wanted = self.wanted.shards.iter();
        let free: Vec<u32> = wanted
            .filter(|shard| !self.held.contains_key(shard))
            .copied()
            .collect();
        if missing == 0 {
            return Ok(());
        }
        let taken = match line.is_otherwise().await? {
            true => Vec::new(),
            false => line.take(&free, missing).await?,
        };
        for shard in &taken {
            let left = line.left(*shard).await?;
            let now = Instant::now();
            let orderly = left.holder.is_none_or(|holder| holder == self.name);
            let given = Given::At(if orderly { now } else { now + AFTERWARDS });
            let held = Held::default();
            *held.session() = left.session;
            self.held.insert(*shard, Kept::new(held, given, now));
        }
        let waiting = missing - taken.len();
        let waiting = self.seats.iter_mut().rev().take(waiting);
        for waits in waiting.filter_map(|seat| seat.waits.take()) {
            // Whoever is gone need not know.
            let _ = waits.send(());
        }
        Ok(())
    }

    /// Gives what was taken to whoever waits, once nobody else can think that it is theirs.
    async fn give(&mut self, line: &mut Line) -> Result<(), sqlx::Error> {
        let now = Instant::now();
        let due = self.held.iter().filter(|(_, kept)| match kept.given {
            Given::At(at) => at <= now,
            Given::Already => false,
        });
        let due: Vec<u32> = due.map(|(shard, _)| *shard).collect();
        for shard in due {
            let (Some(orders), false) = (self.back.upgrade(), self.seats.is_empty()) else {
                self.held.remove(&shard);
                line.unlock(shard).await?;
                continue;
            };
            line.enter(shard).await?;
            let seat = self.seats.remove(0);
            if let Some(kept) = self.held.get_mut(&shard) {
                kept.given = Given::Already;
                let left = kept.held.session().clone();
                kept.noted.clone_from(&left);
                // Whoever is gone drops it, and the next round sees that.
                let _ = seat.given.send(Claim {
                    shard,
                    left,
                    held: Arc::clone(&kept.held),
                    orders,
                });
            }
        }
        Ok(())
    }

    fn lose(&mut self, shard: u32) {
        if let Some(kept) = self.held.remove(&shard) {
            kept.held.lost.cancel();
        }
    }

    fn lose_all(&mut self) {
        for (_, kept) in std::mem::take(&mut self.held) {
            kept.held.lost.cancel();
        }
        // What is lost needs no release.
        for (_, done) in std::mem::take(&mut self.releases) {
            let _ = done.send(());
        }
    }

    /// Tells that nothing can be held, once a minute.
    fn tell(&mut self, trouble: Trouble) {
        let now = Instant::now();
        if self.told.is_none_or(|told| now - told >= TELLING) {
            self.told = Some(now);
            warn!(%trouble, "Which shards are ours cannot be asked; trying again.");
        }
    }
}

/// Whether there is no server that could serve anybody: nobody listens there, or it is just starting or stopping.
fn is_down(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(error) => error.kind() == ErrorKind::ConnectionRefused,
        // cannot_connect_now
        sqlx::Error::Database(error) => error.code().as_deref() == Some("57P03"),
        _ => false,
    }
}

/// A name that no other process has.
fn name() -> String {
    let mut bytes = [0; 16];
    // Where the system has no chance to give, two processes on one machine still differ.
    let _ = SystemRandom::new().fill(&mut bytes);
    let chance = u128::from_le_bytes(bytes);
    format!("{:x}-{chance:x}", std::process::id())
}
