//! Hosts of their own: network namespaces, each with lines to the rest that can be unplugged. They want root.

use std::net::{IpAddr, Ipv4Addr};
use std::process::{Command, Output};

/// What a line leads to. Each has a network of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// The load balancer, and over it people and other services.
    Front,
    /// Postgres.
    Store,
    /// NATS.
    Bus,
}

impl Line {
    /// Every line of a host.
    pub const ALL: [Self; 3] = [Self::Front, Self::Store, Self::Bus];

    fn place(self) -> u8 {
        match self {
            Self::Front => 0,
            Self::Store => 4,
            Self::Bus => 8,
        }
    }
}

/// A host; it goes when dropped, and whatever ran on it should have ended by then.
#[derive(Debug)]
pub struct Host {
    name: String,
    /// The first three numbers of its addresses.
    net: [u8; 3],
}

fn ip(words: &[&str]) -> Option<Output> {
    Command::new("ip").args(words).output().ok().filter(|output| output.status.success())
}

impl Host {
    /// A new host; none where this user, or this machine, may not have one.
    pub fn new() -> Option<Self> {
        let net = [10, rand::random_range(100..250), rand::random_range(1..250)];
        let host = Self { name: format!("stw{}-{}", net[1], net[2]), net };
        ip(&["netns", "add", &host.name])?;
        ip(&["-n", &host.name, "link", "set", "lo", "up"])?;
        for line in Line::ALL {
            let (outer, inner) = (host.device(line), format!("line{}", line.place()));
            ip(&["link", "add", &outer, "type", "veth", "peer", "name", &inner, "netns", &host.name])?;
            ip(&["addr", "add", &format!("{}/30", host.outside(line)), "dev", &outer])?;
            ip(&["link", "set", &outer, "up"])?;
            ip(&["-n", &host.name, "addr", "add", &format!("{}/30", host.inside(line)), "dev", &inner])?;
            ip(&["-n", &host.name, "link", "set", &inner, "up"])?;
        }
        Some(host)
    }

    fn device(&self, line: Line) -> String {
        format!("{}-{}", self.name, line.place())
    }

    fn address(&self, line: Line, last: u8) -> IpAddr {
        let [a, b, c] = self.net;
        Ipv4Addr::new(a, b, c, line.place() + last).into()
    }

    /// This machine's address at the end of a line.
    pub fn outside(&self, line: Line) -> IpAddr {
        self.address(line, 1)
    }

    /// The host's address at the end of a line.
    pub fn inside(&self, line: Line) -> IpAddr {
        self.address(line, 2)
    }

    /// Pulls the plug: packets vanish, and nobody is told.
    pub fn unplug(&self, line: Line) {
        ip(&["link", "set", &self.device(line), "down"]).expect("the line goes down");
    }

    /// Puts it back.
    pub fn plug(&self, line: Line) {
        ip(&["link", "set", &self.device(line), "up"]).expect("the line comes up");
    }

    /// The words that run a program there.
    pub(super) fn words(&self) -> [String; 4] {
        ["ip", "netns", "exec", &self.name].map(str::to_owned)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        for line in Line::ALL {
            ip(&["link", "del", &self.device(line)]);
        }
        ip(&["netns", "del", &self.name]);
    }
}
