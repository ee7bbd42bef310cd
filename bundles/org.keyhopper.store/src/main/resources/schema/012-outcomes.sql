-- usable from 9
-- The next recipient, the tally and the unclear ones are found without reading those who are done, of whom a request may have 100,000.
CREATE INDEX IF NOT EXISTS recipient_by_outcome ON recipient (request, outcome, position);
