//! What the fake answers to a request, and who is to blame for a refusal.

use serde_json::{Value, json};

/// A JSON body, or `Null` for "204 No Content".
pub type Outcome = Result<Value, Refused>;

#[derive(Debug)]
pub struct Refused {
    pub status: u16,
    pub code: u32,
    /// The violations; empty when the bot could not have known better.
    pub faults: Vec<String>,
}

impl Refused {
    /// The bot broke a rule it could have kept.
    pub fn fault(status: u16, code: u32, fault: impl Into<String>) -> Refused {
        Refused::faults(status, code, vec![fault.into()])
    }

    pub fn faults(status: u16, code: u32, faults: Vec<String>) -> Refused {
        Refused {
            status,
            code,
            faults,
        }
    }

    /// The world changed under the bot; it must cope.
    pub fn fate(status: u16, code: u32) -> Refused {
        Refused::faults(status, code, Vec::new())
    }

    /// An invalid form: Discord's answer to nearly every broken body.
    pub fn form(faults: Vec<String>) -> Refused {
        Refused::faults(400, 50035, faults)
    }

    pub fn json(&self) -> Value {
        json!({ "message": name(self.code), "code": self.code })
    }
}

/// Discord's own words for the codes a bot must know.
fn name(code: u32) -> &'static str {
    match code {
        10003 => "Unknown Channel",
        10004 => "Unknown Guild",
        10007 => "Unknown Member",
        10008 => "Unknown Message",
        10013 => "Unknown User",
        10015 => "Unknown Webhook",
        10062 => "Unknown interaction",
        10063 => "Unknown application command",
        40001 => "Unauthorized",
        40060 => "Interaction has already been acknowledged.",
        50001 => "Missing Access",
        50005 => "Cannot edit a message authored by another user",
        50006 => "Cannot send an empty message",
        50007 => "Cannot send messages to this user",
        50013 => "Missing Permissions",
        50027 => "Invalid Webhook Token",
        50033 => "Invalid Recipient(s)",
        50035 => "Invalid Form Body",
        160002 => "Cannot reply without permission to read message history",
        _ => "404: Not Found",
    }
}
