//! The connection: build, reach, serve, stop.

use super::arrivals::Arrivals;
use super::doors::Doors;
use super::line::{ANSWER, http, line};
use super::outbound::{Sender, Way};
use super::seen::Seen;
use super::servers::Servers;
use super::stop::Stop;
use super::token::Token;
use super::watch::{Pauses, forget, sweep, trouble};
use crate::bot::{Bot, LOOK, SWEEP};
use crate::config::{Config, Network, is_address, is_safe};
use crate::watch::Vitals;
use serenity::all::{
    Client, ClientBuilder, GatewayError, GatewayIntents, Http, ShardId, ShardInfo,
};
use serenity::gateway::Shard;
use serenity::http::HttpError;
use std::env;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::{sleep, timeout};
use tokio_util::task::TaskTracker;
use tracing::{info, warn};

/// What we ask to hear: where we are, and messages. None is privileged; Discord shows us only
/// messages that name us, and those written to us.
const INTENTS: GatewayIntents = GatewayIntents::GUILDS
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
    /// How often to look after the shards.
    pub look: Duration,
    /// How often to ask Discord for the starts left, while a shard is down.
    pub ask: Duration,
    /// How long a shard may hold a line without being connected. A start takes well under a second.
    pub hanging: Duration,
    /// Connections an hour beyond one a shard. Discord itself ends one a few times a day.
    pub starts_an_hour: u64,
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
            look: Duration::from_secs(1),
            ask: Duration::from_secs(30),
            hanging: Duration::from_secs(20),
            starts_an_hour: 20,
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
            pace: Pace::default(),
            vitals: Arc::default(),
        })
    }
}

/// Serves Discord until `stopped` comes true, then finishes the answers on their way and hangs up.
///
/// # Errors
///
/// Why it ended otherwise.
pub async fn serve(
    bot: Arc<Bot>,
    options: Options,
    stopped: impl Future<Output = ()>,
) -> Result<(), Stop> {
    tokio::pin!(stopped);
    let pace = options.pace;
    let running = TaskTracker::new();
    let servers = Arc::new(Servers::new(bot.store.clone()));
    let seen = Arc::new(Seen::default());
    let sender = Arc::new(Sender::new(options.line.clone()));
    let doors = Doors::new(
        Arc::clone(&bot),
        Arc::clone(&servers),
        Arc::clone(&seen),
        Arc::clone(&sender),
        running.clone(),
        pace.first_pause,
    );
    let (gateway, mut client) = tokio::select! {
        started = started(&options, doors) => started?,
        () = &mut stopped => return Ok(()),
    };
    let (shards, http) = (Arc::clone(&client.shard_manager), Arc::clone(&client.http));
    let cache = Arc::clone(&client.cache);
    let arrivals = Arrivals {
        bot: &bot,
        servers: &servers,
        cache: &cache,
        way: Way {
            http: &client.http.clone(),
            sender: &sender,
        },
    };
    let ended = tokio::select! {
        ended = client.start_shards(gateway.shards) => ended.map_err(|error| why(&error)),
        trouble = trouble(Arc::clone(&http), Arc::clone(&shards), gateway, pace, &options.vitals) => Err(trouble),
        never = sweep(http) => match never {},
        never = arrivals.tell(pace.tell) => match never {},
        never = forget(&bot, &seen, pace.forget) => match never {},
        never = servers.look_after(pace.tidy) => match never {},
        () = stopped => Ok(()),
    };
    info!("Finishing the answers on their way.");
    running.close();
    let finished = async { tokio::join!(shards.shutdown_all(), running.wait()) };
    if timeout(pace.stop, finished).await.is_err() {
        warn!("Hung up before everything was finished.");
    }
    ended
}

/// Where to connect, and how often we still may today.
#[derive(Clone, Debug)]
pub(super) struct Gateway {
    pub url: String,
    pub shards: u32,
    pub starts_left: u64,
}

/// No handshake takes longer on a line that works.
const HANDSHAKE: Duration = Duration::from_secs(10);

/// Waits until Discord answers, over REST and over the gateway, with growing pauses between the tries.
async fn reach(options: &Options) -> Result<Gateway, Stop> {
    let http = http(options);
    let mut pauses = Pauses::from(options.pace.first_pause);
    loop {
        let unreached = match asked(&http).await {
            Ok(Some(gateway)) if !is_safe(&gateway.url, options.network) => {
                return Err(Stop::OpenGateway);
            }
            Ok(Some(gateway)) if answers(&gateway, &options.token).await => return Ok(gateway),
            Ok(Some(_)) => "gateway",
            Ok(None) => "REST",
            Err(stop) => return Err(stop),
        };
        let pause = pauses.next().unwrap_or_default();
        let seconds = pause.as_secs();
        warn!(
            unreached,
            seconds, "Discord cannot be reached; trying again."
        );
        sleep(pause).await;
    }
}

/// What Discord says of its gateway; nothing if it says nothing.
async fn asked(http: &Http) -> Result<Option<Gateway>, Stop> {
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
    if limit.remaining < u64::from(told.shards) {
        // The rest of an hour begun is an hour.
        let hours = Duration::from_millis(limit.reset_after)
            .as_secs()
            .div_ceil(3_600);
        return Err(Stop::NoStartsLeft { hours });
    }
    Ok(Some(Gateway {
        url: told.url,
        shards: told.shards.max(1),
        starts_left: limit.remaining,
    }))
}

/// Whether the gateway takes a connection. The library would try every five seconds, without a word.
async fn answers(gateway: &Gateway, token: &Token) -> bool {
    let url = Arc::new(Mutex::new(gateway.url.clone()));
    let shard = ShardInfo {
        id: ShardId(0),
        total: gateway.shards,
    };
    let connecting = Shard::new(url, token.secret(), shard, INTENTS, None);
    matches!(timeout(HANDSHAKE, connecting).await, Ok(Ok(_)))
}

/// What serves, as soon as Discord can be reached.
async fn started(options: &Options, doors: Doors) -> Result<(Gateway, Client), Stop> {
    let gateway = reach(options).await?;
    let client = ClientBuilder::new_with_http(http(options), INTENTS)
        .event_handler(doors)
        .await
        .map_err(|error| why(&error))?;
    // The library asks again, and where that fails it goes to an address of its own.
    gateway.url.clone_into(&mut *client.ws_url.lock().await);
    Ok((gateway, client))
}

fn why(error: &serenity::Error) -> Stop {
    match error {
        serenity::Error::Gateway(GatewayError::InvalidAuthentication) => Stop::WrongToken,
        serenity::Error::Gateway(
            GatewayError::DisallowedGatewayIntents | GatewayError::InvalidGatewayIntents,
        ) => Stop::DisallowedIntents,
        _ => Stop::GaveUp,
    }
}
