//! A crash leaves nothing to read: what the system would write of our memory holds questions and the token.

/// Lets the system write none of this process's memory to a disk, and no other program of the same account look
/// into it.
pub(super) fn leave_none() {
    #[cfg(target_os = "linux")]
    #[expect(unsafe_code, reason = "the system offers this to C alone")]
    // SAFETY: `prctl` takes numbers here; `setrlimit` only reads the limit that it is given. Both may be called at any
    // time.
    unsafe {
        libc::prctl(libc::PR_SET_DUMPABLE, 0, 0, 0, 0);
        // Where dumps go to a program instead of a file, this limit is not asked, and the line above is.
        let none = libc::rlimit {
            rlim_cur: 0,
            rlim_max: 0,
        };
        libc::setrlimit(libc::RLIMIT_CORE, &raw const none);
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    #[expect(unsafe_code, reason = "the system offers this to C alone")]
    fn no_memory_of_ours_may_be_dumped() {
        leave_none();
        // SAFETY: it takes a number and gives one.
        let may_be_dumped = unsafe { libc::prctl(libc::PR_GET_DUMPABLE) };
        assert_eq!(may_be_dumped, 0);
    }
}
