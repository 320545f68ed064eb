//! A proxy before Discord that keeps its limits for several processes at once, as nirn-proxy and twilight-http-proxy do.
//!
//! Whoever is told of it asks it for the very path that Discord would be asked for. It lets one request of a kind go at a
//! time, holds the next one back for as long as the last answer says, and hands on what Discord answers as it is.
//!
//! Source: the README of nirn-proxy ("Behaviour"), `handle_request` of twilight-http-proxy.

use super::discord::Discord;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Mutex as Turns;
use tokio::time::{Instant, sleep_until};

/// What every path begins with, as at Discord itself.
const API: &str = "/api/v10/";

/// The proxy, as long as its Discord lives.
#[derive(Clone)]
pub struct Proxy {
    address: SocketAddr,
    discord: Discord,
    line: reqwest::Client,
    /// When the next request of a kind may go. Whoever holds one is on its way.
    kinds: Arc<Mutex<BTreeMap<String, Arc<Turns<Instant>>>>>,
}

impl Proxy {
    /// Starts one before `discord`.
    pub async fn before(discord: &Discord) -> Proxy {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let line = reqwest::Client::builder().no_proxy().build();
        let proxy = Proxy {
            address: listener.local_addr().expect("a bound address"),
            discord: discord.clone(),
            line: line.expect("a client"),
            kinds: Arc::default(),
        };
        let app = Router::new().fallback(pass).with_state(proxy.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        proxy
    }

    /// What an operator writes as `[discord] proxy`.
    pub fn base(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The turns of what stands under the same first name of a path: so far the fake's limits reach.
    fn turns(&self, path: &str) -> Arc<Turns<Instant>> {
        let kind = path.split('/').next().unwrap_or_default().to_owned();
        let mut kinds = self.kinds.lock().unwrap_or_else(PoisonError::into_inner);
        let first = || Arc::new(Turns::new(Instant::now()));
        Arc::clone(kinds.entry(kind).or_insert_with(first))
    }
}

async fn pass(
    State(proxy): State<Proxy>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let Some(path) = uri.path().strip_prefix(API) else {
        let what = format!("proxy: {method} {} is no path of Discord's", uri.path());
        proxy.discord.change(|state| state.violation(what));
        return StatusCode::NOT_IMPLEMENTED.into_response();
    };
    let turns = proxy.turns(path);
    let mut next = turns.lock().await;
    sleep_until(*next).await;
    let url = format!("{}{uri}", proxy.discord.base());
    let request = proxy.line.request(method, url).headers(headers).body(body);
    let Ok(answer) = request.send().await else {
        return StatusCode::BAD_GATEWAY.into_response();
    };
    if let Some(pause) = pause(answer.headers()) {
        *next = Instant::now() + pause;
    }
    let (status, headers) = (answer.status(), answer.headers().clone());
    let body = answer.bytes().await.unwrap_or_default();
    (status, headers, Body::from(body)).into_response()
}

/// How long the next request has to wait, if the last answer says so.
fn pause(headers: &HeaderMap) -> Option<Duration> {
    let number = |name: &str| -> Option<f64> { headers.get(name)?.to_str().ok()?.parse().ok() };
    let none_left = number("x-ratelimit-remaining") == Some(0.0);
    let reset = number("x-ratelimit-reset-after").filter(|_| none_left);
    Duration::try_from_secs_f64(number("retry-after").or(reset)?).ok()
}
