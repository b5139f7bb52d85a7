//! Why Steward could not start, with what to do about it.

use std::net::SocketAddr;
use std::path::PathBuf;

/// Why Steward could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Somebody else listens there.
    #[error("{0} is taken by another program. Stop it, or choose another address with --listen.")]
    PortTaken(SocketAddr),
    /// Low ports need rights.
    #[error("{0} may not be used by this user. Choose a port above 1023 with --listen.")]
    PortForbidden(SocketAddr),
    /// The network refused in another way.
    #[error("cannot listen: {0}")]
    Listener(std::io::Error),
    /// The data folder cannot be written.
    #[error("the data folder {path} cannot be written ({reason}). Choose another with --data-dir.")]
    FolderNotWritable {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        reason: std::io::Error,
    },
    /// Another steward has it.
    #[error(
        "the data folder {0} is in use by another steward. Stop that one, or choose another with --data-dir."
    )]
    FolderInUse(PathBuf),
    /// It comes from the future.
    #[error(
        "the data folder {path} was made by a newer version of Steward (format {found}, this one knows {known}). Use that version, or another folder with --data-dir."
    )]
    FolderTooNew {
        /// The folder.
        path: PathBuf,
        /// Its format.
        found: u32,
        /// The newest format this version knows.
        known: u32,
    },
    /// The database has migrations that this version does not know.
    #[error(
        "the database was made by a newer version of Steward. Use that version, or another folder with --data-dir."
    )]
    DatabaseTooNew,
    /// No Postgres on this machine.
    #[error(
        "no Postgres was found on this machine. Install it (Debian: apt-get install postgresql), name its folder with --postgres-bin, or use a running one with --database-url."
    )]
    NoPostgres,
    /// The cluster is of another major version.
    #[error(
        "the database in {path} is of Postgres {found}, but {bin} is Postgres {present}. Install Postgres {found} or name its folder with --postgres-bin."
    )]
    PostgresVersion {
        /// The cluster.
        path: PathBuf,
        /// Its version.
        found: String,
        /// The programs that were found.
        bin: PathBuf,
        /// Their version.
        present: String,
    },
    /// Root may not run Postgres, and there is no user for it.
    #[error(
        "started as root, but there is no user `postgres` to run the database as. Install Debian's postgresql package, or start as an ordinary user."
    )]
    NoPostgresUser,
    /// A folder above is closed to the database's user.
    #[error("the database's user `postgres` cannot enter {0}. Choose a folder it can reach with --data-dir.")]
    FolderClosed(PathBuf),
    /// Postgres did something unexpected.
    #[error("the database could not be started: {0}")]
    Postgres(String),
    /// The databases could not be used.
    #[error("the database cannot be used: {0}")]
    Database(#[from] sqlx::Error),
    /// A service could not start.
    #[error("{0}")]
    Service(String),
    /// The certificate cannot be used.
    #[error("the certificate cannot be used: {0}")]
    Certificate(std::io::Error),
    /// `--tls certificate` alone.
    #[error("--tls certificate needs --tls-certificate and --tls-key.")]
    NoCertificate,
    /// `--tls acme` alone.
    #[error("--tls acme needs the name to get a certificate for: add --tls-domain.")]
    NoDomain,
    /// The collector of traces cannot be used.
    #[error(transparent)]
    Traces(#[from] service_kit::traces::TracingError),
    /// `--demo` on real data.
    #[error(
        "this data folder holds real organizations: --demo would mix sign-ins with a known password into them. Choose another with --data-dir."
    )]
    RealData,
    /// The demo could not be made.
    #[error("the demo could not be made: {0}")]
    Demo(String),
    /// It ended by itself.
    #[error("serving ended unexpectedly")]
    Stopped,
}
