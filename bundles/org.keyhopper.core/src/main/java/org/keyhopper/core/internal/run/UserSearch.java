package org.keyhopper.core.internal.run;

import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.People;
import org.keyhopper.core.request.RecipientState;

/** Finds a recipient in the directory. */
public final class UserSearch {

    private UserSearch() {}

    /** Returns the person, unless unknown or disabled. Blocking on the network. */
    public static Answer<DirectoryUser> find(People people, RecipientState recipient) {
        return people.find(recipient.recipient().reference())
                .flatMap(user -> user.state() == DirectoryUser.AccountState.DISABLED
                        ? Answer.failed(Problem.of(DirectoryProblem.USER_DISABLED, user.displayName()))
                        : Answer.done(user));
    }
}
