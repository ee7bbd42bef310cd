package org.keyhopper.central.portal;

import java.util.Locale;
import java.util.Objects;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.signin.SignedIn;

/**
 * One call of a browser that is signed in.
 *
 * @param call the id of the call, for those who look for it in the log
 * @param locale of the texts
 */
public record BrowserCall(SignedIn signedIn, String call, Locale locale) {
    public BrowserCall {
        Objects.requireNonNull(signedIn);
        Objects.requireNonNull(call);
        Objects.requireNonNull(locale);
    }

    public Caller caller() {
        return signedIn.caller();
    }
}
