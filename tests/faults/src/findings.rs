//! What each fault showed: said at once, and kept for the table that `scripts/faults` prints at the end.

use std::fs::OpenOptions;
use std::io::Write;

/// Says what was seen of a fault. The variable `FAULTS_TABLE` names the file of the table.
pub fn found(fault: &str, seen: &str) {
    println!("{fault}: {seen}");
    let Some(table) = std::env::var_os("FAULTS_TABLE") else { return };
    let table = OpenOptions::new().create(true).append(true).open(table);
    writeln!(table.expect("the table can be written"), "{fault}\t{seen}").expect("a line of the table");
}
