-- usable from 11
-- What stations report to Central; empty at a station.

-- The latest report of each station on its printers; "conditions" are codes with arguments as JSON.
CREATE TABLE station_report (
    station  TEXT PRIMARY KEY REFERENCES station (id) ON DELETE CASCADE,
    reported TEXT NOT NULL
);

CREATE TABLE station_printer (
    station    TEXT    NOT NULL REFERENCES station (id) ON DELETE CASCADE,
    place      INTEGER NOT NULL,
    address    TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    conditions TEXT    NOT NULL,
    output     INTEGER NOT NULL,
    rejected   INTEGER NOT NULL,
    PRIMARY KEY (station, place)
);

-- The journals of stations as they uploaded them: evidence, which changes no outcome. Numbers are those of the station.
CREATE TABLE station_journal (
    station  TEXT    NOT NULL REFERENCES station (id) ON DELETE CASCADE,
    number   BIGINT  NOT NULL,
    ceremony BIGINT  NOT NULL,
    request  TEXT    NOT NULL,
    position INTEGER NOT NULL,
    point    TEXT    NOT NULL,
    facts    TEXT    NOT NULL,
    written  TEXT    NOT NULL,
    PRIMARY KEY (station, number),
    FOREIGN KEY (request, position) REFERENCES recipient (request, position) ON DELETE CASCADE
);
CREATE INDEX station_journal_of_recipient ON station_journal (request, position);
