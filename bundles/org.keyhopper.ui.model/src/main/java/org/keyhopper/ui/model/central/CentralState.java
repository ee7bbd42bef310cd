package org.keyhopper.ui.model.central;

import java.util.List;
import java.util.Optional;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.manual.DevicePanel.Fact;

/**
 * The view state of the Central dialog and of the header.
 *
 * @param joined whether the station has joined; empty until the store was read
 * @param server who answers at the address that was entered, to be confirmed before joining
 * @param facts the membership, for reading
 * @param operator whether an operator is signed in
 * @param signedOut whether the sign-in of the operator has ended
 * @param task what is being done; empty when nothing is
 * @param signingIn whether the browser is waited for, which can be cancelled
 * @param header Central, operator and connection in one line; empty for a lone station
 */
public record CentralState(
        Optional<Boolean> joined,
        Optional<Server> server,
        List<Fact> facts,
        boolean operator,
        boolean signedOut,
        Optional<String> task,
        boolean signingIn,
        Header header,
        Optional<Notice> notice) {

    /**
     * Who answers.
     *
     * @param text who vouches for it, and what to compare
     * @param fingerprint of its public key in groups; empty without TLS
     * @param confirm the label of the button that joins it
     */
    public record Server(String text, String fingerprint, String confirm) {}

    /** One line of the header. */
    public record Header(String text, Tint tint) {
        static final Header NONE = new Header("", Tint.NEUTRAL);
    }

    public CentralState {
        facts = List.copyOf(facts);
    }

    static CentralState first() {
        return new CentralState(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                false,
                Optional.empty(),
                false,
                Header.NONE,
                Optional.empty());
    }

    public boolean isJoined() {
        return joined.orElse(false);
    }

    public boolean busy() {
        return task.isPresent();
    }

    CentralState during(String text, boolean browser) {
        return new CentralState(
                joined, server, facts, operator, signedOut, Optional.of(text), browser, header, Optional.empty());
    }

    CentralState after(Optional<Notice> next) {
        return new CentralState(joined, server, facts, operator, signedOut, Optional.empty(), false, header, next);
    }

    CentralState answering(Optional<Server> found) {
        return new CentralState(joined, found, facts, operator, signedOut, task, signingIn, header, notice);
    }
}
