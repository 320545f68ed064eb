//! What was found for somebody else's message, and how it is offered without a finger on anyone.

use super::ways::key_of;
use super::{Audience, BUTTONS_IN_ROW, Button, Reply, Row, Voice};
use crate::content::Article;
use crate::press::{Offering, Press, Shown};

impl Reply {
    /// The same reply, with a button that offers what it shows to everyone, below `message`.
    pub fn offering(
        mut self,
        voice: Voice<'_>,
        article: &Article,
        message: u64,
        shown: Shown,
    ) -> Reply {
        let press = Press::Offer(Offering::Publicly {
            message,
            article: key_of(article),
            shown,
        });
        let button = Button::press(voice.say("button-offer"), press);
        match self.rows.last_mut() {
            Some(Row::Buttons(buttons)) if buttons.len() < BUTTONS_IN_ROW => buttons.push(button),
            _ => self.rows.push(Row::Buttons(vec![button])),
        }
        self
    }
}

/// The one public line about a message: it says that there is something, and neither what nor about whom.
pub fn offer(voice: Voice<'_>, article: &Article, shown: Shown) -> Reply {
    let press = Press::Offer(Offering::Alone {
        article: key_of(article),
        shown,
    });
    let button = Button::press(voice.say("button-offered"), press);
    Reply {
        rows: vec![Row::Buttons(vec![button])],
        audience: Audience::Everyone,
        ..Reply::say(voice.say_of("offer", article))
    }
}
