-- usable from 9
-- Certificates to which a lone station seals initial PINs: base64 of DER. Active until retired; those retired stay, since PINs were sealed to them.
CREATE TABLE escrow_certificate (
    fingerprint TEXT PRIMARY KEY,
    certificate TEXT NOT NULL,
    activated   TEXT NOT NULL,
    retired     TEXT
);

-- Initial PINs that this station cannot open, base64 of CMS; "certificates" has the fingerprints. Received is when the person confirmed it.
CREATE TABLE sealed_pin (
    ceremony     BIGINT  PRIMARY KEY REFERENCES ceremony (id) ON DELETE CASCADE,
    sealed       TEXT    NOT NULL,
    certificates TEXT    NOT NULL,
    confirmed    INTEGER NOT NULL,
    kept         TEXT    NOT NULL,
    released     TEXT,
    handed_over  TEXT,
    received     TEXT
);

-- Who had sealed PINs handed out, and why; written before. Outlives its request.
CREATE TABLE pin_release (
    number    BIGINT PRIMARY KEY,
    request   TEXT   NOT NULL,
    positions TEXT   NOT NULL,
    reason    TEXT   NOT NULL,
    account   TEXT   NOT NULL,
    released  TEXT   NOT NULL
);
CREATE INDEX pin_release_by_time ON pin_release (released);
INSERT INTO counter (name, value) VALUES ('pin_release', 0);
