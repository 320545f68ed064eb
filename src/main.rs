//! The program: everything it does stands in [`verbatim::cli`].

fn main() -> std::process::ExitCode {
    verbatim::cli::run()
}
