package org.keyhopper.rehearsal.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.rehearsal.sandbox.Desk;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.MadeCredential;

/** What the tenant's policy has against a person or device, seen before anything is changed. */
class EntraPolicyTest {

    private static final String OTHER_MODEL = "11111111-1111-4111-8111-111111111111";

    private final EntraDesk desk = new EntraDesk(SandboxOptions.withPeople(4));

    @AfterEach
    void stop() {
        desk.close();
    }

    private List<String> obstacles(int user, Consumer<JsonObject> change) {
        return obstacles(user, Desk.device(), change);
    }

    private List<String> obstacles(int user, AuthenticatorInfo device, Consumer<JsonObject> change) {
        JsonObject policy = SandboxPolicy.open();
        change.accept(policy);
        desk.sandbox.policy(policy.toString());
        return desk
                .connect()
                .passkeys()
                .eligibility(desk.user(user), device)
                .result()
                .orElseThrow()
                .obstacles()
                .stream()
                .map(problem -> problem.code().id())
                .toList();
    }

    private static JsonObject restriction(String type, String... models) {
        return Json.object("isEnforced", true, "enforcementType", type, "aaGuids", List.of(models));
    }

    private String cardHolders() {
        return desk.sandbox.groups().get(1).id();
    }

    @Test
    void anOpenPolicyHasNothingAgainstAnybody() {
        assertEquals(List.of(), obstacles(0, policy -> {}));
    }

    @Test
    void aMethodSwitchedOff() {
        assertEquals(
                List.of(DirectoryProblem.METHOD_DISABLED.id()),
                obstacles(0, policy -> policy.addProperty("state", "disabled")));
    }

    @Test
    void selfServiceSwitchedOff() {
        assertEquals(
                List.of("directory.self-service-disabled"),
                obstacles(0, policy -> policy.addProperty("isSelfServiceRegistrationAllowed", false)));
    }

    @Test
    void aModelThatIsNotOnTheListOfAllowedOnes() {
        assertEquals(
                List.of(DirectoryProblem.AAGUID_NOT_ALLOWED.id()),
                obstacles(0, policy -> policy.add("keyRestrictions", restriction("allow", OTHER_MODEL))));
    }

    @Test
    void aModelOnTheListOfAllowedOnesInCapitals() {
        String model = MadeCredential.MODEL.toString().toUpperCase(Locale.ROOT);
        assertEquals(List.of(), obstacles(0, policy -> policy.add("keyRestrictions", restriction("allow", model))));
    }

    @Test
    void aModelOnTheListOfBlockedOnes() {
        String model = MadeCredential.MODEL.toString();
        assertEquals(
                List.of(DirectoryProblem.AAGUID_NOT_ALLOWED.id()),
                obstacles(0, policy -> policy.add("keyRestrictions", restriction("block", model))));
    }

    @Test
    void aPersonInsideAndOneOutsideTheGroup() {
        Consumer<JsonObject> onlyCardHolders =
                policy -> policy.add("includeTargets", Json.array(List.of(Json.object("id", cardHolders()))));
        assertEquals(List.of(), obstacles(0, onlyCardHolders));
        assertEquals(List.of("directory.user-not-in-policy"), obstacles(1, onlyCardHolders));
    }

    @Test
    void aPersonInAnExcludedGroup() {
        assertEquals(
                List.of("directory.user-not-in-policy"),
                obstacles(
                        2,
                        policy -> policy.add("excludeTargets", Json.array(List.of(Json.object("id", cardHolders()))))));
    }

    @Test
    void profilesDecideWhereTheyAreGranted() {
        assertEquals(
                List.of(DirectoryProblem.AAGUID_NOT_ALLOWED.id()),
                obstacles(0, policy -> withProfile(policy, "deviceBound", restriction("allow", OTHER_MODEL))));
    }

    @Test
    void aProfileForSyncedPasskeysOnlyLeavesThePersonOut() {
        assertEquals(
                List.of("directory.user-not-in-policy"),
                obstacles(0, policy -> withProfile(policy, "synced", new JsonObject())));
    }

    /** The first profile allows another model unattested, the second this model attested: neither allows this device. */
    @Test
    void oneProfileHasToBeSatisfiedWhole() {
        AuthenticatorInfo plain = withoutHmacSecret();
        Consumer<JsonObject> twoProfiles = policy -> withProfiles(
                policy,
                profile("p1", "disabled", restriction("allow", OTHER_MODEL)),
                profile("p2", "registrationOnly", restriction("allow", MadeCredential.MODEL.toString())));
        assertEquals(List.of(DirectoryProblem.ATTESTATION_REFUSED.id()), obstacles(0, plain, twoProfiles));
        assertEquals(List.of(), obstacles(0, twoProfiles));
    }

    @Test
    void aProfileWithoutAttestationIsEnoughBesideOneWithIt() {
        assertEquals(
                List.of(),
                obstacles(
                        0,
                        withoutHmacSecret(),
                        policy -> withProfiles(
                                policy,
                                profile("p1", "registrationOnly", new JsonObject()),
                                profile("p2", "disabled", new JsonObject()))));
    }

    private boolean enforcesAttestation(int user, Consumer<JsonObject> change) {
        JsonObject policy = SandboxPolicy.open();
        change.accept(policy);
        desk.sandbox.policy(policy.toString());
        return desk.connect()
                .passkeys()
                .eligibility(desk.user(user), Desk.device())
                .result()
                .orElseThrow()
                .attestationEnforced();
    }

    @Test
    void attestationIsEnforcedWhereEveryProfileForTheModelEnforcesIt() {
        JsonObject mine = restriction("allow", MadeCredential.MODEL.toString());
        assertFalse(enforcesAttestation(0, policy -> {}));
        assertTrue(enforcesAttestation(0, policy -> policy.addProperty("isAttestationEnforced", true)));
        assertTrue(enforcesAttestation(
                0,
                policy -> withProfiles(
                        policy,
                        profile("p1", "disabled", restriction("allow", OTHER_MODEL)),
                        profile("p2", "registrationOnly", mine))));
        assertFalse(enforcesAttestation(
                0,
                policy -> withProfiles(
                        policy, profile("p1", "disabled", mine), profile("p2", "registrationOnly", mine))));
    }

    @Test
    void aTargetWithoutProfilesGetsTheDefaultOne() {
        Consumer<JsonObject> migrated = policy -> {
            withProfiles(policy, profile("p1", "disabled", restriction("allow", OTHER_MODEL)));
            policy.addProperty("defaultPasskeyProfile", "p1");
            policy.add("includeTargets", Json.array(List.of(Json.object("id", "all_users"))));
        };
        assertEquals(List.of(DirectoryProblem.AAGUID_NOT_ALLOWED.id()), obstacles(0, migrated));
    }

    @Test
    void aProfileThatIsNotThereGrantsNothing() {
        Consumer<JsonObject> gone = policy -> {
            withProfiles(policy, profile("p1", "disabled", new JsonObject()));
            policy.add(
                    "includeTargets",
                    Json.array(List.of(Json.object("id", "all_users", "allowedPasskeyProfiles", List.of("p9")))));
        };
        assertEquals(List.of("directory.user-not-in-policy"), obstacles(0, gone));
    }

    @Test
    void theTenantEnforcesProfilesAtRegistration() {
        JsonObject policy = SandboxPolicy.open();
        withProfiles(
                policy,
                profile("p1", "disabled", restriction("allow", OTHER_MODEL)),
                profile("p2", "registrationOnly", restriction("allow", MadeCredential.MODEL.toString())));
        desk.sandbox.policy(policy.toString());
        Directory directory = desk.connect();
        assertEquals(
                DirectoryProblem.ATTESTATION_REFUSED,
                registered(directory, desk.user(0)).failure().orElseThrow().code());
        withProfile(policy, "synced", new JsonObject());
        desk.sandbox.policy(policy.toString());
        assertTrue(registered(directory, desk.user(0)).failure().isPresent());
        withProfile(policy, "deviceBound, synced", restriction("allow", MadeCredential.MODEL.toString()));
        desk.sandbox.policy(policy.toString());
        assertTrue(registered(directory, desk.user(0)).result().isPresent());
    }

    private static Answer<RegisteredPasskey> registered(Directory directory, DirectoryUser user) {
        EnrolmentOptions options = directory.passkeys().begin(user).result().orElseThrow();
        return directory.passkeys().complete(user, options, MadeCredential.good(options), "Card");
    }

    private static AuthenticatorInfo withoutHmacSecret() {
        AuthenticatorInfo device = Desk.device();
        return new AuthenticatorInfo(
                device.versions(),
                Set.of(),
                device.aaguid(),
                device.options(),
                device.transports(),
                device.algorithms(),
                device.limits(),
                device.pin(),
                device.reset(),
                device.firmwareVersion());
    }

    private static JsonObject profile(String id, String attestation, JsonObject restrictions) {
        return Json.object(
                "id", id,
                "name", id,
                "passkeyTypes", "deviceBound",
                "attestationEnforcement", attestation,
                "keyRestrictions", restrictions);
    }

    private static void withProfiles(JsonObject policy, JsonObject... profiles) {
        List<String> ids = Stream.of(profiles)
                .map(profile -> profile.get("id").getAsString())
                .toList();
        policy.add("passkeyProfiles", Json.array(List.of(profiles)));
        policy.add(
                "includeTargets", Json.array(List.of(Json.object("id", "all_users", "allowedPasskeyProfiles", ids))));
    }

    private static void withProfile(JsonObject policy, String types, JsonObject restrictions) {
        policy.add(
                "passkeyProfiles",
                Json.array(List.of(Json.object(
                        "id", "p1", "name", "Cards", "passkeyTypes", types, "keyRestrictions", restrictions))));
        policy.add(
                "includeTargets",
                Json.array(List.of(Json.object("id", "all_users", "allowedPasskeyProfiles", List.of("p1")))));
    }
}
