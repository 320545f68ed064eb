//! No page of anybody else's can use the author's.

use crate::author::Author;
use reqwest::{Method, StatusCode};

#[tokio::test]
async fn it_listens_on_this_machine_alone() {
    let author = Author::of_rain().await;
    assert!(
        author.address.starts_with("http://127.0.0.1:"),
        "{}",
        author.address
    );
}

#[tokio::test]
async fn another_name_for_this_machine_reads_nothing() {
    let author = Author::of_rain().await;
    let port = author
        .address
        .rsplit(':')
        .next()
        .expect("a port")
        .trim_end_matches('/')
        .to_owned();
    let status = async |host: &str| {
        let get = author.client.get(author.at("")).header("host", host);
        get.send().await.expect("an answer").status()
    };
    for ours in ["127.0.0.1", "localhost"] {
        assert_eq!(status(&format!("{ours}:{port}")).await, StatusCode::OK);
    }
    for other in [
        "evil.example",
        "127.0.0.1.nip.example",
        "127.0.0.1",
        "localhost",
        "",
    ] {
        let whole = format!("{other}:{port}");
        for host in [other, whole.as_str()]
            .into_iter()
            .filter(|it| *it != format!("127.0.0.1:{port}") && *it != format!("localhost:{port}"))
        {
            assert_ne!(status(host).await, StatusCode::OK, "{host}");
        }
    }
}

#[tokio::test]
async fn only_its_own_forms_change_anything() {
    let author = Author::of_rain().await;
    let (secret, ours) = (
        author.secret().await,
        author.address.trim_end_matches('/').to_owned(),
    );
    let status = async |path: &str, origin: Option<&str>, secret: Option<&str>| {
        let mut post = author.client.post(author.at(path));
        if let Some(origin) = origin {
            post = post.header("origin", origin);
        }
        let mut fields = vec![("question", "why"), ("press", "hide"), ("message", "0")];
        fields.extend(secret.map(|it| ("secret", it)));
        post.form(&fields).send().await.expect("an answer").status()
    };
    for path in ["ask", "press"] {
        assert_eq!(
            status(path, Some(&ours), Some(&secret)).await,
            StatusCode::OK
        );
        for origin in [
            None,
            Some("null"),
            Some("https://evil.example"),
            Some("http://127.0.0.1"),
            Some("http://127.0.0.1:1"),
        ] {
            assert_eq!(
                status(path, origin, Some(&secret)).await,
                StatusCode::FORBIDDEN,
                "{path} {origin:?}"
            );
        }
        for wrong in [
            None,
            Some(""),
            Some("0"),
            Some(&secret[1..]),
            Some(&format!("{secret}0")),
        ] {
            assert_eq!(
                status(path, Some(&ours), wrong).await,
                StatusCode::FORBIDDEN,
                "{path} {wrong:?}"
            );
        }
    }
}

#[tokio::test]
async fn it_lets_no_other_origin_read_and_loads_nothing_from_elsewhere() {
    let author = Author::of_rain().await;
    for path in ["", "page.css", "page.js", "nothing"] {
        let get = author
            .client
            .get(author.at(path))
            .header("origin", "https://evil.example");
        let answer = get.send().await.expect("an answer");
        let headers = answer.headers();
        assert!(
            headers
                .keys()
                .all(|name| !name.as_str().starts_with("access-control")),
            "{path}"
        );
        let policy = headers["content-security-policy"].to_str().expect("text");
        assert!(
            policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
            "{policy}"
        );
        assert_eq!(headers["x-content-type-options"], "nosniff");
        assert_eq!(headers["cache-control"], "no-store");
    }
    let page = author.sees("").await;
    assert!(
        !page.contains("https://") && !page.contains("style=\""),
        "{page}"
    );
}

#[tokio::test]
async fn what_is_no_form_of_its_own_is_refused_quietly() {
    let author = Author::of_rain().await;
    let ours = author.address.trim_end_matches('/');
    let post = |path: &str| author.client.post(author.at(path)).header("origin", ours);
    let json = post("ask")
        .header("content-type", "application/json")
        .body("{}");
    assert_eq!(
        json.send().await.expect("an answer").status(),
        StatusCode::UNSUPPORTED_MEDIA_TYPE
    );
    let bytes = post("ask")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(vec![0xff, b'=', 0xfe]);
    assert!(
        bytes
            .send()
            .await
            .expect("an answer")
            .status()
            .is_client_error()
    );
    let none = author
        .client
        .get(author.at("nowhere"))
        .send()
        .await
        .expect("an answer");
    assert_eq!(none.status(), StatusCode::NOT_FOUND);
    for method in [Method::PUT, Method::DELETE, Method::OPTIONS] {
        let other = author
            .client
            .request(method, author.at("ask"))
            .header("origin", ours);
        assert!(
            other
                .send()
                .await
                .expect("an answer")
                .status()
                .is_client_error()
        );
    }
}
