//! Bodies with files: `payload_json` beside `files[n]` (reference, "Uploading Files").

use super::shown::File;
use serde_json::Value;

/// The JSON and the files of one multipart body, or what is wrong with it.
pub fn parts(content_type: &str, body: &[u8]) -> Result<(Value, Vec<File>), String> {
    let boundary = content_type.split("boundary=").nth(1);
    let boundary = boundary
        .ok_or("multipart without a boundary")?
        .trim_matches('"');
    let (mut json, mut files) = (Value::Null, Vec::new());
    for part in split(body, format!("--{boundary}").as_bytes()) {
        let Some((head, content)) = head_and_content(part) else {
            continue;
        };
        let name = parameter(&head, "name").unwrap_or_default();
        if name == "payload_json" {
            json = serde_json::from_slice(content).map_err(|_| "payload_json is no JSON")?;
        } else if name.starts_with("files[") {
            let name = parameter(&head, "filename").ok_or("a file without a filename")?;
            files.push(File {
                name,
                bytes: content.to_vec(),
            });
        } else {
            return Err(format!("an unknown part `{name}`"));
        }
    }
    Ok((json, files))
}

/// The stretches of `body` between the separators, without the line breaks around them.
fn split<'a>(body: &'a [u8], separator: &[u8]) -> Vec<&'a [u8]> {
    let mut starts: Vec<usize> = Vec::new();
    let mut from = 0;
    while let Some(at) = find(&body[from..], separator) {
        starts.push(from + at);
        from += at + separator.len();
    }
    let pairs = starts.windows(2);
    pairs
        .map(|pair| &body[pair[0] + separator.len()..pair[1]])
        .collect()
}

fn head_and_content(part: &[u8]) -> Option<(String, &[u8])> {
    let end = find(part, b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&part[..end]).into_owned();
    let content = &part[end + 4..];
    Some((head, content.strip_suffix(b"\r\n").unwrap_or(content)))
}

fn parameter(head: &str, name: &str) -> Option<String> {
    let after = head.split(&format!(" {name}=\"")).nth(1)?;
    after.split('"').next().map(str::to_owned)
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    // The first byte alone rules out nearly every window of a large file.
    text.windows(wanted.len())
        .position(|window| window[0] == wanted[0] && window == wanted)
}
