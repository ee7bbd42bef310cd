-- usable from 11
-- Profiles of Central under a name; empty at a station.
CREATE TABLE named_profile (
    name                  TEXT    PRIMARY KEY,
    pin_rule              TEXT    NOT NULL,
    pin_length            INTEGER,
    minimum_pin_length    INTEGER,
    options               TEXT    NOT NULL,
    unsupported           TEXT    NOT NULL,
    device_name           TEXT    NOT NULL,
    allowed_aaguids       TEXT    NOT NULL,
    min_pin_length_rp_ids TEXT    NOT NULL,
    version               BIGINT  NOT NULL
);

-- Which profile a request was made with. The request has a copy of it, so a profile can be changed and removed.
CREATE TABLE request_profile (
    request TEXT PRIMARY KEY REFERENCES request (id) ON DELETE CASCADE,
    profile TEXT NOT NULL
);
CREATE INDEX request_profile_by_name ON request_profile (profile);
