package org.keyhopper.central.server.internal.signin;

/** Thrown when the identity provider does not confirm a sign-in. The message is for the log and holds no token. */
public final class SignInException extends Exception {

    private static final long serialVersionUID = 1L;

    SignInException(String message) {
        super(message);
    }

    /** Returns the failure of an answer that no browser waits for. */
    public static SignInException unknownAnswer() {
        return new SignInException("the answer of the provider belongs to no sign-in of this browser");
    }

    SignInException(String message, Throwable cause) {
        super(message, cause);
    }
}
