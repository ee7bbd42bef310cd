package org.keyhopper.central.server.internal.model;

import java.util.List;

/** What a printer reports, such as an empty hopper: the code of a problem with its arguments. */
public record ConditionBody(String code, List<String> arguments) {}
