package org.keyhopper.central.server.internal.model;

/** A request. */
public record RequestView(
        String id,
        String name,
        String directory,
        String site,
        String created,
        String creator,
        String assignee,
        String due,
        String note,
        String approval,
        String approver,
        TallyBody tally) {}
