package org.keyhopper.directory.support;

import java.util.List;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;

/** Decides on a look-up by name, of which a directory may return no match, one or several. */
public final class SingleMatch {

    private SingleMatch() {}

    /** Returns the only id; fails with GROUP_NOT_FOUND or GROUP_AMBIGUOUS otherwise. */
    public static Answer<String> ofGroup(String name, List<String> ids) {
        return switch (ids.size()) {
            case 0 -> Answer.failed(Problem.of(DirectoryProblem.GROUP_NOT_FOUND, name));
            case 1 -> Answer.done(ids.getFirst());
            default -> Answer.failed(Problem.of(DirectoryProblem.GROUP_AMBIGUOUS, name, String.valueOf(ids.size())));
        };
    }
}
