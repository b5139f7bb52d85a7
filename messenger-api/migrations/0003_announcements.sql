-- Who is at which event, and what is announced to everybody there.

ALTER TABLE conversations DROP CONSTRAINT conversations_kind_check;
ALTER TABLE conversations ADD CONSTRAINT conversations_kind_check CHECK (kind IN ('help', 'announcements'));
-- Each event has one conversation of announcements, made when it is first needed.
CREATE UNIQUE INDEX announcements_of_event ON conversations (event) WHERE kind = 'announcements';

CREATE TABLE participations (
    participant uuid NOT NULL,
    event uuid NOT NULL,
    joined_at timestamptz NOT NULL DEFAULT now(),
    -- Announcements up to this number were made before the person came: they were not sent to them.
    after_seq bigint NOT NULL,
    received bigint NOT NULL DEFAULT 0,
    seen bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (participant, event)
) WITH (fillfactor = 70);
CREATE INDEX participations_of_event ON participations (event);

-- Beside the message that it is: to how many people an announcement went, and how far it came. Counted as marks come
-- in, so that nobody has to count thousands of people again, and whoever leaves does not change what was.
CREATE TABLE announcements (
    conversation uuid NOT NULL REFERENCES conversations (id),
    seq bigint NOT NULL,
    sent bigint NOT NULL,
    delivered bigint NOT NULL DEFAULT 0,
    seen bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (conversation, seq)
) WITH (fillfactor = 50);
