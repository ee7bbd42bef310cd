package org.keyhopper.rehearsal.pingone;

import java.time.Duration;
import java.util.Set;
import org.keyhopper.rehearsal.sandbox.Population;

/**
 * How the sandbox is set up.
 *
 * @param port to listen at; 0 for any free one
 * @param people users and groups
 * @param secretInForm whether the application shows its secret in the form instead of the header
 * @param roles of the application and of the signed-in user
 * @param tokenLife the life of an access token
 * @param optionsLife how long a device waits for its activation
 */
public record PingOneSandboxOptions(
        int port,
        Population people,
        boolean secretInForm,
        Set<String> roles,
        Duration tokenLife,
        Duration optionsLife) {

    static final String PEOPLE_ROLE = "Identity Data Admin";
    static final String POLICY_ROLE = "Environment Admin";

    /** The usual: these people, all roles, tokens of an hour, devices that wait two minutes. */
    public static PingOneSandboxOptions with(Population people) {
        return new PingOneSandboxOptions(
                0, people, false, Set.of(PEOPLE_ROLE, POLICY_ROLE), Duration.ofHours(1), Duration.ofMinutes(2));
    }

    public static PingOneSandboxOptions withPeople(int count) {
        return with(Population.madeUp(count));
    }

    public PingOneSandboxOptions port(int number) {
        return new PingOneSandboxOptions(number, people, secretInForm, roles, tokenLife, optionsLife);
    }

    public PingOneSandboxOptions takingSecretInForm() {
        return new PingOneSandboxOptions(port, people, true, roles, tokenLife, optionsLife);
    }

    public PingOneSandboxOptions roles(Set<String> names) {
        return new PingOneSandboxOptions(port, people, secretInForm, Set.copyOf(names), tokenLife, optionsLife);
    }
}
