//! What was found: a table for the terminal, JSON for programs, a page with plots for people.

mod page;
mod plot;
mod ratios;
mod table;

use std::path::Path;

use serde::Serialize;

use crate::error::BenchError;
use crate::outcome::Outcome;
use crate::system::machine::Machine;
pub use ratios::Ratio;

/// Outcomes on a machine.
#[derive(Debug, Serialize)]
pub struct Report {
    /// The machine.
    pub machine: Machine,
    /// When it was made.
    pub at: chrono::DateTime<chrono::Utc>,
    /// What was found.
    pub outcomes: Vec<Outcome>,
    /// Steward beside its peers, where both were measured in this run.
    pub ratios: Vec<Ratio>,
}

impl Report {
    /// Puts outcomes together.
    pub fn new(outcomes: Vec<Outcome>) -> Self {
        let ratios = ratios::of(&outcomes);
        Self { machine: Machine::look(), at: chrono::Utc::now(), outcomes, ratios }
    }

    /// Whether every promise was kept in every run.
    pub fn is_clean(&self) -> bool {
        self.outcomes.iter().all(|outcome| outcome.broken.is_empty())
    }

    /// Prints the table.
    pub fn print(&self) {
        use std::io::Write;
        // A closed terminal needs no table.
        let _ = std::io::stdout().lock().write_all(table::table(self).as_bytes());
    }

    /// Writes JSON to a file.
    pub fn write_json(&self, path: &Path) -> Result<(), BenchError> {
        write(path, &serde_json::to_string_pretty(self).unwrap_or_default())
    }

    /// Writes the page to a file.
    pub fn write_page(&self, path: &Path) -> Result<(), BenchError> {
        write(path, &page::page(self))
    }

    /// Writes the table to a file.
    pub fn write_table(&self, path: &Path) -> Result<(), BenchError> {
        write(path, &table::table(self))
    }
}

fn write(path: &Path, text: &str) -> Result<(), BenchError> {
    let failed = |error| BenchError::Write(path.to_owned(), error);
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    std::fs::write(path, text).map_err(failed)
}

/// What to call a case: the peer's name stands before it.
fn title(outcome: &Outcome) -> String {
    let of_peer = outcome.system != "Steward";
    if of_peer { format!("{}: {}", outcome.system, outcome.case) } else { outcome.case.clone() }
}

/// The machine in a line, and what each part of the system took of it.
fn load(outcome: &Outcome) -> String {
    let load = &outcome.load;
    let memory = load.service_mib.map_or_else(String::new, |mib| format!(", {mib:.0} MiB"));
    format!(
        "cores: service {:.2}{memory}, database {:.2}, generator {:.2}, other programs {:.2}, stolen {:.2}",
        load.service, load.database, load.generator, load.others, load.stolen
    )
}
