//! Journeys across the services.
