-- People at events, and the devices they are signed in on.

CREATE TABLE participants.participants (
    id uuid PRIMARY KEY,
    email text CONSTRAINT participants_email UNIQUE CHECK (email = lower(email)),
    password text,
    name text,
    phone text,
    locale text,
    created_at timestamptz NOT NULL DEFAULT now(),
    -- A guest has neither; who registered has both.
    CHECK ((email IS NULL) = (password IS NULL))
);

-- A session is a family of refresh tokens: each is made from the one before, and only the newest is remembered,
-- as a digest. Ending a session deletes it; the feed remembers the end.
CREATE TABLE participants.sessions (
    id uuid PRIMARY KEY,
    participant uuid NOT NULL REFERENCES participants.participants ON DELETE CASCADE,
    secret bytea NOT NULL,
    newest bytea NOT NULL,
    device text,
    user_agent text,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sessions_participant ON participants.sessions (participant);
CREATE INDEX sessions_last_used_at ON participants.sessions (last_used_at);

CREATE TABLE participants.feed (
    transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
    id bigint GENERATED ALWAYS AS IDENTITY,
    kind text NOT NULL,
    entity uuid NOT NULL,
    data jsonb,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (transaction, id)
);
CREATE INDEX feed_entity ON participants.feed (kind, entity);
CREATE INDEX feed_ended_sessions ON participants.feed (at) WHERE kind = 'session';

CREATE TABLE participants.feed_epoch (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    epoch uuid NOT NULL DEFAULT gen_random_uuid()
);
INSERT INTO participants.feed_epoch DEFAULT VALUES;
