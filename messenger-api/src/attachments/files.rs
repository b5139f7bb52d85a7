//! Where finished attachments are: a local folder, or a bucket of an S3-compatible store, which several nodes share.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::{Error, ObjectStore, ObjectStoreExt};
use tokio::time::timeout;
use uuid::Uuid;

/// Where they are when nothing was said.
pub const DEFAULT_PLACE: &str = "./data/files";
/// How long the object store may take for one file; then the call may be made again.
const DEADLINE: Duration = Duration::from_secs(10);
/// How an address of an S3-compatible store begins.
const S3: &str = "s3://";

/// Why files cannot be kept or read.
#[derive(Debug, thiserror::Error)]
pub enum FilesError {
    /// The folder cannot be used.
    #[error("the folder {0} for photos and voice clips cannot be used: {1}")]
    Folder(String, std::io::Error),
    /// The object store refused.
    #[error("photos and voice clips: {0}")]
    Store(#[from] Error),
    /// The object store did not answer in time.
    #[error("photos and voice clips: no answer in time")]
    Late,
}

/// The object store.
#[derive(Debug)]
pub struct Files(Arc<dyn ObjectStore>);

/// Under which name a file is kept.
pub fn original(id: Uuid) -> Path {
    Path::from(id.to_string())
}

/// Under which name its thumbnail is kept.
pub fn thumbnail(id: Uuid) -> Path {
    Path::from(format!("{id}.thumbnail"))
}

impl Files {
    /// Opens a folder, which is made when it is missing, or `s3://bucket/prefix`, whose credentials stand in the usual
    /// `AWS_…` variables.
    pub fn open(place: &str) -> Result<Self, FilesError> {
        if let Some(address) = place.strip_prefix(S3) {
            let (bucket, prefix) = address.split_once('/').unwrap_or((address, ""));
            // Files go one by one, and not every store knows how to remove many at once.
            let store = AmazonS3Builder::from_env()
                .with_bucket_name(bucket)
                .with_disable_bulk_delete(true)
                .build()?;
            return Ok(Self(Arc::new(PrefixStore::new(store, prefix))));
        }
        std::fs::create_dir_all(place).map_err(|error| FilesError::Folder(place.to_owned(), error))?;
        // What was acknowledged survives a power cut.
        Ok(Self(Arc::new(LocalFileSystem::new_with_prefix(place)?.with_fsync(true))))
    }

    /// Keeps a file; one of this name is replaced.
    pub async fn put(&self, name: &Path, file: Vec<u8>) -> Result<(), FilesError> {
        timeout(DEADLINE, self.0.put(name, file.into())).await.map_err(|_| FilesError::Late)??;
        Ok(())
    }

    /// Reads a file.
    pub async fn get(&self, name: &Path) -> Result<Option<Bytes>, FilesError> {
        let read = async { self.0.get(name).await?.bytes().await };
        found(timeout(DEADLINE, read).await.map_err(|_| FilesError::Late)?)
    }

    /// Removes a file, if it is there.
    pub async fn remove(&self, name: &Path) -> Result<(), FilesError> {
        found(timeout(DEADLINE, self.0.delete(name)).await.map_err(|_| FilesError::Late)?)?;
        Ok(())
    }
}

fn found<T>(outcome: Result<T, Error>) -> Result<Option<T>, FilesError> {
    match outcome {
        Ok(value) => Ok(Some(value)),
        Err(Error::NotFound { .. }) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
