//! `verbatim run`: answers on Discord until it is stopped.

use super::{descriptors, dump, memory, open};
use crate::discord::{self, Signals};
use crate::watch::exit::CONFIGURATION;
use std::path::Path;
use std::process::ExitCode;

pub(super) fn run(content: &Path, operators: &Path) -> ExitCode {
    dump::leave_none();
    descriptors::raise();
    memory::keep_little();
    let signals = Signals::hear();
    let opened = signals.during(|| open::read(content, operators));
    let (knowledge, config) = match opened {
        Ok(opened) => opened,
        Err(mistakes) => {
            open::tell(&mistakes);
            return ExitCode::from(CONFIGURATION.code);
        }
    };
    memory::give_back_often();
    discord::quiet::install(&config);
    let (folder, file) = (content.to_owned(), operators.to_owned());
    let anew = move || {
        let read = open::read(&folder, &file);
        memory::give_back();
        read
    };
    match discord::run(signals, knowledge, &config, anew, content) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            eprintln!("{stop}");
            ExitCode::from(stop.code())
        }
    }
}
