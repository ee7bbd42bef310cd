-- Times are ISO 8601 in UTC with nine digits of a second, so that they sort as text. Sealed values are base64 of what Sealer makes.
CREATE TABLE counter (
    name  TEXT   PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO counter (name, value) VALUES ('request', 0);
INSERT INTO counter (name, value) VALUES ('ceremony', 0);
INSERT INTO counter (name, value) VALUES ('entry', 0);
INSERT INTO counter (name, value) VALUES ('settlement', 0);
INSERT INTO counter (name, value) VALUES ('lease', 0);

CREATE TABLE request (
    id                 TEXT    PRIMARY KEY,
    number             BIGINT  NOT NULL UNIQUE,
    name               TEXT    NOT NULL,
    directory          TEXT    NOT NULL,
    created            TEXT    NOT NULL,
    pin_rule           TEXT    NOT NULL,
    pin_length         INTEGER,
    minimum_pin_length INTEGER,
    options            TEXT    NOT NULL,
    device_name        TEXT    NOT NULL,
    allowed_aaguids    TEXT    NOT NULL
);

CREATE TABLE recipient (
    request         TEXT    NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    position        INTEGER NOT NULL,
    user_reference  TEXT    NOT NULL,
    display_name    TEXT    NOT NULL,
    email           TEXT    NOT NULL,
    device_name     TEXT    NOT NULL,
    outcome         TEXT    NOT NULL,
    last_settlement BIGINT,
    PRIMARY KEY (request, position)
);

-- One row per attempt that came to an end; never changed, so that a recipient's history stays.
CREATE TABLE settlement (
    number            BIGINT  PRIMARY KEY,
    request           TEXT    NOT NULL,
    position          INTEGER NOT NULL,
    ceremony          BIGINT,
    outcome           TEXT    NOT NULL,
    problem_code      TEXT,
    problem_arguments TEXT,
    problem_detail    TEXT,
    leftovers         TEXT    NOT NULL,
    credential        TEXT,
    passkey           TEXT,
    aaguid            TEXT,
    device_name       TEXT,
    serial            TEXT,
    ended             TEXT    NOT NULL,
    took              TEXT    NOT NULL,
    FOREIGN KEY (request, position) REFERENCES recipient (request, position) ON DELETE CASCADE
);
CREATE INDEX settlement_of_recipient ON settlement (request, position);

-- Process and operator are for people to read; whether the holder lives is told by its locked file.
CREATE TABLE lease (
    request  TEXT   PRIMARY KEY REFERENCES request (id) ON DELETE CASCADE,
    number   BIGINT NOT NULL,
    holder   TEXT   NOT NULL,
    pid      BIGINT NOT NULL,
    operator TEXT   NOT NULL,
    taken    TEXT   NOT NULL
);

CREATE TABLE ceremony (
    id       BIGINT  PRIMARY KEY,
    request  TEXT    NOT NULL,
    position INTEGER NOT NULL,
    holder   TEXT    NOT NULL,
    lease    BIGINT,
    closed   INTEGER NOT NULL,
    FOREIGN KEY (request, position) REFERENCES recipient (request, position) ON DELETE CASCADE
);
CREATE INDEX ceremony_of_recipient ON ceremony (request, position);

CREATE TABLE journal_entry (
    number   BIGINT PRIMARY KEY,
    ceremony BIGINT NOT NULL REFERENCES ceremony (id) ON DELETE CASCADE,
    point    TEXT   NOT NULL,
    facts    TEXT   NOT NULL,
    written  TEXT   NOT NULL
);
CREATE INDEX journal_entry_of_ceremony ON journal_entry (ceremony);

CREATE TABLE pin (
    ceremony  BIGINT  PRIMARY KEY REFERENCES ceremony (id) ON DELETE CASCADE,
    sealed    TEXT    NOT NULL,
    confirmed INTEGER NOT NULL,
    kept      TEXT    NOT NULL
);

CREATE TABLE pin_showing (
    ceremony BIGINT NOT NULL REFERENCES ceremony (id) ON DELETE CASCADE,
    shown    TEXT   NOT NULL,
    shown_to TEXT   NOT NULL
);
CREATE INDEX pin_showing_of_ceremony ON pin_showing (ceremony);

-- Outlives its request: the devices stay with their holders.
CREATE TABLE inventory (
    credential TEXT    PRIMARY KEY,
    rp_id      TEXT    NOT NULL,
    aaguid     TEXT    NOT NULL,
    model      TEXT    NOT NULL,
    serial     TEXT,
    directory  TEXT    NOT NULL,
    user_id    TEXT    NOT NULL,
    holder     TEXT    NOT NULL,
    passkey    TEXT    NOT NULL,
    request    TEXT    NOT NULL,
    position   INTEGER NOT NULL,
    state      TEXT    NOT NULL,
    since      TEXT    NOT NULL
);
CREATE INDEX inventory_by_serial ON inventory (serial);
CREATE INDEX inventory_by_model ON inventory (aaguid, since);

CREATE TABLE directory_account (
    name     TEXT PRIMARY KEY,
    type     TEXT NOT NULL,
    settings TEXT NOT NULL
);

CREATE TABLE secret (
    owner  TEXT NOT NULL,
    name   TEXT NOT NULL,
    sealed TEXT NOT NULL,
    PRIMARY KEY (owner, name)
);

-- One row once the first secret was kept: where the key comes from, and a sealed value that proves it is the right one.
CREATE TABLE master_key (
    id     INTEGER PRIMARY KEY,
    source TEXT    NOT NULL,
    salt   TEXT    NOT NULL,
    proof  TEXT    NOT NULL
);
