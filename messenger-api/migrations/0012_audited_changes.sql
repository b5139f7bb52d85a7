-- Changes are audited, too: what stood there before and after, and whom of the organization they concerned.
ALTER TABLE audit_entries
    -- Who was invited or taken out, or has the conversation since.
    ADD COLUMN member uuid,
    ADD COLUMN before jsonb,
    ADD COLUMN after jsonb;
CREATE INDEX audit_of_action ON audit_entries (organization, action, id DESC);
