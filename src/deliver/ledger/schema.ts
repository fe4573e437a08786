/** Raised with every change of the tables; a ledger of a newer Gazette is refused. */
export const schemaVersion = 1

/**
 * The tables. One row per recipient per issue, for good: the ledger is the queue, and what is claimed, sent, refused
 * or in doubt is a state of that row and nothing else.
 *
 * `delivery` has no rowid: rows lie in the order of the list, which is the order in which they are claimed, reported
 * and read. The index of what is due holds only open rows, so it shrinks to nothing while an issue is sent.
 * `address` is null when it equals `address_key`, as it mostly does.
 */
export const schemaSql = `
CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE issue (
  id           INTEGER PRIMARY KEY,
  slug         TEXT NOT NULL UNIQUE,
  content_hash TEXT NOT NULL DEFAULT '',
  content      TEXT NOT NULL DEFAULT '',
  list         TEXT NOT NULL DEFAULT '',
  list_hash    TEXT NOT NULL DEFAULT '',
  generation   INTEGER NOT NULL DEFAULT 0,
  confirmed    INTEGER NOT NULL DEFAULT 0,
  prepared     INTEGER NOT NULL DEFAULT 0,
  refused      INTEGER NOT NULL DEFAULT 0,
  duplicates   INTEGER NOT NULL DEFAULT 0,
  prepared_at  INTEGER NOT NULL,
  completed_at INTEGER
);

CREATE TABLE delivery (
  issue_id     INTEGER NOT NULL REFERENCES issue (id),
  recipient_id INTEGER NOT NULL,
  line         INTEGER NOT NULL,
  address_key  TEXT NOT NULL,
  address      TEXT,
  fields       TEXT,
  generation   INTEGER NOT NULL,
  seen         INTEGER NOT NULL,
  state        TEXT NOT NULL DEFAULT 'pending' CHECK (state IN
    ('pending', 'leased', 'attempting', 'deferred', 'accepted', 'rejected', 'suppressed', 'in_doubt')),
  attempts     INTEGER NOT NULL DEFAULT 0,
  not_before   INTEGER NOT NULL DEFAULT 0,
  lease_owner  TEXT,
  lease_until  INTEGER,
  fence        INTEGER NOT NULL DEFAULT 0,
  code         INTEGER NOT NULL DEFAULT 0,
  reply        TEXT NOT NULL DEFAULT '',
  reason       TEXT NOT NULL DEFAULT '',
  at           INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (issue_id, recipient_id)
) WITHOUT ROWID;

CREATE UNIQUE INDEX delivery_address ON delivery (issue_id, address_key);
CREATE INDEX delivery_due ON delivery (issue_id, not_before, recipient_id) WHERE state IN ('pending', 'deferred');
CREATE INDEX delivery_held ON delivery (issue_id, state) WHERE state IN ('leased', 'attempting', 'in_doubt');

CREATE TABLE suppression (
  address_key TEXT PRIMARY KEY,
  reason      TEXT NOT NULL,
  issue       TEXT NOT NULL,
  source      TEXT NOT NULL,
  at          INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE suppression_file (
  address_key TEXT PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE bounce (
  report_id   TEXT NOT NULL,
  address_key TEXT NOT NULL,
  issue       TEXT NOT NULL,
  kind        TEXT NOT NULL,
  status      TEXT NOT NULL,
  detail      TEXT NOT NULL,
  at          INTEGER NOT NULL,
  PRIMARY KEY (address_key, report_id)
) WITHOUT ROWID;
`
