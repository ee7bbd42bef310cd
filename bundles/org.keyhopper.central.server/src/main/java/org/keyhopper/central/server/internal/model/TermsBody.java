package org.keyhopper.central.server.internal.model;

/** What may be changed of a request; {@code due} is a date. */
public record TermsBody(String assignee, String due, String note) {}
