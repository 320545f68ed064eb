//! The commands as Discord is told of them. People know them by heart: what stands in the snapshot changes on purpose
//! alone.

use crate::support::{bot_of, conversation, written};
use serde_json::json;
use std::path::Path;

/// In English, so that each sentence tells its key; the words of other languages have tests of their own.
#[test]
fn every_command_is_registered_as_it_was() {
    conversation(async |c| {
        let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("registered");
        let text = "# On Rain\n\n## 1. Clouds\n\nClouds gather water.\n\n## Closing\n\nBye.\n";
        written(&home.join("on-rain/article.md"), text);
        c.start_bot(bot_of(&home).await).await;
        let commands = c.commands().expect("registered");
        insta::assert_snapshot!(format!("{:#}", json!(commands)));
    });
}
