//! The process of core-api: reads the settings and runs.

use std::io::Write;

use clap::Parser;
use service_kit::Tasks;
use service_kit::process::{self, Listeners};

/// What is organised: events, zones, contacts. `core-api openapi` prints the contract instead.
#[derive(Debug, Parser)]
#[command(name = "core-api", version)]
struct Arguments {
    #[command(flatten)]
    listeners: Listeners,
    #[command(flatten)]
    settings: core_api::Settings,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    if std::env::args().nth(1).as_deref() == Some("openapi") {
        return Ok(writeln!(std::io::stdout(), "{}", core_api::openapi().to_pretty_json()?)?);
    }
    let arguments = Arguments::parse();
    process::prepare(arguments.listeners.logging);
    let tasks = Tasks::new();
    let service = core_api::start(arguments.settings, &tasks).await?;
    Ok(process::serve("core-api", service, arguments.listeners, tasks).await?)
}
