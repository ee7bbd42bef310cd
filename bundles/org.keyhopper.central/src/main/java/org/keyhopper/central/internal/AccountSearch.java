package org.keyhopper.central.internal;

import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.core.request.RecipientState;

/** Finds the account of a recipient at the directory. */
final class AccountSearch {

    private AccountSearch() {}

    /** Returns the account; OTHER_ACCOUNT if its id is not the imported one, USER_DISABLED if it may not sign in. */
    static Answer<DirectoryUser> find(Directory directory, RecipientState recipient) {
        return same(directory, recipient).flatMap(AccountSearch::enabled);
    }

    /** Returns the account, whether it may sign in or not; OTHER_ACCOUNT if its id is not the imported one. */
    static Answer<DirectoryUser> same(Directory directory, RecipientState recipient) {
        String imported = recipient.recipient().userId();
        return directory
                .people()
                .find(recipient.recipient().reference())
                .flatMap(user -> imported.isEmpty() || imported.equals(user.id())
                        ? Answer.done(user)
                        : Answer.failed(Problem.of(CentralProblem.OTHER_ACCOUNT)));
    }

    private static Answer<DirectoryUser> enabled(DirectoryUser user) {
        return user.state() == DirectoryUser.AccountState.DISABLED
                ? Answer.failed(Problem.of(DirectoryProblem.USER_DISABLED, user.displayName()))
                : Answer.done(user);
    }
}
