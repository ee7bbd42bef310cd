package org.keyhopper.core.people;

/** What an operator said about a sign-in that was tried with a passkey. */
public enum SignInResult {
    WORKED,
    FAILED,
    NOT_TRIED
}
