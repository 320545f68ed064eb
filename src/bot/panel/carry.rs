//! Settings carried away as a file, and brought back.

use super::Desk;
use crate::reply::{self, Arrival, File, Page, Part, Reply};
use crate::settings::{self, Change, Names};

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

    /// Checks the whole file, and changes everything or nothing.
    pub(super) async fn import(&self, file: &str) -> Reply {
        let articles = self.bot.knowledge.shelf.all().iter();
        let places = self.bot.knowledge.care.places().iter();
        let names = Names {
            articles: articles
                .map(|served| served.article.slug.as_str())
                .collect(),
            places: places.map(|place| place.id.0.as_str()).collect(),
        };
        let slips = match settings::read(file, &names) {
            Ok(settings) => {
                let change = Change::All(Box::new(settings));
                return self.change(Page::Overview, vec![change]).await;
            }
            Err(slips) => slips,
        };
        let voice = self.here.voice();
        let told = slips.iter().take(SLIPS_TOLD);
        let told = told.map(|slip| reply::slip(voice, slip));
        let told: Vec<String> = [voice.say("import-refused")]
            .into_iter()
            .chain(told)
            .collect();
        Reply::say(told.join("\n")).arriving(Arrival::New)
    }
}
