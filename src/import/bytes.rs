//! A file's bytes as text: by its mark, by what the page says, as UTF-8 or, failing all that, as Latin letters.

use super::error::{ImportError, Other};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::path::Path;

/// A page says within so much which letters it is written in. In bytes; the standard's own number.
const HEAD: usize = 1024;

/// The text of `bytes`, and what to tell about how it was read.
///
/// # Errors
///
/// What kind of file it is instead, and what to do.
pub fn text(file: &Path, bytes: &[u8]) -> Result<(String, Option<String>), ImportError> {
    if let Some(other) = other_kind(file, bytes) {
        return Err(ImportError::NoText(other));
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return Ok((text.into_owned(), None));
    }
    if let Some(encoding) = wide(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        return Ok((
            text.into_owned(),
            Some(format!("It has no mark; I read it as {}.", encoding.name())),
        ));
    }
    if bytes.contains(&0) {
        return Err(ImportError::NoText(Other::Unknown));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), None));
    }
    let told = told(bytes).filter(|encoding| *encoding != UTF_8);
    let encoding = told.unwrap_or(WINDOWS_1252);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let note = match told {
        Some(_) => None,
        None => Some(
            "It is not UTF-8; I read it as Latin letters (windows-1252). Look at its accents, and save it as UTF-8 if they are wrong."
                .to_owned(),
        ),
    };
    Ok((text.into_owned(), note))
}

fn other_kind(file: &Path, bytes: &[u8]) -> Option<Other> {
    let end = file.extension().unwrap_or_default().to_string_lossy();
    let end = end.to_ascii_lowercase();
    let begins = |mark: &[u8]| bytes.starts_with(mark);
    let head = &bytes[..bytes.len().min(HEAD)];
    let holds = |mark: &[u8]| head.windows(mark.len()).any(|run| run == mark);
    if holds(b"%PDF-") {
        return Some(Other::Pdf);
    }
    if begins(b"PK\x03\x04") {
        return Some(match end.as_str() {
            "epub" => Other::Epub,
            _ if holds(b"application/epub+zip") => Other::Epub,
            "docx" | "odt" | "pages" | "docm" | "xlsx" | "pptx" => Other::Document,
            _ if holds(b"[Content_Types].xml") || holds(b"opendocument") || holds(b"word/") => {
                Other::Document
            }
            _ => Other::Archive,
        });
    }
    if begins(b"\xd0\xcf\x11\xe0") {
        return Some(Other::Document);
    }
    if begins(b"{\\rtf") {
        return Some(Other::Rtf);
    }
    let picture = begins(b"\x89PNG") || begins(b"\xff\xd8\xff") || begins(b"GIF8");
    if picture {
        return Some(Other::Picture);
    }
    begins(b"\x1f\x8b").then_some(Other::Archive)
}

/// UTF-16 without a mark shows by its zeros: every other byte of Latin letters is one.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HEAD) & !1];
    let zeros = |odd: usize| {
        head.iter()
            .skip(odd)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let half = head.len() / 2;
    let most = |zeros: usize| half >= 4 && zeros * 10 >= half * 7;
    if most(zeros(1)) {
        return Some(encoding_rs::UTF_16LE);
    }
    most(zeros(0)).then_some(encoding_rs::UTF_16BE)
}

/// The letters that a page or a program's first lines name: `<meta charset="iso-8859-1">`.
fn told(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    ["charset", "encoding", "coding"]
        .into_iter()
        .find_map(|key| {
            let at = head.find(key)? + key.len();
            let rest = head[at..].trim_start().strip_prefix(['=', ':'])?;
            let name =
                rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
            let end = name
                .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_')))
                .unwrap_or(name.len());
            Encoding::for_label(&name.as_bytes()[..end])
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, bytes: &[u8], expected: Result<(&str, bool), Other>) {
        let found = text(Path::new(name), bytes);
        match (found, expected) {
            (Ok((text, note)), Ok((wanted, told))) => {
                assert_eq!((text.as_str(), note.is_some()), (wanted, told))
            }
            (Err(ImportError::NoText(other)), Err(wanted)) => assert_eq!(other, wanted),
            (found, _) => panic!("{name}: {found:?}"),
        }
    }

    #[test]
    fn a_text_is_read_by_its_mark_by_what_it_says_or_as_latin() {
        check("a.txt", "é".as_bytes(), Ok(("é", false)));
        check("a.txt", b"\xef\xbb\xbfA", Ok(("A", false)));
        check("a.txt", b"\xff\xfeA\0b\0", Ok(("Ab", false)));
        check("a.txt", b"\xfe\xff\0A\0b", Ok(("Ab", false)));
        check("a.txt", b"A\0b\0c\0d\0e\0", Ok(("Abcde", true)));
        check("a.md", b"Caf\xe9", Ok(("Café", true)));
        check(
            "a.html",
            b"<meta charset=iso-8859-2>\xe8",
            Ok(("<meta charset=iso-8859-2>č", false)),
        );
    }

    #[test]
    fn what_is_no_text_is_named() {
        check("a.pdf", b"%PDF-1.7\x00", Err(Other::Pdf));
        check("a.docx", b"PK\x03\x04x", Err(Other::Document));
        check("a.epub", b"PK\x03\x04x", Err(Other::Epub));
        check("a.txt", b"a\0b", Err(Other::Unknown));
    }
}
