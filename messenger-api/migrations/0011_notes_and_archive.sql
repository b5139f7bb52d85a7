-- Notes: what members tell each other of a help conversation, in a conversation of its own beside it, which also
-- keeps its tags. Made when it is first needed.
ALTER TABLE conversations DROP CONSTRAINT conversations_kind_check;
ALTER TABLE conversations ADD CONSTRAINT conversations_kind_check CHECK (kind IN ('help', 'announcements', 'notes'));
ALTER TABLE conversations
    ADD COLUMN about uuid REFERENCES conversations (id) ON DELETE CASCADE,
    ADD COLUMN tags text[];
CREATE UNIQUE INDEX notes_of_conversation ON conversations (about) WHERE kind = 'notes';

-- Tags that an organization has used, to be suggested again.
CREATE TABLE tags (
    organization uuid NOT NULL,
    tag text NOT NULL,
    uses bigint NOT NULL DEFAULT 1,
    used_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization, tag)
);

-- Who read or took away what. Rows only come.
CREATE TABLE audit_entries (
    id uuid PRIMARY KEY,
    organization uuid NOT NULL,
    actor uuid NOT NULL,
    action text NOT NULL,
    entity uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX audit_of_organization ON audit_entries (organization, id DESC);
CREATE INDEX audit_of_entity ON audit_entries (organization, entity, id DESC);
CREATE INDEX audit_of_actor ON audit_entries (organization, actor, id DESC);
CREATE FUNCTION keep_audit_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit entries are neither changed nor deleted';
END
$$;
CREATE TRIGGER audit_entries_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
    FOR EACH STATEMENT EXECUTE FUNCTION keep_audit_entries();

-- One row a help conversation with all its words, notes included, so that storing a message touches no text index.
CREATE TABLE archive_entries (
    conversation uuid PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    organization uuid NOT NULL,
    event uuid NOT NULL,
    participant uuid NOT NULL,
    -- Everybody who ever was in it for the organization.
    members uuid[] NOT NULL,
    tags text[] NOT NULL,
    -- How it ended: an outcome, `cancelled` or `expired`; null while it goes on.
    outcome text,
    is_open boolean NOT NULL,
    opened_at timestamptz NOT NULL,
    words tsvector NOT NULL,
    -- Up to which number messages, and notes, stand in `words`.
    messages_seq bigint NOT NULL,
    notes_seq bigint NOT NULL,
    looked_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX archive_words ON archive_entries USING gin (words);
CREATE INDEX archive_of_organization ON archive_entries (organization, conversation DESC);
CREATE INDEX archive_of_participant ON archive_entries (participant, conversation DESC);
-- Open conversations are looked at again in turn.
CREATE INDEX archive_open ON archive_entries (looked_at) WHERE is_open;
