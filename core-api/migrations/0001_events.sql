-- What core-api owns: events with their zones and contacts; and its copy of what auth-api says about organizers.

CREATE TABLE feed (
    transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
    id bigint GENERATED ALWAYS AS IDENTITY,
    kind text NOT NULL,
    entity uuid NOT NULL,
    data jsonb,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (transaction, id)
);
CREATE INDEX feed_entity ON feed (kind, entity);

-- The life of this store: changes when a backup is restored, and every reader then starts again.
CREATE TABLE feed_epoch (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    epoch uuid NOT NULL DEFAULT gen_random_uuid()
);
INSERT INTO feed_epoch DEFAULT VALUES;

CREATE TABLE feed_cursors (
    source text PRIMARY KEY,
    cursor text,
    holder uuid,
    held_until timestamptz
);

-- Filled from auth-api's feed of organizers.
CREATE TABLE organizations (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    status text NOT NULL
);

-- Filled from auth-api's feed of organizers; kept while a token of such a session may still be around.
CREATE TABLE ended_sessions (
    session uuid PRIMARY KEY,
    ended_at timestamptz NOT NULL
);
CREATE INDEX ended_sessions_in_time ON ended_sessions (ended_at);

CREATE TABLE events (
    id uuid PRIMARY KEY,
    -- No reference to organizations: that copy may be behind the token of a member who creates an event.
    organization uuid NOT NULL,
    -- Six characters of Crockford's base 32.
    code text NOT NULL UNIQUE CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{6}$'),
    status text NOT NULL CHECK (status IN ('published', 'archived')),
    name text NOT NULL,
    description text NOT NULL,
    address text NOT NULL,
    latitude double precision CHECK (latitude BETWEEN -90 AND 90),
    longitude double precision CHECK (longitude BETWEEN -180 AND 180),
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    emergency_number text,
    -- The words of name, address, description and code, each once.
    search tsvector NOT NULL,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((latitude IS NULL) = (longitude IS NULL)),
    CHECK (ends_at > starts_at)
);
CREATE INDEX events_of_organization ON events (organization, starts_at DESC, id DESC);
CREATE INDEX events_in_time ON events (starts_at, id) WHERE status = 'published';
CREATE INDEX events_search ON events USING gin (search);

CREATE TABLE zones (
    id uuid PRIMARY KEY,
    event uuid NOT NULL REFERENCES events,
    position integer NOT NULL,
    name text NOT NULL
);
CREATE INDEX zones_of_event ON zones (event, position);

CREATE TABLE contacts (
    id uuid PRIMARY KEY,
    event uuid NOT NULL REFERENCES events,
    position integer NOT NULL,
    name text NOT NULL,
    role text,
    phone text NOT NULL
);
CREATE INDEX contacts_of_event ON contacts (event, position);

-- What a repeated creation answers: the event that the first one made.
CREATE TABLE idempotency_keys (
    person uuid NOT NULL,
    key text NOT NULL,
    -- SHA-256 of what was asked for: another body under the same key is refused.
    body bytea NOT NULL,
    event uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (person, key)
);
CREATE INDEX idempotency_keys_in_time ON idempotency_keys (created_at);

-- What the public may see, in one place: published events of approved organizations.
CREATE VIEW visible_events AS
SELECT e.id, e.code, e.starts_at, e.ends_at, e.search, o.name AS organization_name
FROM events e
JOIN organizations o ON o.id = e.organization
WHERE e.status = 'published' AND o.status = 'approved';
