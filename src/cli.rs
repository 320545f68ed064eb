//! The command line: what an author, an operator or a curious person types.

mod ask;
mod backup;
mod batch;
mod check;
mod descriptors;
mod dump;
mod eval;
mod health;
mod import;
mod invite;
mod memory;
mod numbers;
mod open;
mod pipe;
mod print;
mod run;
mod r#try;
mod version;

use crate::config::FILE;
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Answers questions in an article's own words.
///
/// Words decide first; a small language model inside the program reads what they leave open. It never writes a word, and
/// nothing leaves the machine.
#[derive(Debug, Parser)]
#[command(name = "verbatim", about, arg_required_else_help = true)]
struct Cli {
    /// The author's folder.
    #[arg(long, global = true, default_value = "content", value_name = "DIR")]
    content: PathBuf,
    /// The operator's file.
    #[arg(
        long,
        global = true,
        default_value = FILE,
        value_name = "FILE"
    )]
    config: PathBuf,
    /// Say which version this is, of which commit, and which words it serves.
    #[arg(short = 'V', long)]
    version: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Answer on Discord, until ctrl-c or SIGTERM; the token comes from DISCORD_TOKEN.
    Run,
    /// Ask the bot that runs here whether it serves, by `[watch] address`.
    Health,
    /// Copy the file that keeps what moderators chose, also while the bot runs.
    Backup(backup::BackupArgs),
    /// Print the link that brings the bot into a server, with the least rights.
    Invite(invite::InviteArgs),
    /// Answer a question here, as Discord would show it.
    Ask(ask::AskArgs),
    /// Read everything in content/ and config/ and report every mistake.
    Check,
    /// Measure the answers to labelled questions (JSON Lines).
    Eval(eval::EvalArgs),
    /// Print what was read and missed, by week and part, from the bot's database; also while it runs.
    Numbers,
    /// Open a page on this machine that shows the reply to any question, and why, and follows your edits.
    Try(r#try::Args),
    /// Make an article of a text, word for word, or of each text in a folder.
    Import(import::ImportArgs),
}

/// Runs the command line and gives the exit code: 0 done, 1 mistakes in files, 2 wrong usage.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    if !matches!(cli.command, Some(Command::Run | Command::Try(_))) {
        pipe::end_with_reader();
    }
    let command = match cli.command {
        Some(command) if !cli.version => command,
        _ => return version::run(&cli.content),
    };
    match command {
        Command::Run => run::run(&cli.content, &cli.config),
        Command::Health => health::run(&cli.config),
        Command::Backup(args) => backup::run(&cli.config, &args),
        Command::Invite(args) => invite::run(&args),
        Command::Ask(args) => ask::run(&cli.content, &cli.config, &args),
        Command::Check => check::run(&cli.content, &cli.config),
        Command::Eval(args) => eval::run(&cli.content, &cli.config, &args),
        Command::Numbers => numbers::run(&cli.content, &cli.config),
        Command::Try(args) => r#try::run(&cli.content, &cli.config, args),
        Command::Import(args) => import::run(&cli.content, &args),
    }
}
