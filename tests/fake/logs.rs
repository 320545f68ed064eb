//! Everything logged in this process, kept for the tests that read it.
//!
//! Tests of one process share the subscriber, so each record carries the runtime it was written
//! in: a test sees its own records and nobody else's.

use std::collections::HashMap;
use std::fmt::{Debug, Write};
use std::sync::{LazyLock, Mutex, MutexGuard, Once, PoisonError};
use tokio::runtime::{Handle, Id};
use tracing::field::{Field, Visit};
use tracing::span::Attributes;
use tracing::{Event, Level, Metadata, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::registry;

/// Where serenity warns of a frame it could not read at all.
const PARSER: &str = "serenity::gateway::ws";
/// Where it mentions, no louder than DEBUG, an event whose fields it could not read.
const DISPATCH: &str = "serenity::client::dispatch";
const UNKNOWN: &str = "An unknown event was received";
/// Where the bot warns of the same.
const EVENTS_OF_OURS: &str = "verbatim::discord::gateway::events";
/// Every event the fake sends by itself; among these serenity may call none unknown.
const EVENTS: &[&str] = &[
    "CHANNEL_UPDATE",
    "GUILD_CREATE",
    "GUILD_DELETE",
    "INTERACTION_CREATE",
    "MESSAGE_CREATE",
    "MESSAGE_DELETE",
    "MESSAGE_UPDATE",
    "READY",
    "RESUMED",
    "THREAD_UPDATE",
];

/// The records of the current test.
pub fn logs() -> Logs {
    capture();
    let records = kept().get(&runtime()).cloned().unwrap_or_default();
    Logs(records)
}

/// Installs the capture; only the first call does something.
pub fn capture() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let subscriber = registry().with(Capture);
        // Another subscriber may stand already; then `logs()` stays empty.
        drop(tracing::subscriber::set_global_default(subscriber));
    });
}

/// One event or one opened span.
#[derive(Clone, Debug)]
pub struct Record {
    pub level: Level,
    pub target: String,
    /// The message and then every field as `name=value`; of a span, its name and its fields.
    pub text: String,
}

#[derive(Clone, Debug, Default)]
pub struct Logs(Vec<Record>);

impl Logs {
    pub fn contains(&self, text: &str) -> bool {
        self.0.iter().any(|record| record.text.contains(text))
    }

    /// Only the records whose target starts with `target`.
    pub fn of(&self, target: &str) -> Logs {
        let matching = |record: &&Record| record.target.starts_with(target);
        Logs(self.0.iter().filter(matching).cloned().collect())
    }

    /// Only the records at `level` or worse.
    pub fn at_least(&self, level: Level) -> Logs {
        let severe = |record: &&Record| record.level <= level;
        Logs(self.0.iter().filter(severe).cloned().collect())
    }

    pub fn records(&self) -> &[Record] {
        &self.0
    }

    /// What could not be read. Such an event never reaches the bot's doors.
    pub fn lost_events(&self) -> Logs {
        let mut lost = self.of(PARSER).at_least(Level::WARN);
        lost.0
            .extend(self.of(EVENTS_OF_OURS).at_least(Level::WARN).0);
        let unknown = self.of(DISPATCH).0.into_iter().filter(is_ours_unknown);
        lost.0.extend(unknown);
        lost
    }
}

fn is_ours_unknown(record: &Record) -> bool {
    let named = |event: &str| record.text.contains(&format!("kind: \"{event}\""));
    record.text.starts_with(UNKNOWN) && EVENTS.iter().any(|event| named(event))
}

struct Capture;

impl<S: Subscriber> Layer<S> for Capture {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut text = Text::default();
        event.record(&mut text);
        keep(event.metadata(), text.0);
    }

    fn on_new_span(&self, span: &Attributes<'_>, _: &tracing::Id, _: Context<'_, S>) {
        let mut text = Text(span.metadata().name().to_owned());
        span.record(&mut text);
        keep(span.metadata(), text.0);
    }
}

#[derive(Default)]
struct Text(String);

impl Visit for Text {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if !self.0.is_empty() {
            self.0.push(' ');
        }
        let written = match field.name() {
            "message" => write!(self.0, "{value:?}"),
            name => write!(self.0, "{name}={value:?}"),
        };
        written.expect("a string takes everything");
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.record_debug(field, &format_args!("{value}"));
    }
}

type Kept = HashMap<Option<Id>, Vec<Record>>;

fn keep(metadata: &Metadata<'_>, text: String) {
    let record = Record {
        level: *metadata.level(),
        target: metadata.target().to_owned(),
        text,
    };
    kept().entry(runtime()).or_default().push(record);
}

fn kept() -> MutexGuard<'static, Kept> {
    static KEPT: LazyLock<Mutex<Kept>> = LazyLock::new(Mutex::default);
    KEPT.lock().unwrap_or_else(PoisonError::into_inner)
}

fn runtime() -> Option<Id> {
    Handle::try_current().ok().map(|handle| handle.id())
}
