package org.keyhopper.central.server.internal.model;

import java.util.List;

/** A problem (RFC 9457). */
public record ProblemBody(
        String type, String code, String title, String detail, int status, String instance, List<String> arguments) {}
