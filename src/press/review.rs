//! What is pressed on the way of a question from its asker to the moderators, and from them into what they teach.

use super::Key;
use super::table::table;
use crate::who::ChannelId;

table! {
    /// A press that concerns questions for the moderators, or what they taught. Pages count from 0.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Review {
        /// Write a question to the moderators; also the form that this opens. `carded` if a card was shown for these
        /// words, and they are for the moderators all the same.
        "send" => Send { article: Key, carded: bool },
        /// Look at a report; if it is gone, at the one that waits longest.
        "look" => Look { report: u64 },
        /// Write to whoever sent a report; also the form that this opens.
        "answer" => Answer { report: u64 },
        /// A report needs nothing more.
        "dismiss" => Dismiss { report: u64 },
        /// Choose the section that answers a report, on that page of the sections.
        "choose" => Choose { report: u64, page: u8 },
        /// See what would change if a section answered it.
        "weigh" => Weigh { report: u64, section: Key },
        /// Change the words before they are weighed; also the form that this opens.
        "edit" => Edit { report: u64, section: Key },
        /// Teach that the section answers it.
        "teach" => Teach { report: u64, section: Key },
        /// List what was taught, a page of it.
        "taught" => Taught { page: u8 },
        /// Delete a message of ours that everyone sees.
        "remove" => Remove { channel: ChannelId, message: u64 },
        /// The numbers behind a question that was tried, which the message repeats.
        "numbers" => Numbers,
        /// Take back something that was taught, which stands on that page of the list.
        "unteach" => Unteach { lesson: u64, page: u8 },
    }
}
