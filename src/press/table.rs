//! A closed set of presses as a table, one row each: its enum, its ids and every value that tests walk are made of the rows.

/// Makes an enum of the rows `"tag" => Variant { field: Type }` and `"tag" => Variant(field: Type)`, and how it stands
/// in an id: the tag, and after it every field in the order of the row. What is `as Last` is left out at the end of an
/// id where it is empty.
///
/// A tag is never changed and no field is moved: ids stand under messages for ever.
macro_rules! table {
    (@write $f:ident, $field:ident) => {
        $f.write_str(":")?;
        $crate::press::wire::Wire::write($field, $f)?
    };
    (@write $f:ident, $field:ident Last) => {
        $crate::press::wire::write_last($field, $f)?
    };
    (@read $parts:ident, $type:ty) => {
        <$type as $crate::press::wire::Wire>::read($parts)?
    };
    (@read $parts:ident, $type:ty, Last) => {
        $crate::press::wire::read_last::<$type>($parts)?
    };
    // Every field's values with every other's.
    (@each [] $push:expr) => {
        $push
    };
    (@each [$field:ident: $type:ty, $($rest:tt)*] $push:expr) => {
        for $field in <$type as $crate::press::wire::Wire>::every() {
            table!(@each [$($rest)*] $push);
        }
    };
    (
        $(#[$about:meta])*
        pub enum $name:ident {
            $(
                $(#[$doc:meta])*
                $tag:literal => $variant:ident
                $({ $($field:ident: $type:ty $(as $last:ident)?),* })?
                $(( $($place:ident: $of:ty $(as $end:ident)?),* ))?,
            )*
        }
    ) => {
        $(#[$about])*
        pub enum $name {
            $(
                $(#[$doc])*
                $variant
                $({ $(#[doc = concat!("Its ", stringify!($field), ".")] $field: $type),* })?
                $(( $($of),* ))?,
            )*
        }

        impl $crate::press::wire::Wire for $name {
            fn write(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self {
                    $($name::$variant $({ $($field),* })? $(( $($place),* ))? => {
                        f.write_str($tag)?;
                        $($(table!(@write f, $field $($last)?);)*)?
                        $($(table!(@write f, $place $($end)?);)*)?
                    })*
                }
                Ok(())
            }

            fn read(
                parts: &mut $crate::press::wire::Parts<'_>,
            ) -> Result<$name, $crate::press::UnknownPress> {
                $(
                    let row = parts.row($tag, |rest| {
                        $($(let $field = table!(@read rest, $type $(, $last)?);)*)?
                        $($(let $place = table!(@read rest, $of $(, $end)?);)*)?
                        rest.end($name::$variant $({ $($field),* })? $(( $($place),* ))?)
                    });
                    if row.is_ok() {
                        return row;
                    }
                )*
                Err($crate::press::UnknownPress)
            }

            #[cfg(test)]
            fn every() -> Vec<$name> {
                let mut every = Vec::new();
                $(table!(
                    @each [$($($field: $type,)*)? $($($place: $of,)*)?]
                    every.push($name::$variant
                        $({ $($field: Clone::clone(&$field)),* })?
                        $(( $(Clone::clone(&$place)),* ))?)
                );)*
                every
            }
        }
    };
}

pub(super) use table;
