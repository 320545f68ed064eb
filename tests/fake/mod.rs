//! A fake Discord inside the test process: gateway and REST on one loopback port.
//!
//! A test builds a small world, starts the bot against `fake.base()`, lets people talk, and reads
//! what they would see. The fake refuses whatever Discord refuses. Each refusal that is the bot's
//! fault is kept as a violation, and `fake.finish().await` fails the test with all of them.
//!
//!     let fake = Fake::start().await;
//!     let general = fake.guild(500).channel("general");
//!     let alice = fake.user("alice");
//!     start_the_bot(fake.base());
//!     let asked = alice.slash(&general, "ask", json!({ "question": "what is Veto?" }));
//!     let reply = asked.reply().await;
//!     assert_eq!(reply.text(), "…");
//!     fake.finish().await;
//!
//! The test owns the clock: `fake.pass(…)` moves Discord's deadlines without waiting for them.
//!
//! The rules come from Discord's documentation, its OpenAPI description and two laws of our own:
//! each message names whom it may ping (nobody), and no event is lost in the parser.

#![allow(dead_code, reason = "each test binary uses another part of the fake")]
#![allow(
    unused_imports,
    reason = "each test binary names other parts of the fake"
)]

// What is true.
mod clock;
mod logs;
mod permissions;
mod world;

// What may be said.
mod rules;
mod spec;

// What was said.
mod discord;
mod faults;
mod message;
mod payloads;

// How the bot reaches us.
mod commands;
mod gateway;
mod interaction;
mod lookups;
mod multipart;
mod outcome;
mod posts;
mod proxy;
mod quota;
mod rest;
mod secure;
mod socket;

// How a test speaks.
mod exchange;
mod handle;
mod person;
mod place;
mod shown;

pub use discord::Discord;
pub use exchange::{Choice, Exchange, Modal};
pub use faults::{Break, Held, Welcome};
pub use handle::Fake;
pub use logs::{Logs, Record, logs};
pub use person::{Install, Person};
pub use place::{Channel, Guild};
pub use proxy::Proxy;
pub use rest::Request;
pub use rules::{Carrier, check_message};
pub use shown::{Button, File, Select, Shown};
pub use world::{APPLICATION, BOT, TOKEN};
