//! What a public button opens, and for whom.

use super::wire::{Parts, Wire};
use super::{Key, Shown, UnknownPress, need};
use crate::care::Need;
use crate::who::UserId;
use std::fmt::{self, Formatter};

/// What a public button opens for the one who asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The only one who may open it.
    pub asker: UserId,
    /// The article.
    pub article: Key,
    /// What comes before the article, if anything.
    pub need: Option<Need>,
    /// What was found in the article.
    pub shown: Shown,
}

/// No answer names more sections: one that is quoted and three beside it, or four to choose from.
const SECTIONS: usize = 4;

/// What can be found, each by one byte.
const PASSAGE: u8 = 0;
const CHOICES: u8 = 1;
const NEAREST: u8 = 2;
const OTHER_LANGUAGE: u8 = 3;
const CONTENTS: u8 = 4;
const LIKELY: u8 = 5;
const CLINIC: u8 = 6;

impl Opening {
    /// So many bytes it takes, whatever it is: once sealed, its length tells nothing.
    pub const LENGTH: usize = 8 + Key::LENGTH + need::LENGTH + 2 + 4 + SECTIONS * Key::LENGTH;

    /// It as bytes; what it does not use is zero.
    pub fn packed(&self) -> [u8; Opening::LENGTH] {
        let (kind, (first, last), sections) = parts(&self.shown);
        let sections = &sections[..sections.len().min(SECTIONS)];
        let mut bytes = Vec::with_capacity(Opening::LENGTH);
        bytes.extend(self.asker.0.to_be_bytes());
        bytes.extend(self.article.to_bytes());
        bytes.extend(need::to_bytes(self.need));
        bytes.extend([kind, u8::try_from(sections.len()).unwrap_or(u8::MAX)]);
        bytes.extend([first, last].map(u16::to_be_bytes).concat());
        bytes.extend(sections.iter().flat_map(|section| section.to_bytes()));
        bytes.resize(Opening::LENGTH, 0);
        bytes.try_into().expect("as long as that")
    }

    /// What was [`packed`](Opening::packed).
    ///
    /// # Errors
    ///
    /// If these bytes were not.
    pub fn unpacked(bytes: &[u8; Opening::LENGTH]) -> Result<Opening, UnknownPress> {
        let mut bytes = Bytes(bytes);
        let asker = UserId(u64::from_be_bytes(bytes.next()?));
        let article = Key::from_bytes(bytes.next()?);
        let need = need::from_bytes(bytes.next()?)?;
        let [kind, count] = bytes.next()?;
        let blocks = (
            u16::from_be_bytes(bytes.next()?),
            u16::from_be_bytes(bytes.next()?),
        );
        let sections = (0..count).map(|_| bytes.next().map(Key::from_bytes));
        let sections = sections.collect::<Result<Vec<Key>, UnknownPress>>()?;
        Ok(Opening {
            asker,
            article,
            need,
            shown: shown(kind, blocks, sections)?,
        })
    }
}

/// What kind `shown` is, the blocks it quotes, and the sections it names.
fn parts(shown: &Shown) -> (u8, (u16, u16), Vec<Key>) {
    match shown {
        Shown::Passage {
            section,
            blocks,
            next,
        } => {
            let sections = [*section].into_iter().chain(next.iter().copied());
            (PASSAGE, *blocks, sections.collect())
        }
        Shown::Likely {
            section,
            blocks,
            others,
        } => {
            let sections = [*section].into_iter().chain(others.iter().copied());
            (LIKELY, *blocks, sections.collect())
        }
        Shown::Choices(sections) => (CHOICES, (0, 0), sections.clone()),
        Shown::Nearest(sections) => (NEAREST, (0, 0), sections.clone()),
        Shown::OtherLanguage => (OTHER_LANGUAGE, (0, 0), Vec::new()),
        Shown::Clinic => (CLINIC, (0, 0), Vec::new()),
        Shown::Contents => (CONTENTS, (0, 0), Vec::new()),
    }
}

/// What has these [`parts`].
fn shown(kind: u8, blocks: (u16, u16), sections: Vec<Key>) -> Result<Shown, UnknownPress> {
    match kind {
        PASSAGE => {
            let (section, next) = sections.split_first().ok_or(UnknownPress)?;
            Ok(Shown::Passage {
                section: *section,
                blocks,
                next: next.to_vec(),
            })
        }
        LIKELY => {
            let (section, others) = sections.split_first().ok_or(UnknownPress)?;
            Ok(Shown::Likely {
                section: *section,
                blocks,
                others: others.to_vec(),
            })
        }
        CHOICES => Ok(Shown::Choices(sections)),
        NEAREST => Ok(Shown::Nearest(sections)),
        OTHER_LANGUAGE => Ok(Shown::OtherLanguage),
        CONTENTS => Ok(Shown::Contents),
        CLINIC => Ok(Shown::Clinic),
        _ => Err(UnknownPress),
    }
}

/// Bytes still to be read.
struct Bytes<'b>(&'b [u8]);

impl Bytes<'_> {
    fn next<const N: usize>(&mut self) -> Result<[u8; N], UnknownPress> {
        let (next, rest) = self.0.split_first_chunk().ok_or(UnknownPress)?;
        self.0 = rest;
        Ok(*next)
    }
}

/// In clear, as it stands under older messages.
impl Wire for Opening {
    fn write(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:", self.asker.0, self.article)?;
        self.need.write(f)?;
        f.write_str(":")?;
        self.shown.write(f)
    }

    fn read(parts: &mut Parts<'_>) -> Result<Opening, UnknownPress> {
        Ok(Opening {
            asker: UserId::read(parts)?,
            article: Key::read(parts)?,
            need: Option::read(parts)?,
            shown: Shown::read(parts)?,
        })
    }

    #[cfg(test)]
    fn every() -> Vec<Opening> {
        every_opening(UserId(u64::MAX))
    }
}

/// Everything a public button may open for `asker`, each need with each thing that was found.
#[cfg(test)]
pub(crate) fn every_opening(asker: UserId) -> Vec<Opening> {
    let needs = Option::<Need>::every().into_iter();
    let openings = needs.flat_map(|need| {
        Shown::every().into_iter().map(move |shown| Opening {
            asker,
            article: Key::LONGEST,
            need,
            shown,
        })
    });
    openings.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn whatever_is_opened_takes_the_same_room_and_is_read_again() {
        for opening in every_opening(UserId(u64::MAX)) {
            assert_eq!(Opening::unpacked(&opening.packed()), Ok(opening));
        }
    }

    #[test]
    fn more_sections_than_an_answer_names_are_left_out() {
        let mut opening = every_opening(UserId(1)).remove(0);
        opening.shown = Shown::Choices(vec![Key::LONGEST; 300]);
        let read = Opening::unpacked(&opening.packed()).expect("its own bytes");
        assert_eq!(read.shown, Shown::Choices(vec![Key::LONGEST; SECTIONS]));
    }

    proptest! {
        #[test]
        fn no_bytes_break_it(bytes: [u8; Opening::LENGTH]) {
            if let Ok(opening) = Opening::unpacked(&bytes) {
                let again = Opening::unpacked(&opening.packed());
                prop_assert_eq!(again, Ok(opening));
            }
        }
    }
}
