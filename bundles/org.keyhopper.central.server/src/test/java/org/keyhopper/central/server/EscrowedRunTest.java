package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.escrow.SealedPin;
import org.keyhopper.central.server.internal.config.RecordSettings;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunSnapshot;

/** The same, at a Central with an escrow certificate: within the same number of calls the PINs are kept there. */
class EscrowedRunTest extends JoinedStationTest {

    EscrowedRunTest() throws IOException {}

    @Override
    RecordSettings records() throws Exception {
        return EscrowCertificate.in(folder, List.of("ec", "-pkeyopt", "ec_paramgen_curve:P-256"));
    }

    /** The certificate; neither the PINs nor their confirmations take calls of their own. */
    @Override
    int besides() {
        return 1;
    }

    private List<SealedPin> kept() {
        return database.store().write(in -> in.escrow().confirmed(request));
    }

    @Test
    void pinsAreConfirmedInEscrowAndForgottenAtTheStation() throws Exception {
        everybodyIsProvisionedOnce(run());
        assertEquals(3, kept().size());
        assertEquals(List.of(), desk.pins().list(request));
    }

    @Test
    void pinsAreForgottenBeforeTheirDevicesAreTakenOut() throws Exception {
        List<Integer> pins = new CopyOnWriteArrayList<>();
        operator.atRemoval = () -> pins.add(desk.pins().list(request).size());
        everybodyIsProvisionedOnce(run());
        assertEquals(Set.of(0), Set.copyOf(pins));
    }

    @Test
    void withoutItsPlaceInEscrowNoPinIsSet() throws Exception {
        lose(LossyProxy.Loss.REQUEST, "/enrolment", 100);
        RunSnapshot end = run();
        assertEquals(RunPhase.HALTED, end.phase());
        assertEquals(List.of(), kept());
        assertTrue(outcomes().stream().allMatch(Outcome.PENDING::equals), () -> outcomes()
                .toString());
    }

    @Test
    void pinsTakeNoCallsOfTheirOwn() throws Exception {
        everybodyIsProvisionedOnce(run());
        assertEquals(3, kept().size());
        assertEquals(0, proxy.callsTo("/pin"));
        assertEquals(0, proxy.callsTo("/pin/confirmation"));
    }

    @Test
    void lostConfirmationsAreRepeatedWithTheRegistration() throws Exception {
        lose(LossyProxy.Loss.RESPONSE, "/registration", 4);
        everybodyIsProvisionedOnce(run());
        assertEquals(3, kept().size());
    }
}
