package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.keyhopper.rehearsal.central.CentralRig.assertRefused;
import static org.keyhopper.rehearsal.central.CentralRig.done;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.enrolment.BegunEnrolment;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.inventory.DeviceActions;
import org.keyhopper.central.inventory.DeviceEvent;
import org.keyhopper.central.operator.Operator;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.request.ActiveClaim;
import org.keyhopper.central.signin.StationSignIn;
import org.keyhopper.central.station.Station;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.inventory.InventoryEntry;

/** What the pages show of a device and of a request that is worked on. */
class ShownToOperatorsTest extends StationFixture {

    private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");
    private static final Caller ADMIN = operator("ada", Role.ADMINISTRATOR);

    private static Caller operator(String id, Role role) {
        return new Caller(Caller.Kind.OPERATOR, id, List.of(new Grant(role, new Scope.Everything())), "call");
    }

    @BeforeEach
    void configure() {
        rig.database().directories().put(new DirectoryAccount("contoso", "memory", new Settings(Map.of())));
    }

    private CredentialId provisioned() throws Exception {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        BegunEnrolment begun = begun(STATION, claimed);
        NewCredential made = device.make(begun);
        done(calls().register(STATION, claimed.claim(), made, "Test key"));
        done(prove(STATION, claimed.claim(), made, begun.proofClientData()));
        return made.id();
    }

    @Test
    void historyOfADeviceSaysWhatHappenedAndWhoDidIt() throws Exception {
        CredentialId credential = provisioned();
        DeviceActions devices = rig.central().deviceActions();
        assertEquals(List.of(DeviceEvent.Kind.ISSUED), kinds(credential));
        done(devices.markLost(ADMIN, credential));
        done(devices.revoke(ADMIN, credential));
        assertEquals(
                List.of(DeviceEvent.Kind.REVOKED, DeviceEvent.Kind.LOST, DeviceEvent.Kind.ISSUED), kinds(credential));
        assertEquals(
                "operator:ada",
                done(devices.history(ADMIN, credential)).getFirst().actor());
    }

    @Test
    void deviceThatWasGivenBackHasNoPasskeyAtTheDirectory() throws Exception {
        CredentialId credential = provisioned();
        assertEquals(List.of(credential), rig.directory.of("anna"));
        assertEquals(
                InventoryEntry.State.RETURNED,
                done(rig.central().deviceActions().takeBack(ADMIN, credential)).state());
        assertEquals(List.of(), rig.directory.of("anna"));
        assertEquals(List.of(DeviceEvent.Kind.RETURNED, DeviceEvent.Kind.ISSUED), kinds(credential));
        assertRefused(
                CentralProblem.NOT_PERMITTED,
                rig.central().deviceActions().takeBack(operator("vera", Role.VIEW_ONLY), credential));
    }

    @Test
    void deviceOfADeletedAccountCanBeRevokedAndTakenBack() throws Exception {
        CredentialId credential = provisioned();
        rig.directory.deleted.add("anna");
        DeviceActions devices = rig.central().deviceActions();
        assertEquals(
                InventoryEntry.State.REVOKED,
                done(devices.revoke(ADMIN, credential)).state());
        assertEquals("not-found", rig.trail().getLast().event().facts().get("account"));
        assertEquals(
                InventoryEntry.State.RETURNED,
                done(devices.takeBack(ADMIN, credential)).state());
    }

    @Test
    void deviceStaysInUseWhileItIsOpenWhetherItsPasskeyWasDeleted() throws Exception {
        CredentialId credential = provisioned();
        rig.directory.nextAnswersLost.add("delete");
        assertEquals(
                Optional.empty(),
                rig.central().deviceActions().revoke(ADMIN, credential).result());
        assertEquals(
                InventoryEntry.State.IN_USE,
                done(rig.central().deviceActions().find(ADMIN, credential)).state());
    }

    private List<DeviceEvent.Kind> kinds(CredentialId credential) {
        return done(rig.central().deviceActions().history(ADMIN, credential)).stream()
                .map(DeviceEvent::kind)
                .toList();
    }

    @Test
    void historyNeedsThePrivilegeToViewTheInventory() throws Exception {
        CredentialId credential = provisioned();
        assertRefused(
                CentralProblem.NOT_PERMITTED,
                rig.central().deviceActions().history(operator("olga", Role.PIN_OFFICER), credential));
    }

    @Test
    void personInWorkIsShownWithStationAndOperator() {
        rig.database().store().write(in -> {
            in.stations()
                    .add(
                            new Station(
                                    STATION.id(), Station.Kind.STATION, "Desk 1", "", "", List.of(), LATER, false, 1),
                            "code");
            in.operators()
                    .add(new Operator(
                            "olga",
                            "olga@contoso.example",
                            Optional.empty(),
                            "Olga",
                            List.of(),
                            List.of(),
                            LATER,
                            Optional.empty(),
                            false,
                            1));
            in.stationSignIns().add(new StationSignIn("token", "olga", STATION.id(), "", "", LATER));
            return null;
        });
        rig.claim(STATION, "k1");
        ActiveClaim shown = done(rig.central().requestProgress().show(ADMIN, rig.request, 5))
                .inWork()
                .getFirst();
        assertEquals("Desk 1 Olga", shown.station() + " " + shown.operator());
        rig.database().store().write(in -> {
            in.stationSignIns().removeAll("olga");
            return null;
        });
        assertEquals(
                "",
                done(rig.central().requestProgress().show(ADMIN, rig.request, 5))
                        .inWork()
                        .getFirst()
                        .operator());
    }
}
