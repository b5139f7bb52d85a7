//! Finding the programs of Postgres.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::StartError;

/// Where Debian keeps one folder for each version.
const DEBIAN: &str = "/usr/lib/postgresql";

/// Folder and version of the programs.
#[derive(Debug, Clone)]
pub struct Programs {
    /// The folder with `postgres` and `initdb`.
    pub bin: PathBuf,
    /// The major version, such as `15`.
    pub version: String,
}

/// Finds the programs: where it was said, else those of the version that is wanted, else the newest.
pub fn find(named: Option<&Path>, wanted: Option<&str>) -> Result<Programs, StartError> {
    let mut found: Vec<Programs> = candidates(named).into_iter().filter_map(look).collect();
    found.sort_by_key(|programs| std::cmp::Reverse(programs.version.parse::<u32>().unwrap_or(0)));
    let matching = found.iter().find(|programs| wanted == Some(programs.version.as_str()));
    matching.or_else(|| found.first()).cloned().ok_or(StartError::NoPostgres)
}

fn candidates(named: Option<&Path>) -> Vec<PathBuf> {
    if let Some(named) = named {
        return vec![named.to_owned()];
    }
    let debian = std::fs::read_dir(DEBIAN).into_iter().flatten().flatten();
    let path = std::env::var_os("PATH").unwrap_or_default();
    debian.map(|version| version.path().join("bin")).chain(std::env::split_paths(&path)).collect()
}

fn look(bin: PathBuf) -> Option<Programs> {
    if !bin.join("initdb").is_file() {
        return None;
    }
    let output = Command::new(bin.join("postgres")).arg("--version").output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let version = text.split_whitespace().nth(2)?.split(['.', 'b', 'r', 'd']).next()?.to_owned();
    Some(Programs { bin, version })
}
