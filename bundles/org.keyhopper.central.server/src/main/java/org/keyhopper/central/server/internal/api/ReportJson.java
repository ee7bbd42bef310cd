package org.keyhopper.central.server.internal.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.central.server.internal.model.ConditionBody;
import org.keyhopper.central.server.internal.model.JournalEntryBody;
import org.keyhopper.central.server.internal.model.PrinterBody;
import org.keyhopper.central.server.internal.model.StationReportBody;
import org.keyhopper.central.server.internal.model.StepBody;
import org.keyhopper.central.station.StationEntry;
import org.keyhopper.central.station.StationReport;
import org.keyhopper.core.central.PrinterReport;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalEntry;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.journal.NumberedEntry;
import org.keyhopper.core.request.RecipientId;

/** Reports of stations as JSON; what is missing or wrong is a BadCallException. */
final class ReportJson {

    private static final int PRINTERS = 20;
    private static final int CONDITIONS = 20;
    private static final int FACTS = 20;

    /** Of a fact: an attestation object with its certificates. */
    private static final int FACT = 20_000;

    private ReportJson() {}

    static List<NumberedEntry> entries(List<JournalEntryBody> bodies) {
        return bodies.stream().map(ReportJson::entry).toList();
    }

    private static NumberedEntry entry(JournalEntryBody body) {
        Map<String, String> facts = Optional.ofNullable(body.facts()).orElse(Map.of());
        if (facts.size() > FACTS || body.number() < 1 || body.position() < 1) {
            throw new BadCallException("entries");
        }
        facts.forEach((name, value) -> {
            Given.text("facts", name, Given.NAME);
            if (value == null) {
                throw new BadCallException("facts");
            }
            Given.optionalText("facts", value, FACT);
        });
        return new NumberedEntry(
                body.number(),
                new CeremonyId(body.ceremony()),
                new RecipientId(
                        RequestsResource.id(Given.text("request", body.request(), Given.NAME)), body.position()),
                new JournalEntry(constant("point", JournalPoint.class, body.point()), facts, instant(body.at())));
    }

    private static <T extends Enum<T>> T constant(String member, Class<T> type, String value) {
        try {
            return Enum.valueOf(type, Given.text(member, value, Given.NAME).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadCallException(member);
        }
    }

    private static Instant instant(String value) {
        try {
            return Instant.parse(Given.text("at", value, Given.NAME));
        } catch (DateTimeException e) {
            throw new BadCallException("at");
        }
    }

    static List<PrinterReport> printers(List<PrinterBody> bodies) {
        return Given.list("printers", bodies, PRINTERS).stream()
                .map(ReportJson::printer)
                .toList();
    }

    private static PrinterReport printer(PrinterBody body) {
        return new PrinterReport(
                Given.text("address", body.address(), Given.NAME),
                Given.optionalText("name", body.name(), Given.NAME),
                constant("state", PrinterStatus.State.class, body.state()),
                Given.list("conditions", body.conditions(), CONDITIONS).stream()
                        .map(ReportJson::condition)
                        .toList(),
                body.output(),
                body.rejected());
    }

    private static PrinterReport.Condition condition(ConditionBody body) {
        return new PrinterReport.Condition(
                Given.text("code", body.code(), Given.NAME),
                Given.list("arguments", body.arguments(), CONDITIONS).stream()
                        .map(argument -> Given.optionalText("arguments", argument, Given.NAME))
                        .toList());
    }

    static StationReportBody of(Optional<StationReport> report) {
        return new StationReportBody(
                report.map(it -> it.reported().toString()).orElse(null),
                report.map(StationReport::printers).orElse(List.of()).stream()
                        .map(ReportJson::of)
                        .toList());
    }

    private static PrinterBody of(PrinterReport printer) {
        return new PrinterBody(
                printer.address(),
                printer.name(),
                printer.state().name(),
                printer.conditions().stream()
                        .map(it -> new ConditionBody(it.code(), it.arguments()))
                        .toList(),
                printer.output(),
                printer.rejected());
    }

    static StepBody of(StationEntry step) {
        return new StepBody(
                step.station(),
                step.entry().ceremony().value(),
                step.entry().entry().point().name(),
                step.entry().entry().at().toString());
    }
}
