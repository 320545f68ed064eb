//! `verbatim invite`: the link that brings the bot into a server.

use crate::discord::{Token, invite_link};
use crate::watch::exit::CONFIGURATION;
use clap::Args;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(super) struct InviteArgs {
    /// The application's id; without it, the one that DISCORD_TOKEN belongs to.
    #[arg(long, value_name = "ID")]
    application: Option<u64>,
}

pub(super) fn run(args: &InviteArgs) -> ExitCode {
    let of_token = || Token::from_environment().ok()?.application();
    match args.application.or_else(of_token) {
        Some(application) => {
            println!("{}", invite_link(application));
            ExitCode::SUCCESS
        }
        None => {
            eprintln!(
                "Which application? Set DISCORD_TOKEN to the bot's token, or give --application with the id from the Developer Portal, page General Information."
            );
            ExitCode::from(CONFIGURATION.code)
        }
    }
}
