package org.keyhopper.rehearsal.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
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

    private List<?> obstacles(int user, Consumer<JsonObject> change) {
        JsonObject policy = SandboxPolicy.open();
        change.accept(policy);
        desk.sandbox.policy(policy.toString());
        return desk.connect().passkeys().obstacles(desk.user(user), Desk.device()).result().orElseThrow().stream()
                .map(Problem::code)
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
                List.of(DirectoryProblem.METHOD_DISABLED),
                obstacles(0, policy -> policy.addProperty("state", "disabled")));
    }

    @Test
    void selfServiceSwitchedOff() {
        assertEquals(
                List.of(DirectoryProblem.SELF_SERVICE_DISABLED),
                obstacles(0, policy -> policy.addProperty("isSelfServiceRegistrationAllowed", false)));
    }

    @Test
    void aModelThatIsNotOnTheListOfAllowedOnes() {
        assertEquals(
                List.of(DirectoryProblem.AAGUID_NOT_ALLOWED),
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
                List.of(DirectoryProblem.AAGUID_NOT_ALLOWED),
                obstacles(0, policy -> policy.add("keyRestrictions", restriction("block", model))));
    }

    @Test
    void aPersonInsideAndOneOutsideTheGroup() {
        Consumer<JsonObject> onlyCardHolders =
                policy -> policy.add("includeTargets", Json.array(List.of(Json.object("id", cardHolders()))));
        assertEquals(List.of(), obstacles(0, onlyCardHolders));
        assertEquals(List.of(DirectoryProblem.USER_NOT_IN_POLICY), obstacles(1, onlyCardHolders));
    }

    @Test
    void aPersonInAnExcludedGroup() {
        assertEquals(
                List.of(DirectoryProblem.USER_NOT_IN_POLICY),
                obstacles(
                        2,
                        policy -> policy.add("excludeTargets", Json.array(List.of(Json.object("id", cardHolders()))))));
    }

    @Test
    void profilesDecideWhereTheyAreGranted() {
        assertEquals(
                List.of(DirectoryProblem.AAGUID_NOT_ALLOWED),
                obstacles(0, policy -> withProfile(policy, "deviceBound", restriction("allow", OTHER_MODEL))));
    }

    @Test
    void aProfileForSyncedPasskeysOnlyLeavesThePersonOut() {
        assertEquals(
                List.of(DirectoryProblem.USER_NOT_IN_POLICY),
                obstacles(0, policy -> withProfile(policy, "synced", new JsonObject())));
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
