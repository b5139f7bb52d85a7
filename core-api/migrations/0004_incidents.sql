-- What goes wrong at an event and is worked on, the conversations that tell of it, and what members say about it.
CREATE TABLE incidents (
    id uuid PRIMARY KEY,
    organization uuid NOT NULL,
    event uuid NOT NULL REFERENCES events,
    title text NOT NULL,
    description text NOT NULL,
    -- Where, in words; may be empty.
    place text NOT NULL,
    status text NOT NULL DEFAULT 'to_do' CHECK (status IN ('to_do', 'in_progress', 'resolved', 'cancelled')),
    priority text NOT NULL CHECK (priority IN ('critical', 'high', 'normal', 'low')),
    severity text NOT NULL CHECK (severity IN ('minor', 'moderate', 'major')),
    -- The member who sees to it. Members are auth-api's: here stands their id alone.
    owner uuid,
    -- The words of title, description and place, each once.
    search tsvector NOT NULL,
    version integer NOT NULL DEFAULT 1,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    -- When it was resolved or cancelled for the first time.
    closed_at timestamptz,
    -- What a repeated creation is known by, and SHA-256 of what was asked for.
    idempotency_key text,
    idempotency_body bytea
);
CREATE INDEX incidents_of_organization ON incidents (organization, id DESC);
CREATE INDEX incidents_of_event ON incidents (event, id DESC);
CREATE INDEX incidents_search ON incidents USING gin (search);
CREATE UNIQUE INDEX incident_of_key ON incidents (created_by, idempotency_key) WHERE idempotency_key IS NOT NULL;

-- Conversations are messenger-api's: here stand their ids alone.
CREATE TABLE incident_conversations (
    incident uuid NOT NULL REFERENCES incidents ON DELETE CASCADE,
    conversation uuid NOT NULL,
    linked_by uuid NOT NULL,
    linked_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (incident, conversation)
);
CREATE INDEX incidents_of_conversation ON incident_conversations (conversation);

CREATE TABLE incident_comments (
    incident uuid NOT NULL REFERENCES incidents ON DELETE CASCADE,
    -- Chosen by the writer, so that writing can be repeated.
    id uuid NOT NULL,
    author uuid NOT NULL,
    text text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    edited_at timestamptz,
    PRIMARY KEY (incident, id)
);
CREATE INDEX incident_comments_in_time ON incident_comments (incident, created_at DESC, id DESC);
