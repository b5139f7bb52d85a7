-- Organizations, the people who run events and the platform, their dashboard sessions, and the token keys.

CREATE TABLE organizers.organizations (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    address text NOT NULL,
    website text,
    status text NOT NULL CHECK (status IN ('pending', 'approved', 'blocked')),
    version bigint NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- Whoever signs in to the dashboard: a member of one organization, or an administrator.
CREATE TABLE organizers.accounts (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    email text NOT NULL CONSTRAINT accounts_email UNIQUE CHECK (email = lower(email)),
    password text NOT NULL,
    phone text,
    locale text,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE organizers.members (
    account uuid PRIMARY KEY REFERENCES organizers.accounts ON DELETE CASCADE,
    organization uuid NOT NULL REFERENCES organizers.organizations ON DELETE CASCADE,
    role text NOT NULL CHECK (role IN ('owner', 'manager', 'staff'))
);
CREATE INDEX members_organization ON organizers.members (organization, account);

CREATE TABLE organizers.administrators (
    account uuid PRIMARY KEY REFERENCES organizers.accounts ON DELETE CASCADE
);

-- `id` is the digest of the cookie; `session` is what tokens, lists and the feed call it.
CREATE TABLE organizers.sessions (
    id bytea PRIMARY KEY,
    session uuid NOT NULL UNIQUE,
    account uuid NOT NULL REFERENCES organizers.accounts ON DELETE CASCADE,
    user_agent text,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sessions_account ON organizers.sessions (account);
CREATE INDEX sessions_last_used_at ON organizers.sessions (last_used_at);

-- Ed25519 keys that sign tokens: the private half in PKCS#8.
CREATE TABLE organizers.signing_keys (
    id uuid PRIMARY KEY,
    private bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    active_from timestamptz NOT NULL
);

CREATE TABLE organizers.feed (
    transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
    id bigint GENERATED ALWAYS AS IDENTITY,
    kind text NOT NULL,
    entity uuid NOT NULL,
    data jsonb,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (transaction, id)
);
CREATE INDEX feed_entity ON organizers.feed (kind, entity);
CREATE INDEX feed_ended_sessions ON organizers.feed (at) WHERE kind = 'session';

CREATE TABLE organizers.feed_epoch (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    epoch uuid NOT NULL DEFAULT gen_random_uuid()
);
INSERT INTO organizers.feed_epoch DEFAULT VALUES;
