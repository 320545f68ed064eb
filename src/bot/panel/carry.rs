//! Settings carried away as a file, and brought back.

use super::Desk;
use super::line::change_to;
use crate::bot::Refusal;
use crate::reply::{self, File, Key, Page, Part, Reply};
use crate::settings::{self, Names, Settings, Slip};

/// What an export is called.
const EXPORT: &str = "verbatim-settings.toml";

/// So many mistakes of an import are told at once.
const SLIPS_TOLD: usize = 10;

impl Desk<'_> {
    pub(super) fn export(&self) -> Reply {
        let words = settings::write(&self.here.settings);
        let name = EXPORT.to_owned();
        let mut reply = Reply::say(self.here.voice().say("exported"));
        reply.parts.push(Part::File(File { name, words }));
        reply
    }

    /// Checks the whole file, and shows what it would change.
    pub(super) fn import(&self, file: &str) -> Result<Reply, Refusal> {
        if settings::says_nothing(file) {
            return Err(Refusal::NothingToImport);
        }
        let articles = self.bot.knowledge.shelf.all().iter();
        let places = self.bot.knowledge.care.places().iter();
        let names = Names {
            articles: articles
                .map(|served| served.article.slug.as_str())
                .collect(),
            places: places.map(|place| place.id.0.as_str()).collect(),
        };
        Ok(match settings::read(file, &names) {
            Ok(after) => self.weighed(after),
            Err(slips) => self.refused(&slips),
        })
    }

    /// What `after` would change, which waits for the moderator's word.
    fn weighed(&self, after: Settings) -> Reply {
        if after == *self.here.settings {
            return Reply::say(self.here.voice().say("import-same"));
        }
        let reply = self.preview(&after, None);
        let (user, now) = (self.here.asker.user, self.here.now.instant);
        self.bot
            .lately
            .brought
            .keep(user, self.moderator.guild(), after, now);
        reply
    }

    fn preview(&self, after: &Settings, note: Option<String>) -> Reply {
        let before = &self.here.settings;
        let step = (&**before, after);
        let seen = seen(before, after);
        reply::preview(self.here.voice(), &self.bot.offer(), step, seen, note)
    }

    /// Makes the change that the moderator saw. What they did not see is shown to them first.
    pub(super) async fn bring_in(&self, shown: Key) -> Reply {
        let (user, guild) = (self.here.asker.user, self.moderator.guild());
        let brought = &self.bot.lately.brought;
        let Some(after) = brought.waiting(user, guild, self.here.now.instant) else {
            return self.noted("import-old");
        };
        if seen(&self.here.settings, &after) != shown {
            let note = self.here.voice().say("panel-changed-meanwhile");
            return self.preview(&after, Some(note));
        }
        brought.decided(user, guild);
        let (page, change) = change_to(&self.here.settings, &after);
        self.change(page, vec![change]).await
    }

    /// Leaves everything as it is.
    pub(super) fn leave(&self) -> Reply {
        let user = self.here.asker.user;
        self.bot
            .lately
            .brought
            .decided(user, self.moderator.guild());
        self.noted("import-left")
    }

    fn noted(&self, phrase: &str) -> Reply {
        self.noted_on(Page::Overview, phrase)
    }

    fn refused(&self, slips: &[Slip]) -> Reply {
        let voice = self.here.voice();
        let told = slips.iter().take(SLIPS_TOLD);
        let told = told.map(|slip| reply::slip(voice, slip));
        let told: Vec<String> = [voice.say("import-refused")]
            .into_iter()
            .chain(told)
            .collect();
        Reply::say(told.join("\n"))
    }
}

/// What a moderator sees before they decide, in short: from here to there.
pub(super) fn seen(before: &Settings, after: &Settings) -> Key {
    Key::of(&(settings::write(before) + &settings::write(after)))
}
