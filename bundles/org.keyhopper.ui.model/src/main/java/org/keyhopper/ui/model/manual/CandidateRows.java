package org.keyhopper.ui.model.manual;

import java.util.List;
import java.util.stream.IntStream;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.ui.model.DisplayText;
import org.keyhopper.ui.model.WorkbenchContext;

/** Composes the rows of devices to choose from. */
final class CandidateRows {

    private final WorkbenchContext context;

    CandidateRows(WorkbenchContext context) {
        this.context = context;
    }

    List<CandidateRow> of(List<LinkDescription> candidates) {
        return IntStream.range(0, candidates.size())
                .mapToObj(place -> row(candidates.get(place), place + 1))
                .toList();
    }

    private CandidateRow row(LinkDescription link, int number) {
        boolean isKey = link.kind() == DeviceKind.USB_KEY;
        String serial = link.serial()
                .map(text -> context.text("candidate.serial", text))
                .orElseGet(() -> context.text("candidate.serial.none"));
        String detail =
                isKey ? serial : serial + " · " + DisplayText.reader(link.id().slot());
        return new CandidateRow(
                link.id(),
                isKey
                        ? link.product()
                        : context.text("devices.kind." + link.kind().name()),
                detail,
                isKey ? context.text("candidate.blink", number) : "",
                context.text("candidate.use", number));
    }
}
