package org.keyhopper.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.Claim;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.Requests;

/** Sample values for the store. */
public final class Samples {

    public static final UUID AAGUID = UUID.fromString("2fc0579f-8113-47ea-b116-bb5a8db9202a");
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");

    public static final Profile PROFILE = new Profile(
            new PinRule.Random(8),
            OptionalInt.of(6),
            Set.of(Profile.Option.ALWAYS_UV, Profile.Option.FORCE_PIN_CHANGE),
            Profile.Unsupported.LEAVE_OUT,
            "{model}",
            Set.of(AAGUID, new UUID(1, 2)),
            Set.of("login.example"));

    private Samples() {}

    public static ProvisioningRequest request(Requests requests, int people) {
        return requests.create("Spring", "entra", PROFILE, recipients(people));
    }

    /** Settles a recipient under a claim of its own. */
    public static void settle(Requests requests, RecipientId recipient, OutcomeRecord outcome) {
        try (Claim claim = requests.claim(recipient).orElseThrow()) {
            requests.settle(claim, recipient, outcome);
        }
    }

    public static List<Recipient> recipients(int people) {
        return IntStream.rangeClosed(1, people)
                .mapToObj(i -> new Recipient("user" + i + "@example.com", "Zoë O'Neil " + i, "", ""))
                .toList();
    }

    public static CredentialId credential(String text) {
        return CredentialId.of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static InventoryEntry entry(RecipientId recipient, String credential) {
        return new InventoryEntry(
                credential(credential),
                "login.example",
                AAGUID,
                "Key 5",
                Optional.empty(),
                "entra",
                "7d1c",
                "Zoë",
                "passkey-1",
                recipient,
                InventoryEntry.State.IN_USE,
                NOON);
    }

    public static OutcomeRecord provisioned() {
        return new OutcomeRecord(
                Outcome.PROVISIONED,
                Optional.empty(),
                Optional.of(new MadePasskey(
                        credential("made"), Optional.of("passkey-1"), AAGUID, "Key 5", Optional.of("1234567"))),
                List.of(),
                NOON,
                Duration.ofMillis(8125));
    }

    public static OutcomeRecord failed() {
        return new OutcomeRecord(
                Outcome.FAILED,
                Optional.of(Problem.of(DeviceProblem.PIN_INVALID, "3", "\"quoted\"\nline")
                        .withDetail("CTAP 0x31")),
                Optional.empty(),
                List.of(Problem.of(DirectoryProblem.NO_ANSWER), Problem.of(DeviceProblem.GONE)),
                NOON,
                Duration.ofSeconds(3));
    }

    public static OutcomeRecord unclear() {
        return new OutcomeRecord(
                Outcome.UNCLEAR,
                Optional.of(Problem.of(DirectoryProblem.NO_ANSWER)),
                Optional.empty(),
                List.of(),
                NOON,
                Duration.ofSeconds(3));
    }
}
