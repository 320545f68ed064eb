//! What a server costs, however little it asks: Discord tells us its channels and roles, and we look there for rights.

use crate::fake::Fake;
use crate::rolling::{Process, folder, settled, write_files};
use std::fs;

/// A server of a middling size.
const CHANNELS: usize = 40;
/// So many are enough for the rest of the program not to count.
const SERVERS: u64 = 1_000;
/// What one may cost at most, in bytes: a hundred thousand are five gigabytes then, over all processes.
const MOST: u64 = 50_000;

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_thousand_servers_need_little_memory() {
    write_files();
    let url = |name: &str| format!("sqlite:{}", folder().join(name).display());
    let alone = resident(0, &url("alone.db")).await;
    let crowded = resident(SERVERS, &url("crowded.db")).await;
    let each = crowded.saturating_sub(alone) / SERVERS;
    println!(
        "{alone} bytes without a server, {crowded} with {SERVERS} of {CHANNELS} channels: {each} each"
    );
    assert!(each < MOST, "{each} bytes each");
}

/// What the program holds once it heard of so many servers, in bytes.
async fn resident(servers: u64, url: &str) -> u64 {
    let fake = Fake::start().await;
    let mut last = None;
    for number in 0..servers {
        let guild = fake.guild((number + 2) << 22);
        for channel in 0..CHANNELS {
            last = Some(guild.channel(&format!("channel-{channel}")));
        }
    }
    let process = Process::start(&fake, url, "all");
    settled(&fake, 1, 1).await;
    let alice = fake.user("alice");
    alice.dm("section 2").reply().await;
    // Servers are told in their order: where the last one is answered, all are known.
    if let Some(last) = last {
        let question = serde_json::json!({ "question": "section 2" });
        alice.slash(&last, "ask", question).reply().await;
    }
    let status = fs::read_to_string(format!("/proc/{}/status", process.id()));
    let status = status.expect("a program that runs");
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let resident = resident.and_then(|line| line.trim().strip_suffix(" kB"));
    let resident: u64 = resident.and_then(|kb| kb.parse().ok()).expect("a size");
    process.stops().await;
    fake.finish().await;
    resident * 1_024
}
