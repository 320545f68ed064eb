//! `verbatim health`: whether the bot that runs here serves. A container has nothing else in it that could ask.

use super::open;
use crate::config::Config;
use std::io::{self, Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

/// Whoever lives answers at once.
const PATIENCE: Duration = Duration::from_secs(3);

pub(super) fn run(operators: &Path) -> ExitCode {
    let config = match Config::load(operators) {
        Ok(config) => config,
        Err(mistakes) => {
            open::tell(&mistakes);
            return ExitCode::FAILURE;
        }
    };
    let Some(address) = config.watch else {
        eprintln!(
            "Nobody can ask: set address under [watch] in {}.",
            operators.display()
        );
        return ExitCode::FAILURE;
    };
    match asked(here(address)) {
        Ok(answer) => {
            let words = answer.split_once("\r\n\r\n").map_or("", |(_, words)| words);
            print!("{words}");
            match serves(&answer) {
                true => ExitCode::SUCCESS,
                false => ExitCode::FAILURE,
            }
        }
        Err(error) => {
            eprintln!("Nobody answers at {address}: {error}.");
            ExitCode::FAILURE
        }
    }
}

/// Where whoever listens at `address` is reached from this machine: one that stands for all of them is none to call.
fn here(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

/// What `/readyz` answers, as it comes.
fn asked(address: SocketAddr) -> io::Result<String> {
    let mut line = TcpStream::connect_timeout(&address, PATIENCE)?;
    line.set_read_timeout(Some(PATIENCE))?;
    line.set_write_timeout(Some(PATIENCE))?;
    write!(line, "GET /readyz HTTP/1.0\r\n\r\n")?;
    let mut answer = String::new();
    line.read_to_string(&mut answer)?;
    Ok(answer)
}

/// Whether an HTTP answer is a good one.
fn serves(answer: &str) -> bool {
    answer.split(' ').nth(1) == Some("200")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_for_all_is_asked_on_this_machine() {
        for (listens, asked) in [
            ("0.0.0.0:9464", "127.0.0.1:9464"),
            ("[::]:9464", "[::1]:9464"),
            ("10.0.0.7:1", "10.0.0.7:1"),
        ] {
            let listens = listens.parse().expect("an address");
            assert_eq!(here(listens).to_string(), asked);
        }
    }
}
