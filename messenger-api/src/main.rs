//! The process of messenger-api: reads the settings and runs.

use std::io::Write;

use clap::Parser;
use service_kit::Tasks;
use service_kit::process::{self, Listeners};

/// Who says what, live: help requests, conversations, messages. `messenger-api openapi` prints the contract instead.
#[derive(Debug, Parser)]
#[command(name = "messenger-api", version)]
struct Arguments {
    #[command(flatten)]
    listeners: Listeners,
    #[command(flatten)]
    settings: messenger_api::Settings,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    if std::env::args().nth(1).as_deref() == Some("openapi") {
        return Ok(writeln!(std::io::stdout(), "{}", messenger_api::openapi().to_pretty_json()?)?);
    }
    let arguments = Arguments::parse();
    process::prepare(arguments.listeners.logging);
    let tasks = Tasks::new();
    let service = messenger_api::start(arguments.settings, &tasks).await?;
    Ok(process::serve("messenger-api", service, arguments.listeners, tasks).await?)
}
