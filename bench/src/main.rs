//! The load generator. It knows Steward only through its public interface, as any client would; it can start a
//! `steward` of its own, so that a figure comes from one command.
//!
//! ```text
//! steward-bench chats --conversations 1000 --rates 1000,2000,5000 --seconds 60
//! ```

mod client;
mod error;
mod measure;
mod numbers;
mod outcome;
mod peers;
mod report;
mod scenarios;
mod system;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use tokio::signal::unix::{SignalKind, signal};
use tokio::task::LocalSet;

use crate::client::hold::Hold;
use crate::error::BenchError;
use crate::peers::Peers;
use crate::report::Report;
use crate::scenarios::Scenario;
use crate::scenarios::all::All;
use crate::system::Target;
use crate::system::priority::Cleanup;

/// What the generator takes of the processors is missing elsewhere: this allocator takes less.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Measures a Steward through its public interface.
#[derive(Debug, Parser)]
#[command(name = "steward-bench", version)]
struct Arguments {
    #[command(flatten)]
    target: Target,
    /// Write the figures as JSON to this file, too.
    #[arg(long, global = true)]
    json: Option<PathBuf>,
    /// Write a page with plots to this file, too.
    #[arg(long, global = true)]
    page: Option<PathBuf>,
    /// Write the table to this file, too.
    #[arg(long, global = true)]
    table: Option<PathBuf>,
    /// How often each case is measured; the figures are the medians.
    #[arg(long, global = true, default_value_t = 1)]
    runs: usize,
    #[command(subcommand)]
    task: Task,
}

/// What to do.
#[derive(Debug, Clone, Subcommand)]
enum Task {
    #[command(flatten)]
    Measure(Scenario),
    /// A short version of everything, in less than ten minutes.
    All(All),
    /// Peers under the same load: ejabberd and socket.io.
    Peers(Peers),
    /// A part of a crowd: holds sockets for another process of the generator.
    #[command(hide = true)]
    Hold(Hold),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    drop(rustls::crypto::aws_lc_rs::default_provider().install_default());
    // One thread: the generator should leave the machine to what it measures.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let outcome = runtime
        .map_err(BenchError::Runtime)
        .and_then(|runtime| LocalSet::new().block_on(&runtime, obey(arguments)));
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

/// A part of a crowd ends with whoever told it what to do, or by a signal like any other program.
async fn obey(arguments: Arguments) -> Result<bool, BenchError> {
    if matches!(arguments.task, Task::Hold(_)) {
        return run(arguments).await;
    }
    let _cleanup = Cleanup;
    until_interrupted(Box::pin(run(arguments))).await
}

/// What comes of it, unless a signal ends it before; then everything that was started ends in order, too.
async fn until_interrupted(
    running: impl Future<Output = Result<bool, BenchError>>,
) -> Result<bool, BenchError> {
    let mut interrupt = signal(SignalKind::interrupt()).map_err(BenchError::Runtime)?;
    let mut terminate = signal(SignalKind::terminate()).map_err(BenchError::Runtime)?;
    tokio::select! {
        outcome = running => outcome,
        _ = interrupt.recv() => Err(BenchError::Interrupted),
        _ = terminate.recv() => Err(BenchError::Interrupted),
    }
}

/// Runs the scenario; says whether every promise was kept.
async fn run(arguments: Arguments) -> Result<bool, BenchError> {
    let outcomes = match &arguments.task {
        Task::Measure(scenario) => scenario.measure(&arguments.target, arguments.runs).await?,
        Task::All(all) => all.measure(&arguments.target, arguments.runs).await?,
        Task::Peers(peers) => peers.measure().await?,
        Task::Hold(hold) => return hold.run().await.map(|()| true),
    };
    let report = Report::new(outcomes);
    report.print();
    if let Some(path) = &arguments.json {
        report.write_json(path)?;
    }
    if let Some(path) = &arguments.page {
        report.write_page(path)?;
    }
    if let Some(path) = &arguments.table {
        report.write_table(path)?;
    }
    Ok(report.is_clean())
}
