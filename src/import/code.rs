//! Program texts stay what they are, between fences that a message can hold.

use super::draft::{Line, Role};
use crate::content::BLOCK_LIMIT;

/// What begins and ends a program text.
pub const FENCE: &str = "```";

/// A block holds so much code beside its fences. In characters.
const ROOM: usize = BLOCK_LIMIT - 40;

/// `lines`, each with its number, between fences; what no block can hold is several of them.
pub fn fenced<'c>(language: &str, lines: impl Iterator<Item = (usize, &'c str)>) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    let mut length = 0;
    let mut last = 0;
    let begin = format!("{FENCE}{language}");
    for (number, line) in lines {
        for piece in pieces(line) {
            let more = piece.chars().count() + 1;
            if found.is_empty() {
                found.push(Line::blank(number));
                found.push(Line::with(number, &begin, Role::Code));
            } else if length + more > ROOM {
                found.push(Line::with(number, FENCE, Role::Code));
                found.push(Line::blank(number));
                found.push(Line::with(number, &begin, Role::Code));
                length = 0;
            }
            length += more;
            last = number;
            // A fence inside would end it.
            let piece = piece.replace(FENCE, "'''");
            found.push(Line::with(number, &piece, Role::Code));
        }
    }
    if !found.is_empty() {
        found.push(Line::with(last, FENCE, Role::Code));
        found.push(Line::blank(last));
    }
    found
}

/// `line` in pieces that a block can hold.
fn pieces(line: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = line;
    while let Some((end, _)) = rest.char_indices().nth(ROOM - 1) {
        pieces.push(&rest[..end]);
        rest = &rest[end..];
    }
    pieces.push(rest);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_text_falls_apart_where_a_block_ends() {
        let long = "x = 1\n".repeat(400);
        let lines = fenced("sh", long.lines().map(|line| (7, line)));
        let fences = lines.iter().filter(|line| line.text.starts_with(FENCE));
        assert_eq!(fences.count() % 2, 0);
        let code = lines.iter().filter(|line| line.text == "x = 1").count();
        assert_eq!(code, 400);
    }
}
