-- Photos and voice clips. A row for each; the files themselves stand in the object store under the row's id.

CREATE TABLE attachments (
    id uuid PRIMARY KEY,
    -- Attachments go with their conversation.
    conversation uuid NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    owner uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('photo', 'voice')),
    -- As it was announced; of a finished one, as it is served.
    media_type text NOT NULL,
    -- How long it is, and how much of that has arrived.
    bytes bigint NOT NULL CHECK (bytes > 0),
    received bigint NOT NULL DEFAULT 0 CHECK (received <= bytes),
    -- Pixels of a finished photo.
    width integer,
    height integer,
    created_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    -- Whether a message is known to carry it: what none carries goes after some days.
    sent boolean NOT NULL DEFAULT false
);
CREATE INDEX attachments_of_conversation ON attachments (conversation);
CREATE INDEX attachments_of_owner ON attachments (owner, created_at);
CREATE INDEX attachments_unfinished ON attachments (created_at) WHERE finished_at IS NULL;
CREATE INDEX attachments_to_judge ON attachments (finished_at) WHERE NOT sent;

-- What has arrived of an unfinished one, on whatever node.
CREATE TABLE attachment_pieces (
    attachment uuid NOT NULL REFERENCES attachments (id) ON DELETE CASCADE,
    start bigint NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (attachment, start)
);

-- Whose files are still to be removed from the object store: whoever deletes a row, or its conversation, need not know
-- of files.
CREATE TABLE removed_attachments (
    id uuid PRIMARY KEY
);

CREATE FUNCTION note_removed_attachment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO removed_attachments (id) VALUES (OLD.id) ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER attachment_removed AFTER DELETE ON attachments FOR EACH ROW EXECUTE FUNCTION note_removed_attachment();
