//! REST: takes in each request, holds it against the rules, and finds who answers it.

use super::discord::{Discord, State};
use super::faults::Hold;
use super::interaction::is_ours;
use super::multipart;
use super::outcome::{Outcome, Refused};
use super::quota::{Left, tell_refusal};
use super::shown::File;
use super::spec;
use super::world::{APPLICATION, BOT, TOKEN};
use axum::Json;
use axum::body::{Body, Bytes};
use axum::extract::State as Extract;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use futures::stream::once;
use serde_json::Value;
use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::sync::watch;

const API: &str = "/api/v10";

/// One request as it came.
#[derive(Clone, Debug)]
pub struct Request {
    pub at: Duration,
    pub method: String,
    /// Without the host, the version and the query.
    pub path: String,
    pub query: String,
    pub body: Value,
    pub files: Vec<File>,
    /// What Discord's description finds wrong with the body.
    pub misshapen: Vec<String>,
    /// Why the body could not be read at all.
    pub unreadable: Option<String>,
    /// What it was answered with.
    pub status: u16,
}

impl Request {
    /// Refuses the body with `faults`, or with what the description finds.
    ///
    /// Our own rules go first: they name what is wrong more clearly.
    pub fn refuse(&self, faults: Vec<String>) -> Result<(), Refused> {
        if !faults.is_empty() {
            Err(Refused::form(faults))
        } else if !self.misshapen.is_empty() {
            Err(Refused::form(self.misshapen.clone()))
        } else {
            Ok(())
        }
    }

    fn segments(&self) -> Vec<&str> {
        self.path.trim_matches('/').split('/').collect()
    }
}

impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {} {} -> {}",
            self.method, self.path, self.body, self.status
        )
    }
}

pub async fn answer(
    Extract(discord): Extract<Discord>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let faults = header_faults(&headers);
    let request = read(discord.now(), &method, &uri, &headers, &body);
    let address = discord.address();
    let (status, body, left, cut) = discord.change(|state| {
        let cut = state
            .faults
            .take_cut(&request.method, &request.path)
            .is_some();
        faults.into_iter().for_each(|fault| state.violation(fault));
        let charged = state.charge(request.at, &request.path);
        let (status, body) = match charged {
            Ok(_) => state.take(request, address),
            Err(left) => state.turn_away(request, left),
        };
        let (Ok(left) | Err(left)) = charged.map_err(Some);
        (status, body, left, cut)
    });
    if cut {
        // The line ends with the body's first piece, and the head was waiting for it.
        let hangs_up = once(async { Err::<Vec<u8>, _>(io::Error::other("cut off")) });
        return Body::from_stream(hangs_up).into_response();
    }
    let gates = discord.look(|state| gates(&state.faults.holds, uri.path()));
    for mut gate in gates {
        // A gate whose keeper is gone stands open.
        drop(gate.wait_for(|open| *open).await);
    }
    respond(status, body, left)
}

impl State {
    fn turn_away(&mut self, mut request: Request, left: Left) -> (u16, Value) {
        let (method, path) = (&request.method, &request.path);
        self.violation(format!(
            "{method} {path}: sooner than the last answer allows"
        ));
        request.status = 429;
        self.requests.push(request);
        (429, left.refusal())
    }

    fn take(&mut self, mut request: Request, address: SocketAddr) -> (u16, Value) {
        if let Some(canned) = self.faults.take_canned(&request.method, &request.path) {
            request.status = canned.status;
            self.requests.push(request);
            return (canned.status, canned.body);
        }
        let outcome = match &request.unreadable {
            Some(fault) => Err(Refused::form(vec![fault.clone()])),
            None => self.route(&request, address),
        };
        let (status, body) = self.judge(&request, outcome);
        request.status = status;
        self.requests.push(request);
        (status, body)
    }

    fn judge(&mut self, request: &Request, outcome: Outcome) -> (u16, Value) {
        match outcome {
            Ok(Value::Null) => (204, Value::Null),
            Ok(body) => (200, body),
            Err(refused) => {
                let body = refused.json();
                for fault in refused.faults {
                    self.violation(format!("{} {}: {fault}", request.method, request.path));
                }
                (refused.status, body)
            }
        }
    }

    fn route(&mut self, request: &Request, address: SocketAddr) -> Outcome {
        let segments = request.segments();
        match (request.method.as_str(), segments.as_slice()) {
            ("GET", ["gateway"] | ["gateway", "bot"]) => self.gateway_bot(address),
            ("GET", ["users", "@me"]) => self.get_user(BOT),
            ("GET", ["users", user]) => self.get_user(id(user)),
            ("POST", ["users", "@me", "channels"]) => self.open_conversation(request),
            (_, ["applications", ..]) => self.route_application(request, &segments),
            ("GET", ["oauth2", "applications", "@me"]) => self.application(),
            ("POST", ["interactions", of, token, "callback"]) => {
                self.callback(request, id(of), token)
            }
            (_, ["webhooks", application, token, rest @ ..]) if is_ours(application) => {
                self.route_webhook(request, token, rest)
            }
            (_, ["channels", channel, rest @ ..]) => self.route_channel(request, id(channel), rest),
            ("GET", ["guilds", guild, rest @ ..]) => self.route_guild(id(guild), rest),
            _ => unknown_route(),
        }
    }

    fn route_application(&mut self, request: &Request, segments: &[&str]) -> Outcome {
        let ours = APPLICATION.to_string();
        let (guild, rest) = match segments {
            ["applications", "@me"] => return self.application(),
            ["applications", of, "commands", rest @ ..] if *of == ours => (None, rest),
            ["applications", of, "guilds", guild, "commands", rest @ ..] if *of == ours => {
                (Some(id(guild)), rest)
            }
            _ => return unknown_route(),
        };
        match (request.method.as_str(), rest) {
            ("GET", []) => self.list_commands(guild),
            ("PUT", []) => self.overwrite_commands(request, guild),
            ("POST", []) => self.add_command(request, guild),
            ("DELETE", [command]) => self.delete_command(guild, command),
            _ => unknown_route(),
        }
    }

    fn route_webhook(&mut self, request: &Request, token: &str, rest: &[&str]) -> Outcome {
        match (request.method.as_str(), rest) {
            ("POST", []) => self.followup(request, token),
            ("GET", ["messages", which]) => self.get_answer(request, token, which),
            ("PATCH", ["messages", which]) => self.edit_answer(request, token, which),
            ("DELETE", ["messages", which]) => self.delete_answer(request, token, which),
            _ => unknown_route(),
        }
    }

    fn route_channel(&mut self, request: &Request, channel: u64, rest: &[&str]) -> Outcome {
        match (request.method.as_str(), rest) {
            ("GET", []) => self.get_channel(channel),
            ("POST", ["typing"]) => self.type_in(request, channel),
            ("GET", ["messages"]) => self.list_messages(channel),
            ("POST", ["messages"]) => self.post(request, channel),
            ("GET", ["messages", message]) => self.get_message(channel, id(message)),
            ("PATCH", ["messages", message]) => self.edit_post(request, channel, id(message)),
            ("DELETE", ["messages", message]) => self.delete_post(channel, id(message)),
            _ => unknown_route(),
        }
    }

    fn route_guild(&self, guild: u64, rest: &[&str]) -> Outcome {
        match rest {
            [] => self.get_guild(guild),
            ["channels"] => self.guild_channels(guild),
            ["roles"] => self.guild_roles(guild),
            ["members", user] => self.guild_member(guild, id(user)),
            ["auto-moderation", "rules"] => self.automod_rules(guild),
            _ => unknown_route(),
        }
    }
}

fn unknown_route() -> Outcome {
    Err(Refused::fault(404, 0, "no such route"))
}

fn read(at: Duration, method: &Method, uri: &Uri, headers: &HeaderMap, body: &[u8]) -> Request {
    let path = uri.path();
    let mut request = Request {
        at,
        method: method.to_string(),
        path: path.strip_prefix(API).unwrap_or(path).to_owned(),
        query: uri.query().unwrap_or_default().to_owned(),
        body: Value::Null,
        files: Vec::new(),
        misshapen: Vec::new(),
        unreadable: None,
        status: 0,
    };
    match parsed(headers, body) {
        Ok((json, files)) => {
            request.misshapen = spec::check(&request.method, &request.segments(), &json);
            (request.body, request.files) = (json, files);
        }
        Err(fault) => request.unreadable = Some(fault),
    }
    request
}

fn parsed(headers: &HeaderMap, body: &[u8]) -> Result<(Value, Vec<File>), String> {
    if body.is_empty() {
        return Ok((Value::Null, Vec::new()));
    }
    match header(headers, "content-type") {
        kind if kind.starts_with("multipart/form-data") => multipart::parts(kind, body),
        "application/json" => serde_json::from_slice(body)
            .map(|json| (json, Vec::new()))
            .map_err(|error| format!("the body is no JSON: {error}")),
        kind => Err(format!("a body of type `{kind}`")),
    }
}

fn header_faults(headers: &HeaderMap) -> Vec<String> {
    let mut faults = Vec::new();
    if header(headers, "authorization") != format!("Bot {TOKEN}") {
        faults.push("a request without `Authorization: Bot tok`".to_owned());
    }
    let agent = header(headers, "user-agent");
    let inner = agent
        .strip_prefix("DiscordBot (")
        .and_then(|agent| agent.split_once(')'));
    if !inner.is_some_and(|(inner, _)| inner.contains(", ")) {
        faults.push(format!(
            "User-Agent `{agent}` is not `DiscordBot (url, version)`"
        ));
    }
    faults
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    let value = headers.get(name).and_then(|value| value.to_str().ok());
    value.unwrap_or_default()
}

fn gates(holds: &[Hold], path: &str) -> Vec<watch::Receiver<bool>> {
    let path = path.strip_prefix(API).unwrap_or(path);
    let fitting = holds.iter().filter(|hold| hold.fits(path));
    fitting.map(|hold| hold.gate.clone()).collect()
}

fn respond(status: u16, body: Value, left: Option<Left>) -> Response {
    let status = StatusCode::from_u16(status).expect("a status of ours");
    let mut headers = HeaderMap::new();
    tell_refusal(&body, &mut headers);
    if let Some(left) = left {
        left.tell(&mut headers);
    }
    match body {
        Value::Null => (status, headers).into_response(),
        body => (status, headers, Json(body)).into_response(),
    }
}

fn id(text: &str) -> u64 {
    text.parse().unwrap_or_default()
}
