//! Memory, descriptors, threads and processor time of this process, under the names that Prometheus' own clients
//! give them.

use std::fmt::Error;

use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeMetric};
use prometheus_client::metrics::counter::ConstCounter;
use prometheus_client::metrics::gauge::ConstGauge;

/// Ticks in a second of the times in `/proc/self/stat`: part of Linux's interface to programs (`USER_HZ`).
const TICKS: f64 = 100.0;
/// Bytes in the unit of `/proc/self/status`.
const KIB: u64 = 1024;

/// Reads `/proc/self` whenever somebody asks.
#[derive(Debug)]
pub struct Process;

impl Collector for Process {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> Result<(), Error> {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let memory = number(&status, "VmRSS:").unwrap_or(0) * KIB;
        gauge(&mut encoder, "process_resident_memory_bytes", "Memory that is in use", memory)?;
        let threads = number(&status, "Threads:").unwrap_or(0);
        gauge(&mut encoder, "process_threads", "Threads", threads)?;
        gauge(&mut encoder, "process_open_fds", "Open descriptors; each socket needs one", descriptors())?;
        let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
        let most = number(&limits, "Max open files").unwrap_or(0);
        gauge(&mut encoder, "process_max_fds", "Descriptors that may be open", most)?;
        let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
        let seconds = ConstCounter::new(processor_seconds(&stat).unwrap_or(0.0));
        let help = "Processor time that was used, in seconds.";
        let metric = encoder.encode_descriptor("process_cpu_seconds", help, None, seconds.metric_type())?;
        seconds.encode(metric)
    }
}

/// How many descriptors are open. Linux tells it as the size of their folder since 6.2. To look through the folder takes
/// it a millisecond for each thousand, in which messages would wait: that is done only where it tells nothing.
fn descriptors() -> u64 {
    const FOLDER: &str = "/proc/self/fd";
    match std::fs::metadata(FOLDER).map_or(0, |folder| folder.len()) {
        0 => std::fs::read_dir(FOLDER).map_or(0, Iterator::count) as u64,
        told => told,
    }
}

fn gauge(encoder: &mut DescriptorEncoder<'_>, name: &str, help: &str, value: u64) -> Result<(), Error> {
    let gauge = ConstGauge::new(value);
    gauge.encode(encoder.encode_descriptor(name, &format!("{help}."), None, gauge.metric_type())?)
}

/// The first number in the line that begins with `name`.
pub(crate) fn number(text: &str, name: &str) -> Option<u64> {
    let rest = text.lines().find_map(|line| line.strip_prefix(name))?;
    rest.split_whitespace().next()?.parse().ok()
}

/// User and system time. The program's name, in brackets, can hold anything; what follows it cannot.
fn processor_seconds(stat: &str) -> Option<f64> {
    let (_, rest) = stat.rsplit_once(')')?;
    let mut fields = rest.split_whitespace().skip(11).map(str::parse::<f64>);
    let (user, system) = (fields.next()?.ok()?, fields.next()?.ok()?);
    Some((user + system) / TICKS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_linux_writes() {
        assert_eq!(number("Name:\tx\nVmRSS:\t   2048 kB\n", "VmRSS:"), Some(2048));
        assert_eq!(
            number("Max open files            1024                 4096   files", "Max open files"),
            Some(1024)
        );
        let stat = "7 (a) b) S 1 7 7 0 -1 4194560 1 0 0 0 250 50 0 0 20 0 1 0 1 1 1";
        assert_eq!(processor_seconds(stat), Some(3.0));
        assert_eq!(processor_seconds(""), None);
    }
}
