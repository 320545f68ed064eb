//! The connection: build, serve, stop.

use super::arrivals::Arrivals;
use super::commands::register;
use super::context::Context;
use super::doors::{Doors, Edits};
use super::gateway::{self, Events, Gateway, Kept, Owner, Session, Sessions};
use super::options::{Keeping, Options, http};
use super::outbound::{Sender, Way};
use super::reach::{reach, suffices};
use super::seen::Seen;
use super::servers::Servers;
use super::stop::Stop;
use super::sweep::{forget, sweep, write_tallies};
use crate::bot::Bot;
use crate::store::{Claims, Store, Wanted};
use crate::watch::{COMMIT, VERSION, hourly};
use std::pin::pin;
use std::sync::Arc;
use time::OffsetDateTime;
use tokio::sync::{Notify, watch};
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::{info, warn};

/// Serves Discord until `stopped` comes true, then finishes the answers on their way and hangs up. Another bot may take the
/// place of the first meanwhile.
///
/// # Errors
///
/// Why it ended otherwise.
pub async fn serve(
    bot: watch::Receiver<Arc<Bot>>,
    options: Options,
    stopped: impl Future<Output = ()>,
) -> Result<(), Stop> {
    tokio::pin!(stopped);
    let pace = options.pace;
    let running = TaskTracker::new();
    let servers = Arc::new(Servers::new(bot.borrow().store.clone()));
    let seen = Arc::new(Seen::default());
    let edits = Arc::new(Edits::default());
    let sender = Arc::new(Sender::new(options.line.clone()));
    let known = Arc::new(Notify::new());
    let doors = Doors::new(
        bot.clone(),
        Arc::clone(&servers),
        Arc::clone(&seen),
        Arc::clone(&edits),
        Arc::clone(&sender),
        running.clone(),
        Arc::clone(&known),
    );
    let context = Context {
        http: Arc::new(http(&options)),
        guilds: Arc::default(),
    };
    let gateway = tokio::select! {
        reached = reach(&context.http, &options) => reached?,
        () = &mut stopped => return Ok(()),
    };
    let taken = taken(&options, gateway.shards, &context);
    suffices(&gateway, taken.as_ref())?;
    let articles = bot.borrow().knowledge.shelf.all().len();
    let (shards, of) = (gateway.seats, gateway.shards);
    info!(
        version = VERSION,
        commit = COMMIT,
        articles,
        shards,
        of,
        "Discord answers; connecting."
    );
    let way = Way {
        http: &context.http,
        sender: &sender,
    };
    let arrivals = Arrivals {
        bot: &bot,
        servers: &servers,
        guilds: &context.guilds,
        way,
    };
    let stop = CancellationToken::new();
    let events = Events {
        doors: Arc::new(doors),
        context: context.clone(),
    };
    let http = Arc::clone(&context.http);
    let kept = match claims(&options, &gateway, &bot.borrow().store) {
        Some(claims) => Kept::Shared(Arc::new(claims)),
        None => Kept::Ours(taken),
    };
    let connected = gateway::keep(gateway, &options, events, kept, stop.clone());
    let mut connected = pin!(connected);
    let ended = tokio::select! {
        ended = &mut connected => Err(ended.err().unwrap_or(Stop::GaveUp)),
        never = register(way, bot.clone(), &known, pace.first_pause) => match never {},
        never = sweep(http) => match never {},
        never = arrivals.tell(pace.tell) => match never {},
        never = forget(&bot, (&seen, &edits), pace.forget) => match never {},
        never = write_tallies(&bot, pace.forget) => match never {},
        never = servers.look_after(pace.tidy) => match never {},
        never = hourly(pace.report, || servers.count()) => match never {},
        () = stopped => Ok(()),
    };
    info!("Finishing the answers on their way.");
    stop.cancel();
    running.close();
    let finished = async {
        if ended.is_ok() {
            let sessions = connected.await.unwrap_or_default();
            keep(&options, of, &context, sessions);
        }
        running.wait().await;
        let bot = Arc::clone(&bot.borrow());
        bot.write_tally().await;
    };
    if timeout(pace.stop, finished).await.is_err() {
        warn!("Hung up before everything was finished.");
    }
    ended
}

/// What keeps us apart from other processes, where there may be any.
fn claims(options: &Options, gateway: &Gateway, store: &Store) -> Option<Claims> {
    if options.keeping != Keeping::Shared {
        return None;
    }
    store.claims(Wanted {
        application: options.token.number(),
        of: gateway.shards,
        shards: gateway.which.clone(),
    })
}

/// The sessions that a stop a moment ago left, if it left any. They do not say again who we are.
fn taken(options: &Options, shards: u32, context: &Context) -> Option<Sessions> {
    let Keeping::File(file) = &options.keeping else {
        return None;
    };
    let kept = Sessions::take(file, owner(options, shards))?;
    context.is(kept.me, kept.application);
    Some(kept)
}

/// Keeps `sessions` for the next start.
fn keep(options: &Options, shards: u32, context: &Context, sessions: Vec<(u32, Session)>) {
    let (Keeping::File(file), Some(application)) =
        (&options.keeping, context.http.application_id())
    else {
        return;
    };
    let owner = owner(options, shards);
    let kept = Sessions::new(owner, context.me().get(), application.get(), sessions);
    if let Err(error) = kept.write(file) {
        let file = file.display();
        warn!(%file, %error, "The session cannot be kept: what is asked until the next start is lost.");
    }
}

fn owner(options: &Options, shards: u32) -> Owner<'_> {
    Owner {
        token: &options.token,
        shards,
        now: OffsetDateTime::now_utc(),
    }
}
