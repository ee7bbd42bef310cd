package org.keyhopper.core.people;

import java.util.Set;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.request.Recipient;

/**
 * A user who may be added to a request.
 *
 * @param remarks reasons against adding the user
 */
public record Candidate(DirectoryUser user, Set<Remark> remarks) {

    /** A reason against adding a user. */
    public enum Remark {
        /** The account may not sign in, so that a run would refuse it. */
        DISABLED,
        /** A guest signs in at another directory. */
        GUEST,
        /** Another account, earlier in the list, has the same e-mail address: perhaps the same person. */
        SAME_EMAIL
    }

    public Candidate {
        remarks = Set.copyOf(remarks);
    }

    /** Returns whether there is no remark. */
    public boolean isPlain() {
        return remarks.isEmpty();
    }

    /** Returns the person as a request keeps them. */
    public Recipient recipient() {
        return new Recipient(user.userName(), user.displayName(), user.email(), "", user.id());
    }
}
