-- usable from 11
-- Second copies of initial PINs, which people pick up at Central: sealed to a key outside of the database, base64; NULL once a copy was deleted. "due" is when the
-- next invitation is to be sent.
CREATE TABLE pick_up (
    claim     BIGINT  PRIMARY KEY,
    request   TEXT    NOT NULL,
    position  INTEGER NOT NULL,
    sealed    TEXT,
    kept      TEXT    NOT NULL,
    shown     TEXT,
    confirmed TEXT,
    invited   TEXT,
    expires   TEXT,
    tries     INTEGER NOT NULL,
    failure   TEXT,
    due       TEXT,
    FOREIGN KEY (request, position) REFERENCES recipient (request, position) ON DELETE CASCADE
);
CREATE INDEX pick_up_of_recipient ON pick_up (request, position);
CREATE INDEX pick_up_by_due ON pick_up (due);

-- The links of invitations, by the hash of their token.
CREATE TABLE pick_up_link (
    hash     TEXT    PRIMARY KEY,
    claim    BIGINT  NOT NULL REFERENCES pick_up (claim) ON DELETE CASCADE,
    expires  TEXT    NOT NULL,
    replaced INTEGER NOT NULL
);
CREATE INDEX pick_up_link_of_claim ON pick_up_link (claim);

-- Browsers in which the person of a link is signed in.
CREATE TABLE pick_up_session (
    hash    TEXT PRIMARY KEY,
    link    TEXT NOT NULL REFERENCES pick_up_link (hash) ON DELETE CASCADE,
    visitor TEXT NOT NULL,
    csrf    TEXT NOT NULL,
    expires TEXT NOT NULL
);
CREATE INDEX pick_up_session_of_link ON pick_up_session (link);
