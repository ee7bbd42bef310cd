package org.keyhopper.central.portal.internal.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.texts.Explanation;
import org.keyhopper.texts.ProblemTexts;

/**
 * A person of a request as the pages show it.
 *
 * @param last the last attempt; null without one
 */
public record PersonRow(int position, String name, String account, String email, Outcome outcome, Attempt last) {

    /**
     * An attempt.
     *
     * @param reason what went wrong; empty if nothing did
     * @param action what to do
     * @param device serial number or passkey name; empty if no credential was made
     * @param notes further problems
     */
    public record Attempt(
            Outcome outcome,
            String reason,
            String action,
            String device,
            List<String> notes,
            Instant at,
            long seconds) {

        static Attempt of(OutcomeRecord record, ProblemTexts texts) {
            Optional<Explanation> why = record.problem().map(texts::explain);
            return new Attempt(
                    record.outcome(),
                    record.problem().map(texts::sentence).orElse(""),
                    why.map(Explanation::action).orElse(""),
                    record.passkey().map(Attempt::device).orElse(""),
                    record.notes().stream()
                            .map((Problem note) -> texts.sentence(note))
                            .toList(),
                    record.at(),
                    record.took().toSeconds());
        }

        private static String device(MadePasskey passkey) {
            return passkey.serial()
                    .filter(serial -> !passkey.deviceName().contains(serial))
                    .map(serial -> passkey.deviceName() + " · " + serial)
                    .orElse(passkey.deviceName());
        }
    }

    static PersonRow of(RecipientState state, ProblemTexts texts) {
        return new PersonRow(
                state.id().position(),
                state.recipient().name(),
                state.recipient().user(),
                state.recipient().email(),
                state.outcome(),
                state.last().map(record -> Attempt.of(record, texts)).orElse(null));
    }
}
