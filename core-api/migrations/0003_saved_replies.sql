-- Texts that staff write again and again: those of the organization, and those that a member keeps for themselves.
CREATE TABLE saved_replies (
    id uuid PRIMARY KEY,
    organization uuid NOT NULL,
    -- Whose it is alone; null when it is the whole organization's.
    member uuid,
    shortcut text NOT NULL,
    text text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX saved_reply_of_organization ON saved_replies (organization, shortcut) WHERE member IS NULL;
CREATE UNIQUE INDEX saved_reply_of_member ON saved_replies (organization, member, shortcut) WHERE member IS NOT NULL;
