//! Pictures drawn by hand as SVG: which sections are taken for which, and whether a probability means what it says.
//!
//! Each is told in words as well, for whoever does not see it. Sizes are in the picture's own units.

use super::coverage::Coverage;
use crate::eval::Calibration;
use maud::{Markup, html};

/// The side of one cell of the matrix.
const CELL: usize = 24;

/// Room for the names of rows and columns.
const MARGIN: usize = 40;

/// For each section that was asked for a row, for each that came first a column: the darker, the oftener.
pub(super) fn matrix(coverage: &Coverage) -> Markup {
    let count = coverage.rows.len();
    let side = MARGIN + count * CELL;
    html! {
        svg.picture role="img" aria-labelledby="matrix-title matrix-about" viewBox={ "0 0 " (side + 1) " " (side + 1) } width=(side) height=(side) {
            title #matrix-title { "Which section was found first, for each that was asked for" }
            desc #matrix-about { "Rows are what was asked for, columns what was found; the list below tells those taken for each other most often." }
            @for at in 0..count {
                @let middle = MARGIN + at * CELL + CELL / 2;
                text.name x=(MARGIN - 6) y=(middle + 4) text-anchor="end" { (name(coverage, at)) }
                text.name x=(middle) y=(MARGIN - 6) text-anchor="middle" { (name(coverage, at)) }
            }
            @for (asked, row) in coverage.found.iter().enumerate() {
                @let all = row.iter().sum::<usize>().max(1);
                @for (found, times) in row.iter().enumerate() {
                    rect x=(MARGIN + found * CELL) y=(MARGIN + asked * CELL) width=(CELL) height=(CELL)
                        class=(if asked == found { "right" } else { "wrong" })
                        fill-opacity=(format!("{:.2}", *times as f32 / all as f32)) {
                        title { (coverage.rows[asked].title) " → " (coverage.rows[found].title) ": " (times) " of " (all) }
                    }
                }
            }
        }
    }
}

/// What the row and the column at `at` are called: the number in the title, or else the first letters.
fn name(coverage: &Coverage, at: usize) -> String {
    let title = &coverage.rows[at].title;
    match title.split_once(". ") {
        _ if at + 1 == coverage.rows.len() => "–".to_owned(),
        Some((number, _)) if number.bytes().all(|it| it.is_ascii_digit()) => number.to_owned(),
        _ => title.chars().take(4).collect(),
    }
}

/// The side of the curve's square.
const SQUARE: f32 = 220.0;

/// Room for what stands beside it.
const BESIDE: f32 = 36.0;

/// The same above it: half of the largest point reaches there.
const ABOVE: f32 = 12.0;

/// The largest point's radius.
const LARGEST: f32 = 9.0;

/// How often the first section was right (upwards), by how likely it was said to be (to the right). An honest probability
/// lies on the diagonal; a larger point stands for more questions.
pub(super) fn curve(curve: &Calibration) -> Markup {
    let most = curve.bins.iter().map(|bin| bin.0).max().unwrap_or(0).max(1) as f32;
    let place = |said: f32, right: f32| (BESIDE + said * SQUARE, ABOVE + (1.0 - right) * SQUARE);
    let points: Vec<(f32, f32, f32, usize, f32, f32)> = curve
        .bins
        .iter()
        .filter(|(count, ..)| *count > 0)
        .map(|&(count, said, right)| {
            let (x, y) = place(said, right);
            (
                x,
                y,
                (2.0_f32).max(LARGEST * (count as f32 / most).sqrt()),
                count,
                said,
                right,
            )
        })
        .collect();
    let line: Vec<String> = points
        .iter()
        .map(|(x, y, ..)| format!("{x:.1},{y:.1}"))
        .collect();
    let ((left, bottom), (right, top)) = (place(0.0, 0.0), place(1.0, 1.0));
    html! {
        svg.picture role="img" aria-labelledby="curve-title curve-about" viewBox={ "0 0 " (BESIDE + SQUARE + 12.0) " " (SQUARE + 48.0) } width=(BESIDE + SQUARE + 12.0) height=(SQUARE + 48.0) {
            title #curve-title { "How often the first section was right, by how likely it was said to be" }
            desc #curve-about { "On the diagonal a probability means what it says. The table below has the same numbers." }
            rect.ground x=(left) y=(top) width=(SQUARE) height=(SQUARE) {}
            line.diagonal x1=(left) y1=(bottom) x2=(right) y2=(top) {}
            @for tenth in [0.0_f32, 0.5, 1.0] {
                @let (x, y) = place(tenth, tenth);
                text.name x=(left - 6.0) y=(y + 4.0) text-anchor="end" { (tenth) }
                text.name x=(x) y=(bottom + 16.0) text-anchor="middle" { (tenth) }
            }
            text.name x=((left + right) / 2.0) y=(bottom + 32.0) text-anchor="middle" { "said to be likely" }
            polyline.curve points=(line.join(" ")) {}
            @for (x, y, radius, count, said, right) in &points {
                circle.point cx=(format!("{x:.1}")) cy=(format!("{y:.1}")) r=(format!("{radius:.1}")) {
                    title { "said " (format!("{said:.2}")) ", right " (format!("{right:.2}")) ", " (count) " questions" }
                }
            }
        }
    }
}
