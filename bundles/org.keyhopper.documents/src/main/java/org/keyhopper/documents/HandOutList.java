package org.keyhopper.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.vault.EscrowedPin;
import org.keyhopper.documents.internal.HandOutPdf;

/**
 * A list for handing devices and letters over, with room for a signature of each person. It holds no PIN.
 *
 * @param request whose people are listed
 * @param pins of the people, in the order of the list
 */
public record HandOutList(ProvisioningRequest request, List<EscrowedPin> pins, Locale locale, Clock clock) {

    public HandOutList {
        Objects.requireNonNull(request);
        pins = List.copyOf(pins);
        Objects.requireNonNull(locale);
        Objects.requireNonNull(clock);
    }

    /** Writes the list as PDF, flushes the stream and leaves it open. */
    public void writePdf(OutputStream out) throws IOException {
        new HandOutPdf(this).write(out);
    }
}
