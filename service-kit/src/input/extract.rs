//! Extractors whose refusals are problems that name the field.

use axum::RequestExt;
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use validator::{Validate, ValidationErrors, ValidationErrorsKind};

use super::strict::{self, InputError};
use crate::problem::{FieldError, Problem};

/// A JSON body: read strictly and validated. Also answers as JSON.
#[derive(Debug, Clone, Copy)]
pub struct Json<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Validate> FromRequest<S> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let content_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let is_json = content_type.is_some_and(|value| {
            let essence = value.split(';').next().unwrap_or_default().trim();
            essence.eq_ignore_ascii_case("application/json")
                || essence.to_ascii_lowercase().ends_with("+json")
        });
        if !is_json {
            return Err(Problem::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "invalid",
                "The body must be JSON: send it with content-type application/json.",
            ));
        }
        let bytes: Bytes =
            request.extract().await.map_err(|rejection: axum::extract::rejection::BytesRejection| {
                match rejection.status() {
                    StatusCode::PAYLOAD_TOO_LARGE => {
                        Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", "The body is too large.")
                    }
                    _ => Problem::unreadable("The body could not be read to its end."),
                }
            })?;
        let value = strict::parse_value(&bytes)?;
        if !value.is_object() {
            return Err(Problem::invalid("body", "must be an object"));
        }
        let value: T = strict::typed(&value)?;
        value.validate().map_err(|errors| Problem::invalid_fields(field_errors(&errors)))?;
        Ok(Self(value))
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}

impl From<InputError> for Problem {
    fn from(error: InputError) -> Self {
        match error {
            InputError::Unreadable(detail) => {
                Self::unreadable(format!("The body is not valid JSON: {detail}."))
            }
            InputError::Field { field, reason } => Self::invalid(field, reason),
        }
    }
}

/// The query string, read into a type and validated.
#[derive(Debug, Clone, Copy)]
pub struct Query<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Validate> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let uri = &parts.uri;
        let axum::extract::Query(value) = axum::extract::Query::<T>::try_from_uri(uri)
            .map_err(|rejection| query_problem(&rejection.body_text()))?;
        let mut pairs = uri.query().unwrap_or_default().split('&');
        if let Some(pair) = pairs.find(|pair| pair.contains("%00")) {
            let field = pair.split('=').next().unwrap_or_default();
            return Err(Problem::invalid(field, "a NUL character is not allowed"));
        }
        value.validate().map_err(|errors| Problem::invalid_fields(field_errors(&errors)))?;
        Ok(Self(value))
    }
}

fn query_problem(text: &str) -> Problem {
    let text = text.strip_prefix("Failed to deserialize query string: ").unwrap_or(text);
    let (field, reason) = match text.split_once(": ") {
        Some((field, reason)) if !field.contains(' ') => (field, reason),
        _ => (text.split('`').nth(1).unwrap_or("query"), text),
    };
    Problem::invalid(field, reason)
}

/// Path parameters, read into a type. What cannot be read names nothing that exists: 404.
#[derive(Debug, Clone, Copy)]
pub struct Path<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Path<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let path = axum::extract::Path::<T>::from_request_parts(parts, state).await;
        path.map(|axum::extract::Path(value)| Self(value)).map_err(|_| Problem::not_found("address"))
    }
}

fn field_errors(errors: &ValidationErrors) -> Vec<FieldError> {
    let mut found = Vec::new();
    collect("", errors, &mut found);
    found.sort_by(|a, b| a.field.cmp(&b.field));
    found
}

fn collect(prefix: &str, errors: &ValidationErrors, found: &mut Vec<FieldError>) {
    for (name, kind) in errors.errors() {
        let path = if prefix.is_empty() { name.to_string() } else { format!("{prefix}.{name}") };
        match kind {
            ValidationErrorsKind::Field(list) => found.extend(list.iter().map(|error| FieldError {
                field: path.clone(),
                reason: error.message.as_ref().map_or_else(|| reason_of(error), ToString::to_string),
            })),
            ValidationErrorsKind::Struct(inner) => collect(&path, inner, found),
            ValidationErrorsKind::List(items) => {
                for (index, inner) in items {
                    collect(&format!("{path}[{index}]"), inner, found);
                }
            }
        }
    }
}

fn reason_of(error: &validator::ValidationError) -> String {
    let bound = |name: &str| error.params.get(name).map(ToString::to_string);
    match (error.code.as_ref(), bound("min"), bound("max")) {
        ("length", Some(min), Some(max)) => format!("must be {min} to {max} characters long"),
        ("length", Some(min), None) => format!("must be at least {min} characters long"),
        ("length", None, Some(max)) => format!("must be at most {max} characters long"),
        ("range", Some(min), Some(max)) => format!("must be between {min} and {max}"),
        ("range", Some(min), None) => format!("must be at least {min}"),
        ("range", None, Some(max)) => format!("must be at most {max}"),
        ("email", ..) => "must be an e-mail address".to_owned(),
        ("url", ..) => "must be an address such as https://example.org".to_owned(),
        (code, ..) => format!("is not valid ({code})"),
    }
}
