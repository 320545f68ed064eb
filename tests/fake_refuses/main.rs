//! The fake refuses what Discord refuses: for every rule a body that breaks it, and a neighbour
//! that does not.
//!
//! Most tests speak REST themselves, with nobody behind the gateway. In `conversations` and
//! `gateway` a tiny bot shows that serenity reads what the fake sends.

#[path = "../fake/mod.rs"]
mod fake;

mod bodies;
mod case;
mod tiny_bot;

mod commands;
mod components;
mod conversations;
mod embeds;
mod forms;
mod gateway;
mod guard;
mod interactions;
mod lines;
mod messages;
mod places;
