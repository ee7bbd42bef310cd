package org.keyhopper.printer.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.transport.Deadline;

/** Writes down what it is asked to do, fails once when told to, and says where the card is as told. */
final class ScriptedPath implements CardPath {

    final List<String> done = new ArrayList<>();
    CardLocation seen = CardLocation.UNKNOWN;
    Optional<PrinterException> failure = Optional.empty();

    @Override
    public void bring(Encoder encoder, CardLocation from, Deadline deadline) throws PrinterException {
        run("bring from " + from);
    }

    @Override
    public void engage(Encoder encoder, Deadline deadline) throws PrinterException {
        run("engage");
    }

    @Override
    public void disengage(Encoder encoder, Deadline deadline) throws PrinterException {
        run("disengage");
    }

    @Override
    public void eject(Deadline deadline) throws PrinterException {
        run("eject");
    }

    @Override
    public void reject(String reason, Deadline deadline) throws PrinterException {
        run("reject");
    }

    @Override
    public CardLocation locate(Deadline deadline) {
        return seen;
    }

    @Override
    public void end() throws PrinterException {
        run("end");
    }

    private void run(String movement) throws PrinterException {
        done.add(movement);
        if (failure.isPresent()) {
            PrinterException once = failure.get();
            failure = Optional.empty();
            throw once;
        }
    }
}
