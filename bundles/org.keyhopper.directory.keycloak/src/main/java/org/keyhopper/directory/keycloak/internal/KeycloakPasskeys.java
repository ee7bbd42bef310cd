package org.keyhopper.directory.keycloak.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Eligibility;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.EnrolmentOptions.Account;
import org.keyhopper.api.directory.EnrolmentOptions.Extensions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.directory.support.HttpPasskeys;
import org.keyhopper.directory.support.http.CancellableDelay;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.json.JsonView;
import org.keyhopper.directory.support.webauthn.AccountName;
import org.keyhopper.directory.support.webauthn.AttestationObject;

/**
 * Passkeys (type {@code webauthn-passwordless}) of a realm's users. The admin API makes no options and verifies nothing, so
 * challenge, policy and duplicates are checked here, and signatures by the caller.
 */
final class KeycloakPasskeys extends HttpPasskeys {

    /** Leaves room for a number where the name is taken. */
    static final int LONGEST_NAME = KeycloakRequests.LONGEST_NAME - 6;

    private static final int LONGEST_HANDLE = 64;
    private static final int CHALLENGE = 32;

    private final KeycloakRequests requests;
    private final KeycloakUsers users;
    private final PolicyRead policy;
    private final Registration registration;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KeycloakPasskeys(
            JsonSession session,
            KeycloakRequests requests,
            KeycloakUsers users,
            PolicyRead policy,
            Registration registration,
            Clock clock,
            CancellableDelay delay) {
        super(session, delay);
        this.requests = requests;
        this.users = users;
        this.policy = policy;
        this.registration = registration;
        this.clock = clock;
    }

    /** Reads the user too, which shows whether this very account may be changed (fine-grained admin permissions). */
    @Override
    public Answer<Eligibility> eligibility(DirectoryUser user, AuthenticatorInfo device) {
        Answer<PasskeyPolicy> rules = policy.get();
        if (PolicyRead.isHidden(rules)) {
            return Answer.done(Eligibility.of(List.of(rules.failure().orElseThrow())));
        }
        return rules.flatMap(known -> users.user(user).map(json -> {
            List<Problem> found = new ArrayList<>(accountObstacles(user));
            if (!json.flag("access", "manage").orElse(true)) {
                found.add(Problem.of(DirectoryProblem.NOT_PERMITTED)
                        .withDetail("this account may not be changed: manage-users is missing"));
            }
            found.addAll(known.obstacles(device));
            return Eligibility.of(found);
        }));
    }

    @Override
    public Answer<EnrolmentOptions> begin(DirectoryUser user) {
        byte[] handle = user.id().getBytes(StandardCharsets.UTF_8);
        if (handle.length > LONGEST_HANDLE) {
            return Answer.failed(JsonSession.unreadable("a user ID of more than 64 bytes is no user handle"));
        }
        return settled(user, policy.get().flatMap(rules -> {
            List<Problem> obstacles = rules.obstacles();
            return obstacles.isEmpty()
                    ? users.credentials(user).map(credentials -> options(user, handle, rules, credentials))
                    : Answer.failed(obstacles.getFirst());
        }));
    }

    /** Signs in by looking the user up by the handle, which is therefore the id as text. */
    private EnrolmentOptions options(
            DirectoryUser user, byte[] handle, PasskeyPolicy rules, List<KeycloakCredential> credentials) {
        byte[] challenge = new byte[CHALLENGE];
        random.nextBytes(challenge);
        List<CredentialId> exclude = credentials.stream()
                .flatMap(one -> one.credentialId().stream())
                .distinct()
                .toList();
        return new EnrolmentOptions(
                UUID.randomUUID().toString(),
                rules.relyingParty(),
                new Account(handle, AccountName.cut(user.userName()), AccountName.cut(user.displayName())),
                Base64.getUrlEncoder().withoutPadding().encodeToString(challenge),
                rules.algorithms(),
                exclude,
                Extensions.NONE,
                rules.attestation(),
                clock.instant().plus(rules.life()));
    }

    /** Applies the policy as it is now, which may have changed since the options were made. */
    @Override
    public Answer<RegisteredPasskey> complete(
            DirectoryUser user, EnrolmentOptions options, NewCredential credential, String displayName) {
        if (clock.instant().isAfter(options.expires())) {
            return Answer.failed(Problem.of(DirectoryProblem.OPTIONS_EXPIRED));
        }
        Optional<AttestationObject> made = AttestationObject.read(credential.attestationObject())
                .filter(read -> read.credentialId().equals(credential.id()));
        if (made.isEmpty()) {
            return Answer.failed(Problem.of(DirectoryProblem.ATTESTATION_REFUSED)
                    .withDetail("the attestation object cannot be read, or is of another credential"));
        }
        Registration.Entry entry =
                new Registration.Entry(options.enrolmentId(), made.get(), credential.transports(), displayName);
        return settled(user, policy.fresh().flatMap(rules -> rules.objection(made.get())
                .<Answer<RegisteredPasskey>>map(Answer::failed)
                .orElseGet(() -> registration.add(user, entry))));
    }

    @Override
    public Answer<List<RegisteredPasskey>> list(DirectoryUser user) {
        return users.credentials(user).map(all -> all.stream()
                .filter(KeycloakCredential::isPasskey)
                .map(KeycloakCredential::passkey)
                .toList());
    }

    /** One credential has no address to read it at. */
    @Override
    protected Answer<Optional<RegisteredPasskey>> look(DirectoryUser user, String passkeyId) {
        return list(user)
                .map(all ->
                        all.stream().filter(one -> one.id().equals(passkeyId)).findFirst());
    }

    /** Options leave nothing at the server. */
    @Override
    public Answer<Boolean> abandon(DirectoryUser user, String enrolmentId) {
        return Answer.done(false);
    }

    @Override
    protected URI passkey(DirectoryUser user, String passkeyId) {
        return requests.credential(user.id(), passkeyId);
    }

    @Override
    protected Optional<RegisteredPasskey> registered(JsonView entry) {
        return KeycloakCredential.read(entry)
                .filter(KeycloakCredential::isPasskey)
                .map(KeycloakCredential::passkey);
    }

    @Override
    protected void forgetPolicy() {
        policy.forget();
    }
}
