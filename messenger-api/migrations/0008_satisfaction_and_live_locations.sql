-- How a participant found the help they got, in one word, with a comment if they like.
ALTER TABLE help_requests
    ADD COLUMN rating text CHECK (rating IN ('good', 'fair', 'poor')),
    ADD COLUMN rating_comment text,
    -- When the first rating came.
    ADD COLUMN rated_at timestamptz;

-- Where the participant of a conversation was last, while they share it and after; the newest place only.
CREATE TABLE live_locations (
    conversation uuid PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    person uuid NOT NULL,
    latitude double precision NOT NULL,
    longitude double precision NOT NULL,
    accuracy double precision,
    at timestamptz NOT NULL DEFAULT now(),
    stopped_at timestamptz
) WITH (fillfactor = 70);
