package org.keyhopper.host.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.DiscoveredPrinter;
import org.keyhopper.api.printer.DriverDescription;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Provenance;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.update.DropIn;
import org.keyhopper.core.printer.InstalledDriver;
import org.keyhopper.core.printer.Printers;
import org.keyhopper.host.internal.output.Output;
import org.keyhopper.host.internal.output.ProblemLines;
import org.keyhopper.texts.SettingTexts;

/** Lists printer drivers and discovered printers. */
record PrinterListing(Printers printers, Output output) {

    private static final SettingTexts TEXTS = SettingTexts.in(Locale.ENGLISH);
    private static final Duration LOOKING = Duration.ofSeconds(8);
    private static final Duration ASKING = Duration.ofSeconds(5);

    void drivers() {
        for (InstalledDriver driver : printers.drivers()) {
            JsonObject json = line("printer-driver");
            json.addProperty("id", driver.description().id());
            json.addProperty("name", driver.description().displayName());
            JsonArray schemes = new JsonArray();
            driver.description().schemes().stream().sorted().forEach(schemes::add);
            json.add("schemes", schemes);
            json.addProperty(
                    "source", wireName(driver.description().provenance().source()));
            json.addProperty(
                    "testedOn", wireName(driver.description().provenance().testedOn()));
            json.add("commands", commands(driver.description().provenance()));
            explain(json, driver.obstacle());
            output.printObject(json);
            String obstacle = driver.obstacle().map(ProblemLines::reason).orElse("ready");
            output.print("Driver for " + driver.description().displayName() + " printers: " + obstacle);
            printEvidence(driver.description().provenance());
            printOptions(driver.description());
        }
    }

    private static JsonArray commands(Provenance provenance) {
        JsonArray commands = new JsonArray();
        for (Provenance.Command command : provenance.commands()) {
            JsonObject json = new JsonObject();
            json.addProperty("name", command.name());
            json.addProperty("evidence", wireName(command.evidence()));
            commands.add(json);
        }
        return commands;
    }

    private void printEvidence(Provenance provenance) {
        for (Provenance.Evidence evidence : Provenance.Evidence.values()) {
            List<String> names = provenance.names(evidence);
            if (!names.isEmpty()) {
                output.print("  Commands, " + wireName(evidence).replace('-', ' ') + ": " + String.join(", ", names));
            }
        }
    }

    private void printOptions(DriverDescription driver) {
        for (SettingField option : driver.options().fields()) {
            String help = TEXTS.help(driver.id(), option);
            output.print("  Option " + option.key() + ": " + TEXTS.label(driver.id(), option)
                    + (help.isEmpty() ? "" : ". " + help));
        }
    }

    /** Lists the files in the folder {@code dropins}, including drivers that were not loaded. */
    void dropIns(List<DropIn> dropIns) {
        for (DropIn each : dropIns) {
            JsonObject json = line("drop-in");
            json.addProperty("file", each.file());
            json.addProperty("name", each.name());
            json.addProperty("version", each.version());
            explain(json, each.problem());
            output.printObject(json);
            String state = each.problem().map(ProblemLines::of).orElse("used");
            output.print("Drop-in " + each.file() + ": " + state);
        }
    }

    void discover() throws InterruptedException {
        for (DiscoveredPrinter found : printers.discover(Deadline.in(LOOKING))) {
            JsonObject json = line("printer");
            json.addProperty("address", found.address().toString());
            json.addProperty("name", found.name());
            String state = describe(found, json);
            output.printObject(json);
            output.print("Printer " + found.name() + " at " + found.address() + ": " + state);
        }
    }

    private String describe(DiscoveredPrinter found, JsonObject json) throws InterruptedException {
        try (CardPrinter printer = printers.open(found.address(), Deadline.in(ASKING))) {
            PrinterStatus status = printer.status(Deadline.in(ASKING));
            json.addProperty("vendor", printer.identity().vendor());
            json.addProperty("model", printer.identity().model());
            json.addProperty("serial", printer.identity().serial());
            JsonArray encoders = new JsonArray();
            printer.capabilities().encoders().keySet().stream()
                    .sorted()
                    .map(PrinterListing::wireName)
                    .forEach(encoders::add);
            json.add("encoders", encoders);
            // The former name of "encoders", kept for compatibility.
            json.add("stations", encoders.deepCopy());
            json.addProperty("state", wireName(status.state()));
            List<Problem> conditions = sorted(status.conditions());
            explain(json, conditions.stream().findFirst());
            return conditions.stream().findFirst().map(ProblemLines::reason).orElse(wireName(status.state()));
        } catch (PrinterException e) {
            json.addProperty("state", "unknown");
            explain(json, Optional.of(e.problem()));
            return ProblemLines.reason(e.problem());
        }
    }

    private static List<Problem> sorted(Collection<Problem> conditions) {
        return conditions.stream()
                .sorted((one, other) -> one.code().id().compareTo(other.code().id()))
                .toList();
    }

    private static JsonObject line(String kind) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", kind);
        return json;
    }

    private static void explain(JsonObject json, Optional<Problem> problem) {
        if (problem.isEmpty()) {
            json.add("reason", JsonNull.INSTANCE);
            json.add("message", JsonNull.INSTANCE);
        } else {
            json.addProperty("reason", problem.get().code().id());
            json.addProperty("message", ProblemLines.of(problem.get()));
        }
    }

    private static String wireName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
