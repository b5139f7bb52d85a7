//! Connecting to Postgres and bringing its schema up to date.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{Connection, PgPool};

use crate::metrics::{Family, Gauge, Label, Probe, Seconds, register, register_seconds};

/// Longest wait of a probe for a connection.
const PROBE: Duration = Duration::from_millis(500);

/// A connection that was used within this time is taken as it is; an older one is asked first whether it still works.
const FRESH: Duration = Duration::from_secs(1);

/// Opens a pool. Every connection gives up on statements after 10 s and on locks after 5 s, so that nothing
/// waits for ever behind something stuck.
pub async fn connect(options: PgConnectOptions, connections: u32) -> Result<PgPool, sqlx::Error> {
    PgPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(5))
        .test_before_acquire(false)
        .before_acquire(|connection, about| {
            Box::pin(async move {
                if about.idle_for > FRESH {
                    connection.ping().await?;
                }
                Ok(true)
            })
        })
        .connect_with(with_timeouts(options))
        .await
}

fn with_timeouts(options: PgConnectOptions) -> PgConnectOptions {
    options.options([
        ("statement_timeout", "10s"),
        ("lock_timeout", "5s"),
        ("idle_in_transaction_session_timeout", "10s"),
    ])
}

/// Runs what is missing of the migrations, each for as long as it takes: an index of many millions of rows takes longer
/// to make than any other statement may.
pub async fn migrate(pool: &PgPool, migrator: &Migrator) -> Result<(), MigrateError> {
    // Not one of the pool's any more: theirs keep their timeouts.
    let mut connection = pool.acquire().await?.detach();
    sqlx::query("SET statement_timeout = 0").execute(&mut connection).await?;
    let migrated = migrator.run(&mut connection).await;
    connection.close().await?;
    migrated
}

/// Whether a unique constraint of this name refused the statement.
pub fn violates(error: &sqlx::Error, constraint: &str) -> bool {
    error.as_database_error().is_some_and(|database| database.constraint() == Some(constraint))
}

struct Figures {
    busy: Family<Label, Gauge>,
    idle: Family<Label, Gauge>,
    most: Family<Label, Gauge>,
    wait: Family<Label, Seconds>,
}

static FIGURES: LazyLock<Figures> = LazyLock::new(|| Figures {
    busy: register("database_connections_busy", "Connections of the pool that are in use", Family::default()),
    idle: register(
        "database_connections_idle",
        "Connections of the pool that wait for work",
        Family::default(),
    ),
    most: register("database_connections_max", "Connections that the pool may open", Family::default()),
    wait: register_seconds(
        "database_wait",
        "How long this very question waited for a connection of the pool, in seconds",
        Family::default(),
    ),
});

/// Shows the pool of a database.
pub fn probe(database: &'static str, pool: PgPool) -> Probe {
    Probe::new(move || {
        let pool = pool.clone();
        async move {
            let of = Label("database", database);
            let (size, idle) = (i64::from(pool.size()), i64::try_from(pool.num_idle()).unwrap_or(i64::MAX));
            FIGURES.busy.get_or_create(&of).set(size.saturating_sub(idle));
            FIGURES.idle.get_or_create(&of).set(idle);
            FIGURES.most.get_or_create(&of).set(pool.options().get_max_connections().into());
            let asked = Instant::now();
            // A pool that gives none in time is shown with the time that was waited.
            drop(tokio::time::timeout(PROBE, pool.acquire()).await);
            FIGURES.wait.get_or_create(&of).set(asked.elapsed().as_secs_f64());
        }
    })
}

#[cfg(test)]
mod tests {
    use sqlx::migrate::{Migration, MigrationType};

    use super::*;
    use crate::testing;

    #[tokio::test]
    async fn a_migration_takes_as_long_as_it_takes_and_everything_else_does_not() {
        let pool = testing::database("kit", &[]).await;
        let look = "CREATE TABLE found AS SELECT current_setting('statement_timeout') AS timeout";
        let sql = sqlx::SqlStr::from_static(look);
        let migration = Migration::new(1, "look".into(), MigrationType::Simple, sql, false);
        migrate(&pool, &Migrator::with_migrations(vec![migration])).await.unwrap();
        let found: (String, String) =
            sqlx::query_as("SELECT timeout, current_setting('statement_timeout') FROM found")
                .fetch_one(&pool)
                .await
                .unwrap();
        assert_eq!(found, ("0".to_owned(), "10s".to_owned()));
    }
}
