//! Settings carried away as a file, and brought back.

use super::Desk;
use crate::bot::Refusal;
use crate::bot::unkept::unkept;
use crate::press::{Key, Page};
use crate::reply::{self, File, Part, Reply};
use crate::settings::{self, Carried, CarriedLesson, Change, Names, Settings, Slip};
use crate::store::{LESSONS, Lesson, is_same};
use crate::who::RoleId;

/// What an export is called.
const EXPORT: &str = "verbatim-settings.toml";

/// So many mistakes of an import are told at once.
const SLIPS_TOLD: usize = 10;

impl Desk<'_> {
    pub(super) fn export(&self) -> Reply {
        let lessons = self.here.lessons.iter();
        let lessons: Vec<CarriedLesson> = lessons.map(carried).collect();
        let words = settings::write(&self.here.settings) + &settings::write_lessons(&lessons);
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
        let articles = articles.map(|served| &served.article);
        let places = self.bot.knowledge.care.places().iter();
        let sections = articles.clone().map(|article| {
            let ids = article.sections().iter().map(|it| it.id.as_str());
            (article.slug.as_str(), ids.collect())
        });
        let languages = self.bot.knowledge.phrases.menu().into_iter();
        let names = Names {
            articles: articles.map(|article| article.slug.as_str()).collect(),
            places: places.map(|place| place.id.0.as_str()).collect(),
            languages: languages.map(|head| head.setting.as_str()).collect(),
            sections: sections.collect(),
        };
        Ok(match settings::read(file, &names) {
            Ok(after) => self.weighed(after),
            Err(slips) => self.refused(&slips),
        })
    }

    /// What `after` would change, which waits for the moderator's word.
    fn weighed(&self, after: Carried) -> Reply {
        let voice = self.here.voice();
        // The role of everybody bears the server's own number.
        let everyone = RoleId(self.moderator.guild().0);
        if after.settings.ignored_roles.contains(&everyone) {
            return Reply::say(voice.say("refusal-everyone"));
        }
        let (lessons, tender) = self.teachable(after.lessons);
        if self.here.lessons.len() + lessons.len() > LESSONS {
            let limit = LESSONS.to_string();
            return Reply::say(voice.say_with("refusal-lessons-full", "limit", &limit));
        }
        let after = Carried { lessons, ..after };
        if after.settings == *self.here.settings && after.lessons.is_empty() {
            return Reply::say(voice.say("import-same"));
        }
        let note =
            (tender > 0).then(|| voice.say_with("import-care", "count", &tender.to_string()));
        let reply = self.preview(&after, note);
        let (user, now) = (self.here.asker.user, self.here.now.instant);
        self.bot
            .lately
            .brought
            .keep(user, self.moderator.guild(), after, now);
        reply
    }

    /// Those of `lessons` that would be new here, each once; and how many need a person, and so teach nothing.
    fn teachable(&self, lessons: Vec<CarriedLesson>) -> (Vec<CarriedLesson>, usize) {
        let (mut new, mut tender) = (Vec::<CarriedLesson>::new(), 0);
        for lesson in lessons {
            let same = |article: &str, words: &str| {
                article == lesson.article && is_same(words, &lesson.words)
            };
            let mut taught = self.here.lessons.iter();
            let known = taught.any(|it| same(&it.article, &it.words));
            if known || new.iter().any(|it| same(&it.article, &it.words)) {
                continue;
            }
            let served = self.bot.knowledge.shelf.named(&lesson.article);
            let ear = served.map(|served| served.article.about.rating.into());
            let care = &self.bot.knowledge.care;
            match ear.is_some_and(|ear| care.signal(&lesson.words, ear).is_some()) {
                true => tender += 1,
                false => new.push(lesson),
            }
        }
        (new, tender)
    }

    fn preview(&self, after: &Carried, note: Option<String>) -> Reply {
        let before = &self.here.settings;
        let step = (&**before, &after.settings);
        let seen = seen(before, &after.settings, &after.lessons);
        let lessons: Vec<&str> = after.lessons.iter().map(|it| it.words.as_str()).collect();
        reply::preview(
            self.here.voice(),
            &self.bot.offer(),
            step,
            &lessons,
            seen,
            note,
        )
    }

    /// Makes the change that the moderator saw. What they did not see is shown to them first.
    pub(super) async fn bring_in(&self, shown: Key) -> Reply {
        let (user, guild) = (self.here.asker.user, self.moderator.guild());
        let brought = &self.bot.lately.brought;
        let Some(after) = brought.waiting(user, guild, self.here.now.instant) else {
            return self.noted("import-old");
        };
        if seen(&self.here.settings, &after.settings, &after.lessons) != shown {
            let note = self.here.voice().say("panel-changed-meanwhile");
            return self.preview(&after, Some(note));
        }
        brought.decided(user, guild);
        if !after.lessons.is_empty()
            && let Err(error) = self.bot.store.bring(self.moderator, &after.lessons).await
        {
            return self.said_on(Page::Overview, unkept(self.here.voice(), &error));
        }
        let (page, change) = change_to(&self.here.settings, &after.settings);
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
pub(super) fn seen(before: &Settings, after: &Settings, lessons: &[CarriedLesson]) -> Key {
    let lessons = settings::write_lessons(lessons);
    Key::of(&(settings::write(before) + &settings::write(after) + &lessons))
}

/// The change from `before` to `after`, and the page that shows it: a line alone is told as one in the history.
fn change_to(before: &Settings, after: &Settings) -> (Page, Change) {
    let line = after.care_line.clone();
    let lined = Settings {
        care_line: line.clone(),
        ..before.clone()
    };
    match lined == *after {
        true => {
            let line = line.map(|line| line.as_str().to_owned());
            (Page::Care(0), Change::CareLine(line))
        }
        false => (Page::Overview, Change::All(Box::new(after.clone()))),
    }
}

/// A lesson as a file carries it.
fn carried(lesson: &Lesson) -> CarriedLesson {
    CarriedLesson {
        article: lesson.article.clone(),
        section: lesson.section.clone(),
        words: lesson.words.clone(),
    }
}
