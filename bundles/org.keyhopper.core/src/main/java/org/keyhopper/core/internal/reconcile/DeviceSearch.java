package org.keyhopper.core.internal.reconcile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.device.DeviceTask;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.internal.ceremony.Eraser;
import org.keyhopper.core.internal.ceremony.FinishStep;
import org.keyhopper.core.internal.ceremony.PossessionProof;
import org.keyhopper.core.journal.CeremonyRecord;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks on the devices that are plugged in for what a ceremony left there. A device is only taken for the one of the
 * ceremony when it holds the ceremony's own credential; a PIN is never tried on any other.
 */
record DeviceSearch(JournalReconciler parts) {

    private static final Logger LOGGER = LoggerFactory.getLogger(DeviceSearch.class);

    /** Proves the credential on the device that holds it, and finishes that device. */
    boolean completes(CeremonyRecord ceremony, Profile profile) {
        return onHolder(ceremony, device -> {
                    if (device.authenticator().info().pin().changeForced()) {
                        // The forced change is the very last thing a ceremony does, after the proof.
                        return ceremony.reached(JournalPoint.PROVED);
                    }
                    return proveAndFinish(ceremony, profile, device);
                })
                .orElse(false);
    }

    private boolean proveAndFinish(CeremonyRecord ceremony, Profile profile, OpenDevice device) throws DeviceException {
        Optional<Secret> kept = parts.records().pins().ofCeremony(ceremony.id());
        if (kept.isEmpty()) {
            return false;
        }
        try (Secret pin = kept.get()) {
            Optional<Problem> problem = new PossessionProof(parts.verifier(), parts.random())
                    .of(device.authenticator(), credential(ceremony), options(ceremony), pin);
            if (problem.isPresent()) {
                return false;
            }
            parts.records().pins().confirm(ceremony.id());
            FinishStep.apply(profile, device.authenticator(), pin);
            return true;
        }
    }

    /** Removes what the ceremony left on its device, if that is plugged in; returns what may be left. */
    List<Problem> clean(CeremonyRecord ceremony) {
        boolean cleaned = ceremony.fact(JournalFacts.CREDENTIAL_ID).isPresent()
                && onHolder(ceremony, device -> erase(ceremony, device)).orElse(false);
        return cleaned || undone(ceremony) ? List.of() : mayBeLeft(ceremony);
    }

    private boolean erase(CeremonyRecord ceremony, OpenDevice device) throws DeviceException {
        if (!ceremony.fact(JournalFacts.BLANK).map(Boolean::valueOf).orElse(false)) {
            return false;
        }
        Eraser.erase(device, instruction -> {});
        parts.records().pins().forget(ceremony.id());
        return true;
    }

    private static boolean undone(CeremonyRecord ceremony) {
        return ceremony.reached(JournalPoint.UNDONE) && ceremony.closed();
    }

    private static List<Problem> mayBeLeft(CeremonyRecord ceremony) {
        List<Problem> left = new ArrayList<>();
        if (ceremony.reached(JournalPoint.MAKING)) {
            left.add(Problem.of(RunProblem.LEFT_CREDENTIAL_ON_DEVICE));
        }
        if (ceremony.reached(JournalPoint.PIN_SETTING)) {
            left.add(Problem.of(RunProblem.LEFT_PIN_ON_DEVICE));
        }
        return left;
    }

    /** Runs the task on the device that holds the ceremony's credential; empty when none does. */
    private <T> Optional<T> onHolder(CeremonyRecord ceremony, DeviceTask<T> task) {
        CredentialId id = CredentialId.ofBase64Url(
                ceremony.fact(JournalFacts.CREDENTIAL_ID).orElseThrow());
        String rpId = ceremony.fact(JournalFacts.RP_ID).orElseThrow();
        for (LinkDescription link : parts.devices().snapshot().links()) {
            Optional<T> result = onOne(link, device -> {
                boolean holds = device.authenticator()
                        .credentials()
                        .findSilently(rpId, List.of(id))
                        .isPresent();
                return holds ? Optional.of(task.run(device)) : Optional.empty();
            });
            if (result.isPresent()) {
                return result;
            }
        }
        return Optional.empty();
    }

    private <T> Optional<T> onOne(LinkDescription link, DeviceTask<Optional<T>> task) {
        try {
            return parts.devices().on(link.id(), task).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof DeviceException device) {
                LOGGER.info("{} is no help in reconciling: {}", link.id().slot(), device.problem());
                return Optional.empty();
            }
            throw e;
        }
    }

    private static NewCredential credential(CeremonyRecord ceremony) {
        return new NewCredential(
                CredentialId.ofBase64Url(
                        ceremony.fact(JournalFacts.CREDENTIAL_ID).orElseThrow()),
                decoded(ceremony, JournalFacts.CLIENT_DATA),
                decoded(ceremony, JournalFacts.ATTESTATION_OBJECT),
                List.of());
    }

    private static byte[] decoded(CeremonyRecord ceremony, String fact) {
        return Base64.getDecoder().decode(ceremony.fact(fact).orElseThrow());
    }

    /** Of the options only the relying party matters for an assertion. */
    private static EnrolmentOptions options(CeremonyRecord ceremony) {
        String rpId = ceremony.fact(JournalFacts.RP_ID).orElseThrow();
        return new EnrolmentOptions(
                "",
                new EnrolmentOptions.RelyingParty(rpId, rpId, "https://" + rpId),
                new EnrolmentOptions.Account(new byte[0], "", ""),
                "",
                List.of(),
                List.of(),
                new EnrolmentOptions.Extensions(false, OptionalInt.empty(), false),
                EnrolmentOptions.Attestation.NONE,
                Instant.EPOCH);
    }
}
