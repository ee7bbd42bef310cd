-- Which reader is behind an encoder of a printer. A reader is in one printer only.
CREATE TABLE reader_binding (
    printer TEXT NOT NULL,
    encoder TEXT NOT NULL,
    reader  TEXT NOT NULL UNIQUE,
    learned TEXT NOT NULL,
    PRIMARY KEY (printer, encoder)
);
