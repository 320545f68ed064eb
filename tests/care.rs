//! Care comes first: who writes one of these messages meets a card, and nobody else does.

use std::path::Path;
use verbatim::care::{Care, Route};
use verbatim::content::words::Words;

fn care() -> Care {
    let (words, _) = Words::read(Path::new("content/words.toml"), &read("content/words.toml"));
    let (care, mistakes) = Care::read(
        Path::new("content/care.toml"),
        &read("content/care.toml"),
        &words,
    );
    let mistakes: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
    care
}

fn read(file: &str) -> String {
    std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// `CARE_FILES=a.tsv:b.tsv cargo test --test care measure -- --ignored --nocapture`
#[test]
#[ignore = "a tool for whoever writes rules"]
fn measure() {
    let care = care();
    for file in std::env::var("CARE_FILES")
        .unwrap_or_default()
        .split(':')
        .filter(|f| !f.is_empty())
    {
        let (mut hit, mut wrong, mut care_lines, mut alarms, mut ok) = (0, 0, 0, 0, 0);
        let mut micros = 0.0;
        for line in read(file).lines() {
            let Some((tag, text)) = line.split_once('\t') else {
                continue;
            };
            let route = tag.split('/').next().unwrap();
            let begun = std::time::Instant::now();
            let signal = care.signal(text);
            micros += begun.elapsed().as_secs_f64() * 1e6;
            let expected = Route::ALL.iter().any(|r| r.name() == route);
            if expected {
                care_lines += 1
            } else {
                ok += 1
            }
            match signal {
                Some(s) if expected && s.route.name() == route => {
                    hit += 1;
                    let whose = tag
                        .split('/')
                        .nth(1)
                        .map_or("own", |w| if w == "did" { "done" } else { w });
                    if s.whose.name() != whose && std::env::var("WHOSE").is_ok() {
                        println!("WHOSE {tag} -> {} [{}] {text}", s.whose.name(), s.rule);
                    }
                }
                Some(s) if expected => {
                    hit += 1;
                    wrong += 1;
                    println!("ROUTE {tag} -> {} [{}] {text}", s.route.name(), s.rule)
                }
                None if expected => println!("MISS  {tag} {:?} {text}", care.met(text)),
                Some(s) => {
                    alarms += 1;
                    println!(
                        "ALARM {tag} -> {} [{}] <{}> {text}",
                        s.route.name(),
                        care.met(text).join(" "),
                        s.spans
                            .iter()
                            .map(|x| x.of(text))
                            .collect::<Vec<_>>()
                            .join("|")
                    )
                }
                None => (),
            }
        }
        println!(
            "{file}: caught {hit}/{care_lines}, wrong route {wrong}; alarms {alarms}/{ok}; {:.0} us each",
            micros / (care_lines + ok).max(1) as f64
        );
    }
}
