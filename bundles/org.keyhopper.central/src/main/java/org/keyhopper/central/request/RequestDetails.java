package org.keyhopper.central.request;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What Central keeps of a request beyond its people and profile.
 *
 * @param creator the actor who created it; empty for one that a command of an earlier version created
 * @param site where its devices are provisioned; empty if anywhere
 * @param assignee the id of an operator or a station, if one is to do it
 * @param approver the actor who approved it
 * @param version counts the changes
 */
public record RequestDetails(
        String creator,
        String site,
        Optional<String> assignee,
        Optional<LocalDate> due,
        String note,
        Approval approval,
        Optional<String> approver,
        long version) {

    /** Of a request without any. */
    public static final RequestDetails NONE = new RequestDetails(
            "", "", Optional.empty(), Optional.empty(), "", Approval.NOT_NEEDED, Optional.empty(), 0);

    public RequestDetails {
        Objects.requireNonNull(creator);
        Objects.requireNonNull(site);
        Objects.requireNonNull(note);
        Objects.requireNonNull(approval);
    }

    /** Returns the details after a change by an operator. */
    public RequestDetails with(RequestChange change) {
        return new RequestDetails(
                creator, site, change.assignee(), change.due(), change.note(), approval, approver, version + 1);
    }

    public RequestDetails needingApproval() {
        return new RequestDetails(creator, site, assignee, due, note, Approval.NEEDED, Optional.empty(), version + 1);
    }

    public RequestDetails approved(String by) {
        return new RequestDetails(creator, site, assignee, due, note, Approval.GIVEN, Optional.of(by), version + 1);
    }
}
