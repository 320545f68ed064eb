//! What a path leads to: the file that holds it, through every `use` that brings a name nearer.

use super::code::{File, Written};
use std::collections::BTreeMap;

/// Rust allows no loop of names that stand for one another, so whoever follows more of them misread one.
const MOST_NAMES: usize = 16;

/// Every file of the house, found by its module.
pub struct Names<'f> {
    pub files: &'f [File],
    at: BTreeMap<&'f [String], usize>,
}

impl<'f> Names<'f> {
    pub fn of(files: &'f [File]) -> Names<'f> {
        let modules = files.iter().enumerate();
        let at = modules.map(|(at, file)| (file.module.as_slice(), at));
        let at = at.collect();
        Names { files, at }
    }

    /// The position of the file that holds what is `written` in `file`, and what it is called there; none if it is a
    /// module, or of another house.
    pub fn holder(&self, file: &File, written: &Written) -> Option<(usize, String)> {
        let path = absolute(file, &written.segments)?;
        self.follow(path, MOST_NAMES)
    }

    fn follow(&self, path: Vec<String>, left: usize) -> Option<(usize, String)> {
        assert!(left > 0, "names that stand for one another: {path:?}");
        let mut depths = (0..=path.len()).rev();
        let depth = depths.find(|depth| self.at.contains_key(&path[..*depth]))?;
        let place = self.at[&path[..depth]];
        let name = path.get(depth)?;
        let Some(named) = self.files[place].names.get(name) else {
            return Some((place, name.clone()));
        };
        let mut whole = absolute(&self.files[place], named)?;
        whole.extend_from_slice(&path[depth + 1..]);
        self.follow(whole, left - 1)
    }
}

/// The path from the root, if it begins in the house.
fn absolute(file: &File, segments: &[String]) -> Option<Vec<String>> {
    let (first, rest) = segments.split_first()?;
    let mut begun = match first.as_str() {
        "crate" => Vec::new(),
        "self" => file.module.clone(),
        "super" => {
            let above = rest.iter().take_while(|segment| *segment == "super");
            let depth = file.module.len().checked_sub(1 + above.count())?;
            file.module[..depth].to_vec()
        }
        name if file.children.contains(name) => {
            let mut own = file.module.clone();
            own.push(name.to_owned());
            own
        }
        name => match file.names.get(name) {
            Some(named) if named != segments && named.first() != Some(first) => {
                absolute(file, named)?
            }
            _ => return None,
        },
    };
    begun.extend(rest.iter().filter(|segment| *segment != "super").cloned());
    Some(begun)
}
