package org.keyhopper.core.internal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.core.run.RunProblem;

/** The way of an initial PIN into the escrow. */
class ClaimPinTest extends ClaimFixture {

    private static Secret pin() {
        return Secret.of("493817");
    }

    @Test
    void pinTravelsWithTheCallsThatBeginAndRegister() {
        central.escrow = true;
        assertEquals(Optional.of(true), passkeys.keepPin(pin()).result());
        assertEquals(Optional.of("493817"), central.keptPin);
        assertEquals(false, central.confirmed);
        passkeys.pin().accepted();
        registered();
        assertEquals(true, central.confirmed);
        assertInstanceOf(Answer.Done.class, passkeys.readBack(USER, "handle"));
        assertEquals(true, passkeys.pin().isConfirmed());
        assertEquals(List.of("claim", "begin", "register", "prove"), central.calls());
    }

    @Test
    void pinThatTheDeviceHasNotAcceptedIsNotConfirmed() {
        central.escrow = true;
        passkeys.keepPin(pin());
        registered();
        assertEquals(false, central.confirmed);
    }

    @Test
    void pinThatMayStayOnTheDeviceIsConfirmedAfterAFailure() throws InterruptedException {
        central.escrow = true;
        passkeys.keepPin(pin());
        passkeys.pin().accepted();
        passkeys.end(Outcome.UNCLEAR, Problem.of(RunProblem.STOPPED), false);
        Deadline limit = Deadline.inSeconds(20);
        while (!central.confirmed && !limit.hasPassed()) {
            Thread.sleep(5);
        }
        assertEquals(true, central.confirmed);
    }

    @Test
    void pinOfACleanedDeviceIsNotConfirmed() {
        central.escrow = true;
        passkeys.keepPin(pin());
        passkeys.pin().accepted();
        passkeys.end(Outcome.FAILED, Problem.of(RunProblem.STOPPED), true);
        assertEquals(List.of("claim", "begin", "release"), central.calls());
    }

    @Test
    void anotherPinAfterARefusalIsKeptByItself() {
        central.escrow = true;
        passkeys.keepPin(pin());
        assertEquals(Optional.of(true), passkeys.keepPin(Secret.of("550271")).result());
        assertEquals(Optional.of("550271"), central.keptPin);
        assertEquals(List.of("claim", "begin", "keepPin"), central.calls());
    }

    @Test
    void anOlderCentralIsSentThePinByItself() {
        central.escrow = true;
        central.old = true;
        assertEquals(Optional.of(true), passkeys.keepPin(pin()).result());
        assertEquals(Optional.of("493817"), central.keptPin);
        passkeys.pin().accepted();
        registered();
        assertInstanceOf(Answer.Done.class, passkeys.readBack(USER, "handle"));
        assertEquals(true, passkeys.pin().isConfirmed());
        assertEquals(List.of("claim", "begin", "keepPin", "register", "confirmPin", "prove"), central.calls());
    }

    @Test
    void noPinIsGivenWhereItsPlaceIsNotKnown() {
        central.escrow = true;
        central.reachable = false;
        assertInstanceOf(Answer.Unclear.class, passkeys.keepPin(pin()));
        central.reachable = true;
        assertEquals(Outcome.FAILED, passkeys.end(Outcome.FAILED, NO_ANSWER, true));
        assertEquals("", central.released.orElseThrow().reason());
    }

    @Test
    void lostConfirmationIsRepeatedBeforeTheProof() {
        central.escrow = true;
        central.old = true;
        passkeys.keepPin(pin());
        passkeys.pin().accepted();
        central.reachable = false;
        assertInstanceOf(Answer.Unclear.class, passkeys.pin().settle());
        central.reachable = true;
        registered();
        assertInstanceOf(Answer.Done.class, passkeys.readBack(USER, "handle"));
        assertEquals(true, central.confirmed);
    }

    @Test
    void withoutEscrowThePinStaysAtTheStation() {
        assertEquals(Optional.of(false), passkeys.keepPin(pin()).result());
        assertEquals(Optional.empty(), central.keptPin);
        passkeys.pin().accepted();
        registered();
        assertInstanceOf(Answer.Done.class, passkeys.readBack(USER, "handle"));
        assertEquals(false, central.calls().contains("confirmPin"));
    }

    /** A station was killed after the device got its PIN; after the restart it is not cleaned. */
    private CentralPasskeys restoredWithPinOnDevice(boolean pinOnDevice) {
        central.escrow = true;
        passkeys.keepPin(pin());
        return passkeys.under(7, Optional.empty(), pinOnDevice);
    }

    @Test
    void pinThatAKillLeftOnTheDeviceIsConfirmedBeforeTheClaimEnds() {
        CentralPasskeys restored = restoredWithPinOnDevice(true);
        restored.end(Outcome.FAILED, Problem.of(RunProblem.INTERRUPTED), false);
        assertEquals(true, central.confirmed);
        assertEquals(List.of("claim", "begin", "confirmPin", "release"), central.calls());
    }

    @Test
    void claimIsKeptWhileThePinOnTheDeviceIsNotConfirmed() {
        CentralPasskeys restored = restoredWithPinOnDevice(true);
        central.reachable = false;
        assertEquals(Outcome.UNCLEAR, restored.end(Outcome.FAILED, Problem.of(RunProblem.INTERRUPTED), false));
        assertEquals(false, central.calls().contains("release"));
    }

    @Test
    void claimIsKeptAlsoWhereTheConfirmationIsRefusedForTheCaller() {
        CentralPasskeys restored = restoredWithPinOnDevice(true);
        central.refusal = Optional.of(Problem.of(CentralConnectionProblem.SIGN_IN_ENDED));
        assertEquals(Outcome.UNCLEAR, restored.end(Outcome.FAILED, Problem.of(RunProblem.INTERRUPTED), false));
        assertEquals(false, central.calls().contains("release"));
    }

    @Test
    void pinThatNoDeviceGotIsNotConfirmedAfterAKill() {
        CentralPasskeys restored = restoredWithPinOnDevice(false);
        restored.end(Outcome.FAILED, Problem.of(RunProblem.INTERRUPTED), false);
        assertEquals(List.of("claim", "begin", "release"), central.calls());
    }

    @Test
    void reconcilingConfirmsThePinThatMayHaveBeenKept() {
        central.escrow = true;
        passkeys.keepPin(pin());
        registered();
        CentralPasskeys restored = passkeys.under(7, Optional.of(CLIENT_DATA), true);
        restored.restore(MADE, "Key", "handle", Optional.of(PROOF));
        assertInstanceOf(Answer.Done.class, restored.readBack(USER, "handle"));
        assertEquals(true, restored.pin().isConfirmed());
    }
}
