//! The `steward` binary: reads the settings, runs, and says in one line what is wrong when it cannot.

use std::process::ExitCode;

use clap::Parser;

#[tokio::main]
async fn main() -> ExitCode {
    let settings = steward::Settings::parse();
    service_kit::process::prepare(settings.logging);
    match steward::run(settings).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            steward::say(&format!("steward: {error}"));
            ExitCode::FAILURE
        }
    }
}
