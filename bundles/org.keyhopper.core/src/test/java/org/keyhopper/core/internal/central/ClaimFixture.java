package org.keyhopper.core.internal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Eligibility;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.core.central.BegunEnrolment;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.fido.Assertion;

/** One claim at a Central that a test plays, and what a device made under it. */
abstract class ClaimFixture {

    static final RecipientId RECIPIENT = new RecipientId(new RequestId("R7K3M"), 1);
    static final byte[] CLIENT_DATA = "{}".getBytes(StandardCharsets.UTF_8);
    static final DirectoryUser USER = new DirectoryUser("1", "anna", "Anna", "", DirectoryUser.AccountState.ENABLED);
    static final NewCredential MADE =
            new NewCredential(CredentialId.of(new byte[] {1, 2, 3}), new byte[] {4}, new byte[] {5}, List.of());
    static final Assertion PROOF = new Assertion(new byte[] {6}, new byte[] {7});
    static final Problem NO_ANSWER = Problem.of(CentralConnectionProblem.NO_ANSWER, "central");

    /** Options live for as long as a few pauses. */
    final EnrolmentOptions options = new EnrolmentOptions(
            "",
            new EnrolmentOptions.RelyingParty("contoso.example", "Contoso", "https://contoso.example"),
            new EnrolmentOptions.Account(new byte[] {9}, "anna", "Anna"),
            "challenge",
            List.of(-7),
            List.of(),
            EnrolmentOptions.Extensions.NONE,
            EnrolmentOptions.Attestation.DIRECT,
            Instant.now().plusMillis(200));

    final FakeCentral central = new FakeCentral(new BegunEnrolment(options, CLIENT_DATA, false));
    final CentralPasskeys passkeys =
            new CentralPasskeys(central, RECIPIENT, 7, "key", Clock.systemUTC(), Duration.ofMillis(10));

    static AuthenticatorInfo info() {
        return new AuthenticatorInfo(
                Set.of("FIDO_2_1"),
                Set.of(),
                new UUID(1, 2),
                Map.of("rk", true),
                List.of(),
                List.of(-7),
                new AuthenticatorInfo.Limits(1024, 1, OptionalInt.empty(), OptionalInt.empty(), 0),
                new AuthenticatorInfo.PinRules(List.of(), 4, 63, false),
                new AuthenticatorInfo.ResetRules(false, List.of()),
                OptionalInt.empty());
    }

    @BeforeEach
    void checkDevice() {
        assertEquals(
                Eligibility.of(List.of()),
                passkeys.eligibility(USER, info()).result().orElseThrow());
    }

    void registered() {
        passkeys.begin(USER);
        assertInstanceOf(Answer.Done.class, passkeys.complete(USER, options, MADE, "Key"));
        passkeys.signed(PROOF);
    }
}
