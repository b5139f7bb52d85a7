//! The process of auth-api: reads the settings and runs.

use std::io::Write;

use clap::Parser;
use service_kit::Tasks;
use service_kit::process::{self, Listeners};

/// Who you are: people, organizations, sessions, token keys. `auth-api openapi` prints the contract instead.
#[derive(Parser)]
#[command(name = "auth-api", version)]
struct Arguments {
    #[command(flatten)]
    listeners: Listeners,
    #[command(flatten)]
    settings: auth_api::Settings,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    if std::env::args().nth(1).as_deref() == Some("openapi") {
        return Ok(writeln!(std::io::stdout(), "{}", auth_api::openapi().to_pretty_json()?)?);
    }
    let arguments = Arguments::parse();
    process::prepare(arguments.listeners.logging);
    let tasks = Tasks::new();
    let service = auth_api::start(arguments.settings, &tasks).await?;
    Ok(process::serve("auth-api", service, arguments.listeners, tasks).await?)
}
