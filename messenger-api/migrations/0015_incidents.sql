-- Filled from core-api's feed: which conversations tell of which incident, so that all of them can be answered at once.
CREATE TABLE incidents (
    id uuid PRIMARY KEY,
    organization uuid NOT NULL,
    title text NOT NULL
);

CREATE TABLE incident_conversations (
    incident uuid NOT NULL REFERENCES incidents ON DELETE CASCADE,
    -- No reference to conversations: whoever links one in core-api may name anything.
    conversation uuid NOT NULL,
    PRIMARY KEY (incident, conversation)
);
