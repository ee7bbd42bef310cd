package org.keyhopper.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.documents.internal.HandOutPdf;

/**
 * A list for handing devices and letters over, with room for a signature of each person. It holds no PIN.
 *
 * @param request whose people are listed: those who are provisioned
 * @param lastFirst whether the device that was made last comes first, as in a tray that fills upwards
 */
public record HandOutList(ProvisioningRequest request, boolean lastFirst, Locale locale, Clock clock) {

    public HandOutList {
        Objects.requireNonNull(request);
        Objects.requireNonNull(locale);
        Objects.requireNonNull(clock);
    }

    /** Returns those who are listed, in the order of the list. */
    public List<RecipientState> people() {
        Comparator<RecipientState> made = Comparator.comparing(
                person -> person.last().map(OutcomeRecord::at).orElse(Instant.EPOCH));
        return request.recipients().stream()
                .filter(person -> person.outcome() == Outcome.PROVISIONED)
                .sorted(lastFirst ? made.reversed() : made)
                .toList();
    }

    /**
     * Writes the list as PDF, flushes the stream and leaves it open.
     *
     * @param rehearsal whether each page says that people and devices are made up
     */
    public void writePdf(OutputStream out, boolean rehearsal) throws IOException {
        new HandOutPdf(this, rehearsal).write(out);
    }
}
