package org.keyhopper.central.server.internal.mail;

import java.util.Objects;
import org.keyhopper.central.problem.CentralProblem;

/**
 * Why a message was not sent.
 *
 * @param mayHelp whether it may be sent later without anything being changed
 * @param detail for the log and the administrator
 */
public record MailFailure(CentralProblem problem, boolean mayHelp, String detail) {
    public MailFailure {
        Objects.requireNonNull(problem);
        Objects.requireNonNull(detail);
    }
}
