//! Which process serves which shard, agreed on by all that share one PostgreSQL.
//!
//! A shard is whose lock it is, and a lock is its connection's: one of our own, which does nothing else. PostgreSQL takes
//! it back from whoever dies at once, and from whoever falls silent after [`keeper::SILENCE`]; who hears nothing from
//! PostgreSQL lets go sooner. So no two ever hold one. Beside the lock stands where the shard's session is, so that the next
//! one goes on with it. In the same way the processes take turns to begin a session.

mod keeper;
mod kept;
mod lines;
mod turns;

use keeper::Keeper;
use serde::{Deserialize, Serialize};
use sqlx::postgres::PgConnectOptions;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::task::AbortHandle;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

/// Which shards a process would serve.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Whose: nobody but the processes of one application shares anything.
    pub application: i64,
    /// Of how many.
    pub of: u32,
    /// Any of these.
    pub shards: Vec<u32>,
}

/// A session at Discord, as whoever goes on with it needs it. It is nobody's data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// What Discord calls it.
    pub id: String,
    /// Where it goes on.
    pub url: String,
    /// How far it was heard.
    pub sequence: u64,
    /// Who we are in it.
    pub me: u64,
    /// Which application.
    pub application: u64,
}

/// Takes shards for this process, and turns. Dropped, it lets go of everything.
#[derive(Debug)]
pub struct Claims {
    orders: mpsc::Sender<Order>,
    keeper: AbortHandle,
}

/// A shard that is ours until it is lost or released.
#[derive(Debug)]
pub struct Claim {
    /// Which.
    pub shard: u32,
    /// Where whoever had it before left its session, if that may still go on.
    pub left: Option<Standing>,
    held: Arc<Held>,
    orders: mpsc::Sender<Order>,
}

/// What the shard and the keeper of its lock share.
#[derive(Debug, Default)]
struct Held {
    session: Mutex<Option<Standing>>,
    /// How far the session was heard when it began.
    began_at: AtomicU64,
    lost: CancellationToken,
}

/// The turn to begin a session: nobody else of the row does before this is dropped.
#[derive(Debug)]
pub struct Turn {
    /// How long it is until then.
    pub wait: Duration,
    begun: Arc<AtomicBool>,
}

/// What is asked of the keeper.
#[derive(Debug)]
enum Order {
    Shard {
        given: oneshot::Sender<Claim>,
        /// Told once where none is free.
        waits: oneshot::Sender<()>,
    },
    Release {
        shard: u32,
        done: oneshot::Sender<()>,
    },
    Turn {
        row: i64,
        apart: Duration,
        given: oneshot::Sender<Turn>,
    },
}

/// So many orders may wait for the keeper; whoever brings more waits too.
const ORDERS: usize = 64;

/// How long a release may take: whoever stops has a second or two for everything. The lock itself ends with us.
const RELEASING: Duration = Duration::from_secs(1);

impl Claims {
    /// Begins to keep what is `wanted` in the database at `options`.
    pub(super) fn keep(options: PgConnectOptions, wanted: Wanted) -> Claims {
        let (orders, taken) = mpsc::channel(ORDERS);
        let keeper = Keeper::new(options, wanted, taken, orders.downgrade());
        let keeper = tokio::spawn(keeper.run()).abort_handle();
        Claims { orders, keeper }
    }

    /// Waits for a shard of ours; where somebody else has them all, tells that it is `waiting`, once.
    pub async fn next(&self, waiting: impl FnOnce()) -> Claim {
        let (given, mut claim) = oneshot::channel();
        let (waits, told) = oneshot::channel();
        self.order(Order::Shard { given, waits }).await;
        let told = async {
            if told.await.is_ok() {
                waiting();
            }
            std::future::pending::<()>().await;
        };
        tokio::select! {
            claim = &mut claim => match claim {
                Ok(claim) => claim,
                Err(_) => std::future::pending().await,
            },
            () = told => std::future::pending().await,
        }
    }

    /// Waits until `row` is ours to begin a session in, which shall be `apart` from the one before.
    pub async fn turn(&self, row: u64, apart: Duration) -> Turn {
        let (given, turn) = oneshot::channel();
        let row = row.cast_signed();
        self.order(Order::Turn { row, apart, given }).await;
        match turn.await {
            Ok(turn) => turn,
            // The keeper is gone, and so are we in a moment.
            Err(_) => std::future::pending().await,
        }
    }

    async fn order(&self, order: Order) {
        // As long as we are here, the keeper is.
        drop(self.orders.send(order).await);
    }
}

impl Drop for Claims {
    fn drop(&mut self) {
        self.keeper.abort();
    }
}

impl Claim {
    /// Waits until it is no longer ours.
    pub async fn lost(&self) {
        self.held.lost.cancelled().await;
    }

    /// Notes that its session is now `session`.
    pub fn is(&self, session: Standing) {
        let mut held = self.held.session();
        let began_at = session.sequence;
        self.held.began_at.store(began_at, Ordering::Release);
        *held = Some(session);
    }

    /// Notes how far the session `id` was heard, if it still is the one.
    pub fn heard(&self, id: &str, sequence: u64) {
        if let Some(session) = &mut *self.held.session()
            && session.id == id
        {
            session.sequence = session.sequence.max(sequence);
        }
    }

    /// Lets go of it, so that the next one goes on at once.
    pub async fn release(self) {
        let (done, released) = oneshot::channel();
        let shard = self.shard;
        let release = async {
            if self
                .orders
                .send(Order::Release { shard, done })
                .await
                .is_ok()
            {
                drop(released.await);
            }
        };
        // Otherwise the lock ends with its connection.
        drop(timeout(RELEASING, release).await);
    }
}

impl Held {
    fn session(&self) -> MutexGuard<'_, Option<Standing>> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Turn {
    /// Notes that the session began.
    pub fn begins(&self) {
        self.begun.store(true, Ordering::Release);
    }
}
