//! What a small language model inside the program makes of a message: one vector, and from it what kind of message
//! it is.
//!
//! It knows the language beyond the author's examples. It never writes a word, and nothing leaves the machine. Its
//! files stand in `content/encoder/`, made by `tests/encoder/`; without them the program serves by words alone.

mod classes;
mod fault;
mod layers;
mod pieces;

pub use classes::Classes;
pub use fault::Fault;

use layers::Layers;
use pieces::Pieces;
use sha2::{Digest, Sha256};
use std::fmt;
use std::num::NonZero;
use std::path::Path;
use std::thread;

/// So many hexadecimal digits tell encoders apart.
const NAME: usize = 16;

/// The model, ready to read.
pub struct Encoder {
    classes: Classes,
    pieces: Pieces,
    layers: Layers,
}

/// What the model makes of one message. All are logits, one a class, in the order of [`Classes`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sense {
    /// How much speaks for a need, as a logarithm of odds.
    pub need: f32,
    /// For each kind of help.
    pub routes: Vec<f32>,
    /// For each person whose need it may be.
    pub whose: Vec<f32>,
    /// For each section of the article it was fitted for; the last, that none answers.
    pub sections: Vec<f32>,
    /// What the message means, comparable between messages by the cosine of two.
    pub vector: Vec<f32>,
}

/// A message, and what the encoder makes of it if it was asked.
#[derive(Clone, Copy, Debug)]
pub struct Question<'q> {
    /// What was typed.
    pub text: &'q str,
    /// What the encoder makes of it.
    pub sense: Option<&'q Sense>,
}

impl<'q> From<&'q str> for Question<'q> {
    fn from(text: &'q str) -> Question<'q> {
        Question { text, sense: None }
    }
}

impl<'q> From<&'q String> for Question<'q> {
    fn from(text: &'q String) -> Question<'q> {
        Question::from(text.as_str())
    }
}

impl Encoder {
    /// Opens the files of `folder`, each held against the checksum that `encoder.toml` names.
    ///
    /// # Errors
    ///
    /// Which file is missing, cannot be read, or is not what it was.
    pub fn open(folder: &Path) -> Result<Encoder, Fault> {
        let file = folder.join(classes::FILE);
        let text = String::from_utf8(bytes(&file)?).map_err(|_| Fault::altered(&file))?;
        let classes = Classes::read(&text).map_err(|why| Fault::unreadable(&file, why))?;
        let open = |name: &str| -> Result<Vec<u8>, Fault> {
            let file = folder.join(name);
            let bytes = bytes(&file)?;
            match classes.checksum(name) == Some(checksum(&bytes).as_str()) {
                true => Ok(bytes),
                false => Err(Fault::altered(&file)),
            }
        };
        let pieces = Pieces::read(open(pieces::FILE)?);
        let pieces = pieces.ok_or_else(|| Fault::altered(&folder.join(pieces::FILE)))?;
        let layers = Layers::load(open(layers::FILE)?);
        let layers = layers.map_err(|why| Fault::unreadable(&folder.join(layers::FILE), why))?;
        Ok(Encoder {
            classes,
            pieces,
            layers,
        })
    }

    /// What its answers mean.
    pub fn classes(&self) -> &Classes {
        &self.classes
    }

    /// A name that only this encoder has, of hexadecimal digits.
    pub fn name(&self) -> String {
        checksum(self.classes.checksums().as_bytes())[..NAME].to_owned()
    }

    /// What each of `texts` means, as [`Sense::vector`]. For the start, when nobody waits: every core reads.
    pub fn vectors(&self, texts: &[&str]) -> Vec<Vec<f32>> {
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let share = texts.len().div_ceil(cores).max(1);
        let read = |texts: &[&str]| -> Vec<Vec<f32>> {
            texts.iter().map(|text| self.read(text).vector).collect()
        };
        thread::scope(|threads| {
            let shares = texts.chunks(share);
            let readers: Vec<_> = shares
                .map(|texts| threads.spawn(move || read(texts)))
                .collect();
            let read = readers.into_iter();
            read.flat_map(|it| it.join().expect("reading does not panic"))
                .collect()
        })
    }

    /// What it makes of `text`. Takes some ten milliseconds of one core: whoever serves many keeps a thread for it.
    pub fn read(&self, text: &str) -> Sense {
        self.layers.sense(self.pieces.rows(text))
    }
}

impl fmt::Debug for Encoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Encoder(…)")
    }
}

fn bytes(file: &Path) -> Result<Vec<u8>, Fault> {
    std::fs::read(file).map_err(|error| Fault::unreadable(file, error.to_string()))
}

/// The SHA-256 of `bytes`, as hexadecimal digits.
fn checksum(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
