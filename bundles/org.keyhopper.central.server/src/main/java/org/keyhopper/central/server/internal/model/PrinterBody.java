package org.keyhopper.central.server.internal.model;

import java.util.List;

/** A printer of a station; the cards are those of the current run. */
public record PrinterBody(
        String address, String name, String state, List<ConditionBody> conditions, int output, int rejected) {}
