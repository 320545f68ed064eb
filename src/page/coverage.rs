//! How well each section is found by questions that it did not learn from.
//!
//! The examples are dealt into folds; each fold is answered by an index that learned from all others alone
//! (cross-validation), by words, for the encoder may have read them all when it was fitted. Care is left out: here the
//! search is measured. An author's own lines resemble each other, so strangers will be understood a little less.

use super::Options;
use super::questions::questions;
use super::served::served;
use super::verdict::{title, verdict};
use crate::answer::{Answer, Answered, Confidence, Source, answer_calmly};
use crate::bot::{Bot, Served};
use crate::content::{Asked, Library, Mistake};
use crate::eval::{Calibration, Judged, Kind, Labelled, Outcome};
use crate::search::{Index, Taught};

/// The examples are dealt into so many folds: each index learns from four of five. Twice as many take twice as long.
const FOLDS: usize = 5;

/// How well one article's sections are found.
pub(super) struct Coverage {
    /// One for each section, and last what no section answers.
    pub(super) rows: Vec<Row>,
    /// For each row, how often each was found first where it was asked for; last, that nothing was.
    pub(super) found: Vec<Vec<usize>>,
    /// How often the first was right, by how likely it was said to be.
    pub(super) curve: Calibration,
    /// The questions of the author's file: how many, and those that fail.
    pub(super) questions: Option<Result<(usize, Vec<Failure>), Mistake>>,
}

/// What was measured: which article, in which state of the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Of {
    pub(super) slug: String,
    pub(super) state: u64,
}

/// How far it is.
#[derive(Default)]
pub(super) enum Measured {
    #[default]
    Nothing,
    /// It is being measured. One at a time: it takes a core for seconds.
    Running,
    Done(Of, Result<Box<Coverage>, Vec<Mistake>>),
}

/// How well one section is found.
#[derive(Clone, Default)]
pub(super) struct Row {
    /// What it is called.
    pub(super) title: String,
    /// Its examples, each with whether it came first for it; of what no section answers, whether it was met with nothing.
    pub(super) examples: Vec<(String, bool)>,
    /// Those that it was quoted or offered for.
    pub(super) shown: usize,
    /// The sum of how likely it was said to be.
    sure: f32,
}

/// A question that meets something else than it should.
pub(super) struct Failure {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) wanted: String,
    pub(super) met: String,
}

impl Row {
    /// How likely it was said to be on average, from 0 to 1.
    pub(super) fn sure(&self) -> f32 {
        self.sure / self.examples.len().max(1) as f32
    }

    /// How many of its examples it came first for.
    pub(super) fn first(&self) -> usize {
        self.examples.iter().filter(|(_, first)| *first).count()
    }
}

/// Measures the article that `slug` names. Takes as long as learning it [`FOLDS`] times.
pub(super) fn measure(
    options: &Options,
    bot: &Bot,
    slug: Option<&str>,
) -> Result<Coverage, Vec<Mistake>> {
    let served = served(bot, slug);
    let library = Library::load(&options.content)?;
    let mut coverage = empty(served);
    let mut said = Vec::new();
    let entry = library
        .articles
        .iter()
        .find(|entry| entry.article.slug == served.article.slug);
    if let Some(entry) = entry {
        let mut asked = entry.asked.clone();
        entry.asked_in.iter().for_each(|more| asked.join(more));
        let folds = if asked.is_empty() { 0 } else { FOLDS };
        for fold in 0..folds {
            let learned = dealt(&asked, |at| at % FOLDS != fold);
            let index = Index::build(&entry.article, &learned, &library.words);
            let source = Source {
                article: &entry.article,
                index: &index,
                taught: &Taught::default(),
                commands: bot.knowledge.shelf.commands(),
            };
            let kept_out = dealt(&asked, |at| at % FOLDS == fold);
            coverage.count(source, &kept_out, &mut said);
        }
    }
    coverage.curve = Calibration::of(&said);
    coverage.questions = options.questions.as_ref().map(|file| {
        let questions = questions(file, &served.article)?;
        let failures = questions
            .iter()
            .filter_map(|question| failure(bot, served, question));
        Ok((questions.len(), failures.collect()))
    });
    Ok(coverage)
}

/// Those of `asked` at whose place in their list, counted through the file, `kept` holds.
fn dealt(asked: &Asked, kept: impl Fn(usize) -> bool) -> Asked {
    let mut places = 0..;
    asked.filtered(|_| places.next().is_some_and(&kept))
}

fn empty(served: &Served) -> Coverage {
    let sections = served.article.sections().len();
    let titles = (0..sections).map(|section| title(&served.article, section));
    let titles = titles.chain(["Not in the article".to_owned()]);
    let row = |title| Row {
        title,
        ..Row::default()
    };
    Coverage {
        rows: titles.map(row).collect(),
        found: vec![vec![0; sections + 1]; sections + 1],
        curve: Calibration::default(),
        questions: None,
    }
}

impl Coverage {
    /// Asks each of `kept_out`, and notes what was `said` of the first section: how likely, and whether it was right.
    fn count(&mut self, source: Source<'_>, kept_out: &Asked, said: &mut Vec<(f32, bool)>) {
        let sections = source.article.sections().len();
        let about = (0..sections)
            .flat_map(|section| kept_out.of(section).iter().map(move |text| (text, section)));
        let elsewhere = kept_out.elsewhere().iter().map(|text| (text, sections));
        for (text, wanted) in about.chain(elsewhere) {
            let answered = answer_calmly(source, Confidence::default(), text);
            let (shown, nothing) = shown(&answered);
            let Some(ranking) = &answered.ranking else {
                continue;
            };
            let first = ranking.hits.first();
            let found = first
                .filter(|_| !nothing)
                .map_or(sections, |hit| hit.section);
            let mut hits = ranking.hits.iter();
            let likely = match wanted == sections {
                true => ranking.elsewhere,
                false => hits
                    .find(|hit| hit.section == wanted)
                    .map_or(0.0, |hit| hit.probability),
            };
            let row = &mut self.rows[wanted];
            let is_first = match wanted == sections {
                true => nothing,
                false => first.is_some_and(|hit| hit.section == wanted),
            };
            row.examples.push((text.clone(), is_first));
            row.sure += likely;
            row.shown += usize::from(shown.contains(&wanted));
            self.found[wanted][found] += 1;
            said.extend(first.map(|hit| (hit.probability, hit.section == wanted)));
        }
    }

    /// How many examples there are.
    pub(super) fn examples(&self) -> usize {
        self.rows.iter().map(|row| row.examples.len()).sum()
    }

    /// Which was found first where another was asked for: what was asked, what was found, how often; most often first.
    pub(super) fn confused(&self) -> Vec<(usize, usize, usize)> {
        let cells = self.found.iter().enumerate().flat_map(|(asked, row)| {
            row.iter()
                .enumerate()
                .map(move |(found, count)| (asked, found, *count))
        });
        let mut confused: Vec<_> = cells
            .filter(|(asked, found, count)| asked != found && *count > 0)
            .collect();
        confused.sort_by_key(|(_, _, count)| std::cmp::Reverse(*count));
        confused
    }
}

/// The sections that are quoted or offered at once, and whether none is.
fn shown(answered: &Answered) -> (Vec<usize>, bool) {
    match &answered.answer {
        Answer::Passage(passage) | Answer::Section(passage) => (vec![passage.section()], false),
        Answer::Likely(passage, others) => {
            ([&[passage.section()], others.as_slice()].concat(), false)
        }
        Answer::DidYouMean(sections) | Answer::Sections(sections) => (sections.clone(), false),
        Answer::NotInArticle(_)
        | Answer::Clinic
        | Answer::OtherLanguage
        | Answer::Contents
        | Answer::Care(_) => (Vec::new(), true),
    }
}

/// What `question` meets, where it should meet something else: by words and encoder, as a member would.
fn failure(bot: &Bot, served: &Served, question: &Labelled) -> Option<Failure> {
    let source = bot.knowledge.shelf.source(served);
    let (answered, _) = bot
        .knowledge
        .answer(source, Confidence::default(), &question.text);
    let judged = Judged::new(question.clone(), &answered);
    let fails = match question.kind {
        Kind::In => !judged.right_or_offered(),
        Kind::Off => !matches!(judged.outcome, Outcome::Nothing | Outcome::OtherLanguage),
        Kind::Care => !matches!(judged.outcome, Outcome::Care(_)),
        Kind::Calm => matches!(judged.outcome, Outcome::Care(_)),
    };
    let wanted = match question.kind {
        Kind::In => {
            let titles: Vec<String> = question
                .gold
                .iter()
                .map(|it| title(&served.article, *it))
                .collect();
            titles.join(" · ")
        }
        Kind::Off => "not in the article".to_owned(),
        Kind::Care => "a care card".to_owned(),
        Kind::Calm => "no care card".to_owned(),
    };
    fails.then(|| Failure {
        id: question.id.clone(),
        text: question.text.clone(),
        wanted,
        met: verdict(&served.article, &answered.answer),
    })
}
