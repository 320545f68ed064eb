//! The bot's token: its one secret.

use super::Stop;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use std::env;
use std::fmt;

/// The token, which no print shows.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// The token in the environment.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub fn from_environment() -> Result<Token, Stop> {
        let token = env::var("DISCORD_TOKEN").unwrap_or_default();
        Token::new(&token).ok_or(Stop::NoToken)
    }

    /// `token`, if there is anything in it.
    pub fn new(token: &str) -> Option<Token> {
        let token = token.trim();
        (!token.is_empty()).then(|| Token(token.to_owned()))
    }

    /// The id of the application it belongs to: its first part, in base64.
    pub fn application(&self) -> Option<u64> {
        let (id, _) = self.bare().split_once('.')?;
        String::from_utf8(from_base64(id)?).ok()?.parse().ok()
    }

    /// Tells this token from others, and not what it is.
    pub(super) fn mark(&self) -> String {
        let mut mark: Hmac<Sha256> =
            Hmac::new_from_slice(self.bare().as_bytes()).expect("a key of any length");
        mark.update(b"whose session");
        URL_SAFE_NO_PAD.encode(mark.finalize().into_bytes())
    }

    /// A number for the application it belongs to: its id or, where the token is of another kind, one that tells it from
    /// others.
    pub(super) fn number(&self) -> i64 {
        let id = self.application().map(u64::cast_signed);
        id.unwrap_or_else(|| {
            let mark = Sha256::digest(self.mark());
            let (number, _) = mark.split_first_chunk().expect("a hash has more bytes");
            i64::from_le_bytes(*number)
        })
    }

    /// The token as the gateway takes it.
    pub(super) fn bare(&self) -> &str {
        self.0.strip_prefix("Bot ").unwrap_or(&self.0)
    }

    pub(super) fn secret(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// Six bits a sign; bits that fill no byte are left over.
fn from_base64(text: &str) -> Option<Vec<u8>> {
    let (mut bits, mut held) = (0_u32, 0);
    let mut bytes = Vec::with_capacity(text.len());
    for sign in text.trim_end_matches('=').bytes() {
        let value = match sign {
            b'A'..=b'Z' => sign - b'A',
            b'a'..=b'z' => sign - b'a' + 26,
            b'0'..=b'9' => sign - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
            bits &= (1 << held) - 1;
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_application_stands_in_the_token() {
        let application = |token: &str| Token::new(token).and_then(|token| token.application());
        // An id of the documentation's own making, as every token begins with one.
        assert_eq!(
            application("MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"),
            Some(198_622_483_471_925_248)
        );
        for wrong in ["", "tok", "x.y.z", "?.y.z"] {
            assert_eq!(application(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn no_print_shows_the_token() {
        let token = Token::new("secret").expect("something");
        assert_eq!(format!("{token:?}"), "Token(…)");
    }
}
