//! The fake refuses what Discord refuses: for every rule a body that breaks it, and a neighbour
//! that does not.
//!
//! Nobody stands behind the gateway here; the tests speak REST themselves.

#[path = "../fake/mod.rs"]
mod fake;

mod bodies;
mod case;

mod commands;
mod components;
mod embeds;
mod forms;
mod guard;
mod interactions;
mod messages;
mod places;
