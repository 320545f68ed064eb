//! `https://discord.com` of our own: the same Discord behind TLS, for a client that goes by no proxy.

use axum::serve::Listener;
use rcgen::{CertifiedKey, KeyPair, generate_simple_self_signed};
use reqwest::{Certificate, ClientBuilder};
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, LazyLock};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::server::TlsStream;

/// Where every client of Discord goes by itself.
const HOST: &str = "discord.com";

/// One certificate a process is enough.
static CERTIFIED: LazyLock<CertifiedKey<KeyPair>> = LazyLock::new(|| {
    generate_simple_self_signed([HOST.to_owned()]).expect("a certificate for a plain name")
});

/// Takes connections and shakes hands.
pub struct Secure {
    listener: TcpListener,
    acceptor: TlsAcceptor,
}

impl Secure {
    pub async fn bind() -> Secure {
        let key = PrivateKeyDer::try_from(CERTIFIED.signing_key.serialize_der());
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("versions that ring knows")
            .with_no_client_auth()
            .with_single_cert(
                vec![CERTIFIED.cert.der().clone()],
                key.expect("a key of ours"),
            );
        Secure {
            listener: TcpListener::bind("127.0.0.1:0").await.expect("a free port"),
            acceptor: TlsAcceptor::from(Arc::new(config.expect("key and certificate belong"))),
        }
    }
}

impl Listener for Secure {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            let (stream, address) = Listener::accept(&mut self.listener).await;
            // Whoever does not trust us hangs up.
            if let Ok(stream) = self.acceptor.accept(stream).await {
                return (stream, address);
            }
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.listener.local_addr()
    }
}

/// Lets `client` find Discord at `address`, and no other.
pub fn lead(client: ClientBuilder, address: SocketAddr) -> ClientBuilder {
    client.no_proxy().resolve(HOST, address)
}

/// Lets `client` take our certificate for Discord's.
pub fn trust(client: ClientBuilder) -> ClientBuilder {
    let certificate = Certificate::from_der(CERTIFIED.cert.der()).expect("a certificate of ours");
    client.add_root_certificate(certificate)
}
