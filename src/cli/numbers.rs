//! `verbatim numbers`: what people read and what the article lacks, without anybody's name.

use super::open;
use crate::config::Network;
use crate::content::phrases::FIRST_LANGUAGE;
use crate::reply::tally_lines;
use crate::store::{Day, Location, Tallied, Trouble, every_tally};
use std::env;
use std::fmt::Display;
use std::path::Path;
use std::process::ExitCode;
use time::{Date, OffsetDateTime};
use tokio::runtime::Builder;

pub(super) fn run(content: &Path, operators: &Path) -> ExitCode {
    let (knowledge, config) = match open::read(content, operators) {
        Ok(opened) => opened,
        Err(mistakes) => {
            open::tell(&mistakes);
            return ExitCode::FAILURE;
        }
    };
    let url = env::var("DATABASE_URL").ok();
    let location = match config.database_network {
        Network::Open => Location::chosen(url.as_deref(), &config.database),
        Network::Trusted => Location::trusting(url.as_deref(), &config.database),
    };
    let location = match location {
        Ok(location) => location,
        Err(error) => return failed(error),
    };
    let tallied = match read(&location) {
        Ok(tallied) => tallied,
        Err(trouble) => return failed(format!("{location}: {trouble}")),
    };
    let voice = knowledge.voice(FIRST_LANGUAGE);
    let weeks = knowledge.weeks(FIRST_LANGUAGE, tallied, written);
    if weeks.is_empty() {
        println!("{}", voice.say("tally-nothing"));
    }
    for week in &weeks {
        println!(
            "{}\n",
            tally_lines(voice, week, usize::MAX).replace("**", "")
        );
    }
    ExitCode::SUCCESS
}

fn failed(why: impl Display) -> ExitCode {
    eprintln!("{why}");
    ExitCode::FAILURE
}

fn read(location: &Location) -> Result<Vec<Tallied>, Trouble> {
    let runtime = Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a thread to run on");
    runtime.block_on(every_tally(location, OffsetDateTime::now_utc()))
}

/// The day as a date.
fn written(day: Day) -> String {
    let time = OffsetDateTime::from_unix_timestamp(day.begins());
    time.map_or_else(|_| day.0.to_string(), |time| Date::to_string(&time.date()))
}
