package org.keyhopper.central.server.internal.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.keyhopper.central.access.Caller;

/**
 * One call of the API.
 *
 * @param id in log, audit trail and reply
 * @param locale of the texts in problems
 */
record Call(String id, Locale locale) {

    private static final String PROPERTY = "keyhopper.call";
    private static final String CALLER = "keyhopper.caller";

    /** Gives the request its call. */
    static Call begin(ContainerRequestContext request) {
        List<Locale> accepted = request.getAcceptableLanguages();
        boolean german = !accepted.isEmpty() && "de".equals(accepted.getFirst().getLanguage());
        Call call = new Call(UUID.randomUUID().toString(), german ? Locale.GERMAN : Locale.ENGLISH);
        request.setProperty(PROPERTY, call);
        return call;
    }

    /** Returns the call of the request. */
    static Call of(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) instanceof Call call ? call : begin(request);
    }

    static void authenticated(ContainerRequestContext request, Caller caller) {
        request.setProperty(CALLER, caller);
    }

    /** Returns the caller, which is not signed in unless its token was verified. */
    static Caller caller(ContainerRequestContext request) {
        return request.getProperty(CALLER) instanceof Caller caller
                ? caller
                : Caller.none(of(request).id());
    }
}
