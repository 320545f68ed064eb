//! The link that brings the bot into a server, with no more rights than it uses.

use serenity::all::Permissions;

/// Where a server's moderator goes to invite the application with this id.
///
/// It sees channels, writes in them and in threads, and reads the message it answers; nothing else.
pub fn invite_link(application: u64) -> String {
    let rights = Permissions::VIEW_CHANNEL
        | Permissions::SEND_MESSAGES
        | Permissions::SEND_MESSAGES_IN_THREADS
        | Permissions::READ_MESSAGE_HISTORY;
    format!(
        "https://discord.com/oauth2/authorize?client_id={application}&scope=bot%20applications.commands&permissions={}",
        rights.bits()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_link_asks_for_the_least() {
        assert_eq!(
            invite_link(901),
            "https://discord.com/oauth2/authorize?client_id=901&scope=bot%20applications.commands&permissions=274877975552"
        );
    }
}
