//! For tests: a fresh, migrated database each, on the private server that `scripts/with-postgres` starts; signed
//! tokens; a NATS server; what the system says of this process.

mod nats;
mod signer;

pub use nats::NatsServer;
pub use signer::Signer;

use std::path::Path;
use std::str::FromStr;

use sha2::{Digest, Sha256};
use sqlx::migrate::Migrator;
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, Connection, PgConnection, PgPool};
use tokio::sync::OnceCell;
use uuid::Uuid;

use crate::database;
use crate::metrics::process::number;

/// The variable that names the test server.
pub const SERVER: &str = "STEWARD_TEST_DATABASE_URL";

/// Whether this process has looked for what earlier ones left behind.
static CLEARED: OnceCell<()> = OnceCell::const_new();

/// Whether this process can have so many descriptors, or all that it may have, before their table must grow.
pub fn has_room_for(descriptors: usize) -> bool {
    let look = |file: &str, name| number(&std::fs::read_to_string(file).unwrap_or_default(), name);
    let limit = look("/proc/self/limits", "Max open files").unwrap_or(u64::MAX);
    look("/proc/self/status", "FDSize:").is_some_and(|room| room >= limit.min(descriptors as u64))
}

/// A pool on a new database. The first test makes a migrated template; all others copy it, which takes some
/// tens of milliseconds.
///
/// # Panics
/// When there is no test server: run the tests through `make test` or `scripts/with-postgres cargo test`.
#[allow(clippy::expect_used, reason = "a test that has no database has failed")]
pub async fn database(name: &str, migrators: &[&Migrator]) -> PgPool {
    let url = std::env::var(SERVER)
        .expect("STEWARD_TEST_DATABASE_URL names no server: run `scripts/with-postgres cargo test`");
    let options = PgConnectOptions::from_str(&url).expect("STEWARD_TEST_DATABASE_URL is an address");
    let mut server = PgConnection::connect_with(&options).await.expect("the test server answers");
    let template = format!("template_{name}_{}", fingerprint(migrators));
    make_template(&mut server, &options, &template, migrators).await.expect("the template is made");
    CLEARED.get_or_init(|| clear(&mut server)).await;
    let fresh = format!("test_{}_{name}_{}", std::process::id(), Uuid::now_v7().simple());
    sqlx::query(AssertSqlSafe(format!("CREATE DATABASE {fresh} TEMPLATE {template} STRATEGY FILE_COPY")))
        .execute(&mut server)
        .await
        .expect("the test database is made");
    database::connect(options.database(&fresh), 8).await.expect("the test database answers")
}

/// Drops the databases of test processes that have ended, so that the disk holds those of one at a time: each is
/// ten megabytes, and a whole run makes hundreds. What cannot be dropped now is left to the next process.
async fn clear(server: &mut PgConnection) {
    let names: Vec<String> =
        sqlx::query_scalar("SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'")
            .fetch_all(&mut *server)
            .await
            .unwrap_or_default();
    for name in names.iter().filter(|name| has_ended(name)) {
        let _ =
            sqlx::query(AssertSqlSafe(format!("DROP DATABASE IF EXISTS {name}"))).execute(&mut *server).await;
    }
}

/// Whether the process that made this database is no more.
fn has_ended(database: &str) -> bool {
    let process = database.split('_').nth(1).and_then(|part| part.parse::<u32>().ok());
    process.is_some_and(|process| !Path::new(&format!("/proc/{process}")).exists())
}

/// Changes with every migration, so that an old template is never used.
fn fingerprint(migrators: &[&Migrator]) -> String {
    let mut digest = Sha256::new();
    for migration in migrators.iter().flat_map(|migrator| migrator.iter()) {
        digest.update(&migration.checksum);
    }
    let digest: [u8; 32] = digest.finalize().into();
    digest.iter().take(6).fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

async fn make_template(
    server: &mut PgConnection,
    options: &PgConnectOptions,
    template: &str,
    migrators: &[&Migrator],
) -> Result<(), Box<dyn std::error::Error>> {
    sqlx::query("SELECT pg_advisory_lock(7331)").execute(&mut *server).await?;
    let exists = sqlx::query("SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate")
        .bind(template)
        .fetch_optional(&mut *server)
        .await?;
    if exists.is_none() {
        sqlx::query(AssertSqlSafe(format!("DROP DATABASE IF EXISTS {template}")))
            .execute(&mut *server)
            .await?;
        sqlx::query(AssertSqlSafe(format!("CREATE DATABASE {template}"))).execute(&mut *server).await?;
        let mut fresh = PgConnection::connect_with(&options.clone().database(template)).await?;
        for migrator in migrators {
            migrator.run(&mut fresh).await?;
        }
        fresh.close().await?;
        sqlx::query(AssertSqlSafe(format!("ALTER DATABASE {template} WITH IS_TEMPLATE true")))
            .execute(&mut *server)
            .await?;
    }
    sqlx::query("SELECT pg_advisory_unlock(7331)").execute(server).await?;
    Ok(())
}
