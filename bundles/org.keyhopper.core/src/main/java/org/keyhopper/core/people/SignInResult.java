package org.keyhopper.core.people;

import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.core.run.RunProblem;

/** What an operator said about a sign-in that was tried with a passkey. */
public enum SignInResult {
    WORKED(RunProblem.SIGN_IN_WORKED),
    FAILED(RunProblem.SIGN_IN_FAILED),
    NOT_TRIED(RunProblem.SIGN_IN_NOT_TRIED);

    private final RunProblem note;

    SignInResult(RunProblem note) {
        this.note = note;
    }

    /** Returns the code of the note in the recipient's outcome. */
    public ProblemCode note() {
        return note;
    }
}
