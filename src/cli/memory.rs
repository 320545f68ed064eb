//! The memory that learning took, given back.

/// Gives what is free back to the system. Learning leaves holes between what stays; the allocator of Linux keeps them,
/// and with them twice the memory that the bot needs from then on.
pub(super) fn give_back() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    #[expect(
        unsafe_code,
        reason = "the allocator offers this to C alone; it may be called at any time"
    )]
    // SAFETY: `malloc_trim` takes the allocator's own locks and touches only memory that is free.
    unsafe {
        libc::malloc_trim(0);
    }
}
