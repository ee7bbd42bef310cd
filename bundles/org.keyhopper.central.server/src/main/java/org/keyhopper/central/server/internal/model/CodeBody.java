package org.keyhopper.central.server.internal.model;

/** A one-time code; absent in the answer to a repeated call. */
public record CodeBody(String name, String code) {}
