//! The load generator. It knows Steward only through its public interface, as any client would; it can start a
//! `steward` of its own, so that a figure comes from one command.
//!
//! ```text
//! steward-bench chats --conversations 1000 --rates 1000,2000,5000 --seconds 60
//! ```

mod chats;
mod error;
mod frames;
mod machine;
mod measure;
mod people;
mod report;
mod server;
mod socket;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::error::BenchError;
use crate::report::Report;
use crate::server::{Server, Target};

/// Measures a Steward through its public interface.
#[derive(Debug, Parser)]
#[command(name = "steward-bench", version)]
struct Arguments {
    #[command(flatten)]
    target: Target,
    /// Write the figures as JSON to this file, too.
    #[arg(long, global = true)]
    json: Option<PathBuf>,
    #[command(subcommand)]
    scenario: Scenario,
}

#[derive(Debug, Subcommand)]
enum Scenario {
    /// Two-person conversations in which each side sends at a steady rate, whether answered or not.
    Chats(chats::Chats),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    drop(rustls::crypto::aws_lc_rs::default_provider().install_default());
    // One thread: the generator should leave the machine to what it measures.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let outcome = runtime.map_err(BenchError::Runtime).and_then(|runtime| runtime.block_on(run(arguments)));
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => {
            eprintln!("a promise was broken: see the table");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the scenario; says whether every promise was kept.
async fn run(arguments: Arguments) -> Result<bool, BenchError> {
    let settings = match &arguments.scenario {
        Scenario::Chats(chats) => chats.settings(),
    };
    let server = Server::reach(&arguments.target, &settings).await?;
    let runs = match arguments.scenario {
        Scenario::Chats(chats) => chats.run(&server).await?,
    };
    let report = Report::new(settings, runs);
    report.print();
    if let Some(path) = &arguments.json {
        std::fs::write(path, report.to_json()).map_err(|error| BenchError::Write(path.clone(), error))?;
    }
    server.stop().await;
    Ok(report.is_clean())
}
