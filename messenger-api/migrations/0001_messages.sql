-- What messenger-api owns: help requests, conversations, messages, receipts, availability; and its copies of what
-- the other services own, filled from their feeds.

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

-- The life of this store: changes when a backup is restored, and every client then starts again.
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

CREATE TABLE organizations (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    status text NOT NULL
);

CREATE TABLE members (
    id uuid PRIMARY KEY,
    organization uuid NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    active boolean NOT NULL
);

CREATE TABLE people (
    id uuid PRIMARY KEY,
    name text,
    email text,
    phone text
);

CREATE TABLE ended_sessions (
    session uuid PRIMARY KEY,
    ended_at timestamptz NOT NULL
);

CREATE TABLE events (
    id uuid PRIMARY KEY,
    organization uuid NOT NULL,
    name text NOT NULL,
    code text NOT NULL,
    status text NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    address text NOT NULL,
    latitude double precision,
    longitude double precision,
    emergency_number text,
    zones jsonb NOT NULL,
    contacts jsonb NOT NULL
);

-- One row an event: whoever assigns its requests locks it first.
CREATE TABLE queues (
    event uuid PRIMARY KEY
);

CREATE TABLE conversations (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('help')),
    event uuid NOT NULL,
    organization uuid NOT NULL,
    status text NOT NULL CHECK (status IN ('open', 'closed')),
    -- Grows with every change of status or people; who writes under an older one is authorized again.
    version bigint NOT NULL DEFAULT 1,
    first_seq bigint NOT NULL DEFAULT 1,
    last_seq bigint NOT NULL DEFAULT 0,
    opened_at timestamptz NOT NULL DEFAULT now(),
    closed_at timestamptz
) WITH (fillfactor = 70);
CREATE INDEX conversations_of_organization ON conversations (organization, id DESC);

CREATE TABLE conversation_people (
    conversation uuid NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    person uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('participant', 'member')),
    PRIMARY KEY (conversation, person)
);
CREATE INDEX conversations_of_person ON conversation_people (person, conversation DESC);

CREATE TABLE messages (
    conversation uuid NOT NULL,
    seq bigint NOT NULL,
    sender uuid NOT NULL,
    sender_kind text NOT NULL CHECK (sender_kind IN ('participant', 'member', 'system')),
    client_id uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    body jsonb NOT NULL,
    reply_to bigint,
    location jsonb,
    -- Digest of body and location: tells a repeat from a conflict.
    content bytea NOT NULL,
    PRIMARY KEY (conversation, seq),
    CONSTRAINT message_once UNIQUE (conversation, sender, client_id)
);

CREATE TABLE receipts (
    conversation uuid NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    person uuid NOT NULL,
    received bigint NOT NULL DEFAULT 0,
    seen bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (conversation, person)
) WITH (fillfactor = 70);

CREATE TABLE help_requests (
    id uuid PRIMARY KEY,
    conversation uuid NOT NULL UNIQUE REFERENCES conversations (id),
    event uuid NOT NULL,
    organization uuid NOT NULL,
    participant uuid NOT NULL,
    member uuid,
    status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'taken', 'closed', 'cancelled', 'expired')),
    category text NOT NULL,
    priority text NOT NULL CHECK (priority IN ('critical', 'high', 'normal', 'low')),
    triage jsonb NOT NULL,
    text text NOT NULL,
    zone uuid,
    latitude double precision,
    longitude double precision,
    accuracy double precision,
    share_name boolean NOT NULL,
    share_phone boolean NOT NULL,
    share_email boolean NOT NULL,
    unverified boolean NOT NULL DEFAULT false,
    opened_at timestamptz NOT NULL DEFAULT now(),
    -- Place in the queue among equals: opened_at minus the head start of the priority, fixed at opening.
    queue_key timestamptz NOT NULL,
    taken_at timestamptz,
    closed_at timestamptz,
    outcome text,
    note text,
    idempotency_key text,
    content bytea NOT NULL
);
CREATE UNIQUE INDEX one_open_request ON help_requests (participant, event) WHERE status IN ('waiting', 'taken');
CREATE UNIQUE INDEX request_once ON help_requests (participant, idempotency_key);
CREATE INDEX queue_order ON help_requests (event, (priority = 'critical') DESC, unverified, queue_key, id) WHERE status = 'waiting';
CREATE INDEX requests_of_organization ON help_requests (organization, id DESC);
CREATE INDEX requests_open ON help_requests (organization) WHERE status IN ('waiting', 'taken');
CREATE INDEX requests_closed ON help_requests (event, closed_at DESC) WHERE status = 'closed';

CREATE TABLE availability (
    member uuid PRIMARY KEY,
    organization uuid NOT NULL,
    events uuid[] NOT NULL,
    capacity integer NOT NULL CHECK (capacity >= 0),
    -- Conversations this member has now; every transaction that changes one changes the other.
    active integer NOT NULL DEFAULT 0 CHECK (active >= 0),
    seen_at timestamptz NOT NULL DEFAULT now(),
    assigned_at timestamptz
) WITH (fillfactor = 70);
CREATE INDEX availability_of_events ON availability USING gin (events);
