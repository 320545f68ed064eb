//! What a supervisor, a balancer or Prometheus asks over HTTP.

use super::numbers;
use super::vitals::Vitals;
use crate::store::Store;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use metrics_exporter_prometheus::PrometheusHandle;
use std::convert::Infallible;
use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::time::interval;

/// What is served at the operator's address: `/healthz`, `/readyz` and `/metrics`.
#[derive(Debug)]
pub struct Page {
    listener: TcpListener,
    numbers: PrometheusHandle,
}

/// What the pages show.
#[derive(Clone)]
struct Shown {
    vitals: Arc<Vitals>,
    store: Store,
    numbers: PrometheusHandle,
}

/// Why the page cannot be served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageError {
    address: SocketAddr,
    why: String,
}

/// The form in which Prometheus reads numbers.
const PROMETHEUS: &str = "text/plain; version=0.0.4";

/// How often the samples of a histogram are put into its buckets, so that they do not pile up where nobody asks.
const ROUND: Duration = Duration::from_secs(5);

impl Page {
    /// Listens at `address`, and begins to count.
    ///
    /// # Errors
    ///
    /// The address cannot be had.
    pub async fn open(address: SocketAddr) -> Result<Page, PageError> {
        let refused = |error: io::Error| PageError {
            address,
            why: error.to_string(),
        };
        let listener = TcpListener::bind(address).await.map_err(refused)?;
        let numbers = numbers::begin();
        Ok(Page { listener, numbers })
    }

    /// Serves until the program ends.
    pub async fn serve(self, vitals: Arc<Vitals>, store: Store) {
        let Page { listener, numbers } = self;
        let tidied = numbers.clone();
        let pages = Router::new()
            .route("/healthz", get("The program runs.\n"))
            .route("/readyz", get(ready))
            .route("/metrics", get(told))
            .with_state(Shown {
                vitals,
                store,
                numbers,
            });
        tokio::select! {
            _ = axum::serve(listener, pages) => (),
            never = tidy(tidied) => match never {},
        }
    }
}

/// Whether the program serves.
async fn ready(State(shown): State<Shown>) -> (StatusCode, String) {
    match shown.vitals.missing(&shown.store) {
        None => (StatusCode::OK, "The bot serves.\n".to_owned()),
        Some(missing) => (
            StatusCode::SERVICE_UNAVAILABLE,
            format!("Not ready: {missing}.\n"),
        ),
    }
}

/// Every number, as it is now.
async fn told(State(shown): State<Shown>) -> impl IntoResponse {
    let failures = shown.store.failures();
    numbers::store_failures("reading", failures.reading);
    numbers::store_failures("writing", failures.writing);
    numbers::memory();
    ([(CONTENT_TYPE, PROMETHEUS)], shown.numbers.render())
}

async fn tidy(numbers: PrometheusHandle) -> Infallible {
    let mut rounds = interval(ROUND);
    loop {
        rounds.tick().await;
        numbers.run_upkeep();
    }
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let PageError { address, why } = self;
        write!(
            f,
            "Nothing can be served at {address}: {why}; choose another address under [watch] in config/verbatim.toml, or leave it out"
        )
    }
}

impl std::error::Error for PageError {}
