package org.keyhopper.central.portal.internal.request;

import java.time.Instant;
import java.time.LocalDate;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.request.Approval;
import org.keyhopper.central.request.RequestSummary;
import org.keyhopper.core.request.Tally;

/**
 * A request as the pages show it.
 *
 * @param assignee the name of an operator or a station; empty for anyone
 * @param caller for whom it is shown
 */
public record RequestRow(RequestSummary summary, String assignee, Caller caller, LocalDate today) {

    /** Where a request stands, in the order in which a list sorts it. */
    public enum State {
        APPROVAL,
        UNCLEAR,
        PROGRESS,
        PENDING,
        COMPLETED
    }

    public String id() {
        return summary.request().id().value();
    }

    public String name() {
        return summary.request().name();
    }

    public String directory() {
        return summary.request().directory();
    }

    public String site() {
        return summary.details().site();
    }

    public String note() {
        return summary.details().note();
    }

    public Instant created() {
        return summary.request().created();
    }

    public long version() {
        return summary.details().version();
    }

    public Tally tally() {
        return summary.tally();
    }

    /** Returns the due date; null without one. */
    public LocalDate due() {
        return summary.details().due().orElse(null);
    }

    public boolean overdue() {
        return due() != null && due().isBefore(today) && state() != State.COMPLETED;
    }

    public State state() {
        Tally tally = tally();
        if (summary.details().approval() == Approval.NEEDED) {
            return State.APPROVAL;
        }
        if (tally.provisioned() + tally.skipped() == tally.total()) {
            return State.COMPLETED;
        }
        if (tally.unclear() > 0) {
            return State.UNCLEAR;
        }
        return tally.pending() == tally.total() ? State.PENDING : State.PROGRESS;
    }

    public boolean open() {
        return state() != State.COMPLETED;
    }

    /** Returns the parts of the bar in percent: provisioned, failed, unclear, skipped; each with where it begins. */
    public Bar bar() {
        return Bar.of(tally());
    }

    /** The bar of a tally; widths and beginnings in percent. */
    public record Bar(
            double provisioned,
            double failedFrom,
            double failed,
            double unclearFrom,
            double unclear,
            double skippedFrom,
            double skipped) {

        static Bar of(Tally tally) {
            double one = tally.total() == 0 ? 0 : 100.0 / tally.total();
            double failedFrom = one * tally.provisioned();
            double unclearFrom = failedFrom + one * tally.failed();
            double skippedFrom = unclearFrom + one * tally.unclear();
            return new Bar(
                    rounded(failedFrom),
                    rounded(failedFrom),
                    rounded(one * tally.failed()),
                    rounded(unclearFrom),
                    rounded(one * tally.unclear()),
                    rounded(skippedFrom),
                    rounded(one * tally.skipped()));
        }

        private static double rounded(double value) {
            return Math.round(value * 100) / 100.0;
        }
    }

    private boolean may(Privilege privilege) {
        return caller.may(privilege, place());
    }

    private Place place() {
        return summary.place();
    }

    public boolean mayProvision() {
        return may(Privilege.PROVISION_NOW) && open() && state() != State.APPROVAL;
    }

    public boolean mayChange() {
        return may(Privilege.CREATE_REQUEST);
    }

    public boolean mayRetry() {
        return may(Privilege.PROVISION_NOW) && tally().failed() > 0;
    }

    public boolean mayReport() {
        return may(Privilege.DOWNLOAD_PROVISIONED_USERS);
    }

    public boolean mayViewPins() {
        return may(Privilege.VIEW_INITIAL_PIN);
    }

    public boolean mayDelete() {
        return may(Privilege.DELETE_REQUEST);
    }

    public boolean mayApprove() {
        return may(Privilege.APPROVE_REQUEST)
                && state() == State.APPROVAL
                && !summary.details().creator().equals(caller.actor());
    }

    public boolean ownApproval() {
        return state() == State.APPROVAL && summary.details().creator().equals(caller.actor());
    }
}
