//! A member of staff who takes everybody and stays, so that many participants have a conversation that is open.

use std::time::Duration;

use serde_json::Value;
use tokio::task::JoinHandle;

use super::live::Live;
use super::people::{Guest, Staff, Venue};
use crate::error::BenchError;
use crate::system::Settings;

/// Most conversations of one member.
const CAPACITY: usize = 20_000;
/// How often it is looked whether everybody was taken.
const LOOK: Duration = Duration::from_millis(200);
/// How long that may take.
const PATIENCE: Duration = Duration::from_secs(180);

/// The members, whose sockets are read for as long as this lives.
#[derive(Debug)]
pub struct Keeper {
    reading: Vec<JoinHandle<()>>,
}

impl Keeper {
    /// Settings that it needs: many guests ask at once, and nobody looks at what they ask.
    pub fn settings() -> Settings {
        let settings = [("MESSENGER_GUEST_REQUESTS", "1000000"), ("MESSENGER_PASS_ON_SECONDS", "86400")];
        Settings::from(settings.map(|(name, value)| (name, value.to_owned())))
    }

    /// Makes guests who ask for help, and takes all of them.
    pub async fn take(venue: &Venue, count: usize) -> Result<(Self, Vec<Guest>), BenchError> {
        let mut staff = Vec::new();
        let mut reading = Vec::new();
        for _ in 0..count.div_ceil(CAPACITY) {
            let member = venue.staff(CAPACITY, true).await?;
            let live = Live::start(&venue.api.url, 0, &member.token, &[], |_| ()).await?;
            reading.push(tokio::task::spawn_local(read(live)));
            staff.push(member);
        }
        let keeper = Self { reading };
        let guests = venue.guests(count).await?;
        let taken = async {
            while active(venue, &staff).await? < count {
                tokio::time::sleep(LOOK).await;
            }
            Ok(())
        };
        let late = BenchError::Frame { expected: "everybody to be taken", said: "nothing".to_owned() };
        tokio::time::timeout(PATIENCE, taken).await.unwrap_or(Err(late))?;
        Ok((keeper, guests))
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.reading.iter().for_each(JoinHandle::abort);
    }
}

async fn read(mut live: Live) {
    while live.next().await.is_ok() {}
}

/// Conversations that the members have now.
async fn active(venue: &Venue, staff: &[Staff]) -> Result<usize, BenchError> {
    let mut active = 0;
    for member in staff {
        let availability = venue.api.get("/messenger/v1/availability", &member.token).await?;
        active += availability.get("active").and_then(Value::as_u64).unwrap_or(0);
    }
    Ok(usize::try_from(active).unwrap_or(usize::MAX))
}
