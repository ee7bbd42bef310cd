-- Which reader is behind a station of a printer. A reader is in one printer only.
CREATE TABLE reader_binding (
    printer TEXT NOT NULL,
    station TEXT NOT NULL,
    reader  TEXT NOT NULL UNIQUE,
    learned TEXT NOT NULL,
    PRIMARY KEY (printer, station)
);
