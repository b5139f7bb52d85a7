//! The four databases, on the embedded Postgres or on one that was named.

use std::str::FromStr;

use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgConnection};

use crate::data_folder::DataFolder;
use crate::error::StartError;
use crate::postgres::{Cluster, Postgres};
use crate::settings::Settings;

/// The databases, each of which could stand on a server of its own.
const NAMES: [&str; 4] = ["participants", "organizers", "events", "messages"];

/// The databases, and what keeps them running.
pub struct Databases {
    server: PgConnectOptions,
    postgres: Option<Postgres>,
    _folder: Option<DataFolder>,
}

impl Databases {
    /// Starts the embedded Postgres, or uses the named one, and makes what is missing.
    pub async fn open(settings: &Settings) -> Result<Self, StartError> {
        let (server, postgres, folder) = if let Some(url) = &settings.database_url {
            (PgConnectOptions::from_str(url)?, None, None)
        } else {
            let folder = DataFolder::open(&settings.data_dir)?;
            let cluster = Cluster::prepare(&folder.path, settings.postgres_bin.as_deref())?;
            let postgres = Postgres::start(cluster).await?;
            (postgres.options(), Some(postgres), Some(folder))
        };
        let databases = Self { server, postgres, _folder: folder };
        databases.make().await?;
        Ok(databases)
    }

    async fn make(&self) -> Result<(), StartError> {
        let mut server = PgConnection::connect_with(&self.server.clone().database("postgres")).await?;
        for name in NAMES {
            let exists = sqlx::query("SELECT 1 FROM pg_database WHERE datname = $1").bind(name);
            if exists.fetch_optional(&mut server).await?.is_none() {
                sqlx::query(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut server).await?;
            }
        }
        server.close().await?;
        Ok(())
    }

    /// How to reach one of the databases.
    pub fn options(&self, name: &str) -> PgConnectOptions {
        self.server.clone().database(name)
    }

    /// The same as an address.
    pub fn url(&self, name: &str) -> String {
        self.options(name).to_url_lossy().to_string()
    }

    /// Stops the embedded Postgres in order.
    pub async fn close(self) {
        if let Some(postgres) = self.postgres {
            postgres.stop().await;
        }
    }
}
