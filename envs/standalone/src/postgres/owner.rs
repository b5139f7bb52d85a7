//! Who runs Postgres: the user who started Steward, or, since Postgres refuses to run as root, the user
//! `postgres`.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use nix::unistd::{Uid, User};

use crate::error::StartError;

/// The user who runs Postgres.
#[derive(Debug, Clone)]
pub enum Owner {
    /// Whoever started Steward.
    Myself,
    /// Another, because root may not.
    Other(User),
}

impl Owner {
    /// Decides by who started Steward.
    pub fn find() -> Result<Self, StartError> {
        if !Uid::effective().is_root() {
            return Ok(Self::Myself);
        }
        let user = User::from_name("postgres").ok().flatten();
        user.map(Self::Other).ok_or(StartError::NoPostgresUser)
    }

    /// Makes a folder that only this user can enter.
    pub fn make_private(&self, path: &Path) -> std::io::Result<()> {
        if !path.exists() {
            fs::create_dir(path)?;
        }
        self.give(path)?;
        fs::set_permissions(path, fs::Permissions::from_mode(0o700))
    }

    /// Hands a file or folder over.
    pub fn give(&self, path: &Path) -> std::io::Result<()> {
        match self {
            Self::Myself => Ok(()),
            Self::Other(user) => chown(path, Some(user.uid.as_raw()), Some(user.gid.as_raw())),
        }
    }

    /// Lets a command run as this user.
    pub fn run(&self, command: &mut Command) {
        if let Self::Other(user) = self {
            command.uid(user.uid.as_raw()).gid(user.gid.as_raw());
        }
    }

    /// Fails with the name of the first folder on the way that this user cannot enter.
    pub fn check_way(&self, path: &Path) -> Result<(), StartError> {
        let Self::Other(user) = self else { return Ok(()) };
        let ancestors: Vec<&Path> = path.ancestors().collect();
        for folder in ancestors.into_iter().rev() {
            let Ok(about) = fs::metadata(folder) else { continue };
            let mode = about.mode();
            let open = mode & 0o001 != 0
                || (about.uid() == user.uid.as_raw() && mode & 0o100 != 0)
                || (about.gid() == user.gid.as_raw() && mode & 0o010 != 0);
            if !open {
                return Err(StartError::FolderClosed(folder.to_owned()));
            }
        }
        Ok(())
    }
}
