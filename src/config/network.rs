//! Which addresses may see what is secret.

use crate::store::is_this_machine;

/// What lies between this machine and another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Network {
    /// Others may read there, or stand in for the other machine.
    #[default]
    Open,
    /// The operator says that nobody else is in it.
    Trusted,
}

impl Network {
    /// Whether what is secret may go to `host` without encryption.
    pub fn may_carry(self, host: &str) -> bool {
        self == Network::Trusted || is_this_machine(host)
    }
}

/// Whether what is sent to `address` is encrypted, or stays where it may be read.
pub fn is_safe(address: &str, network: Network) -> bool {
    let Some((scheme, rest)) = address.split_once("://") else {
        return false;
    };
    matches!(scheme, "https" | "wss") || network.may_carry(host(rest))
}

/// The host of what follows an address's scheme.
fn host(rest: &str) -> &str {
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let place = &rest[..end];
    let place = place.rsplit_once('@').map_or(place, |(_, place)| place);
    match place.strip_prefix('[').and_then(|it| it.split_once(']')) {
        Some((host, _)) => host,
        None => place.split_once(':').map_or(place, |(host, _)| host),
    }
}

/// Whether `address` is one that requests can be sent to: a scheme and a host, and nothing after.
pub fn is_address(address: &str) -> bool {
    let host = ["http://", "https://"]
        .iter()
        .find_map(|scheme| address.strip_prefix(scheme));
    host.map(|host| host.trim_end_matches('/'))
        .is_some_and(|host| !host.is_empty() && !host.contains(['/', '?', '#', '@', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_and_a_trusted_network_see_what_is_not_encrypted() {
        let open = |address| is_safe(address, Network::Open);
        for address in [
            "https://proxy.example",
            "wss://gateway.discord.gg/?v=10",
            "http://127.0.0.1:7979",
            "http://localhost",
            "ws://[::1]:80/",
            "ws://127.8.8.8",
        ] {
            assert!(open(address), "{address}");
        }
        for address in [
            "http://proxy.example:7979",
            "http://10.0.0.7",
            "ws://gateway.example/?at=127.0.0.1",
            "ws://127.0.0.1@gateway.example",
            "ws://127.0.0.1.example",
            "ws://[2001:db8::1]:80",
            "gateway.example",
        ] {
            assert!(!open(address), "{address}");
        }
        assert!(is_safe("http://10.0.0.7", Network::Trusted));
    }
}
