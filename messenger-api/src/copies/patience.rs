//! Waiting for what is just arriving from another service.

use std::time::Duration;

/// How often something unknown is looked for again.
const LOOKS: u32 = 4;
/// Pause before each further look.
const PAUSE: Duration = Duration::from_millis(200);

/// A few more looks for something that may be in a feed already and not here yet.
#[derive(Debug, Default)]
pub struct Patience {
    looks: u32,
}

impl Patience {
    /// Waits a moment; false when that was done often enough.
    pub async fn again(&mut self) -> bool {
        if self.looks == LOOKS {
            return false;
        }
        self.looks += 1;
        tokio::time::sleep(PAUSE).await;
        true
    }
}
