//! Who may use the page: the browser on this machine, from the page itself.
//!
//! A browser lets any page in the world send requests to 127.0.0.1. Three things keep them out. The host that is asked for
//! must be ours, so that no name that somebody points at 127.0.0.1 reads anything (DNS rebinding). What changes anything
//! must come from our own page by its `Origin`. And it must carry a secret that is made at each start and stands in our
//! forms alone (CSRF token). No header ever lets another origin read an answer (CORS).

use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, HeaderName, ORIGIN, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use ring::rand::{SecureRandom, SystemRandom};
use std::net::SocketAddr;

/// How long the secret is. In bytes: nobody guesses 128 bits.
const SECRET: usize = 16;

/// What the page may load: what it serves itself, and nothing that stands in a text.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What every answer says to the browser.
pub(super) fn headers() -> [(HeaderName, HeaderValue); 6] {
    [
        (CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
        (X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
        (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        // A form sent without a referrer at all would come from nowhere (`Origin: null`).
        (REFERRER_POLICY, HeaderValue::from_static("same-origin")),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            HeaderValue::from_static("same-origin"),
        ),
        // What was asked stays out of the browser's own files.
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ]
}

/// The names under which the page is asked for, and the secret of its forms.
pub(super) struct Door {
    hosts: [String; 2],
    /// What every form carries.
    pub(super) secret: String,
}

impl Door {
    pub(super) fn new(at: SocketAddr) -> Door {
        let mut secret = [0; SECRET];
        fill(&mut secret);
        Door {
            hosts: [at.to_string(), format!("localhost:{}", at.port())],
            secret: secret.iter().map(|byte| format!("{byte:02x}")).collect(),
        }
    }

    /// Where the page is.
    pub(super) fn address(&self) -> String {
        format!("http://{}/", self.hosts[0])
    }

    /// Lets a request with these `headers` in, or says why not.
    pub(super) fn admits(
        &self,
        method: &Method,
        headers: &HeaderMap,
    ) -> Result<(), (StatusCode, &'static str)> {
        let text = |name| {
            headers
                .get(name)
                .and_then(|it: &HeaderValue| it.to_str().ok())
        };
        let ours = |host: &str| {
            self.hosts
                .iter()
                .any(|ours| ours.eq_ignore_ascii_case(host))
        };
        if !text(HOST).is_some_and(ours) {
            let why = "This page is asked for by its address alone.\n";
            return Err((StatusCode::MISDIRECTED_REQUEST, why));
        }
        if matches!(*method, Method::GET | Method::HEAD) {
            return Ok(());
        }
        let origin = text(ORIGIN).and_then(|origin| origin.strip_prefix("http://"));
        match origin.is_some_and(ours) {
            true => Ok(()),
            false => Err((
                StatusCode::FORBIDDEN,
                "Only this page itself may do that.\n",
            )),
        }
    }

    /// Whether `secret` is ours. It takes as long where the first letter differs as where the last does.
    pub(super) fn knows(&self, secret: &str) -> bool {
        let pairs = self.secret.bytes().zip(secret.bytes());
        let differs = pairs.fold(0, |differs, (ours, theirs)| differs | (ours ^ theirs));
        differs == 0 && self.secret.len() == secret.len()
    }
}

/// A number that nobody guesses.
pub(super) fn random() -> u64 {
    let mut bytes = [0; 8];
    fill(&mut bytes);
    u64::from_ne_bytes(bytes)
}

fn fill(bytes: &mut [u8]) {
    let filled = SystemRandom::new().fill(bytes);
    filled.expect("the system has chance to give");
}
