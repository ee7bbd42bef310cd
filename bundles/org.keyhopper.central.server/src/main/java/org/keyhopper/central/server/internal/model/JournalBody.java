package org.keyhopper.central.server.internal.model;

import java.util.List;

/** Entries of the journal of a station, ascending; none to ask for the last one. */
public record JournalBody(List<JournalEntryBody> entries) {}
