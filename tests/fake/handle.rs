//! The test's handle: starts the fake, and lets no violation go unseen.

use super::discord::Discord;
use super::interaction::Interaction;
use super::place::{Channel, Guild};
use super::rest::{Request, answer};
use super::secure::{self, Secure};
use super::shown::Shown;
use super::socket::upgrade;
use super::world::BOT;
use super::{Person, logs};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::serve::Listener;
use reqwest::ClientBuilder;
use serde_json::Value;
use std::net::SocketAddr;
use std::ops::Deref;
use std::panic::Location;
use std::thread;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::time::timeout;

/// Discord's largest request.
const LARGEST_BODY: usize = 25 * 1024 * 1024;
/// For answers still on their way when a test ends; Discord gives no more either.
const LAST_CHANCE: Duration = Duration::from_secs(3);

/// A file that somebody handed in. Discord's file servers ask nobody who they are.
async fn attachment(
    State(discord): State<Discord>,
    Path((id, _)): Path<(u64, String)>,
) -> Result<Response, StatusCode> {
    let (file, moved, lost) = discord.change(|state| {
        state.fetched += 1;
        let file = state.handed_in.get(&id).cloned();
        (file, state.moved.take(), state.lost.take())
    });
    if let Some(status) = lost {
        return Err(status);
    }
    match moved {
        Some(moved) => Ok(Redirect::temporary(&moved).into_response()),
        None => Ok(file.ok_or(StatusCode::NOT_FOUND)?.into_response()),
    }
}

/// The fake a test holds. Dropping it with violations unread fails the test.
pub struct Fake {
    discord: Discord,
    secure: SocketAddr,
    finished: bool,
}

impl Deref for Fake {
    type Target = Discord;

    fn deref(&self) -> &Discord {
        &self.discord
    }
}

impl Fake {
    /// Starts a Discord of its own on two free ports of this machine: one for whoever comes by a proxy, which is
    /// the gateway as well, and one for whoever goes to Discord itself.
    pub async fn start() -> Fake {
        logs::capture();
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("a bound address");
        let discord = Discord::at(address);
        let app = Router::new()
            .route("/", get(upgrade))
            .route("/attachments/{id}/{name}", get(attachment))
            .fallback(answer)
            .layer(DefaultBodyLimit::max(LARGEST_BODY))
            .with_state(discord.clone());
        let direct = Secure::bind().await;
        let secure = direct.local_addr().expect("a bound address");
        let behind_tls = app.clone();
        tokio::spawn(async move { axum::serve(direct, behind_tls).await });
        tokio::spawn(async move { axum::serve(listener, app).await });
        Fake {
            discord,
            secure,
            finished: false,
        }
    }

    /// Lets `line` find this Discord where it looks for the true one, and trust it.
    pub fn reached_by(&self, line: ClientBuilder) -> ClientBuilder {
        secure::trust(self.found_by(line))
    }

    /// Lets `line` find this Discord, and nothing more.
    pub fn found_by(&self, line: ClientBuilder) -> ClientBuilder {
        secure::lead(line, self.secure)
    }

    /// Waits for open answers, then fails with every violation nobody expected.
    ///
    /// # Panics
    ///
    /// With the list of violations and of expectations that did not come true.
    #[track_caller]
    pub fn finish(mut self) -> impl Future<Output = ()> {
        let place = Location::caller();
        self.finished = true;
        async move {
            drop(timeout(LAST_CHANCE, self.until_answered()).await);
            let faults = self.all_faults();
            assert!(faults.is_empty(), "{place}:\n{}", faults.join("\n"));
        }
    }
}

impl Drop for Fake {
    fn drop(&mut self) {
        if self.finished || thread::panicking() {
            return;
        }
        let faults = self.all_faults();
        assert!(faults.is_empty(), "dropped unread:\n{}", faults.join("\n"));
    }
}

/// What a test arranges and reads.
impl Discord {
    /// What the bot takes for Discord: the `proxy` of serenity's `HttpBuilder`.
    pub fn base(&self) -> String {
        format!("http://{}", self.address())
    }

    /// The guild with this id; a new one has the bot in it, and everyone may read and write.
    pub fn guild(&self, id: u64) -> Guild {
        self.change(|state| state.world.add_guild(id));
        Guild::new(self.clone(), id)
    }

    /// The person of this name, new or known.
    pub fn user(&self, name: &str) -> Person {
        let id = self.change(|state| state.world.user_named(name));
        Person::new(self.clone(), id)
    }

    /// Says of every file handed in from now on that it has so many bytes.
    pub fn claims_size(&self, bytes: usize) {
        self.change(|state| state.claimed = Some(bytes));
    }

    /// Sends whoever fetches a file next to the same file under another `host` of this Discord.
    pub fn moves_file(&self, host: &str) {
        let port = self.address().port();
        self.change(|state| {
            let id = state.world.new_id();
            let words = b"visibility = \"public\"".to_vec();
            state.handed_in.insert(id, words);
            state.moved = Some(format!("http://{host}:{port}/attachments/{id}/moved"));
        });
    }

    /// Answers whoever fetches a file next with this status.
    pub fn loses_file(&self, status: u16) {
        let status = StatusCode::from_u16(status).expect("a status");
        self.change(|state| state.lost = Some(status));
    }

    /// Another hold on this Discord, for people who act on a task of their own.
    pub fn hold_on(&self) -> Discord {
        self.clone()
    }

    /// Waits no longer for answers that nobody gave.
    pub fn gives_up(&self) {
        self.change(|state| {
            let open = |interaction: &Interaction| interaction.unanswered().is_some();
            state
                .interactions
                .retain(|_, interaction| !open(interaction));
        });
    }

    /// How often somebody fetched a file that was handed in.
    pub fn fetched(&self) -> usize {
        self.look(|state| state.fetched)
    }

    /// A group conversation without the bot, where only its commands reach.
    pub fn private_channel(&self, people: &[&Person]) -> Channel {
        Channel::group(self.clone(), people)
    }

    /// How a person writes the bot's name: `<@900>`.
    pub fn mention(&self) -> String {
        format!("<@{BOT}>")
    }

    /// The bot's messages that everyone in `channel` sees, oldest first.
    pub fn messages(&self, channel: &Channel) -> Vec<Shown> {
        self.look(|state| {
            let public = state.messages.values().filter(|message| {
                let gone = message.deleted || message.thinking || message.only_for.is_some();
                message.channel == channel.id && message.author == BOT && !gone
            });
            public.map(Shown::of).collect()
        })
    }

    /// A message as it stands now, if it still does.
    pub fn message(&self, id: u64) -> Option<Shown> {
        self.look(|state| {
            let standing = state.messages.get(&id).filter(|message| !message.deleted);
            standing.map(Shown::of)
        })
    }

    /// How often the bot typed in `channel`.
    pub fn typing(&self, channel: &Channel) -> usize {
        self.look(|state| state.typing.iter().filter(|id| **id == channel.id).count())
    }

    pub fn requests(&self) -> Vec<Request> {
        self.look(|state| state.requests.clone())
    }

    /// The registered global commands, once there are any.
    pub fn commands(&self) -> Option<Vec<Value>> {
        self.look(|state| state.commands.registered(None).map(<[Value]>::to_vec))
    }

    /// The commands registered for one guild.
    pub fn guild_commands(&self, guild: u64) -> Option<Vec<Value>> {
        self.look(|state| {
            state
                .commands
                .registered(Some(guild))
                .map(<[Value]>::to_vec)
        })
    }

    /// The shards online, as `(which, of how many)`.
    pub fn online(&self) -> Vec<(u64, u64)> {
        self.look(|state| state.gateway.online())
    }

    /// How often the bot identified.
    pub fn identifies(&self) -> usize {
        self.look(|state| state.gateway.identifies())
    }

    /// How often the bot resumed.
    pub fn resumes(&self) -> usize {
        self.look(|state| state.gateway.resumes())
    }

    /// The codes the bot closed its connections with, in order.
    pub fn closes(&self) -> Vec<Option<u16>> {
        self.look(|state| state.gateway.closed.clone())
    }

    /// How many gateway connections were turned away.
    pub fn refused_lines(&self) -> usize {
        self.look(|state| state.gateway.refused)
    }

    /// How many heartbeats came.
    pub fn heartbeats(&self) -> usize {
        self.look(|state| state.gateway.heartbeats())
    }

    /// How many gateway connections were taken so far.
    pub fn opened_lines(&self) -> u64 {
        self.look(|state| state.gateway.opened_lines())
    }

    /// How many gateway connections are open.
    pub fn open_lines(&self) -> usize {
        self.look(|state| state.gateway.open_lines())
    }

    /// Waits until the bot is online and its commands stand.
    pub async fn ready(&self) {
        self.wait_for("the bot to be online", |d| {
            (!d.online().is_empty()).then_some(())
        })
        .await;
        self.wait_for("the commands to be registered", |d| d.commands().map(drop))
            .await;
    }

    /// Sends any event, exactly as written.
    pub fn dispatch(&self, event: &str, guild: Option<u64>, data: Value) {
        self.change(|state| state.gateway.dispatch(event, guild, data));
    }

    /// A violation with `text` in it must happen, and is then no failure.
    pub fn expects(&self, text: &str) {
        self.change(|state| state.expected.push(text.to_owned()));
    }

    /// The violations so far.
    pub fn violations(&self) -> Vec<String> {
        self.look(|state| state.violations.clone())
    }

    /// The violations so far, which count no longer.
    pub fn take_violations(&self) -> Vec<String> {
        self.change(|state| std::mem::take(&mut state.violations))
    }

    /// Waits for open answers, as long as somebody is there to give them.
    async fn until_answered(&self) {
        let settled = |discord: &Discord| {
            let open = discord.look(|state| state.open_answers());
            open.is_empty() || discord.open_lines() == 0
        };
        self.until(|discord| settled(discord).then_some(())).await;
    }

    /// Violations and disappointed expectations.
    fn all_faults(&self) -> Vec<String> {
        let lost = logs::logs().lost_events();
        let lost = lost.records().iter();
        self.look(|state| {
            let mut faults = state.violations.clone();
            faults.extend(state.open_answers());
            faults.extend(lost.map(|record| format!("lost an event: {}", record.text)));
            let fits = |expected: &String, fault: &String| fault.contains(expected.as_str());
            let missed = state
                .expected
                .iter()
                .filter(|e| !faults.iter().any(|f| fits(e, f)));
            let missed: Vec<String> = missed
                .map(|text| format!("expected, but it never came: {text}"))
                .collect();
            faults.retain(|fault| !state.expected.iter().any(|expected| fits(expected, fault)));
            faults.extend(missed);
            faults
        })
    }
}
