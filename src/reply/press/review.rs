//! What is pressed on the way of a question from its asker to the moderators, and from them into what they teach.

use super::{Key, UnknownPress, number};
use crate::who::ChannelId;
use std::fmt;
use std::str::FromStr;

/// A press that concerns questions for the moderators, or what they taught.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Review {
    /// Write a question to the moderators; also the form that this opens.
    Send {
        /// The article that was asked.
        article: Key,
        /// Whether a card was shown for these words, and they are for the moderators all the same.
        carded: bool,
    },
    /// Look at a report; if it is gone, at the one that waits longest.
    Look {
        /// Which report.
        report: u64,
    },
    /// Write to whoever sent a report; also the form that this opens.
    Answer {
        /// The report.
        report: u64,
    },
    /// A report needs nothing more.
    Dismiss {
        /// Which report.
        report: u64,
    },
    /// Choose the section that answers a report.
    Choose {
        /// Which report.
        report: u64,
        /// Which page of the sections, from 0.
        page: u8,
    },
    /// See what would change if a section answered it.
    Weigh {
        /// Which report.
        report: u64,
        /// The section.
        section: Key,
    },
    /// Change the words before they are weighed; also the form that this opens.
    Edit {
        /// Which report.
        report: u64,
        /// The section.
        section: Key,
    },
    /// Teach that the section answers it.
    Teach {
        /// Which report.
        report: u64,
        /// The section.
        section: Key,
    },
    /// List what was taught.
    Taught {
        /// Which page of the list, from 0.
        page: u8,
    },
    /// Delete a message of ours that everyone sees.
    Remove {
        /// Where it stands.
        channel: ChannelId,
        /// Which one.
        message: u64,
    },
    /// The numbers behind a question that was tried, which the message repeats.
    Numbers,
    /// Take back something that was taught.
    Unteach {
        /// Which lesson.
        lesson: u64,
        /// The page of the list it stands on.
        page: u8,
    },
}

/// What every id of this family begins with.
pub(super) const PREFIX: &str = "review";

impl fmt::Display for Review {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}:")?;
        match self {
            Review::Send { article, carded } => write!(f, "send:{article}:{}", u8::from(*carded)),
            Review::Look { report } => write!(f, "look:{report}"),
            Review::Answer { report } => write!(f, "answer:{report}"),
            Review::Dismiss { report } => write!(f, "dismiss:{report}"),
            Review::Choose { report, page } => write!(f, "choose:{report}:{page}"),
            Review::Weigh { report, section } => write!(f, "weigh:{report}:{section}"),
            Review::Edit { report, section } => write!(f, "edit:{report}:{section}"),
            Review::Teach { report, section } => write!(f, "teach:{report}:{section}"),
            Review::Taught { page } => write!(f, "taught:{page}"),
            Review::Remove { channel, message } => write!(f, "remove:{}:{message}", channel.0),
            Review::Numbers => write!(f, "numbers"),
            Review::Unteach { lesson, page } => write!(f, "unteach:{lesson}:{page}"),
        }
    }
}

impl FromStr for Review {
    type Err = UnknownPress;

    fn from_str(id: &str) -> Result<Review, UnknownPress> {
        let fields: Vec<&str> = id.split(':').collect();
        let [PREFIX, fields @ ..] = fields.as_slice() else {
            return Err(UnknownPress);
        };
        match *fields {
            ["send", article, carded] => Ok(Review::Send {
                article: article.parse()?,
                carded: match carded {
                    "0" => false,
                    "1" => true,
                    _ => return Err(UnknownPress),
                },
            }),
            ["look", report] => Ok(Review::Look {
                report: number(report)?,
            }),
            ["answer", report] => Ok(Review::Answer {
                report: number(report)?,
            }),
            ["dismiss", report] => Ok(Review::Dismiss {
                report: number(report)?,
            }),
            ["choose", report, page] => Ok(Review::Choose {
                report: number(report)?,
                page: number(page)?,
            }),
            ["weigh", report, section] => Ok(Review::Weigh {
                report: number(report)?,
                section: section.parse()?,
            }),
            ["edit", report, section] => Ok(Review::Edit {
                report: number(report)?,
                section: section.parse()?,
            }),
            ["teach", report, section] => Ok(Review::Teach {
                report: number(report)?,
                section: section.parse()?,
            }),
            ["taught", page] => Ok(Review::Taught {
                page: number(page)?,
            }),
            ["remove", channel, message] => Ok(Review::Remove {
                channel: ChannelId(number(channel)?),
                message: number(message)?,
            }),
            ["numbers"] => Ok(Review::Numbers),
            ["unteach", lesson, page] => Ok(Review::Unteach {
                lesson: number(lesson)?,
                page: number(page)?,
            }),
            _ => Err(UnknownPress),
        }
    }
}

#[cfg(test)]
pub(super) fn every_press() -> Vec<super::Press> {
    let (key, report, page) = (Key::of("a section"), u64::MAX, u8::MAX);
    let all = [
        Review::Send {
            article: key,
            carded: false,
        },
        Review::Send {
            article: key,
            carded: true,
        },
        Review::Look { report },
        Review::Answer { report },
        Review::Dismiss { report },
        Review::Choose { report, page },
        Review::Weigh {
            report,
            section: key,
        },
        Review::Edit {
            report,
            section: key,
        },
        Review::Teach {
            report,
            section: key,
        },
        Review::Taught { page },
        Review::Remove {
            channel: ChannelId(u64::MAX),
            message: u64::MAX,
        },
        Review::Numbers,
        Review::Unteach {
            lesson: report,
            page,
        },
    ];
    all.map(super::Press::Review).to_vec()
}
