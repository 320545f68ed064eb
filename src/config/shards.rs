//! Which shards a process serves: Discord shares out its servers over them.

use std::fmt;

/// Which shards a process serves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shards {
    /// As many as Discord recommends.
    #[default]
    All,
    /// These.
    These {
        /// From this one.
        first: u32,
        /// To this one.
        last: u32,
        /// Of so many.
        of: u32,
    },
    /// So many, whichever no other process serves.
    Any {
        /// So many.
        count: u32,
        /// Of so many.
        of: u32,
    },
}

/// Why what was written is none of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoShards {
    /// What is wrong.
    pub what: String,
    /// What to write instead.
    pub instead: String,
}

/// A shard has room for 2,500 servers, and Discord has fewer than as many as these would hold.
const MOST: u32 = 16_384;

/// What may be written.
const FORMS: &str =
    "write \"all\", \"0-3/16\" for the first four of sixteen, or \"4 of 16\" for any four";

impl Shards {
    /// Reads what `key` says.
    ///
    /// # Errors
    ///
    /// What is wrong with it, and what to write instead.
    pub fn read(key: &str, text: &str) -> Result<Shards, NoShards> {
        let no_such = |instead: String| NoShards {
            what: format!("`{key}` cannot be \"{text}\""),
            instead,
        };
        let Some(shards) = Shards::parse(text.trim()) else {
            return Err(no_such(FORMS.to_owned()));
        };
        match shards {
            Shards::These { of, .. } | Shards::Any { of, .. } if of > MOST => {
                Err(no_such(format!("there are no more than {MOST} shards")))
            }
            Shards::These { first, last, of } if first > last || last >= of => {
                Err(no_such(format!("the shards of {of} are {}", numbers(of))))
            }
            Shards::Any { count, of } if count == 0 || count > of => Err(no_such(format!(
                "a process serves at least 1 of {of} shards, and at most {of}"
            ))),
            shards => Ok(shards),
        }
    }

    fn parse(text: &str) -> Option<Shards> {
        if text == "all" {
            return Some(Shards::All);
        }
        if let Some((count, of)) = text.split_once(" of ") {
            return Some(Shards::Any {
                count: number(count)?,
                of: total(of)?,
            });
        }
        let (these, of) = text.split_once('/')?;
        let (first, last) = these.split_once('-').unwrap_or((these, these));
        Some(Shards::These {
            first: number(first)?,
            last: number(last)?,
            of: total(of)?,
        })
    }

    /// How many shards there are, where Discord recommends so many.
    pub fn of(self, recommended: u32) -> u32 {
        match self {
            Shards::All => recommended,
            Shards::These { of, .. } | Shards::Any { of, .. } => of,
        }
    }

    /// Which of them a process may serve.
    pub fn which(self, recommended: u32) -> Vec<u32> {
        match self {
            Shards::These { first, last, .. } => (first..=last).collect(),
            Shards::All | Shards::Any { .. } => (0..self.of(recommended)).collect(),
        }
    }

    /// How many of those it serves at once.
    pub fn at_once(self, recommended: u32) -> u32 {
        match self {
            Shards::All => recommended,
            Shards::These { first, last, .. } => last - first + 1,
            Shards::Any { count, .. } => count,
        }
    }
}

impl fmt::Display for NoShards {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.what, self.instead)
    }
}

/// Digits alone.
fn number(text: &str) -> Option<u32> {
    let text = text.trim();
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

fn total(text: &str) -> Option<u32> {
    number(text).filter(|of| *of > 0)
}

fn numbers(of: u32) -> String {
    match of {
        1 => "0 alone".to_owned(),
        _ => format!("0 to {}", of - 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_a_single_one_and_a_number_are_read() {
        let read = |text| Shards::read("shards", text).expect("shards");
        let seen = |text| {
            let shards: Shards = read(text);
            (shards.which(2), shards.at_once(2), shards.of(2))
        };
        assert_eq!(seen("all"), (vec![0, 1], 2, 2));
        assert_eq!(seen("0-3/16"), (vec![0, 1, 2, 3], 4, 16));
        assert_eq!(seen(" 5 / 16 "), (vec![5], 1, 16));
        assert_eq!(seen("0-0/1"), (vec![0], 1, 1));
        assert_eq!(seen("2 of 3"), (vec![0, 1, 2], 2, 3));
    }

    #[test]
    fn what_names_no_shards_is_told_with_what_to_write() {
        let told = |text| Shards::read("shards", text).map_err(|no| no.to_string());
        for text in [
            "",
            "4",
            "16/",
            "-3/16",
            "a-b/4",
            "0-3",
            "3 of",
            "1/0",
            "+1/4",
            "0 - 3 of 16",
            "all 4",
        ] {
            let expected = format!("`shards` cannot be \"{text}\"; {FORMS}");
            assert_eq!(told(text), Err(expected), "{text}");
        }
        for (text, instead) in [
            ("3-1/16", "the shards of 16 are 0 to 15"),
            ("12-16/16", "the shards of 16 are 0 to 15"),
            ("1/1", "the shards of 1 are 0 alone"),
            (
                "0 of 4",
                "a process serves at least 1 of 4 shards, and at most 4",
            ),
            (
                "5 of 4",
                "a process serves at least 1 of 4 shards, and at most 4",
            ),
            ("0/99999", "there are no more than 16384 shards"),
        ] {
            let expected = format!("`shards` cannot be \"{text}\"; {instead}");
            assert_eq!(told(text), Err(expected));
        }
    }
}
