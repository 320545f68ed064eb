//! The moderators' own line on care cards, seen as it will look before it is kept.

use super::Desk;
use super::carry::seen;
use crate::care::{Card, Details, Length, Need, Route, Telling, Whose};
use crate::press::Page;
use crate::reply::{self, Reply, View, refused};
use crate::settings::{CareLine, Carried, Change, Settings};

impl Desk<'_> {
    /// Shows a card with the line that was `typed`, which waits for the moderator's word, or says what is wrong with it.
    pub(super) fn line(&self, typed: &str) -> Reply {
        let voice = self.here.voice();
        if self.bot.knowledge.shelf.commands().harms(typed) {
            return self.told(voice.say("refusal-line-harms"));
        }
        let line = Some(typed.to_owned()).filter(|line| !line.trim().is_empty());
        let before = &*self.here.settings;
        let after = match before.clone().apply(Change::CareLine(line)) {
            Ok(after) => after,
            Err(why) => return self.told(refused(voice, why)),
        };
        if after == *before {
            return self.told(voice.say("import-same"));
        }
        let shown = self.card_of(&after);
        let preview = reply::line_preview(
            voice,
            shown,
            after.care_line.as_ref(),
            seen(before, &after, &[]),
        );
        let (user, now) = (self.here.asker.user, self.here.now.instant);
        let guild = self.moderator.guild();
        let carried = Carried {
            settings: after,
            lessons: Vec::new(),
        };
        self.bot.lately.brought.keep(user, guild, carried, now);
        preview
    }

    /// A card as a member would read it where `settings` hold.
    fn card_of(&self, settings: &Settings) -> Card {
        let knowledge = &self.bot.knowledge;
        let line = settings.care_line.as_ref().map(CareLine::shown);
        let language = knowledge.phrases.spoken(self.here.voice().language);
        let telling = Telling {
            language: knowledge.care.spoken(language),
            place: settings.helplines.as_ref(),
            length: Length::Full,
            server_line: line.as_deref(),
        };
        // The card that most people in need meet.
        let need = Need {
            route: Route::SelfHarm,
            whose: Whose::Own,
            details: Details::default(),
        };
        knowledge.care.card(need, telling)
    }

    fn told(&self, note: String) -> Reply {
        let view = View {
            note: Some(note),
            ..View::of(Page::Care(0))
        };
        self.shown(&self.here.settings, view)
    }
}
