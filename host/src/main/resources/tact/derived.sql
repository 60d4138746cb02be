-- What is derived from the facts, so that a question need not scan them. Can be dropped and rebuilt at any time.

-- Ids tied by references; grp names the group they form, known mails and unknown ones alike.
CREATE TABLE thread_member (
  message_id TEXT    PRIMARY KEY,
  grp        INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX thread_member_by_group ON thread_member (grp);

-- Whom a mail asks, introduces or accepts an invitation of, which human wrote it, and who is away, by identity.
CREATE TABLE party (
  identity   TEXT    NOT NULL,
  role       TEXT    NOT NULL, -- author, asked, accepted, introduced or away
  date       INTEGER NOT NULL,
  message_id TEXT    NOT NULL,
  PRIMARY KEY (identity, role, date, message_id)
) WITHOUT ROWID;

-- Mails by subject and person: what replies without references are tied by.
CREATE TABLE topic (
  identity     TEXT    NOT NULL,
  base_subject TEXT    NOT NULL,
  date         INTEGER NOT NULL,
  message_id   TEXT    NOT NULL,
  is_tied      INTEGER NOT NULL, -- 1: it is such a reply
  PRIMARY KEY (identity, base_subject, date, message_id)
) WITHOUT ROWID;

-- Addresses that are mailing lists.
CREATE TABLE list_address (
  identity TEXT PRIMARY KEY
) WITHOUT ROWID;

-- By which full names people are known, at which house, in which group of mails.
CREATE TABLE known_as (
  name     TEXT    NOT NULL,
  place    TEXT    NOT NULL, -- a domain, or the number of a group
  identity TEXT    NOT NULL,
  PRIMARY KEY (name, place, identity)
) WITHOUT ROWID;
CREATE INDEX known_as_by_place ON known_as (place);

-- Addresses that have one name at one place, or that the user called one person's; both ways round.
CREATE TABLE alias (
  one     TEXT    NOT NULL,
  other   TEXT    NOT NULL,
  by_name INTEGER NOT NULL, -- 1: by name; 0: only because the user said so once
  PRIMARY KEY (one, other)
) WITHOUT ROWID;

-- Which edition of these tables this is; another one than the host's is dropped and rebuilt.
CREATE TABLE derived_version (
  version INTEGER NOT NULL
);
