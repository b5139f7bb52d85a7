//! The three services in this process, put together behind two listeners.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use service_kit::health::Readiness;
use service_kit::metrics::Probe;
use service_kit::{Problem, Tasks};
use utoipa_swagger_ui::SwaggerUi;
use uuid::Uuid;

use crate::databases::Databases;
use crate::demo;
use crate::error::StartError;
use crate::settings::Settings;
use crate::site;

/// What is served.
pub struct Services {
    /// For browsers, phones and integrations.
    pub public: Router,
    /// For the services among themselves.
    pub internal: Router,
    /// Whether all of them can serve.
    pub readiness: Vec<Readiness>,
    /// Read the figures of all services.
    pub probes: Vec<Probe>,
}

impl Services {
    /// Starts the services; their feeds and keys travel over the internal listener at `internal_url`.
    pub async fn start(
        settings: &Settings,
        databases: &Databases,
        url: &str,
        internal_url: &str,
        tasks: &Tasks,
    ) -> Result<Self, StartError> {
        let token = Uuid::new_v4().to_string();
        let auth = auth_api::start(auth_settings(settings, databases, url, &token), tasks).await;
        let auth = auth.map_err(|error| refused(&error))?;
        let core = core_api::Settings {
            database: databases.url("events"),
            database_connections: 8,
            auth_internal_url: format!("{internal_url}/auth"),
            service_token: token.clone(),
        };
        let core = core_api::start(core, tasks).await.map_err(|error| refused(&error))?;
        let messenger = messenger_api::Settings {
            database: databases.url("messages"),
            database_connections: 24,
            auth_internal_url: format!("{internal_url}/auth"),
            core_internal_url: format!("{internal_url}/core"),
            service_token: token,
            public_url: url.to_owned(),
            bye_seconds: settings.bye_seconds,
            nats: settings.nats.clone(),
            attachments: attachments(settings),
            limits: settings.limits.clone(),
        };
        let messenger = messenger_api::start(messenger, tasks).await.map_err(|error| refused(&error))?;

        let readiness = vec![auth.readiness, core.readiness, messenger.readiness];
        let asked = readiness.clone();
        let public = Router::new()
            .route("/health/live", get(|| async { StatusCode::OK }))
            .route("/health/ready", get(async move || ready(&asked).await.map(|()| StatusCode::OK)))
            .merge(auth.public)
            .merge(core.public)
            .merge(messenger.public)
            .merge(contracts())
            .merge(site::router(url.starts_with("https://")));
        let internal = Router::new()
            .nest("/auth", auth.internal)
            .nest("/core", core.internal)
            .nest("/messenger", messenger.internal);
        let probes = [auth.probes, core.probes, messenger.probes].concat();
        Ok(Self { public, internal, readiness, probes })
    }
}

/// Nothing, or what one of the services lacks.
pub async fn ready(services: &[Readiness]) -> Result<(), Problem> {
    for service in services {
        service.check().await?;
    }
    Ok(())
}

fn auth_settings(settings: &Settings, databases: &Databases, url: &str, token: &str) -> auth_api::Settings {
    let mut auth = auth_api::Settings::new(databases.url("participants"), databases.url("organizers"), token);
    url.clone_into(&mut auth.public_url);
    auth.administrator_email = settings.administrator_email.clone();
    auth.administrator_password = settings.administrator_password.clone();
    auth.approve_organizations = settings.approve_organizations;
    auth.trusted_proxies = settings.trusted_proxies.clone();
    if settings.demo {
        auth.administrator_email = Some(demo::ADMINISTRATOR.to_owned());
        auth.administrator_password = Some(demo::PASSWORD.to_owned());
    }
    auth
}

/// Photos and voice clips stand in the data folder, unless another place is named.
fn attachments(settings: &Settings) -> messenger_api::AttachmentSettings {
    let mut attachments = settings.attachments.clone();
    let folder = settings.data_dir.join("files");
    attachments.files.get_or_insert_with(|| folder.to_string_lossy().into_owned());
    attachments
}

/// The contracts of all services, to read and try at `/docs`.
fn contracts() -> Router {
    let page = SwaggerUi::new("/docs")
        .url("/docs/auth-api.json", auth_api::openapi())
        .url("/docs/core-api.json", core_api::openapi())
        .url("/docs/messenger-api.json", messenger_api::openapi());
    page.into()
}

/// A database from the future is a case of its own: everything else is told as the service tells it.
fn refused(error: &(impl std::error::Error + 'static)) -> StartError {
    let text = error.to_string();
    if text.contains("previously applied but is missing") {
        return StartError::DatabaseTooNew;
    }
    StartError::Service(text)
}
