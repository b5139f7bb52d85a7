-- The channel of an event's team, in which the members of its organization talk among themselves. Made when it is first
-- needed.
ALTER TABLE conversations DROP CONSTRAINT conversations_kind_check;
ALTER TABLE conversations ADD CONSTRAINT conversations_kind_check
    CHECK (kind IN ('help', 'announcements', 'notes', 'team'));
CREATE UNIQUE INDEX team_of_event ON conversations (event) WHERE kind = 'team';
CREATE INDEX teams_of_organization ON conversations (organization) WHERE kind = 'team';

-- Until when a member counts as connected: their node moves it on while they have a socket there. Afterwards it says
-- when they were last.
ALTER TABLE members ADD COLUMN connected_until timestamptz;
