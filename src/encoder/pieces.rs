//! A message cut into pieces of words, each with its row of the embedding table.
//!
//! The cut is the likeliest by a unigram model (Kudo 2018, <https://arxiv.org/abs/1804.10959>), found by Viterbi's
//! algorithm. The rows are kept as they came: blocks of 32 weights of four bits with one scale (`Q4_0`), which
//! loses nothing here and takes an eighth of the memory.

use rten_tensor::NdTensor;
use unicode_normalization::UnicodeNormalization;

/// The file's name.
pub(super) const FILE: &str = "pieces.bin";

/// What the file begins with.
const MAGIC: &[u8; 4] = b"VBP1";

/// The numbers of a row.
pub(super) const WIDTH: usize = 384;

/// A block: a scale of 16 bits and 32 weights of four.
const BLOCK: usize = 2 + 16;
const ROW: usize = WIDTH / 32 * BLOCK;

/// The pieces that stand for no letters: the beginning, the end, and what no piece spells.
const BEGINNING: u32 = 0;
const END: u32 = 2;
const STRANGE: u32 = 3;

/// How much less likely a letter that no piece spells is than the unlikeliest piece, as SentencePiece has it.
const PENALTY: f32 = 10.0;

/// Stands for a space: pieces know where words begin.
const SPACE: char = '▁';

/// At most so many pieces are read, what frames them included: twice as many take twice as long. Of a longer message the
/// first and the last half of so many, since people begin with what happened and end with what they want.
const MOST: usize = 128;

/// The pieces of words, and what each means: the file, and where in it each piece stands. A table of their texts would take
/// three megabytes more.
pub(super) struct Pieces {
    file: Box<[u8]>,
    /// Where each piece begins, by its number. But for those that stand for no letters they are in the order of their texts.
    begin: Vec<u32>,
    /// Where their rows begin.
    rows: usize,
    /// The longest piece, in letters.
    longest: usize,
    /// The score of a letter that no piece spells.
    strange: f32,
}

/// The best cut that ends at one letter.
#[derive(Clone, Copy)]
struct Cut {
    score: f32,
    piece: u32,
    /// Where its last piece begins.
    from: usize,
}

impl Pieces {
    /// Reads the content of the file; none if it is of another form.
    pub(super) fn read(file: Vec<u8>) -> Option<Pieces> {
        let mut rest = file.strip_prefix(MAGIC)?;
        let count = u32::from_le_bytes(take(&mut rest)?);
        let (mut begin, mut longest, mut strange) = (Vec::new(), 1, 0.0_f32);
        let mut before = &[][..];
        for number in 0..count {
            begin.push(u32::try_from(file.len() - rest.len()).ok()?);
            let (score, text) = piece(&mut rest)?;
            strange = strange.min(score - PENALTY);
            if number > STRANGE {
                longest = longest.max(str::from_utf8(text).ok()?.chars().count());
                if before >= text {
                    return None;
                }
                before = text;
            }
        }
        let rows = file.len() - rest.len();
        (rest.len() == count as usize * ROW).then(|| Pieces {
            file: file.into(),
            begin,
            rows,
            longest,
            strange,
        })
    }

    /// The piece of this text, and its score.
    fn piece(&self, text: &str) -> Option<(u32, f32)> {
        let at = |begin: u32| {
            let mut rest = &self.file[begin as usize..];
            piece(&mut rest).expect("a piece that was read before")
        };
        let first = STRANGE as usize + 1;
        let place = self.begin[first..].binary_search_by(|begin| at(*begin).1.cmp(text.as_bytes()));
        let number = first + place.ok()?;
        let (score, _) = at(self.begin[number]);
        Some((u32::try_from(number).ok()?, score))
    }

    /// The embedding of `text`, a row a piece.
    pub(super) fn rows(&self, text: &str) -> NdTensor<f32, 2> {
        let pieces = self.framed(text);
        let mut rows = NdTensor::zeros([pieces.len(), WIDTH]);
        let data = rows.data_mut().expect("a new tensor lies in one piece");
        for (row, &piece) in data.chunks_exact_mut(WIDTH).zip(&pieces) {
            self.unpack(piece, row);
        }
        rows
    }

    /// The pieces of `text` between a beginning and an end, as many as are read.
    fn framed(&self, text: &str) -> Vec<u32> {
        let mut pieces = self.cut(&normal(text));
        let most = MOST - 2;
        if pieces.len() > most {
            pieces.drain(most / 2..pieces.len() - (most - most / 2));
        }
        pieces.insert(0, BEGINNING);
        pieces.push(END);
        pieces
    }

    /// The likeliest pieces of what is in normal form.
    fn cut(&self, text: &str) -> Vec<u32> {
        let mut ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        ends.push(text.len());
        let letters = ends.len() - 1;
        let unreached = Cut {
            score: f32::NEG_INFINITY,
            piece: STRANGE,
            from: 0,
        };
        let mut best = vec![unreached; letters + 1];
        best[0].score = 0.0;
        for from in 0..letters {
            let so_far = best[from].score;
            let mut reach = |to: usize, piece: u32, score: f32| {
                if so_far + score > best[to].score {
                    best[to] = Cut {
                        score: so_far + score,
                        piece,
                        from,
                    };
                }
            };
            for to in from + 1..=letters.min(from + self.longest) {
                if let Some((piece, score)) = self.piece(&text[ends[from]..ends[to]]) {
                    reach(to, piece, score);
                }
            }
            reach(from + 1, STRANGE, self.strange);
        }
        let mut pieces = Vec::new();
        let mut at = letters;
        while at > 0 {
            // Letters in a row that no piece spells are one strange piece.
            if best[at].piece != STRANGE || pieces.last() != Some(&STRANGE) {
                pieces.push(best[at].piece);
            }
            at = best[at].from;
        }
        pieces.reverse();
        pieces
    }

    /// Writes the row of `piece`.
    fn unpack(&self, piece: u32, row: &mut [f32]) {
        let packed = &self.file[self.rows + piece as usize * ROW..][..ROW];
        for (block, weights) in packed.chunks_exact(BLOCK).zip(row.chunks_exact_mut(32)) {
            let scale = half(u16::from_le_bytes([block[0], block[1]]));
            let (first, second) = weights.split_at_mut(16);
            for ((&pair, low), high) in block[2..].iter().zip(first).zip(second) {
                *low = (f32::from(pair & 15) - 8.0) * scale;
                *high = (f32::from(pair >> 4) - 8.0) * scale;
            }
        }
    }
}

/// `text` as pieces spell it: in lower case, in composed compatible form (NFKC), with plain quotation marks, and a mark
/// before each word.
fn normal(text: &str) -> String {
    let plain: String = text.chars().map(plain).nfkc().collect();
    let lower = plain.to_lowercase();
    let mut marked = String::with_capacity(lower.len() + 8);
    for word in lower.split_whitespace() {
        marked.push(SPACE);
        marked.push_str(word);
    }
    if marked.is_empty() {
        marked.push(SPACE);
    }
    marked
}

fn plain(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' | '`' | '´' => '\'',
        '“' | '”' | '„' => '"',
        c => c,
    }
}

/// A number of 16 bits (IEEE 754 binary16) that is finite.
fn half(bits: u16) -> f32 {
    let (sign, exponent, fraction) = (bits >> 15, (bits >> 10) & 31, f32::from(bits & 1023));
    let size = match exponent {
        0 => fraction * 2f32.powi(-24),
        exponent => (1.0 + fraction / 1024.0) * 2f32.powi(i32::from(exponent) - 15),
    };
    if sign == 1 { -size } else { size }
}

/// The score and the text of the piece that `rest` begins with, a logarithm of how likely it is, and what follows it.
fn piece<'f>(rest: &mut &'f [u8]) -> Option<(f32, &'f [u8])> {
    let score = f32::from_le_bytes(take(rest)?);
    let [length] = take(rest)?;
    let (text, after) = rest.split_at_checked(length.into())?;
    *rest = after;
    Some((score, text))
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (first, after) = rest.split_first_chunk()?;
    *rest = after;
    Some(*first)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file with these pieces, in order, after the four that stand for no letters; each with its score.
    fn pieces(known: &[(&str, f32)]) -> Pieces {
        Pieces::read(file(known)).expect("a file of the right form")
    }

    fn file(known: &[(&str, f32)]) -> Vec<u8> {
        let mut file = MAGIC.to_vec();
        let all = [("", 0.0); 4].into_iter().chain(known.iter().copied());
        let count = u32::try_from(known.len() + 4).unwrap();
        file.extend(count.to_le_bytes());
        for (text, score) in all {
            file.extend(f32::to_le_bytes(score));
            file.push(u8::try_from(text.len()).unwrap());
            file.extend(text.as_bytes());
        }
        file.extend(vec![0; count as usize * ROW]);
        file
    }

    #[test]
    fn the_likeliest_cut_is_taken_and_what_nothing_spells_is_one_strange_piece() {
        let pieces = pieces(&[
            ("art", -2.0),
            ("e", -3.0),
            ("h", -3.0),
            ("▁", -1.0),
            ("▁he", -2.0),
        ]);
        assert_eq!(pieces.cut(&normal("He  heart")), [8, 8, 4]);
        assert_eq!(pieces.cut(&normal("h你好e")), [7, 6, STRANGE, 5]);
        assert_eq!(pieces.framed(""), [BEGINNING, 7, END]);
    }

    #[test]
    fn of_a_long_message_the_first_and_the_last_half_are_read() {
        let pieces = pieces(&[("▁a", -1.0), ("▁z", -1.0)]);
        let framed = pieces.framed(&("a ".repeat(500) + &"z ".repeat(500)));
        assert_eq!(framed.len(), MOST);
        assert_eq!(
            framed.iter().filter(|piece| **piece == 4).count(),
            (MOST - 2) / 2
        );
    }

    #[test]
    fn a_file_cut_short_or_out_of_order_is_refused() {
        assert!(Pieces::read(file(&[("b", -1.0), ("a", -1.0)])).is_none());
        assert!(Pieces::read(b"VBP1\x02\0\0\0\0".to_vec()).is_none());
        assert!(Pieces::read(Vec::new()).is_none());
    }

    #[test]
    fn halves_are_read_exactly() {
        for (bits, number) in [
            (0x3c00, 1.0),
            (0xc000, -2.0),
            (0x3555, 0.333_251_95),
            (1, 5.960_464_5e-8),
        ] {
            assert_eq!(half(bits), number);
        }
    }
}
