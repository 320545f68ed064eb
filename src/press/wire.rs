//! How the fields of a press stand in an id: text, with a colon between its parts.

use super::{Key, UnknownPress};
use crate::care::Length;
use crate::who::{ChannelId, UserId};
use std::fmt::{self, Display, Formatter};

/// Something that stands in an id, as one part of it or several.
pub(super) trait Wire: Sized {
    /// Writes its parts, without a colon before or behind them.
    fn write(&self, f: &mut Formatter<'_>) -> fmt::Result;

    /// Reads as many parts as it wrote.
    fn read(parts: &mut Parts<'_>) -> Result<Self, UnknownPress>;

    /// Everything it can be, as long and as short as it gets.
    #[cfg(test)]
    fn every() -> Vec<Self>;
}

/// The parts of an id that were not read yet; none when all were.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts<'i>(Option<&'i str>);

impl<'i> Parts<'i> {
    /// All parts of `id`.
    pub(super) fn of(id: &'i str) -> Parts<'i> {
        Parts(Some(id))
    }

    /// The next part.
    pub(super) fn take(&mut self) -> Result<&'i str, UnknownPress> {
        let left = self.0.ok_or(UnknownPress)?;
        let (part, rest) = match left.split_once(':') {
            Some((part, rest)) => (part, Some(rest)),
            None => (left, None),
        };
        self.0 = rest;
        Ok(part)
    }

    /// What follows `tag`, which may have several parts itself, if they begin with it.
    fn after(self, tag: &str) -> Option<Parts<'i>> {
        match self.0?.strip_prefix(tag)? {
            "" => Some(Parts(None)),
            rest => rest.strip_prefix(':').map(|rest| Parts(Some(rest))),
        }
    }

    /// What `read` makes of all that follows `tag`; nothing is read if that fails.
    pub(super) fn row<T>(
        &mut self,
        tag: &str,
        read: impl FnOnce(&mut Parts<'i>) -> Result<T, UnknownPress>,
    ) -> Result<T, UnknownPress> {
        let mut rest = self.after(tag).ok_or(UnknownPress)?;
        let row = read(&mut rest)?;
        *self = rest;
        Ok(row)
    }

    /// `read`, if that was all there is.
    pub(super) fn end<T>(self, read: T) -> Result<T, UnknownPress> {
        match self.0 {
            None => Ok(read),
            Some(_) => Err(UnknownPress),
        }
    }
}

/// Writes the last field of an id with the colon before it, unless it is empty.
pub(super) fn write_last<T: Wire + Default + PartialEq>(
    last: &T,
    f: &mut Formatter<'_>,
) -> fmt::Result {
    match *last == T::default() {
        true => Ok(()),
        false => {
            f.write_str(":")?;
            last.write(f)
        }
    }
}

/// The last field of an id, which is empty where it was left out.
pub(super) fn read_last<T: Wire + Default>(parts: &mut Parts<'_>) -> Result<T, UnknownPress> {
    match parts.0 {
        None => Ok(T::default()),
        Some(_) => T::read(parts),
    }
}

/// Fields of one part, which their own `Display` writes and their own `FromStr` reads; and what tests try of them.
macro_rules! parsed {
    ($($type:ty: $every:expr;)*) => {$(
        impl $crate::press::wire::Wire for $type {
            fn write(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(self, f)
            }

            fn read(
                parts: &mut $crate::press::wire::Parts<'_>,
            ) -> Result<Self, $crate::press::UnknownPress> {
                parts.take()?.parse().map_err(|_| $crate::press::UnknownPress)
            }

            #[cfg(test)]
            fn every() -> Vec<Self> {
                $every.to_vec()
            }
        }
    )*};
}
pub(super) use parsed;

parsed! {
    u8: [0, u8::MAX];
    u16: [u16::MAX];
    u64: [u64::MAX];
    Key: [Key::LONGEST];
}

/// What stands for nothing.
const NONE: &str = "-";

impl<T: Wire> Wire for Option<T> {
    fn write(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Some(value) => value.write(f),
            None => f.write_str(NONE),
        }
    }

    fn read(parts: &mut Parts<'_>) -> Result<Option<T>, UnknownPress> {
        match parts.after(NONE) {
            Some(rest) => {
                *parts = rest;
                Ok(None)
            }
            None => T::read(parts).map(Some),
        }
    }

    #[cfg(test)]
    fn every() -> Vec<Option<T>> {
        let values = T::every().into_iter().map(Some);
        [None].into_iter().chain(values).collect()
    }
}

impl Wire for bool {
    fn write(&self, f: &mut Formatter<'_>) -> fmt::Result {
        u8::from(*self).fmt(f)
    }

    fn read(parts: &mut Parts<'_>) -> Result<bool, UnknownPress> {
        match parts.take()? {
            "0" => Ok(false),
            "1" => Ok(true),
            _ => Err(UnknownPress),
        }
    }

    #[cfg(test)]
    fn every() -> Vec<bool> {
        vec![false, true]
    }
}

/// The first and the last block of a passage, in two parts.
impl Wire for (u16, u16) {
    fn write(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.0, self.1)
    }

    fn read(parts: &mut Parts<'_>) -> Result<(u16, u16), UnknownPress> {
        Ok((u16::read(parts)?, u16::read(parts)?))
    }

    #[cfg(test)]
    fn every() -> Vec<(u16, u16)> {
        u16::every()
            .into_iter()
            .map(|block| (block, block))
            .collect()
    }
}

/// Several keys, in one part.
impl Wire for Vec<Key> {
    fn write(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let keys: Vec<String> = self.iter().map(Key::to_string).collect();
        f.write_str(&keys.join(","))
    }

    fn read(parts: &mut Parts<'_>) -> Result<Vec<Key>, UnknownPress> {
        let keys = parts.take()?.split(',').filter(|key| !key.is_empty());
        keys.map(str::parse).collect()
    }

    /// Beside a section that is quoted no answer names more than three.
    #[cfg(test)]
    fn every() -> Vec<Vec<Key>> {
        [0, 3].map(|keys| vec![Key::LONGEST; keys]).to_vec()
    }
}

impl Wire for ChannelId {
    fn write(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }

    fn read(parts: &mut Parts<'_>) -> Result<ChannelId, UnknownPress> {
        u64::read(parts).map(ChannelId)
    }

    #[cfg(test)]
    fn every() -> Vec<ChannelId> {
        vec![ChannelId(u64::MAX)]
    }
}

impl Wire for UserId {
    fn write(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }

    fn read(parts: &mut Parts<'_>) -> Result<UserId, UnknownPress> {
        u64::read(parts).map(UserId)
    }

    #[cfg(test)]
    fn every() -> Vec<UserId> {
        vec![UserId(u64::MAX)]
    }
}

/// How much of a card was said, in a letter.
impl Wire for Length {
    fn write(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Length::Full => "f",
            Length::Short => "s",
        })
    }

    fn read(parts: &mut Parts<'_>) -> Result<Length, UnknownPress> {
        match parts.take()? {
            "f" => Ok(Length::Full),
            "s" => Ok(Length::Short),
            _ => Err(UnknownPress),
        }
    }

    #[cfg(test)]
    fn every() -> Vec<Length> {
        vec![Length::Full, Length::Short]
    }
}
