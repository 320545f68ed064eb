//! The connection: build, reach, serve, stop.

use super::arrivals::Arrivals;
use super::commands::register;
use super::context::Context;
use super::doors::{Doors, Edits};
use super::gateway::{self, Events, Gateway, Limit, Owner, Session, Sessions};
use super::line::{ANSWER, http, line};
use super::outbound::{Sender, Way};
use super::pauses::Pauses;
use super::seen::Seen;
use super::servers::Servers;
use super::stop::Stop;
use super::sweep::{forget, sweep, write_tallies};
use super::token::Token;
use crate::bot::{Bot, LOOK, SWEEP};
use crate::config::{Config, Network, is_address, is_safe};
use crate::watch::{COMMIT, VERSION, Vitals};
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
    /// Where the connection's session is kept from a stop to the next start, if it is.
    pub session: Option<PathBuf>,
    /// How patient to be.
    pub pace: Pace,
    /// Where it is told how many connections stand.
    pub vitals: Arc<Vitals>,
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
            stop: Duration::from_millis(1_900),
        }
    }
}

impl Options {
    /// As the environment and then `config` say.
    ///
    /// # Errors
    ///
    /// If the environment has no token, or a proxy that is none or may not see the token.
    pub fn from_environment(config: &Config) -> Result<Options, Stop> {
        let token = Token::from_environment()?;
        let proxy = env::var("DISCORD_PROXY").unwrap_or_default();
        let proxy = match proxy.trim() {
            "" => config.proxy.clone(),
            proxy if !is_address(proxy) => return Err(Stop::BadProxy),
            proxy if !is_safe(proxy, config.discord_network) => return Err(Stop::OpenProxy),
            proxy => Some(proxy.to_owned()),
        };
        Ok(Options {
            token,
            proxy,
            network: config.discord_network,
            line: line(ANSWER).build().expect("TLS that brings its own roots"),
            session: None,
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
    let shards = gateway.shards;
    info!(
        version = VERSION,
        commit = COMMIT,
        articles,
        shards,
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
    let kept = taken(&options, shards, &context);
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
        () = stopped => Ok(()),
    };
    info!("Finishing the answers on their way.");
    stop.cancel();
    running.close();
    let finished = async {
        if ended.is_ok() {
            let sessions = connected.await.unwrap_or_default();
            keep(&options, shards, &context, sessions);
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

/// The sessions that a stop a moment ago left, if it left any. They do not say again who we are.
fn taken(options: &Options, shards: u32, context: &Context) -> Option<Sessions> {
    let kept = Sessions::take(options.session.as_deref()?, owner(options, shards))?;
    context.is(kept.me, kept.application);
    Some(kept)
}

/// Keeps `sessions` for the next start.
fn keep(options: &Options, shards: u32, context: &Context, sessions: Vec<(u32, Session)>) {
    let (Some(file), Some(application)) = (&options.session, context.http.application_id()) else {
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
            Some(gateway) if !is_safe(&gateway.url, options.network) => {
                return Err(Stop::OpenGateway);
            }
            Some(gateway) if gateway.limit.left < u64::from(gateway.shards) => {
                return Err(none_left(gateway.limit));
            }
            Some(gateway) => return Ok(gateway),
            None => (),
        }
        let pause = pauses.next().unwrap_or_default();
        let seconds = pause.as_secs();
        warn!(seconds, "Discord cannot be reached; trying again.");
        sleep(pause).await;
    }
}

/// Today's connections are used up.
fn none_left(limit: Limit) -> Stop {
    // The rest of an hour begun is an hour.
    let hours = limit.until_reset.as_secs().div_ceil(3_600);
    Stop::NoStartsLeft { hours }
}

/// What Discord says of its gateway; nothing if it says nothing.
pub(super) async fn asked(http: &Http) -> Result<Option<Gateway>, Stop> {
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
    Ok(Some(Gateway {
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
