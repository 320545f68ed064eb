//! Who reads our lines may have read enough: `verbatim check | head`.

/// Lets a closed pipe end the program quietly, as it ends every other. Not for the bot
/// and the author's page, which outlive their connections.
pub(super) fn end_with_reader() {
    #[cfg(unix)]
    #[expect(unsafe_code, reason = "the system offers this to C alone")]
    // SAFETY: no handler of ours runs; the signal gets its first meaning back before any thread is started.
    unsafe {
        libc::signal(libc::SIGPIPE, libc::SIG_DFL);
    }
}
