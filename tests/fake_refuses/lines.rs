//! One gateway connection, a frame at a time: how the fake fails a client on order, and what it demands of one.

use crate::fake::{Break, Fake, TOKEN, Welcome};
use crate::tiny_bot::intents;
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

struct Client(WebSocketStream<MaybeTlsStream<TcpStream>>);

/// What a client sees.
#[derive(Debug, PartialEq)]
enum Seen {
    Payload(u64, Value),
    Garbage,
    Closed(Option<u16>),
    Gone,
}

impl Client {
    async fn at(fake: &Fake, query: &str) -> Client {
        let url = format!("ws://{}/{query}", fake.address());
        Client(connect_async(url).await.expect("a line").0)
    }

    async fn of(fake: &Fake) -> Client {
        Client::at(fake, "?v=10&encoding=json").await
    }

    /// One that was greeted and let in.
    async fn online(fake: &Fake) -> (Client, String) {
        let mut client = Client::of(fake).await;
        assert!(matches!(client.sees().await, Seen::Payload(10, _)));
        client.says(2, identify()).await;
        let Seen::Payload(0, ready) = client.sees().await else {
            panic!("no READY");
        };
        let session = ready["session_id"].as_str().expect("a session");
        (client, session.to_owned())
    }

    async fn says(&mut self, op: u64, data: Value) {
        let payload = json!({ "op": op, "d": data }).to_string();
        self.0.send(Message::Text(payload)).await.expect("a line");
    }

    async fn sees(&mut self) -> Seen {
        match self.0.next().await {
            Some(Ok(Message::Text(text))) => match serde_json::from_str::<Value>(&text) {
                Ok(payload) => {
                    let op = payload["op"].as_u64().expect("an operation");
                    Seen::Payload(op, payload["d"].clone())
                }
                Err(_) => Seen::Garbage,
            },
            Some(Ok(Message::Binary(_))) => Seen::Garbage,
            Some(Ok(Message::Close(frame))) => Seen::Closed(frame.map(|frame| frame.code.into())),
            Some(Ok(other)) => panic!("{other:?}"),
            Some(Err(_)) | None => Seen::Gone,
        }
    }
}

fn identify() -> Value {
    json!({ "token": TOKEN, "intents": intents().bits(), "shard": [0, 1] })
}

fn resume(session: &str, sequence: u64) -> Value {
    json!({ "token": TOKEN, "session_id": session, "seq": sequence })
}

#[tokio::test]
async fn a_line_is_met_as_ordered() {
    let rows = [
        (Welcome::Close(Some(1011)), vec![Seen::Closed(Some(1011))]),
        (Welcome::Close(None), vec![Seen::Closed(None)]),
        (
            Welcome::HelloAndClose(Some(4000)),
            vec![
                Seen::Payload(10, json!({ "heartbeat_interval": 41_250 })),
                Seen::Closed(Some(4000)),
            ],
        ),
        (
            Welcome::HelloWithoutInterval,
            vec![Seen::Payload(10, json!({}))],
        ),
    ];
    for (welcome, expected) in rows {
        let fake = Fake::start().await;
        fake.welcomes_next(&[welcome]);
        let mut client = Client::of(&fake).await;
        for seen in expected {
            assert_eq!(client.sees().await, seen, "{welcome:?}");
        }
        let mut next = Client::of(&fake).await;
        let hello = Seen::Payload(10, json!({ "heartbeat_interval": 41_250 }));
        assert_eq!(next.sees().await, hello, "{welcome:?}");
        fake.finish().await;
    }
}

#[tokio::test]
async fn who_meets_nothing_or_is_granted_nothing_hears_nothing() {
    let fake = Fake::start().await;
    fake.welcomes(Welcome::Nothing);
    let mut client = Client::of(&fake).await;
    client.says(1, Value::Null).await;
    assert!(matches!(client.sees().await, Seen::Payload(11, _)));
    fake.grants_nothing(true);
    client.says(2, identify()).await;
    client.says(1, Value::Null).await;
    assert!(matches!(client.sees().await, Seen::Payload(11, _)));
    assert_eq!((fake.identifies(), fake.online().len()), (1, 0));
    assert_eq!((fake.heartbeats(), fake.opened_lines()), (2, 1));
    fake.finish().await;
}

#[tokio::test]
async fn a_session_is_resumed_or_refused_as_ordered() {
    let fake = Fake::start().await;
    let (mut client, session) = Client::online(&fake).await;
    for how in [Break::Garbage, Break::Binary] {
        fake.breaks(how);
        assert_eq!(client.sees().await, Seen::Garbage, "{how:?}");
    }
    drop(client);
    fake.close_on_resume(Some(4000));
    let mut client = Client::of(&fake).await;
    client.sees().await;
    client.says(6, resume(&session, 1)).await;
    assert_eq!(client.sees().await, Seen::Closed(Some(4000)));
    fake.close_on_resume(None);
    for (session, sequence, answer) in [
        (session.as_str(), 99, Seen::Closed(Some(4007))),
        ("nobody's", 1, Seen::Payload(9, json!(false))),
        (&session, 1, Seen::Payload(0, json!({}))),
    ] {
        let mut client = Client::of(&fake).await;
        client.sees().await;
        client.says(6, resume(session, sequence)).await;
        assert_eq!(client.sees().await, answer, "{session} {sequence}");
    }
    assert_eq!(fake.resumes(), 1);
    fake.finish().await;
}

#[tokio::test]
async fn who_resumes_may_be_asked_to_come_again_first() {
    let fake = Fake::start().await;
    let (client, session) = Client::online(&fake).await;
    drop(client);
    fake.recalls_on_resume();
    fake.dispatch("SOMETHING", None, json!(7));
    for last in [Seen::Payload(7, Value::Null), Seen::Payload(0, json!({}))] {
        let mut client = Client::of(&fake).await;
        client.sees().await;
        client.says(6, resume(&session, 1)).await;
        assert_eq!(client.sees().await, Seen::Payload(0, json!(7)));
        assert_eq!(client.sees().await, last);
    }
    fake.finish().await;
}

#[tokio::test]
async fn a_dead_line_carries_nothing_and_what_was_said_meanwhile_waits() {
    let fake = Fake::start().await;
    let (mut dead, session) = Client::online(&fake).await;
    fake.breaks(Break::Operation(1));
    assert_eq!(dead.sees().await, Seen::Payload(1, Value::Null));
    fake.lines_go_dead();
    dead.says(1, Value::Null).await;
    fake.dispatch("SOMETHING", None, json!(7));
    let mut client = Client::of(&fake).await;
    client.sees().await;
    client.says(6, resume(&session, 1)).await;
    assert_eq!(client.sees().await, Seen::Payload(0, json!(7)));
    // What is closed tells at last what it was told before.
    fake.breaks(Break::Close(4000));
    assert_eq!(dead.sees().await, Seen::Closed(Some(4000)));
    fake.finish().await;
}

/// An old one and a new one serve both until the old one is given up.
#[tokio::test]
async fn two_sessions_of_one_shard_stand_beside_each_other() {
    let fake = Fake::start().await;
    let (mut old, _) = Client::online(&fake).await;
    fake.pass(std::time::Duration::from_secs(5));
    let (mut new, _) = Client::online(&fake).await;
    fake.dispatch("SOMETHING", None, json!(7));
    for client in [&mut old, &mut new] {
        assert_eq!(client.sees().await, Seen::Payload(0, json!(7)));
    }
    fake.finish().await;
}

#[tokio::test]
async fn a_client_keeps_to_the_order_of_things() {
    let fake = Fake::start().await;
    let (mut client, session) = Client::online(&fake).await;
    client.says(6, resume(&session, 1)).await;
    client.says(42, Value::Null).await;
    let old = Client::at(&fake, "?v=9").await;
    fake.wait_for("all of it", |fake| {
        (fake.violations().len() == 3).then_some(())
    })
    .await;
    let mut violations = fake.take_violations();
    violations.sort();
    assert_eq!(
        violations,
        [
            "gateway: a second session on one line",
            "gateway: no version 10 in `v=9`",
            "gateway: nobody sends op Some(42)",
        ]
    );
    drop((client, old));
    fake.finish().await;
}

#[tokio::test]
async fn a_resume_needs_the_token_too() {
    let fake = Fake::start().await;
    let mut client = Client::of(&fake).await;
    client.sees().await;
    fake.expects("resume: a wrong token");
    client
        .says(6, json!({ "token": "wrong", "session_id": "s", "seq": 1 }))
        .await;
    assert_eq!(client.sees().await, Seen::Closed(Some(4004)));
    fake.finish().await;
}

#[tokio::test]
async fn as_many_shards_as_are_told_may_identify_at_once() {
    let fake = Fake::start().await;
    fake.max_concurrency(2);
    let mut clients = Vec::new();
    for shard in 0..3 {
        let mut client = Client::of(&fake).await;
        client.sees().await;
        let mut words = identify();
        words["shard"] = json!([shard, 3]);
        client.says(2, words).await;
        client.sees().await;
        clients.push(client);
    }
    assert_eq!(
        fake.take_violations(),
        ["identify: twice within five seconds"]
    );
    drop(clients);
    fake.finish().await;
}
