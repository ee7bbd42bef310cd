package org.keyhopper.rehearsal.pingone;

import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.Set;
import org.keyhopper.rehearsal.sandbox.EnrolmentKeeper;
import org.keyhopper.rehearsal.sandbox.Population;

/** What the environment knows. Thread-safe: every change is one step. */
final class PingOneTenant extends EnrolmentKeeper {

    private final Set<String> withoutMfa = new HashSet<>();
    private JsonObject policy = PingOnePolicies.open();

    PingOneTenant(Population people) {
        super(people);
    }

    synchronized JsonObject policy() {
        return policy.deepCopy();
    }

    synchronized void policy(JsonObject replacement) {
        policy = replacement.deepCopy();
    }

    synchronized boolean hasMfa(String userId) {
        return !withoutMfa.contains(userId);
    }

    synchronized void mfa(String userId, boolean on) {
        if (on) {
            withoutMfa.remove(userId);
        } else {
            withoutMfa.add(userId);
        }
    }
}
