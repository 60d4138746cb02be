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

-- The follow-ups as they were last worked out: threads on which I asked somebody. Days are YYYY-MM-DD, moments milliseconds since 1970, UTC.
CREATE TABLE follow_up (
  root         TEXT    PRIMARY KEY, -- the oldest mail of the thread
  place        INTEGER NOT NULL,    -- of its group, in the order of the list
  person       TEXT    NOT NULL,    -- who speaks, by name, folded
  words        TEXT    NOT NULL,    -- what is searched: person, address, subject, folded
  last_contact INTEGER NOT NULL,
  next         TEXT,                -- the day to look at it again
  newest_try   TEXT    NOT NULL,
  mark         TEXT,                -- of the newest try
  streaks      INTEGER NOT NULL,
  let_go       INTEGER NOT NULL     -- 1: the user let go
) WITHOUT ROWID;
CREATE INDEX follow_up_by_place ON follow_up (place);

-- What became of the tries on them.
CREATE TABLE follow_up_try (
  root           TEXT    NOT NULL,
  position       INTEGER NOT NULL,
  number         INTEGER NOT NULL, -- in its streak
  sent_at        INTEGER NOT NULL,
  weekday        INTEGER NOT NULL, -- where the user is: 1 for Monday to 7 for Sunday
  result         TEXT    NOT NULL, -- answered, followed or open
  answered_after INTEGER,          -- milliseconds; of an answer by mail
  PRIMARY KEY (root, position)
) WITHOUT ROWID;

-- Of which thread a group of mails was a part when it was worked out, and from which facts.
CREATE TABLE worked_out (
  grp        INTEGER PRIMARY KEY,
  root       TEXT    NOT NULL,
  revision   INTEGER NOT NULL,
  good_until INTEGER NOT NULL -- when it may change by time alone; also whether the thread is a follow-up
);
CREATE INDEX worked_out_by_root ON worked_out (root);
CREATE INDEX worked_out_by_good_until ON worked_out (good_until);

-- Groups of mails whose threads are to be worked out anew.
CREATE TABLE stale_group (
  grp      INTEGER PRIMARY KEY,
  date     INTEGER NOT NULL, -- of the newest mail that says so: the newest come first
  revision INTEGER NOT NULL, -- of the fact
  spreads  INTEGER NOT NULL  -- 1: so are all threads of the people asked on it
);
CREATE INDEX stale_group_by_date ON stale_group (spreads, date);

-- People all of whose threads are to be worked out anew.
CREATE TABLE stale_person (
  identity TEXT    PRIMARY KEY,
  revision INTEGER NOT NULL
) WITHOUT ROWID;

-- Counts changes of facts, and says by which rules the follow-ups were worked out.
CREATE TABLE follow_up_state (
  revision INTEGER NOT NULL,
  rules    TEXT              -- null: none is worked out, so that nothing need be marked
);
INSERT INTO follow_up_state (revision, rules) VALUES (1, NULL);
