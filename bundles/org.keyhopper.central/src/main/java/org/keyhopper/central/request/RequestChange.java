package org.keyhopper.central.request;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What an operator may change of a request.
 *
 * @param assignee the id of an operator or a station; empty for anyone
 */
public record RequestChange(Optional<String> assignee, Optional<LocalDate> due, String note) {}
