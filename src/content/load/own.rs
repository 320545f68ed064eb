//! The author's files that the program carries in every language, so that a folder with nothing but an article still answers.
//!
//! `build.rs` finds them, and puts the first language first.

include!(concat!(env!("OUT_DIR"), "/own.rs"));
