//! The memory that learning takes, given back.
//!
//! Linux's own allocator keeps what was freed, for the next who asks for as much. Nobody will: what learning takes at
//! the start is three times what the bot needs from then on.

use std::thread;
use std::time::Duration;

/// Pieces from this size on come from the system and go back to it when they are freed. Where nobody says so, the
/// allocator keeps ever larger ones; this is what it begins with. In bytes.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const LARGE: libc::c_int = 128 * 1024;

/// All threads take their pieces from one store. With one each, as the allocator would have it, what a burst took stays in
/// pieces between what is used: 1,500 questions at once left 13,616 KiB for good, and leave 5,044 with this.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const STORES: libc::c_int = 1;

/// Keeps large pieces no longer than they are used, and small ones together.
pub(super) fn keep_little() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    #[expect(unsafe_code, reason = "the allocator offers this to C alone")]
    // SAFETY: `mallopt` takes two numbers and the allocator's own lock, and may be called at any time.
    unsafe {
        libc::mallopt(libc::M_MMAP_THRESHOLD, LARGE);
        libc::mallopt(libc::M_ARENA_MAX, STORES);
    }
}

/// How often what a burst took is given back. In an hour that is a second of one processor, at most.
const ROUND: Duration = Duration::from_secs(20);

/// Gives what is free back, at once and again and again: after learning and after a burst nobody asks for as much.
pub(super) fn give_back_often() {
    thread::spawn(|| {
        loop {
            give_back();
            thread::sleep(ROUND);
        }
    });
}

/// Gives what is free back to the system, also between what is used.
pub(super) fn give_back() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    #[expect(unsafe_code, reason = "the allocator offers this to C alone")]
    // SAFETY: `malloc_trim` takes the allocator's own locks and touches only memory that is free.
    unsafe {
        libc::malloc_trim(0);
    }
}
