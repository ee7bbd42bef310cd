package org.keyhopper.rehearsal.station;

import org.keyhopper.rehearsal.authenticator.SoftwareAuthenticator;
import org.keyhopper.rehearsal.authenticator.model.Personalities;

/** A simulated card with the number printed on it. */
record RehearsalCard(String serial, SoftwareAuthenticator authenticator) {

    static RehearsalCard of(String serial, String traits) {
        return new RehearsalCard(serial, SoftwareAuthenticator.fresh(Personalities.parse(traits)));
    }
}
