-- What is derived from the facts, so that a question need not scan them. Can be dropped and rebuilt at any time.

-- Ids tied by references; grp names the group they form, known mails and unknown ones alike.
CREATE TABLE thread_member (
  message_id TEXT    PRIMARY KEY,
  grp        INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX thread_member_by_group ON thread_member (grp);

-- Who has to do with which mail, by identity.
CREATE TABLE party (
  identity     TEXT    NOT NULL,
  role         TEXT    NOT NULL, -- author: a human one; asked: in To
  date         INTEGER NOT NULL,
  message_id   TEXT    NOT NULL,
  base_subject TEXT    NOT NULL,
  PRIMARY KEY (identity, role, date, message_id)
) WITHOUT ROWID;
CREATE INDEX party_by_subject ON party (identity, base_subject, date);

-- Addresses that are mailing lists.
CREATE TABLE list_address (
  identity TEXT PRIMARY KEY
) WITHOUT ROWID;

-- Which edition of these tables this is; another one than the host's is dropped and rebuilt.
CREATE TABLE derived_version (
  version INTEGER NOT NULL
);
