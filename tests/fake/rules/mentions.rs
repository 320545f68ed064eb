//! Our own law: a message says itself that it pings nobody.

use super::{Findings, list};
use serde_json::Value;

/// Holds `allowed_mentions` of a message body against the law.
///
/// Without the field an interaction answer pings every user it names, and a plain message roles
/// and everyone too (resources/message, "Allowed Mentions Object"). What we quote is not ours, so
/// each body must carry `"parse": []`, whether or not it holds a mention.
pub fn check_mentions(body: &Value) -> Vec<String> {
    let mut findings = Findings::default();
    let allowed = &body["allowed_mentions"];
    let named = ["users", "roles"]
        .iter()
        .any(|key| !list(allowed, key).is_empty());
    let parses_nothing = allowed["parse"].as_array().is_some_and(Vec::is_empty);
    findings.require(
        parses_nothing,
        "allowed_mentions",
        "must be present with `\"parse\": []`",
    );
    findings.require(!named, "allowed_mentions", "must name nobody to ping");
    findings.into_vec()
}
