package org.keyhopper.rehearsal.entra;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxGroup;
import org.keyhopper.rehearsal.sandbox.SandboxUser;

/**
 * How the sandbox is set up.
 *
 * @param port to listen at; 0 for any free one
 * @param people users and groups
 * @param certificate the one registered for the application, if any
 * @param rights what tokens allow
 * @param operator the object id of the person who signs in by browser or code
 * @param lives how long things last
 * @param methodIds how method ids and excluded ids are written
 */
public record SandboxOptions(
        int port,
        Population people,
        Optional<X509Certificate> certificate,
        Set<String> rights,
        String operator,
        Lives lives,
        IdForm methodIds) {

    /**
     * How long things last.
     *
     * @param token the life of an access token
     * @param options the life of creation options
     * @param deviceCodePolls after how many polls a device code counts as approved
     */
    public record Lives(Duration token, Duration options, int deviceCodePolls) {}

    /** The usual: these people, all rights, tokens of an hour, options of five minutes. */
    public static SandboxOptions with(List<SandboxUser> users, List<SandboxGroup> groups) {
        return with(new Population(users, groups));
    }

    /** The usual with these people. */
    public static SandboxOptions with(Population people) {
        return new SandboxOptions(
                0,
                people,
                Optional.empty(),
                Set.of(
                        "UserAuthMethod-Passkey.ReadWrite.All",
                        "User.ReadBasic.All",
                        "GroupMember.Read.All",
                        "Policy.Read.AuthenticationMethod"),
                "00000000-0000-4000-8000-000000000001",
                new Lives(Duration.ofHours(1), Duration.ofMinutes(5), 2),
                IdForm.COUNTED);
    }

    /** The usual with made-up people, all of them in the group "All staff", every other one in "Card holders". */
    public static SandboxOptions withPeople(int count) {
        return with(Population.madeUp(count));
    }

    public SandboxOptions port(int number) {
        return new SandboxOptions(number, people, certificate, rights, operator, lives, methodIds);
    }

    public SandboxOptions certificate(X509Certificate registered) {
        return new SandboxOptions(port, people, Optional.of(registered), rights, operator, lives, methodIds);
    }

    public SandboxOptions rights(Set<String> permissions) {
        return new SandboxOptions(port, people, certificate, Set.copyOf(permissions), operator, lives, methodIds);
    }

    public SandboxOptions operator(SandboxUser user) {
        return new SandboxOptions(port, people, certificate, rights, user.id(), lives, methodIds);
    }

    public SandboxOptions lives(Lives durations) {
        return new SandboxOptions(port, people, certificate, rights, operator, durations, methodIds);
    }

    public SandboxOptions methodIds(IdForm form) {
        return new SandboxOptions(port, people, certificate, rights, operator, lives, form);
    }
}
