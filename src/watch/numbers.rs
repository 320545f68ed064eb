//! What is counted, in the form that Prometheus reads.

use super::tally;
use metrics::{Unit, set_global_recorder};
use metrics::{counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use std::time::Duration;

const REQUESTS: &str = "verbatim_requests_total";
const FOUND: &str = "verbatim_answers_total";
const CARDS: &str = "verbatim_care_cards_total";
const REFUSALS: &str = "verbatim_refusals_total";
const ANSWERED: &str = "verbatim_time_to_callback_seconds";
const REST_ERRORS: &str = "verbatim_rest_errors_total";
const REST_RETRIES: &str = "verbatim_rest_retries_total";
const RECONNECTS: &str = "verbatim_gateway_reconnects_total";
const SHARDS: &str = "verbatim_shards";
const STANDING: &str = "verbatim_shards_standing";
const STORE_ERRORS: &str = "verbatim_store_errors_total";
const MEMORY: &str = "verbatim_resident_memory_bytes";

/// Where the time to an answer is told apart: from what nobody feels to the three seconds after which Discord takes no
/// answer. In seconds.
const BUCKETS: &[f64] = &[
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0,
];

/// Begins to count, and gives a hold on the counts; without this every count is dropped where it is made. A process counts
/// once: a second hold would stay empty.
pub(super) fn begin() -> PrometheusHandle {
    let answered = Matcher::Full(ANSWERED.to_owned());
    let recorder = PrometheusBuilder::new()
        .set_buckets_for_metric(answered, BUCKETS)
        .expect("there are buckets")
        .build_recorder();
    let handle = recorder.handle();
    if set_global_recorder(recorder).is_ok() {
        describe();
    }
    handle
}

fn describe() {
    describe_counter!(
        REQUESTS,
        "What was asked of the bot, by doorway and by what came of it."
    );
    describe_counter!(FOUND, "What questions met, cards among them.");
    describe_counter!(CARDS, "Care cards shown.");
    describe_counter!(REFUSALS, "Requests refused, by reason.");
    describe_histogram!(
        ANSWERED,
        Unit::Seconds,
        "From an interaction's arrival until Discord took the answer."
    );
    describe_counter!(
        REST_ERRORS,
        "Requests that Discord did not take, by its status or by what went wrong."
    );
    describe_counter!(
        REST_RETRIES,
        "Requests that Discord did not take and that were sent once more, by its status or by what went wrong."
    );
    describe_counter!(
        RECONNECTS,
        "Connections to Discord's gateway that ended, by reason."
    );
    describe_gauge!(
        SHARDS,
        "Connections to Discord's gateway that there should be."
    );
    describe_gauge!(STANDING, "Connections to Discord's gateway that stand.");
    describe_counter!(
        STORE_ERRORS,
        "Times the database failed, reading or writing."
    );
    describe_gauge!(
        MEMORY,
        Unit::Bytes,
        "Memory of the program that lies in the machine's."
    );
}

/// Counts a request that came by `doorway` and what came of it.
pub fn asked(doorway: &'static str, outcome: &'static str) {
    tally::REQUESTS.count();
    counter!(REQUESTS, "doorway" => doorway, "outcome" => outcome).increment(1);
}

/// Counts what a question met.
pub fn found(answer: &'static str) {
    counter!(FOUND, "answer" => answer).increment(1);
}

/// Counts a care card, and nothing of what it was for.
pub fn card() {
    tally::CARDS.count();
    counter!(CARDS).increment(1);
}

/// Counts a refusal.
pub fn refused(reason: &'static str) {
    tally::REFUSALS.count();
    counter!(REFUSALS, "reason" => reason).increment(1);
}

/// Notes how long an interaction waited until Discord had taken its answer.
pub fn answered(after: Duration) {
    histogram!(ANSWERED).record(after.as_secs_f64());
}

/// Counts a request that Discord did not take; `status` is its own or, without one, what went wrong.
pub fn undelivered(status: String) {
    tally::REST_ERRORS.count();
    counter!(REST_ERRORS, "status" => status).increment(1);
}

/// Counts a request that is sent once more; `status` is what [`undelivered`] would be told.
pub fn retried(status: String) {
    counter!(REST_RETRIES, "status" => status).increment(1);
}

/// Counts a connection to the gateway that ended.
pub fn reconnecting(reason: &'static str) {
    tally::RECONNECTS.count();
    counter!(RECONNECTS, "reason" => reason).increment(1);
}

/// Notes how often the database has failed.
pub(super) fn store_failures(doing: &'static str, times: u64) {
    counter!(STORE_ERRORS, "doing" => doing).absolute(times);
}

/// Notes how many connections stand, of those that should.
pub(super) fn shards(standing: u32, wanted: u32) {
    gauge!(SHARDS).set(wanted);
    gauge!(STANDING).set(standing);
}

/// Notes how much memory the program holds now, where the system tells.
pub(super) fn memory() {
    if let Some(bytes) = resident() {
        gauge!(MEMORY).set(bytes as f64);
    }
}

/// What the program holds in the machine's memory, in bytes; Linux alone tells.
pub(super) fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let resident = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: u64 = resident.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kilobytes * 1024)
}
