//! One process that serves every shard shares only its settings.

use crate::database;
use crate::fake::Fake;
use crate::rolling::{Process, folder, settled, write_files};
use std::time::Duration;

#[tokio::test]
async fn what_is_asked_while_one_that_serves_them_all_is_replaced_is_answered() {
    let Some(url) = database("alone").await else {
        return;
    };
    write_files();
    let fake = Fake::start().await;
    let alice = fake.user("alice");
    let first = Process::start(&fake, &url, "all");
    settled(&fake, 1, 1).await;
    first.stops().await;
    let session = folder().join("verbatim.session");
    assert!(session.exists(), "it is kept");
    fake.pass(Duration::from_secs(5));
    let asked = alice.dm("section 2");
    let second = Process::start(&fake, &url, "all");
    settled(&fake, 1, 2).await;
    asked.reply().await;
    assert_eq!(fake.resumes(), 1);
    assert!(!session.exists(), "it goes on once");
    second.stops().await;
    fake.finish().await;
}
