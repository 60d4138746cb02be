-- The facts: append-only. What is derived from them stands in derived.sql.

-- What was read of a mail; never its body. Addresses are lines of "name TAB spec", references are parted by spaces.
CREATE TABLE mail (
  seq                INTEGER PRIMARY KEY,
  message_id         TEXT    NOT NULL UNIQUE,
  date               INTEGER NOT NULL, -- milliseconds since 1970, UTC
  observed_at        INTEGER NOT NULL, -- milliseconds since 1970, UTC
  sender             TEXT    NOT NULL,
  recipients         TEXT    NOT NULL, -- To
  copies             TEXT    NOT NULL, -- Cc
  subject            TEXT    NOT NULL,
  mail_references    TEXT    NOT NULL, -- References and In-Reply-To, oldest first
  conversation       TEXT,             -- by Thread-Index
  author_kind        TEXT    NOT NULL,
  list_post          TEXT    NOT NULL, -- empty: through no list
  failed_recipients  TEXT    NOT NULL,
  returned_mail      TEXT,
  sketch             BLOB    NOT NULL,
  meaning            TEXT,             -- of a human's mail: yes, no, not-now, other
  proposed_day       TEXT,             -- YYYY-MM-DD: of a yes to meet, of a not-now to ask again
  return_date        TEXT,             -- YYYY-MM-DD: of an absence note, the first day back
  introduces         INTEGER NOT NULL, -- 1: makes two people known to each other
  informs            INTEGER NOT NULL, -- 1: passes on another mail and has no question of its own
  asks               INTEGER NOT NULL  -- 1: asks something that waits for an answer, or nobody can tell
);

-- What the user said of a person.
CREATE TABLE statement (
  seq             INTEGER PRIMARY KEY,
  at              INTEGER NOT NULL, -- milliseconds since 1970, UTC
  kind            TEXT    NOT NULL, -- of the claim
  value           TEXT    NOT NULL, -- what it claims, if not only a day; empty if nothing more
  day             TEXT,             -- YYYY-MM-DD, of claims that name one
  person          TEXT    NOT NULL, -- a line of "name TAB spec"
  identity        TEXT    NOT NULL,
  mail_references TEXT    NOT NULL
);
CREATE INDEX statement_by_identity ON statement (identity);

-- Identities of the user's addresses.
CREATE TABLE me (
  identity TEXT PRIMARY KEY
) WITHOUT ROWID;

-- Up to when the user's mail has been searched, and for what.
CREATE TABLE history_read (
  kind  TEXT    NOT NULL, -- address, bounce or subject
  term  TEXT    NOT NULL,
  until INTEGER NOT NULL, -- milliseconds since 1970, UTC
  PRIMARY KEY (kind, term)
) WITHOUT ROWID;

-- Cards of the address book with several addresses, as they were last seen.
CREATE TABLE card (
  id       TEXT NOT NULL,
  identity TEXT NOT NULL,
  PRIMARY KEY (id, identity)
) WITHOUT ROWID;
CREATE INDEX card_by_identity ON card (identity);
