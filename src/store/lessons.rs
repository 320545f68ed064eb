//! What people sent to the moderators, and what these taught: the rows, and the statements for both databases.

use crate::content::Slug;
use crate::text::words;
use crate::who::GuildId;
use time::{Duration, OffsetDateTime};

/// So many reports of one server wait at once: more than an evening's work.
pub const REPORTS: usize = 200;

/// So much can one server teach: a list that moderators still oversee, and that costs a question microseconds.
pub const LESSONS: usize = 200;

/// How long a report waits before it is deleted unseen.
pub const REPORT_KEPT: Duration = Duration::days(30);

/// A question that somebody sent to the moderators. Nobody knows who.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Its number, which no other ever has.
    pub number: u64,
    /// The minute from which moderators see it; it came some minutes before.
    pub when: OffsetDateTime,
    /// The article that was asked, by its slug.
    pub article: String,
    /// The words.
    pub words: String,
    /// Whether whoever sent it can still be told something.
    pub answerable: bool,
}

/// A report that moderators have not been told of, though they may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// Whose moderators.
    pub guild: GuildId,
    /// Its number.
    pub number: u64,
}

/// An example question of one server's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Its number, which no other ever has.
    pub number: u64,
    /// The article, by its slug.
    pub article: String,
    /// The section that answers it, by its id.
    pub section: String,
    /// The words.
    pub words: String,
}

/// Something to teach, and the report it came from.
#[derive(Clone, Debug)]
pub struct Teaching {
    /// The report that is dealt with by this.
    pub report: u64,
    /// The article.
    pub article: Slug,
    /// The id of the section that answers.
    pub section: String,
    /// The words.
    pub words: String,
}

/// A report: number, seconds, article, words, and 1 where it is known whom to tell.
pub(super) type ReportRow = (i64, i64, String, String, i64);

/// A lesson: number, article, section, words.
pub(super) type LessonRow = (i64, String, String, String);

pub(super) const REPORT: &str = "INSERT INTO report (guild, at, article, words, told, sender) \
    VALUES ($1, $2, $3, $4, 0, $5) RETURNING number";
pub(super) const WAITING: &str = "SELECT number, at, article, words, \
    CAST(CASE WHEN sender IS NULL THEN 0 ELSE 1 END AS BIGINT) FROM report \
    WHERE guild = $1 AND at > $2 AND at <= $3 ORDER BY number";
pub(super) const DUE: &str = "SELECT guild, number FROM report \
    WHERE told = 0 AND at <= $1 ORDER BY number LIMIT 100";
pub(super) const TOLD: &str =
    "UPDATE report SET told = 1 WHERE guild = $1 AND number = $2 AND told = 0";
pub(super) const DEALT: &str = "DELETE FROM report WHERE guild = $1 AND number = $2";
pub(super) const EXPIRE: &str = "DELETE FROM report WHERE at <= $1";
pub(super) const TAUGHT: &str =
    "SELECT number, article, section, words FROM taught WHERE guild = $1 ORDER BY number";
pub(super) const TEACH: &str =
    "INSERT INTO taught (guild, article, section, words) VALUES ($1, $2, $3, $4)";
pub(super) const UNTEACH: &str = "DELETE FROM taught WHERE guild = $1 AND number = $2";
pub(super) const UNTEACH_ALL: &str = "DELETE FROM taught WHERE guild = $1";
pub(super) const COUNT: &str = "UPDATE server SET lessons = $2, left_at = NULL WHERE guild = $1";

impl Report {
    /// What a row says.
    pub(super) fn read((number, at, article, words, answerable): ReportRow) -> Option<Report> {
        Some(Report {
            number: number.cast_unsigned(),
            when: OffsetDateTime::from_unix_timestamp(at).ok()?,
            article,
            words,
            answerable: answerable > 0,
        })
    }
}

impl Lesson {
    /// What a row says.
    pub(super) fn read((number, article, section, words): LessonRow) -> Lesson {
        Lesson {
            number: number.cast_unsigned(),
            article,
            section,
            words,
        }
    }
}

/// Whether two questions have the same words, whatever stands between them.
pub fn is_same(one: &str, other: &str) -> bool {
    let folded = |text| words(text).into_iter().map(|word| word.folded);
    folded(one).eq(folded(other))
}

/// The second at or before which a report is too old at `now`.
pub(super) fn too_old(now: OffsetDateTime) -> i64 {
    (now - REPORT_KEPT).unix_timestamp()
}

/// Gives `$database` what is kept for moderators and what they taught. Everything is written after the server's own
/// row is held, so that two processes count alike.
macro_rules! lessons {
    ($database:ty, $transaction:ty, load: $load:path) => {
        impl $database {
            /// Keeps a report that is due at `due`; gives its number.
            pub(super) async fn report(
                &self,
                server: GuildId,
                article: &str,
                words: &str,
                sender: Option<&[u8]>,
                due: time::OffsetDateTime,
            ) -> Result<u64, StoreError> {
                let kept = in_time(async {
                    let mut tx = self.begin().await?;
                    Self::hold(&mut tx, server).await?;
                    let waiting = sqlx::query_as(lessons::WAITING).bind(key(server));
                    // Also what nobody sees yet.
                    let waiting = waiting.bind(lessons::too_old(due)).bind(i64::MAX);
                    let waiting: Vec<ReportRow> = waiting.fetch_all(&mut *tx).await?;
                    let same = |row: &&ReportRow| row.2 == article && is_same(&row.3, words);
                    if let Some(row) = waiting.iter().find(same) {
                        return Ok((tx, row.0));
                    }
                    if waiting.len() >= lessons::REPORTS {
                        return Err(Unkept::Full.into());
                    }
                    let report = sqlx::query_scalar(lessons::REPORT).bind(key(server));
                    let report = report.bind(due.unix_timestamp()).bind(article).bind(words);
                    let report = report.bind(sender);
                    let number: i64 = report.fetch_one(&mut *tx).await?;
                    Ok::<_, StoreError>((tx, number))
                });
                let (tx, number) = kept.await?;
                Self::commit(tx).await?;
                Ok(number.cast_unsigned())
            }

            pub(super) async fn waiting(
                &self,
                server: GuildId,
                too_old: i64,
                now: i64,
            ) -> Result<Vec<ReportRow>, sqlx::Error> {
                let waiting = sqlx::query_as(lessons::WAITING).bind(key(server));
                waiting.bind(too_old).bind(now).fetch_all(self.read()).await
            }

            /// Which reports are due at `now` and not told: server and number.
            pub(super) async fn due(&self, now: i64) -> Result<Vec<(i64, i64)>, sqlx::Error> {
                let due = sqlx::query(lessons::DUE).bind(now);
                let due = due.fetch_all(self.read()).await?;
                // One server's row that is not understood hides no other's.
                let rows = due.iter().map(sqlx::FromRow::from_row);
                Ok(rows.filter_map(Result::ok).collect())
            }

            /// Notes that a report is told; whether it was not before.
            pub(super) async fn told(&self, due: lessons::Due) -> Result<bool, StoreError> {
                let mut tx = self.begin().await?;
                let (server, number) = (due.guild, due.number);
                let told = Self::one(&mut tx, lessons::TOLD, server, number).await?;
                Self::commit(tx).await?;
                Ok(told)
            }

            /// Deletes a report; whether there was one.
            pub(super) async fn dealt(
                &self,
                server: GuildId,
                number: u64,
            ) -> Result<bool, StoreError> {
                let mut tx = self.begin().await?;
                let dealt = Self::one(&mut tx, lessons::DEALT, server, number).await?;
                Self::commit(tx).await?;
                Ok(dealt)
            }

            pub(super) async fn taught(
                &self,
                server: GuildId,
            ) -> Result<Vec<LessonRow>, sqlx::Error> {
                let taught = sqlx::query_as(lessons::TAUGHT).bind(key(server));
                taught.fetch_all(self.read()).await
            }

            pub(super) async fn teach(
                &self,
                server: GuildId,
                teaching: &Teaching,
            ) -> Result<Known, StoreError> {
                let ready = in_time(async {
                    let mut tx = self.begin().await?;
                    let before = Self::hold(&mut tx, server).await?;
                    before.allows(teaching)?;
                    let number = teaching.report;
                    if !Self::one(&mut tx, lessons::DEALT, server, number).await? {
                        return Err(Unkept::Gone.into());
                    }
                    let teach = sqlx::query(lessons::TEACH).bind(key(server));
                    let teach = teach.bind(teaching.article.as_str());
                    let teach = teach.bind(&teaching.section).bind(&teaching.words);
                    teach.execute(&mut *tx).await?;
                    let known = Self::count(&mut tx, server, before).await?;
                    Ok::<_, StoreError>((tx, known))
                });
                let (tx, known) = ready.await?;
                Self::commit(tx).await?;
                Ok(known)
            }

            pub(super) async fn unteach(
                &self,
                server: GuildId,
                number: u64,
            ) -> Result<Known, StoreError> {
                let ready = in_time(async {
                    let mut tx = self.begin().await?;
                    let before = Self::hold(&mut tx, server).await?;
                    if !Self::one(&mut tx, lessons::UNTEACH, server, number).await? {
                        return Err(Unkept::Gone.into());
                    }
                    let known = Self::count(&mut tx, server, before).await?;
                    Ok::<_, StoreError>((tx, known))
                });
                let (tx, known) = ready.await?;
                Self::commit(tx).await?;
                Ok(known)
            }

            /// Teaches several things that no report brought; what is known already stays as it is.
            pub(super) async fn bring(
                &self,
                server: GuildId,
                brought: &[crate::settings::CarriedLesson],
            ) -> Result<Known, StoreError> {
                let ready = in_time(async {
                    let mut tx = self.begin().await?;
                    let before = Self::hold(&mut tx, server).await?;
                    let new = before.new_among(brought);
                    if before.taught.len() + new.len() > lessons::LESSONS {
                        return Err(Unkept::Full.into());
                    }
                    for lesson in new {
                        let teach = sqlx::query(lessons::TEACH).bind(key(server));
                        let teach = teach.bind(&lesson.article).bind(&lesson.section);
                        teach.bind(&lesson.words).execute(&mut *tx).await?;
                    }
                    let known = Self::count(&mut tx, server, before).await?;
                    Ok::<_, StoreError>((tx, known))
                });
                let (tx, known) = ready.await?;
                Self::commit(tx).await?;
                Ok(known)
            }

            /// Forgets everything that was taught.
            pub(super) async fn unteach_all(&self, server: GuildId) -> Result<Known, StoreError> {
                let ready = in_time(async {
                    let mut tx = self.begin().await?;
                    let before = Self::hold(&mut tx, server).await?;
                    let forget = sqlx::query(lessons::UNTEACH_ALL).bind(key(server));
                    forget.execute(&mut *tx).await?;
                    let known = Self::count(&mut tx, server, before).await?;
                    Ok::<_, StoreError>((tx, known))
                });
                let (tx, known) = ready.await?;
                Self::commit(tx).await?;
                Ok(known)
            }

            /// Holds the server's row, which is made if there is none, and reads what is known.
            async fn hold(tx: &mut $transaction, server: GuildId) -> Result<Known, StoreError> {
                let claim = sqlx::query(rows::CLAIM).bind(key(server)).bind(FORM);
                claim.execute(&mut **tx).await?;
                let row = sqlx::query_as($load).bind(key(server));
                let row: Row = row.fetch_one(&mut **tx).await?;
                let taught = Self::taught_in(tx, server, &row).await?;
                Ok(Known::read(&row, taught)?)
            }

            /// What is taught; nobody is asked where nothing ever was.
            async fn taught_in(
                tx: &mut $transaction,
                server: GuildId,
                row: &Row,
            ) -> Result<Vec<LessonRow>, sqlx::Error> {
                if row.3 == 0 {
                    return Ok(Vec::new());
                }
                let taught = sqlx::query_as(lessons::TAUGHT).bind(key(server));
                taught.fetch_all(&mut **tx).await
            }

            /// Notes that what is taught was changed, and tells everyone.
            async fn count(
                tx: &mut $transaction,
                server: GuildId,
                before: Known,
            ) -> Result<Known, StoreError> {
                let lessons = before.lessons + 1;
                let count = sqlx::query(lessons::COUNT).bind(key(server));
                count.bind(lessons.cast_signed()).execute(&mut **tx).await?;
                let taught = sqlx::query_as(lessons::TAUGHT).bind(key(server));
                let taught: Vec<LessonRow> = taught.fetch_all(&mut **tx).await?;
                let known = Known {
                    lessons,
                    taught: taught.into_iter().map(Lesson::read).collect(),
                    ..before
                };
                Self::announce(tx, server, known.number()).await?;
                Ok(known)
            }

            /// Does `what` to the one row of `server` with this `number`; whether there was one.
            async fn one(
                tx: &mut $transaction,
                what: &'static str,
                server: GuildId,
                number: u64,
            ) -> Result<bool, sqlx::Error> {
                let what = sqlx::query(what).bind(key(server));
                let done = what.bind(number.cast_signed()).execute(&mut **tx).await?;
                Ok(done.rows_affected() > 0)
            }
        }
    };
}

pub(super) use lessons;
