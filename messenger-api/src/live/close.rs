//! Close codes: what a client does next depends on them.

use axum::extract::ws::CloseFrame;
use service_kit::identity::TokenError;

/// Why a socket is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Close {
    /// Binary frames are not part of the protocol.
    Binary,
    /// Text that is not UTF-8.
    NotUtf8,
    /// A frame over the limit.
    TooLarge,
    /// This node is leaving; resume elsewhere.
    Drained,
    /// Nothing could be written for too long.
    Slow,
    /// Nothing was heard for too long.
    NoHeartbeat,
    /// More frames than the limit.
    TooFast,
    /// The database is away.
    DatabaseAway,
    /// Bad frames again and again.
    Abuse,
    /// No token, a bad one, or of somebody else.
    NotAuthenticated,
    /// The session was ended or the organization blocked.
    Revoked,
    /// The same person opened more sockets than allowed; this was the oldest.
    Replaced,
}

impl Close {
    /// Code and reason, as sent.
    pub fn frame(self) -> CloseFrame {
        let (code, reason) = self.words();
        CloseFrame { code, reason: reason.into() }
    }

    /// The code alone.
    pub fn code(self) -> u16 {
        self.words().0
    }

    fn words(self) -> (u16, &'static str) {
        match self {
            Self::Binary => (1003, "only text frames"),
            Self::NotUtf8 => (1007, "not UTF-8"),
            Self::TooLarge => (1009, "frame too large"),
            Self::Drained => (4101, "drained"),
            Self::Slow => (4102, "slow"),
            Self::NoHeartbeat => (4103, "no heartbeat"),
            Self::TooFast => (4201, "too fast"),
            Self::DatabaseAway => (4203, "database away"),
            Self::NotAuthenticated => (4401, "not authenticated"),
            Self::Revoked => (4402, "revoked"),
            Self::Replaced => (4404, "replaced"),
            Self::Abuse => (4405, "abuse"),
        }
    }
}

/// What a refused token means for a socket.
pub fn close_of(error: TokenError) -> Close {
    match error {
        TokenError::Invalid => Close::NotAuthenticated,
        TokenError::SessionEnded | TokenError::OrganizationBlocked => Close::Revoked,
    }
}
