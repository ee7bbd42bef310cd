package org.keyhopper.documents.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.documents.ReportWording;

/** Writes the report as CSV. */
public final class ReportCsv {

    private static final List<String> COLUMNS = List.of(
            "number",
            "user",
            "displayName",
            "email",
            "outcome",
            "reason",
            "message",
            "action",
            "detail",
            "notes",
            "deviceName",
            "serial",
            "aaguid",
            "credentialId",
            "passkeyId",
            "at",
            "seconds");

    private final ReportWording wording;

    public ReportCsv(ReportWording wording) {
        this.wording = wording;
    }

    public void write(ProvisioningRequest request, OutputStream out) throws IOException {
        try (CsvTable table = new CsvTable(out, COLUMNS)) {
            for (RecipientState recipient : request.recipients()) {
                table.add(row(recipient));
            }
        }
    }

    private List<String> row(RecipientState state) {
        Optional<OutcomeRecord> last = state.last();
        Optional<Problem> problem = last.flatMap(OutcomeRecord::problem);
        List<String> row = new ArrayList<>(List.of(
                String.valueOf(state.id().position()),
                state.recipient().user(),
                state.recipient().displayName(),
                state.recipient().email(),
                state.outcome().name(),
                problem.map(it -> it.code().id()).orElse(""),
                problem.map(wording.reason()).orElse(""),
                problem.map(wording.action()).orElse(""),
                problem.map(Problem::detail).orElse(""),
                last.map(this::notes).orElse("")));
        row.addAll(passkey(last.flatMap(OutcomeRecord::passkey)));
        row.add(last.map(it -> it.at().toString()).orElse(""));
        row.add(last.map(it -> String.valueOf(it.took().toMillis() / 1000.0)).orElse(""));
        return row;
    }

    private static List<String> passkey(Optional<MadePasskey> passkey) {
        return List.of(
                passkey.map(MadePasskey::deviceName).orElse(""),
                passkey.flatMap(MadePasskey::serial).orElse(""),
                passkey.map(it -> it.aaguid().toString()).orElse(""),
                passkey.map(it -> it.credentialId().base64Url()).orElse(""),
                passkey.flatMap(MadePasskey::passkeyId).orElse(""));
    }

    private String notes(OutcomeRecord last) {
        return last.notes().stream().map(wording.reason()).collect(Collectors.joining(" "));
    }
}
