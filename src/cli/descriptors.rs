//! How many files and connections this program may hold open.
//!
//! Systems give a program few unless it asks, 256 or 1,024, though it may have far more for the asking.

/// More than so many are never open: fifty requests, a connection a shard, a few files. A hundred shards have room.
const ENOUGH: libc::rlim_t = 4_096;

/// Asks for as many as we may have, up to [`ENOUGH`]. With fewer we serve as well, only fewer at once.
pub(super) fn raise() {
    let mut limit = libc::rlimit {
        rlim_cur: 0,
        rlim_max: 0,
    };
    #[expect(unsafe_code, reason = "the system offers this to C alone")]
    // SAFETY: both calls read and write `limit` alone, which lives until they return.
    unsafe {
        if libc::getrlimit(libc::RLIMIT_NOFILE, &raw mut limit) != 0 {
            return;
        }
        let wanted = ENOUGH.min(limit.rlim_max);
        if limit.rlim_cur < wanted {
            limit.rlim_cur = wanted;
            libc::setrlimit(libc::RLIMIT_NOFILE, &raw const limit);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn we_may_hold_open_what_we_need() {
        raise();
        let mut limit = libc::rlimit {
            rlim_cur: 0,
            rlim_max: 0,
        };
        #[expect(unsafe_code, reason = "the system offers this to C alone")]
        // SAFETY: the call writes `limit` alone.
        let told = unsafe { libc::getrlimit(libc::RLIMIT_NOFILE, &raw mut limit) };
        assert_eq!(told, 0);
        assert!(limit.rlim_cur >= ENOUGH.min(limit.rlim_max));
    }
}
