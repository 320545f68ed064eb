//! What may be written down: our own lines, and never a question.
//!
//! The library logs whole payloads when it cannot read one, and a panic's message may quote the text
//! it stumbled over. So only lines of this program pass, whatever the level or the environment say,
//! and a panic is told by its place alone.

use crate::config::{Config, Format, Level};
use std::io::{IsTerminal, stderr};
use std::panic;
use tracing::Subscriber;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::{MakeWriter, layer};
use tracing_subscriber::layer::{Layer, SubscriberExt};
use tracing_subscriber::registry;

/// The one source of lines: this crate.
const OURS: &str = env!("CARGO_PKG_NAME");

/// Writes the log to standard error as `config` says, and tells panics by their place.
pub fn install(config: &Config) {
    let subscriber = subscriber(config.level, config.format, stderr);
    // A test may have installed its own; then that one stays.
    drop(tracing::subscriber::set_global_default(subscriber));
    hush_panics();
}

/// What `install` installs, writing to `writer`.
pub fn subscriber<W>(level: Level, format: Format, writer: W) -> Box<dyn Subscriber + Send + Sync>
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let only_ours = Targets::new().with_target(OURS, filter(level));
    let lines = layer().with_writer(writer);
    let lines = match format {
        Format::Text => lines.with_ansi(stderr().is_terminal()).boxed(),
        Format::Json => lines.json().boxed(),
    };
    Box::new(registry().with(lines.with_filter(only_ours)))
}

/// Lets a panic say where it happened, and not a word more.
pub fn hush_panics() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        tracing::error!(place, "Something failed inside; please report its place.");
    }));
}

fn filter(level: Level) -> LevelFilter {
    match level {
        Level::Error => LevelFilter::ERROR,
        Level::Warn => LevelFilter::WARN,
        Level::Info => LevelFilter::INFO,
        Level::Debug => LevelFilter::DEBUG,
        Level::Trace => LevelFilter::TRACE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{self, Write};
    use std::sync::{Arc, Mutex};
    use tracing::subscriber::with_default;

    #[derive(Clone, Default)]
    struct Written(Arc<Mutex<Vec<u8>>>);

    impl Write for Written {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().expect("no panic here").write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// What is written by a source of this name.
    fn written(format: Format, lines: impl FnOnce()) -> String {
        let written = Written::default();
        let writer = written.clone();
        let subscriber = subscriber(Level::Trace, format, move || writer.clone());
        with_default(subscriber, lines);
        let bytes = written.0.lock().expect("no panic here").clone();
        String::from_utf8(bytes).expect("UTF-8")
    }

    #[test]
    fn only_our_own_lines_are_written() {
        for format in [Format::Text, Format::Json] {
            let told = written(format, || {
                tracing::error!(target: "serenity::gateway", "theirs");
                tracing::error!(target: "hyper", "theirs");
                tracing::trace!("ours");
            });
            assert!(told.contains("ours") && !told.contains("theirs"), "{told}");
        }
    }

    #[test]
    fn a_panic_tells_its_place_and_not_its_words() {
        let before = panic::take_hook();
        hush_panics();
        let told = written(Format::Text, || {
            let question = "why is he cold";
            assert!(panic::catch_unwind(|| panic!("{question}")).is_err());
        });
        panic::set_hook(before);
        assert!(told.contains("quiet.rs"), "{told}");
        assert!(!told.contains("cold"), "{told}");
    }
}
