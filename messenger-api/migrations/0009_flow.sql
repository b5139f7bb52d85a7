-- Conversations change hands: who handed whom over and why, who passed a request on, what nobody has touched yet.

CREATE TABLE handovers (
    id uuid PRIMARY KEY,
    conversation uuid NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    -- Who had it before; none when it comes back from its end.
    from_member uuid,
    -- Who has it now; none when it waits in the queue.
    to_member uuid,
    -- Who did it; none when it happened by itself.
    by_member uuid,
    cause text NOT NULL CHECK (cause IN ('transferred', 'declined', 'untouched', 'vanished', 'reopened')),
    reason text,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX handovers_of_conversation ON handovers (conversation, id DESC);

-- Members whom a request was with and who let it go on: it is offered to others first, and not to them at once.
CREATE TABLE passes (
    request uuid NOT NULL REFERENCES help_requests (id) ON DELETE CASCADE,
    member uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (request, member)
);

ALTER TABLE help_requests
    -- Grows with every edit of priority or category.
    ADD COLUMN version bigint NOT NULL DEFAULT 1,
    -- Who ended it, and may take that back for a while.
    ADD COLUMN closed_by uuid,
    -- Since when it is with a member who was given it and has neither looked at it nor written; none when there is
    -- nothing to watch.
    ADD COLUMN untouched_since timestamptz;
CREATE INDEX requests_untouched ON help_requests (untouched_since)
    WHERE status = 'taken' AND untouched_since IS NOT NULL;
