package org.keyhopper.core.internal.ceremony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.device.StoredCredential;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.internal.device.StepFailedException;
import org.keyhopper.core.internal.reset.AuthenticatorReset;
import org.keyhopper.core.internal.reset.ResetContext;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes from a device what an attempt put on it, and reports what is left. The one rule for undoing and for
 * reconciling: a device that is certain to be the attempt's and held nothing before is reset, if it reports to hold
 * nothing else; from any other device the credential is deleted. On the device's worker.
 */
public final class DeviceCleanup {

    private static final Logger LOGGER = LoggerFactory.getLogger(DeviceCleanup.class);

    private final OpenDevice device;
    private final Secret pin;
    private final Trace trace;
    private final OptionalInt existing;

    /**
     * What an attempt may have left on its device.
     *
     * @param blank whether the device held nothing before the attempt
     * @param certain whether the device at hand is certainly the one that held nothing
     * @param reset whether it was reset in the attempt, which counts where it cannot report what it holds
     * @param pin whether the attempt may have set a PIN
     * @param credential whether the attempt may have made a credential
     * @param made the credential, when its making was seen to end
     * @param rpId the relying party of the credential; may be empty
     */
    public record Trace(
            boolean blank,
            boolean certain,
            boolean reset,
            boolean pin,
            boolean credential,
            Optional<CredentialId> made,
            String rpId) {

        /** Returns what may be left on a device that cannot be asked. */
        public List<Problem> unread() {
            List<Problem> left = new ArrayList<>();
            if (credential) {
                left.add(Problem.of(RunProblem.MAY_HOLD_CREDENTIAL));
            }
            if (pin) {
                left.add(Problem.of(RunProblem.MAY_HAVE_PIN));
            }
            return left;
        }
    }

    /**
     * The result.
     *
     * @param isBlank whether the device has neither PIN nor credential of the attempt any more
     * @param left what is left, or may be
     */
    public record Result(boolean isBlank, List<Problem> left) {}

    private DeviceCleanup(OpenDevice device, Secret pin, Trace trace) {
        this.device = device;
        this.pin = pin;
        this.trace = trace;
        existing = existing();
    }

    /**
     * Cleans the device.
     *
     * @param pin the PIN of the attempt; null or empty when it is not known
     */
    public static Result clean(OpenDevice device, Secret pin, Trace trace, Consumer<Instruction> instruct) {
        return new DeviceCleanup(device, pin, trace).run(instruct);
    }

    private Result run(Consumer<Instruction> instruct) {
        boolean wasResetSince = trace.pin() && !isPinSet();
        if (wasResetSince || !trace.pin() && !mayHaveCredential()) {
            return new Result(wasResetSince, List.of());
        }
        if (mayReset() && succeeds("Resetting", () -> reset(instruct))) {
            return new Result(true, List.of());
        }
        List<Problem> left = new ArrayList<>();
        if (mayHaveCredential() && !isDeleted()) {
            left.add(Problem.of(isConfirmed() ? RunProblem.LEFT_CREDENTIAL_ON_DEVICE : RunProblem.MAY_HOLD_CREDENTIAL));
        }
        if (trace.pin()) {
            left.add(Problem.of(RunProblem.LEFT_PIN_ON_DEVICE));
        }
        if (trace.blank() && !mayReset() && !left.isEmpty()) {
            left.add(Problem.of(RunProblem.NOT_ERASED));
        }
        return new Result(false, left);
    }

    private boolean mayReset() {
        return trace.blank() && trace.certain() && !mayHoldMore();
    }

    private void reset(Consumer<Instruction> instruct) throws StepFailedException, DeviceException {
        new AuthenticatorReset(ResetContext.unattended(device, instruct), Optional.empty()).perform();
    }

    /**
     * How many credentials the device holds (CTAP 2.2 section 6.8.2). Empty without the PIN, on a CTAP 2.0 device, and
     * on a device whose PIN must be changed first.
     */
    private OptionalInt existing() {
        if (!hasKnownPin() || !device.authenticator().info().supportsCredentialManagement()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(
                    device.authenticator().credentials().occupancy(pin).existing());
        } catch (DeviceException e) {
            LOGGER.info("A device does not report how many credentials it holds: {}", e.problem());
            return OptionalInt.empty();
        }
    }

    /** Reads it again, since the answer to setting the PIN may have been lost. */
    private boolean isPinSet() {
        try {
            return device.authenticator().readInfo().isPinSet();
        } catch (DeviceException e) {
            LOGGER.info("A device does not report whether it has a PIN: {}", e.problem());
            return true;
        }
    }

    private boolean hasKnownPin() {
        return pin != null && !pin.isEmpty();
    }

    private boolean mayHaveCredential() {
        return trace.credential() && existing.orElse(1) > 0;
    }

    private boolean mayHoldMore() {
        int ours = trace.credential() ? 1 : 0;
        return existing.isPresent() ? existing.getAsInt() > ours : !trace.reset();
    }

    private boolean isDeleted() {
        if (!hasKnownPin()) {
            return false;
        }
        Optional<CredentialId> ours = trace.made().or(this::onlyOne);
        return ours.isPresent() && succeeds("Deleting a credential", () -> delete(ours.get()));
    }

    private void delete(CredentialId credential) throws DeviceException {
        try {
            device.authenticator().credentials().delete(credential, pin);
        } catch (DeviceException e) {
            if (!e.problem().is(DeviceProblem.NO_CREDENTIALS)) {
                throw e;
            }
        }
    }

    /**
     * A credential whose making was not seen to end: the only one, for our relying party, of a device that held none.
     */
    private Optional<CredentialId> onlyOne() {
        if (!trace.blank() || !trace.certain() || existing.orElse(0) != 1) {
            return Optional.empty();
        }
        try {
            List<StoredCredential> all = device.authenticator().credentials().list(pin);
            return all.stream()
                    .filter(one -> all.size() == 1 && one.rpId().equals(trace.rpId()))
                    .map(StoredCredential::id)
                    .findFirst();
        } catch (DeviceException e) {
            LOGGER.info("A device does not list its credentials: {}", e.problem());
            return Optional.empty();
        }
    }

    private boolean isConfirmed() {
        if (trace.made().isEmpty()) {
            return false;
        }
        try {
            return device.authenticator()
                    .credentials()
                    .findSilently(trace.rpId(), List.of(trace.made().get()))
                    .isPresent();
        } catch (DeviceException e) {
            LOGGER.info("A device does not confirm whether it holds a credential: {}", e.problem());
            return false;
        }
    }

    private static boolean succeeds(String what, Change change) {
        try {
            change.run();
            return true;
        } catch (DeviceException e) {
            LOGGER.info("{} did not succeed: {}", what, e.problem());
        } catch (StepFailedException e) {
            LOGGER.info("{} did not succeed: {}", what, e.problem());
        } catch (RuntimeException e) {
            LOGGER.error("{} failed", what, e);
        }
        return false;
    }

    /** A change to the device. */
    private interface Change {
        void run() throws StepFailedException, DeviceException;
    }
}
