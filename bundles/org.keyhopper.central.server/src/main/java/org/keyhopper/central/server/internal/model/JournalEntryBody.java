package org.keyhopper.central.server.internal.model;

import java.util.Map;

/** A step of a device, as the journal of a station has it. */
public record JournalEntryBody(
        long number, long ceremony, String request, int position, String point, Map<String, String> facts, String at) {}
