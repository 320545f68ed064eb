//! The page as the program opens it.

use crate::author::Author;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Command, Stdio};
use tokio::task::spawn_blocking;

/// `verbatim try` for the folder of `author`, which opens no browser.
fn tries(author: &Author, port: u16) -> Command {
    let database = author.folder.with_extension("db");
    let mut command = Command::new(env!("CARGO_BIN_EXE_verbatim"));
    command
        .args(["try", "--no-open", "--port", &port.to_string(), "--content"])
        .arg(&author.folder)
        .env("DATABASE_URL", format!("sqlite:{}", database.display()))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

#[tokio::test]
async fn it_is_at_the_port_that_was_named_until_somebody_ends_it() {
    let author = Author::of_rain().await;
    let free = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = free.local_addr().expect("an address").port();
    let taken = tries(&author, port).output().expect("the program ends");
    assert!(!taken.status.success(), "the port is taken");
    let told = String::from_utf8_lossy(&taken.stderr).into_owned();
    assert!(told.contains(&port.to_string()), "{told}");
    drop(free);

    let mut child = tries(&author, port).spawn().expect("the program starts");
    let mut told = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut line = String::new();
    told.read_line(&mut line).expect("UTF-8");
    let address = format!("http://127.0.0.1:{port}/");
    assert_eq!(
        line,
        format!("The page is at {address} until you press ctrl-c.\n")
    );
    let page = author.client.get(&address).send().await;
    let page = page.expect("an answer").text().await.expect("text");
    assert!(page.contains("On Rain"), "{page}");
    let interrupted = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status();
    assert!(interrupted.expect("it is there").success());
    let ended = spawn_blocking(move || child.wait())
        .await
        .expect("no panic");
    assert!(ended.expect("it ends").success());
}
