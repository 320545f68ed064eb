//! An article that somebody just brought, without an example, with the encoder: what is meant is found, what is not
//! there is not offered, and the next start reads nothing again.

use crate::encoded::{Memory, with_encoder};
use crate::home::home;
use crate::public::{self, Topic};
use std::fs;
use std::path::Path;
use verbatim::answer::{Answer, Confidence};
use verbatim::bot::Knowledge;
use verbatim::content::Library;
use verbatim::encoder::Encoder;
use verbatim::search::Strangers;

const BEES: &str = "# Keeping bees

What a hive needs from its keeper in the course of a year.

## 1. Stores for the winter

A colony eats some fifteen kilograms of honey before spring. Lift the hive in September: if it is light, give syrup until
it is heavy.

## 2. Swarms

In May half of a strong colony leaves with the old queen. Look for queen cells every week, and split the colony before it
splits itself.

## 3. Mites

Varroa mites sit on the brood and carry viruses. Count them on a board under the frames, and treat in late summer.

## 4. Stings

Smoke calms the bees. Move slowly, wear a veil, and scrape a sting off at once.

## Closing

Look at your bees often, and do little.
";

fn open() -> Encoder {
    Encoder::open(Path::new("content/encoder")).expect("the files that stand in the repository")
}

fn start(home: &Path) -> Knowledge {
    let library = Library::load(&home.join("content")).expect("an article");
    Knowledge::kept_in(&home.join("learned"), library).expect("no mistakes")
}

/// The position of the section that is likeliest, and whether anything is quoted or offered.
fn found(knowledge: &Knowledge, question: &str) -> (usize, bool) {
    let source = knowledge.shelf.source(knowledge.shelf.default_article());
    let (answered, _) = knowledge.answer(source, Confidence::default(), question);
    let ranking = answered.ranking.expect("no care is needed");
    let shown = !matches!(answered.answer, Answer::NotInArticle(_));
    (ranking.hits[0].section, shown)
}

#[test]
fn an_article_just_brought_is_read_once_and_offers_nothing_to_other_matters() {
    let home = home("few-words", "bees", BEES);
    let both = start(&home).reading_with(open());
    let (asked, stings) = ("how do i protect myself against getting stung", 4);
    assert_eq!(found(&both, asked).0, stings);
    for other in [
        "how do i boil an egg",
        "who won the match last night",
        "fix my printer",
    ] {
        assert!(!found(&both, other).1, "{other}");
    }
    // The next start finds what this one made of it.
    let kept = || {
        let files = fs::read_dir(home.join("learned")).expect("a folder");
        let files = files.map(|file| file.expect("a file").path());
        let mut made: Vec<_> = files
            .filter(|file| file.to_string_lossy().contains("meanings"))
            .map(|file| {
                fs::metadata(&file)
                    .and_then(|it| it.modified())
                    .expect("a time")
            })
            .collect();
        made.sort();
        made
    };
    let before = kept();
    assert_eq!(before.len(), 1);
    let again = start(&home).reading_with(open());
    assert_eq!(found(&again, asked), found(&both, asked));
    assert_eq!(kept(), before, "nothing was made anew");
}

/// Of the public questions every so many-th is asked: the encoder takes some ten milliseconds each.
const EVERY: usize = 6;

/// The first question about each section of `topic` becomes its example.
fn with_a_first_example(topic: &Topic) -> Topic {
    let first = |section: usize| {
        let mut asked = topic.questions.iter();
        let asked = asked.find(|question| question.right == [section]);
        asked.map(|question| question.words.clone())
    };
    let examples = (0..topic.sections.len()).map(|section| first(section).into_iter().collect());
    Topic {
        examples: examples.collect(),
        ..topic.clone()
    }
}

/// So many questions fewer may be answered by chance: one of 134 is. While a first example counted as much as all that its
/// section says, eight were.
const BY_CHANCE: usize = 1;

/// Nobody who writes a first example should see the article answer less.
#[test]
fn a_first_example_a_section_lowers_next_to_nothing_that_is_answered() {
    let (encoder, strangers, known) = (open(), Strangers::default(), Memory::default());
    let library = Library::load(Path::new("content")).expect("our own words");
    let (mut bare, mut taught, mut asked) = (0, 0, 0);
    for topic in public::read(Path::new("tests/data/public")) {
        let with_one = with_a_first_example(&topic);
        let find = |topic| with_encoder(topic, &library.words, &encoder, &strangers, &known);
        let (before, after) = (find(&topic), find(&with_one));
        let examples = with_one.examples.concat();
        let others = topic.questions.iter().step_by(EVERY);
        for question in others.filter(|it| !examples.contains(&it.words)) {
            let is_first = |sections: &[usize]| question.right.contains(&sections[0]);
            bare += usize::from(is_first(&before(&question.words).sections));
            taught += usize::from(is_first(&after(&question.words).sections));
            asked += 1;
        }
    }
    println!("of {asked} the right section is first for {bare}, with an example each for {taught}");
    assert!(
        taught + BY_CHANCE >= bare,
        "{taught} of {asked}, before {bare}"
    );
}
