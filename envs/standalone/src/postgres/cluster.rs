//! The cluster in the data folder: made once, whole or not at all.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::owner::Owner;
use super::programs::{self, Programs};
use crate::error::StartError;

/// The user name inside the database.
pub const USER: &str = "steward";

/// A cluster that can be started.
#[derive(Debug, Clone)]
pub struct Cluster {
    /// Where its data is.
    pub path: PathBuf,
    /// The programs to run it with.
    pub programs: Programs,
    /// Who runs it.
    pub owner: Owner,
}

impl Cluster {
    /// Finds the programs and makes the cluster when there is none.
    pub fn prepare(folder: &Path, bin: Option<&Path>) -> Result<Self, StartError> {
        let path = folder.join("postgres");
        let version = fs::read_to_string(path.join("PG_VERSION")).ok().map(|text| text.trim().to_owned());
        let programs = programs::find(bin, version.as_deref())?;
        let owner = Owner::find()?;
        owner.check_way(folder)?;
        match version {
            None => make(folder, &path, &programs, &owner)?,
            Some(found) if found != programs.version => {
                let (bin, present) = (programs.bin, programs.version);
                return Err(StartError::PostgresVersion { path, found, bin, present });
            }
            Some(_) => {}
        }
        Ok(Self { path, programs, owner })
    }
}

/// Makes the cluster beside its place and moves it there when it is whole.
fn make(folder: &Path, path: &Path, programs: &Programs, owner: &Owner) -> Result<(), StartError> {
    let failed = |reason: std::io::Error| StartError::FolderNotWritable { path: folder.to_owned(), reason };
    let half = folder.join("postgres.new");
    if half.exists() {
        fs::remove_dir_all(&half).map_err(failed)?;
    }
    owner.make_private(&half).map_err(failed)?;
    let mut command = Command::new(programs.bin.join("initdb"));
    command
        .args([
            "--username",
            USER,
            "--auth",
            "trust",
            "--encoding",
            "UTF8",
            "--locale",
            "C.UTF-8",
            "--pgdata",
        ])
        .arg(&half)
        .current_dir("/");
    owner.run(&mut command);
    let output = command.output().map_err(|error| StartError::Postgres(error.to_string()))?;
    if !output.status.success() {
        let text = String::from_utf8_lossy(&output.stderr);
        return Err(StartError::Postgres(format!("initdb: {}", text.trim())));
    }
    fs::rename(&half, path).map_err(failed)
}
