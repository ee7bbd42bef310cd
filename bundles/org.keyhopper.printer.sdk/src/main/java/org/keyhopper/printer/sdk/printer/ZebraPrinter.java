package org.keyhopper.printer.sdk.printer;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.keyhopper.api.printer.Capabilities;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Certainty;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterIdentity;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.sdk.protocol.CompanionLink;
import org.keyhopper.printer.sdk.protocol.ZebraLink;
import org.keyhopper.printer.sdk.session.ZebraSession;
import org.keyhopper.printer.sdk.status.ZebraStatus;
import org.keyhopper.printer.support.AddressOptions;
import org.keyhopper.printer.support.CardPath;
import org.keyhopper.printer.support.StatusMapping;

/** A Zebra printer behind a companion process. */
public final class ZebraPrinter extends CompanionPrinter {

    private final ZebraLink questions;

    private ZebraPrinter(CompanionLink link, PrinterIdentity identity, Capabilities capabilities) {
        super(link, identity, capabilities);
        this.questions = new ZebraLink(link);
    }

    public static ZebraPrinter open(CompanionLink link, PrinterAddress address, Deadline deadline)
            throws PrinterException, InterruptedException {
        JsonObject told = link.open(deadline);
        Map<Encoder, Certainty> encoders = new EnumMap<>(AddressOptions.encoders(address.options()));
        if (address.options().get(AddressOptions.ENCODERS.key()).isEmpty()
                && !told.getAsJsonArray("encoders").isEmpty()) {
            encoders.clear();
            for (JsonElement each : told.getAsJsonArray("encoders")) {
                encoders.put(Encoder.valueOf(each.getAsString()), Certainty.REPORTED);
            }
        }
        TriState said = AddressOptions.reject(address.options());
        TriState rejects =
                said == TriState.UNKNOWN ? TriState.valueOf(told.get("rejects").getAsString()) : said;
        Capabilities capabilities =
                new Capabilities(Capabilities.Feeding.BY_PRINTER, encoders, rejects, TriState.YES, TriState.UNKNOWN);
        PrinterIdentity identity = new PrinterIdentity(
                "Zebra",
                told.get("model").getAsString(),
                told.get("serial").getAsString(),
                told.get("firmware").getAsString());
        return new ZebraPrinter(link, identity, capabilities);
    }

    @Override
    PrinterStatus ask(Deadline deadline) throws PrinterException, InterruptedException {
        return status(questions.status(deadline));
    }

    @Override
    protected CardPath reserve(Encoder encoder, Deadline deadline) {
        return new ZebraSession(questions, encoder);
    }

    private static PrinterStatus status(JsonObject told) {
        int alarm = told.get("alarm").getAsInt();
        int error = told.get("error").getAsInt();
        String words = told.get(alarm > 0 ? "alarmText" : "errorText").getAsString();
        PrinterStatus plain = PrinterStatus.of(
                        told.get("jobs").getAsInt() > 0 ? PrinterStatus.State.BUSY : PrinterStatus.State.READY,
                        CardLocation.UNKNOWN)
                .withVendor(told.get("status").getAsString(), words);
        if (alarm == 0 && error == 0) {
            return plain;
        }
        PrinterException alarmed = alarm > 0 ? ZebraStatus.alarm(alarm, words) : ZebraStatus.error(error, words);
        return PrinterStatus.of(StatusMapping.state(alarmed.kind()), CardLocation.UNKNOWN)
                .with(Set.of(alarmed.problem()))
                .withVendor(plain.vendorCode(), words);
    }
}
