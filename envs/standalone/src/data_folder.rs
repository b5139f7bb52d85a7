//! The data folder: writable, used by one steward at a time, and not from the future.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use nix::fcntl::{Flock, FlockArg};

use crate::error::StartError;

/// The format that this version writes. It grows when an older version could not read the folder any more.
const FORMAT: u32 = 1;

/// A data folder that this process holds.
#[derive(Debug)]
pub struct DataFolder {
    /// Where it is, absolute.
    pub path: PathBuf,
    _lock: Flock<File>,
}

impl DataFolder {
    /// Makes or opens the folder and holds it until dropped.
    pub fn open(path: &Path) -> Result<Self, StartError> {
        let not_writable =
            |reason: io::Error| StartError::FolderNotWritable { path: path.to_owned(), reason };
        fs::create_dir_all(path).map_err(not_writable)?;
        let path = path.canonicalize().map_err(not_writable)?;
        let lock = OpenOptions::new().create(true).truncate(false).write(true).open(path.join("lock"));
        let lock = Flock::lock(lock.map_err(not_writable)?, FlockArg::LockExclusiveNonblock)
            .map_err(|_| StartError::FolderInUse(path.clone()))?;
        let format = path.join("format");
        match fs::read_to_string(&format) {
            Ok(text) => {
                let found = text.trim().parse().unwrap_or(u32::MAX);
                if found > FORMAT {
                    return Err(StartError::FolderTooNew { path, found, known: FORMAT });
                }
            }
            Err(_) => fs::write(&format, format!("{FORMAT}\n")).map_err(not_writable)?,
        }
        // The database's user must be able to walk through, nobody needs to look around.
        let closed = fs::set_permissions(&path, fs::Permissions::from_mode(0o711));
        closed.map_err(not_writable)?;
        Ok(Self { path, _lock: lock })
    }
}
