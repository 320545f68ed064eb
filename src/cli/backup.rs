//! `verbatim backup FILE`: a copy of what moderators chose, as it is at this moment.

use super::open;
use crate::config::Config;
use crate::store::{Location, back_up};
use clap::Args;
use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tokio::runtime::Builder;

#[derive(Debug, Args)]
pub(super) struct BackupArgs {
    /// The file to write, which must not exist; nobody but its owner may read it.
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

pub(super) fn run(operators: &Path, args: &BackupArgs) -> ExitCode {
    let config = match Config::load(operators) {
        Ok(config) => config,
        Err(mistakes) => {
            open::tell(&mistakes);
            return ExitCode::FAILURE;
        }
    };
    let url = env::var("DATABASE_URL").ok();
    let database = match Location::trusting(url.as_deref(), &config.database) {
        Ok(Location::File(database)) => database,
        Ok(postgres @ Location::Postgres(_)) => {
            eprintln!(
                "{postgres} has a tool of its own for this: pg_dump --format=custom --file={} \"$DATABASE_URL\".",
                args.file.display()
            );
            return ExitCode::FAILURE;
        }
        Err(error) => {
            eprintln!("{error}.");
            return ExitCode::FAILURE;
        }
    };
    let runtime = Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a thread of our own");
    match runtime.block_on(back_up(&database, &args.file)) {
        Ok(bytes) => {
            let (database, file) = (database.display(), args.file.display());
            println!("{database} is copied to {file}, {bytes} bytes.");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}.");
            ExitCode::FAILURE
        }
    }
}
