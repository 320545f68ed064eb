//! What the author changes while the bot serves.

use crate::fake::{Discord, TOKEN};
use crate::support::{Home, conversation, knowledge_of, written};
use serde_json::json;
use std::path::{Path, PathBuf};
use verbatim::bot::Bot;

/// A folder of this name with an article of these words.
fn article(name: &str, drops: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("renewal")
        .join(name);
    let text = format!(
        "# On Rain\n\n## 1. Clouds\n\nClouds gather water.\n\n## 2. Drops\n\n{drops}\n\n## Closing\n\nTake a coat.\n"
    );
    written(&dir.join("on-rain/article.md"), &text);
    dir
}

#[test]
fn what_the_author_changed_holds_at_once_and_old_buttons_keep_working() {
    conversation(async |c| {
        let alice = c.user("alice");
        let first = knowledge_of(&article("first", "Drops fall when they are heavy."));
        let second = knowledge_of(&article("second", "Drops drum on the roof."));
        let bot = Bot::new(first, Home::new().store().await, TOKEN);
        c.start_bot(bot).await;
        let before = alice.dm("section 2").reply().await;
        assert!(before.text().contains("when they are heavy"));
        c.knows(second);
        let after = alice.press(&before, "Contents").reply().await;
        assert!(after.text().contains("Drops"), "{}", after.text());
        let command = alice.slash(&alice.dms(), "ask", json!({ "question": "section 2" }));
        let after = command.reply().await;
        assert!(
            after.text().contains("drum on the roof"),
            "{}",
            after.text()
        );
        c.wait_for("the commands once more", |c: &Discord| {
            let told = c.requests().into_iter();
            let told = told.filter(|request| request.method == "PUT");
            (told.count() == 2).then_some(())
        })
        .await;
    });
}

/// Whoever reads on reads on, and whoever asked too much still did.
#[test]
fn nobody_is_forgotten_when_the_author_changes_something() {
    conversation(async |c| {
        let alice = c.user("alice");
        let content = article("remembered", "Drops fall when they are heavy.");
        let bot = Bot::new(knowledge_of(&content), Home::new().store().await, TOKEN);
        c.start_bot(bot).await;
        alice.dm("section 1").reply().await;
        c.knows(knowledge_of(&content));
        let next = alice.dm("next").reply().await;
        assert!(next.text().contains("Drops fall"), "{}", next.text());
    });
}
