//! Room for the descriptors of many sockets.

use nix::fcntl::{FcntlArg, fcntl};
use nix::sys::resource::{Resource, getrlimit};
use nix::unistd::close;

/// What a process needs besides its sockets: its database, its files, the other services.
const OTHERS: u64 = 1_024;

/// Makes the table of descriptors as large as so many sockets need, eight bytes for each, within what the process may
/// have.
///
/// It grows by itself, too: each time it is full it doubles. With more than one thread Linux first waits then until
/// nobody can still read the old one (`synchronize_rcu`), 5 to 25 ms on two busy cores, and whoever opens or takes a
/// connection meanwhile waits as well: soon all threads. Thousands who come at once would stop the service six times.
pub fn make_room(sockets: usize) {
    let Ok((limit, _)) = getrlimit(Resource::RLIMIT_NOFILE) else { return };
    let wanted = (sockets as u64).saturating_add(OTHERS).min(limit).saturating_sub(1);
    let Ok(last) = i32::try_from(wanted) else { return };
    // A descriptor with a number so high needs the whole table. Where that cannot be had it grows by itself.
    if let Ok(highest) = fcntl(std::io::stderr(), FcntlArg::F_DUPFD_CLOEXEC(last)) {
        let _ = close(highest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::has_room_for;

    #[test]
    fn there_is_room_before_anybody_comes() {
        make_room(700);
        assert!(has_room_for(1_724));
        // More than it may have is no reason not to start.
        make_room(100_000);
        assert!(has_room_for(101_024));
    }
}
