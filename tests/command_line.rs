//! The program as a person or another program calls it.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Output, Stdio};

fn verbatim(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_verbatim"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_owned();
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(input.as_bytes());
    });
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the input was written");
    output
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn it_says_which_version_it_is_and_which_words_it_serves() {
    let output = verbatim(&["--version"], "");
    assert!(output.status.success());
    let told = text(&output.stdout);
    let lines: Vec<(&str, &str)> = told.lines().filter_map(|it| it.split_once(' ')).collect();
    let [
        ("verbatim", version),
        ("commit", commit),
        ("content", content),
    ] = lines[..]
    else {
        panic!("{told}");
    };
    assert_eq!(version, env!("CARGO_PKG_VERSION"));
    assert!(!commit.is_empty());
    assert!(
        content.len() == 12 && content.bytes().all(|it| it.is_ascii_hexdigit()),
        "{told}"
    );
    let nowhere = verbatim(&["--version", "--content", "no/such/folder"], "");
    assert!(text(&nowhere.stdout).contains("verbatim check"));
}

#[test]
fn a_question_is_answered_plainly_in_a_pipe() {
    let output = verbatim(&["ask", "does", "dopamine", "drop after orgasm?"], "");
    let printed = text(&output.stdout);
    assert!(output.status.success());
    assert!(
        printed.starts_with("1. The Biological Crash After Sex\n"),
        "{printed}"
    );
    assert!(printed.contains("│ - dopamine falls\n"), "{printed}");
    assert!(
        printed.contains("From “Why Men Withdraw After Sex”"),
        "{printed}"
    );
    assert!(
        printed.contains("│ What keeps a relationship healthy"),
        "{printed}"
    );
    assert!(!printed.contains('\x1b'), "no colours in a pipe");
}

#[test]
fn a_batch_keeps_its_order_and_its_form() {
    let questions = concat!(
        "{\"id\":\"a\",\"text\":\"section 3\"}\n",
        "{\"id\":\"b\",\"text\":\"weather in nairobi tomorrow\"}\n",
        "{\"id\":\"c\",\"text\":\"list the topics\"}\n",
        "{\"id\":\"d\",\"text\":\"i want to kill myself\"}\n",
    );
    let output = verbatim(&["ask", "--batch"], questions);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let lines: Vec<serde_json::Value> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line of JSON"))
        .collect();
    let told: Vec<(&str, &str)> = lines
        .iter()
        .map(|line| {
            (
                line["id"].as_str().unwrap(),
                line["outcome"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("a", "answer"),
            ("b", "none"),
            ("c", "contents"),
            ("d", "care")
        ]
    );
    assert_eq!(lines[0]["ranked"][0]["section"], "attachment-styles");
    assert_eq!(lines[0]["ranked"][0]["number"], 3);
    assert_eq!(lines[0]["article"], "why-he-withdraws");
    assert!(lines[0]["excerpt"].as_str().unwrap().len() > 100);
    assert_eq!(lines[1]["ranked"].as_array().unwrap().len(), 5);
    assert!(lines[1]["excerpt"].is_null());
    assert_eq!(lines[3]["care"], "self-harm");
    assert!(lines[3]["ranked"].as_array().unwrap().is_empty());
    assert!(lines.iter().all(|line| line["micros"].is_u64()));
}

/// What a process holds in memory now, in kilobytes.
#[cfg(target_os = "linux")]
fn resident(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).expect("it runs");
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().nth(1));
    number
        .and_then(|number| number.parse().ok())
        .expect("a number")
}

/// What may come and go while questions stream through. In kilobytes.
#[cfg(target_os = "linux")]
const BREATH: u64 = 2 * 1024;

#[cfg(target_os = "linux")]
#[test]
fn ten_thousand_questions_stream_through_in_the_memory_of_the_first() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_verbatim"))
        .args(["ask", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut questions = child.stdin.take().expect("a pipe");
    let mut answers = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let mut after_the_first = 0;
    for number in 1..=10_000 {
        let question = format!("{{\"id\":{number},\"text\":\"why is he distant {number}\"}}\n");
        questions
            .write_all(question.as_bytes())
            .expect("it listens");
        // Each is answered before the next is asked.
        let answer = answers.next().expect("an answer").expect("UTF-8");
        assert!(
            answer.starts_with(&format!("{{\"id\":{number},")),
            "{answer}"
        );
        if number == 1_000 {
            after_the_first = resident(child.id());
        }
    }
    let at_the_end = resident(child.id());
    println!("resident: {after_the_first} kB after 1,000, {at_the_end} kB after 10,000");
    assert!(at_the_end <= after_the_first + BREATH);
    drop(questions);
    assert!(answers.next().is_none());
    assert!(child.wait().expect("it ends").success());
}

#[test]
fn a_line_that_is_no_question_is_named_and_not_repeated() {
    let output = verbatim(
        &["ask", "--batch"],
        "{\"id\":1,\"text\":\"hi\"}\n{\"secret\n",
    );
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    assert!(said.starts_with("standard input, line 2: "), "{said}");
    assert!(!said.contains("secret"), "{said}");
}

#[test]
fn mistakes_in_the_content_end_with_code_one() {
    let empty = std::env::temp_dir().join(format!("verbatim-empty-{}", std::process::id()));
    std::fs::create_dir_all(&empty).expect("a folder");
    let folder = empty.to_str().expect("UTF-8");
    for command in [&["check"][..], &["ask", "why"][..]] {
        let mut arguments = vec!["--content", folder];
        arguments.extend(command);
        let output = verbatim(&arguments, "");
        assert_eq!(output.status.code(), Some(1));
        assert!(text(&output.stderr).contains("no article in this folder"));
    }
    std::fs::remove_dir_all(&empty).expect("it goes");
}

#[test]
fn our_own_content_has_no_mistakes() {
    let output = verbatim(&["check"], "");
    assert!(output.status.success(), "{}", text(&output.stderr));
}

#[test]
fn check_says_how_much_of_each_language_it_can_hear() {
    let said = text(&verbatim(&["check"], "").stdout).to_owned();
    let line = |language: &str| said.lines().find(|line| line.starts_with(language));
    for language in ["English", "French", "Spanish", "Portuguese", "Swahili"] {
        let line = line(language).unwrap_or_else(|| panic!("nothing of {language} in {said}"));
        for part in [
            " words; ",
            " questions a part, ",
            " of other matters; care: ",
            " messages of need, ",
        ] {
            assert!(line.contains(part), "{line}");
        }
    }
    let unheard = line("German").expect("we know it when we meet it");
    assert!(
        unheard.ends_with("told in it which languages are understood."),
        "{unheard}"
    );
}

#[test]
fn check_reads_the_operators_file_too() {
    let file = std::env::temp_dir().join(format!("verbatim-{}.toml", std::process::id()));
    std::fs::write(&file, "\n[answr]\narticle = \"x\"\n").expect("a file");
    let name = file.to_str().expect("UTF-8");
    let output = verbatim(&["--config", name, "check"], "");
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stderr);
    assert!(
        said.contains(&format!(
            "{name}:2: unknown key `answr`; did you mean `answer`?"
        )),
        "{said}"
    );
    std::fs::remove_file(&file).expect("it goes");
}

#[test]
fn a_file_that_was_named_must_be_there() {
    let output = verbatim(&["--config", "no/such.toml", "ask", "section 3"], "");
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stderr);
    assert!(
        said.starts_with("no/such.toml:1: cannot be read: "),
        "{said}"
    );
    assert!(output.stdout.is_empty());
}

#[test]
fn an_imported_article_answers_at_once_and_is_not_overwritten() {
    let folder = std::env::temp_dir().join(format!("verbatim-import-{}", std::process::id()));
    let content = folder.join("content");
    std::fs::create_dir_all(&content).expect("a folder");
    let article = "# On Tea\n\n## 1. Leaves\n\nLeaves are picked by hand.\n\n## 2. Water\n\nWater is boiled first.\n";
    std::fs::write(folder.join("tea.md"), article).expect("a file");
    let (file, content) = (folder.join("tea.md"), content.to_str().expect("UTF-8"));
    let file = file.to_str().expect("UTF-8");
    let import = || verbatim(&["--content", content, "import", file, "--as", "tea"], "");
    let output = import();
    assert!(output.status.success(), "{}", text(&output.stderr));
    let asked = verbatim(&["--content", content, "ask", "who picks the leaves?"], "");
    let printed = text(&asked.stdout);
    assert!(
        printed.starts_with("1. Leaves\n\n│ Leaves are picked by hand.\n"),
        "{printed}"
    );
    let again = import();
    assert_eq!(again.status.code(), Some(1));
    assert!(text(&again.stderr).contains("I overwrite nothing"));
    std::fs::remove_dir_all(&folder).expect("it goes");
}

#[test]
fn an_article_in_two_languages_is_asked_in_either() {
    let folder = std::env::temp_dir().join(format!("verbatim-two-{}", std::process::id()));
    let content = folder.join("content");
    std::fs::create_dir_all(&content).expect("a folder");
    let tea = "# On Tea\n\n## 1. Leaves\n\nLeaves are picked by hand.\n\n## 2. Water\n\nWater is boiled first.\n";
    let the = "# Du thé\n\n## 1. Les feuilles\n\nOn cueille les feuilles à la main.\n\n## 2. L'eau\n\nOn fait d'abord bouillir l'eau.\n";
    std::fs::write(folder.join("tea.md"), tea).expect("a file");
    std::fs::write(folder.join("the.md"), the).expect("a file");
    let path = |name: &str| folder.join(name).to_str().expect("UTF-8").to_owned();
    let content = content.to_str().expect("UTF-8");
    let run = |arguments: &[&str]| verbatim(&[&["--content", content], arguments].concat(), "");
    let imported = run(&["import", &path("tea.md"), "--as", "tea"]);
    assert!(imported.status.success(), "{}", text(&imported.stderr));
    let beside = [
        "import",
        &path("the.md"),
        "--as",
        "tea",
        "--language",
        "fr",
        "--beside",
    ];
    let imported = run(&beside);
    assert!(imported.status.success(), "{}", text(&imported.stderr));
    let french = "2. L'eau\n\n│ On fait d'abord bouillir l'eau.\n";
    for (arguments, begins) in [
        (
            &["ask", "section 2"][..],
            "2. Water\n\n│ Water is boiled first.\n",
        ),
        (&["ask", "--language", "fr", "section 2"], french),
        (
            &["ask", "la partie sur l'eau et pour quoi elle est là"],
            french,
        ),
    ] {
        let printed = text(&run(arguments).stdout);
        assert!(printed.contains(begins), "{arguments:?}: {printed}");
    }
    let json = text(&run(&["ask", "--json", "--language", "fr", "section 2"]).stdout);
    assert!(json.contains("On fait d'abord bouillir"), "{json}");
    assert!(json.contains("\"article\":\"tea\""), "{json}");
    let nowhere = run(&["ask", "--language", "de", "section 2"]);
    assert_eq!(nowhere.status.code(), Some(2));
    let said = text(&nowhere.stderr);
    assert!(
        said.contains("`tea` is not there in `de`. It is in: en, fr."),
        "{said}"
    );
    let checked = text(&run(&["check"]).stdout);
    assert!(
        checked.contains("tea/article.fr.md: 2 sections, the same."),
        "{checked}"
    );
    assert!(checked.contains("; read in it: tea"), "{checked}");
    std::fs::remove_dir_all(&folder).expect("it goes");
}

#[test]
fn check_points_at_a_title_that_stands_twice() {
    let folder = std::env::temp_dir().join(format!("verbatim-points-{}", std::process::id()));
    for (name, heading) in [("a", "Dogs"), ("b", "Cats")] {
        let article = format!(
            "# Rules\n\n## {heading}\n\nDogs stay outside.\n\n## Hours\n\nOpen from eight.\n"
        );
        std::fs::create_dir_all(folder.join(name)).expect("a folder");
        std::fs::write(folder.join(name).join("article.md"), article).expect("a file");
        std::fs::write(
            folder.join(name).join("article.toml"),
            "closing = \"none\"\n",
        )
        .expect("a file");
    }
    let output = verbatim(&["--content", folder.to_str().expect("UTF-8"), "check"], "");
    std::fs::remove_dir_all(&folder).expect("it goes");
    let told = text(&output.stderr);
    assert!(output.status.success(), "{told}");
    assert!(
        told.contains("b/article.md:1: the title of ") && told.contains("a/article.md too;"),
        "{told}"
    );
}

#[test]
fn check_points_at_a_section_that_neither_heading_nor_example_reaches() {
    let folder = std::env::temp_dir().join(format!("verbatim-unreached-{}", std::process::id()));
    let content = folder.join("content");
    std::fs::create_dir_all(&content).expect("a folder");
    let text = "# The pool\n\n## Adults\n\nLanes open at six.\n\n## Prices\n\nFour coins.\n\n## Children\n\nSlides open at ten.\n\n## Prices\n\nTwo coins.\n";
    std::fs::write(folder.join("pool.md"), text).expect("a file");
    let (file, content) = (folder.join("pool.md"), content.to_str().expect("UTF-8"));
    let file = file.to_str().expect("UTF-8");
    let run = |arguments: &[&str]| verbatim(&[&["--content", content], arguments].concat(), "");
    assert!(run(&["import", file, "--as", "pool"]).status.success());
    let told = text_of_check(&run(&["check"]));
    assert_eq!(
        told.matches("nobody reaches \"Prices\"").count(),
        1,
        "{told}"
    );
    let asked = "[sections]\nprices-2 = [\"what do two children pay for the slides\"]\n";
    std::fs::write(folder.join("content/pool/asked.toml"), asked).expect("a file");
    let told = text_of_check(&run(&["check"]));
    assert!(!told.contains("nobody reaches"), "{told}");
    std::fs::remove_dir_all(&folder).expect("it goes");
}

/// What a check that found no mistake warns of.
#[track_caller]
fn text_of_check(output: &Output) -> String {
    let told = text(&output.stderr);
    assert!(output.status.success(), "{told}");
    told
}

#[cfg(unix)]
#[test]
fn a_reader_who_has_read_enough_ends_the_program_quietly() {
    let commands: [&[&str]; 4] = [
        &["check"],
        &["ask", "why does he sleep?"],
        &["ask", "--explain", "why does he sleep?"],
        &["--help"],
    ];
    for arguments in commands {
        let mut child = Command::new(env!("CARGO_BIN_EXE_verbatim"))
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the program ends");
        let told = text(&output.stderr);
        assert!(
            !told.contains("panicked") && !told.contains("pipe"),
            "{arguments:?}: {told}"
        );
    }
}

#[test]
fn the_first_question_of_the_readme_is_answered() {
    let output = verbatim(&["ask", "why did he go quiet after we slept together?"], "");
    assert!(
        text(&output.stdout).starts_with(
            "There may be more than one cause. The article begins so:\n\nIntroduction\n\n│ "
        ),
        "{}",
        text(&output.stdout)
    );
}
