//! Backups of Postgres as `docs/operations.md` takes them, and their restore into a new cluster.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::postgres::{DATABASES, Postgres, programs, reaching, run};

/// A dump of each database.
#[derive(Debug)]
pub struct Backup(PathBuf);

impl Backup {
    /// Dumps everything into `folder/backup` while it is in use.
    pub fn take(postgres: &Postgres, folder: &Path) -> Self {
        let backup = folder.join("backup");
        std::fs::create_dir(&backup).expect("a folder");
        for database in DATABASES {
            let file = backup.join(format!("{database}.dump"));
            run(tool("pg_dump", postgres).arg("-Fc").arg("-f").arg(file).arg(database));
        }
        Self(backup)
    }

    /// Restores it into a new cluster in `folder/restored` and gives that a new life.
    pub async fn restore(&self, folder: &Path) -> Postgres {
        let folder = folder.join("restored");
        std::fs::create_dir(&folder).expect("a folder");
        let postgres = Postgres::start(&folder, None).await;
        for database in DATABASES {
            let file = self.0.join(format!("{database}.dump"));
            run(tool("pg_restore", &postgres).args(["-d", database]).arg(file));
        }
        let after = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../envs/prod/backup/after-restore");
        let mut after = Command::new(after);
        after.env("PGHOST", "127.0.0.1").env("PGPORT", postgres.address.port().to_string());
        run(after.env("PGUSER", "steward"));
        postgres
    }
}

fn tool(name: &str, postgres: &Postgres) -> Command {
    let mut command = Command::new(programs().join(name));
    command.args(reaching(postgres.address));
    command
}
