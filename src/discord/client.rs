//! The connection: build, reach, serve, stop.

use super::arrivals::Arrivals;
use super::commands::register;
use super::context::Context;
use super::doors::{Doors, Edits};
use super::gateway::{self, Events, Gateway, Kept, Limit, Owner, Session, Sessions};
use super::line::{ANSWER, http, line};
use super::outbound::{Sender, Way};
use super::pauses::Pauses;
use super::seen::Seen;
use super::servers::Servers;
use super::stop::Stop;
use super::sweep::{forget, sweep, write_tallies};
use super::token::Token;
use crate::bot::{Bot, LOOK, SWEEP};
use crate::config::{Config, Network, Shards, is_address, is_safe};
use crate::store::{Claims, Store, Wanted};
use crate::watch::{COMMIT, VERSION, Vitals, hourly};
use serenity::all::{Cache, GatewayIntents, Http};
use serenity::http::HttpError;
use std::env;
use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use time::OffsetDateTime;
use tokio::sync::{Notify, watch};
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::{info, warn};

/// What we ask to hear: where we are, and messages. None is privileged; Discord shows us only
/// messages that name us, and those written to us.
pub(super) const INTENTS: GatewayIntents = GatewayIntents::GUILDS
    .union(GatewayIntents::GUILD_MESSAGES)
    .union(GatewayIntents::DIRECT_MESSAGES);

/// What says in the environment which shards are ours.
const SHARDS: &str = "VERBATIM_SHARDS";

/// How to reach Discord.
#[derive(Clone, Debug)]
pub struct Options {
    /// The bot's token.
    pub token: Token,
    /// The proxy that keeps Discord's rate limits, if there is one.
    pub proxy: Option<String>,
    /// Whether the token may go unencrypted to another machine.
    pub network: Network,
    /// What carries the requests.
    pub line: reqwest::Client,
    /// Which shards are ours.
    pub shards: Shards,
    /// Where their sessions are kept.
    pub keeping: Keeping,
    /// How patient to be.
    pub pace: Pace,
    /// Where it is told how many connections stand.
    pub vitals: Arc<Vitals>,
}

/// Where the sessions of our shards are kept from a stop to the next start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Nowhere: each start begins anew.
    Nowhere,
    /// In this file.
    File(PathBuf),
    /// In the database, by which several processes share the shards out.
    Shared,
}

/// How patient to be with Discord.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// The first pause after a failed try; each further one is twice as long.
    pub first_pause: Duration,
    /// How long Discord may keep silent where it owes a word.
    pub patience: Duration,
    /// How far apart Discord wants two beginnings of a session.
    pub between_starts: Duration,
    /// A minute: the longest pause between tries, and how often an outage is told while it lasts.
    pub minute: Duration,
    /// How often to delete what is kept of servers that left long ago.
    pub tidy: Duration,
    /// How often to look for what moderators are to be told.
    pub tell: Duration,
    /// How often what is over is forgotten.
    pub forget: Duration,
    /// How often the log is told how much was done.
    pub report: Duration,
    /// How long a stop may take, answers on their way included.
    pub stop: Duration,
}

impl Default for Pace {
    fn default() -> Pace {
        Pace {
            first_pause: Duration::from_secs(1),
            patience: Duration::from_secs(10),
            between_starts: Duration::from_secs(5),
            minute: Duration::from_secs(60),
            tidy: Duration::from_secs(24 * 60 * 60),
            tell: LOOK,
            forget: SWEEP,
            report: Duration::from_secs(60 * 60),
            stop: Duration::from_millis(1_900),
        }
    }
}

impl Options {
    /// As the environment and then `config` say.
    ///
    /// # Errors
    ///
    /// If the environment has no token, a proxy that is none or may not see the token, or shards that are none.
    pub fn from_environment(config: &Config) -> Result<Options, Stop> {
        let token = Token::from_environment()?;
        let proxy = env::var("DISCORD_PROXY").unwrap_or_default();
        let proxy = match proxy.trim() {
            "" => config.proxy.clone(),
            proxy if !is_address(proxy) => return Err(Stop::BadProxy),
            proxy if !is_safe(proxy, config.discord_network) => return Err(Stop::OpenProxy),
            proxy => Some(proxy.to_owned()),
        };
        let shards = match env::var(SHARDS) {
            Ok(shards) if !shards.trim().is_empty() => {
                Shards::read(SHARDS, shards.trim()).map_err(Stop::BadShards)?
            }
            _ => config.shards,
        };
        Ok(Options {
            token,
            proxy,
            network: config.discord_network,
            line: line(ANSWER).build().expect("TLS that brings its own roots"),
            shards,
            keeping: Keeping::Nowhere,
            pace: Pace::default(),
            vitals: Arc::default(),
        })
    }
}

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
        cache: Arc::new(Cache::new()),
    };
    let gateway = tokio::select! {
        reached = reach(&context.http, &options) => reached?,
        () = &mut stopped => return Ok(()),
    };
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
        cache: &context.cache,
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
        None => Kept::Ours(taken(&options, of, &context)),
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

/// Waits until Discord says where its gateway is, with growing pauses between the tries.
async fn reach(http: &Http, options: &Options) -> Result<Gateway, Stop> {
    let mut pauses = Pauses::from(options.pace.first_pause);
    loop {
        match asked(http).await? {
            Some(told) if !is_safe(&told.url, options.network) => {
                return Err(Stop::OpenGateway);
            }
            Some(told) => {
                let gateway = told.with(options.shards);
                if gateway.limit.left < u64::from(gateway.seats) {
                    return Err(none_left(gateway.limit));
                }
                return Ok(gateway);
            }
            None => (),
        }
        let pause = pauses.next().unwrap_or_default();
        let seconds = pause.as_secs();
        warn!(seconds, "Discord cannot be reached; trying again.");
        sleep(pause).await;
    }
}

/// What Discord says of its gateway.
pub(super) struct Told {
    /// Where it is.
    url: String,
    /// How many shards it recommends.
    shards: u32,
    pub(super) limit: Limit,
}

impl Told {
    /// What of it is ours.
    fn with(self, shards: Shards) -> Gateway {
        Gateway {
            url: self.url,
            shards: shards.of(self.shards),
            which: shards.which(self.shards),
            seats: shards.at_once(self.shards),
            limit: self.limit,
        }
    }
}

/// Today's connections are used up.
fn none_left(limit: Limit) -> Stop {
    // The rest of an hour begun is an hour.
    let hours = limit.until_reset.as_secs().div_ceil(3_600);
    Stop::NoStartsLeft { hours }
}

/// What Discord says of its gateway; nothing if it says nothing.
pub(super) async fn asked(http: &Http) -> Result<Option<Told>, Stop> {
    let told = match http.get_bot_gateway().await {
        Ok(told) => told,
        Err(serenity::Error::Http(HttpError::InvalidHeader(_))) => return Err(Stop::WrongToken),
        Err(serenity::Error::Http(error)) => {
            let status = error.status_code().map(|status| status.as_u16());
            return match status {
                Some(401) => Err(Stop::WrongToken),
                _ => Ok(None),
            };
        }
        Err(_) => return Ok(None),
    };
    let limit = told.session_start_limit;
    Ok(Some(Told {
        url: told.url,
        shards: told.shards.max(1),
        limit: Limit {
            total: limit.total,
            left: limit.remaining,
            until_reset: Duration::from_millis(limit.reset_after),
            at_once: limit.max_concurrency,
        },
    }))
}
