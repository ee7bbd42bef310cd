package org.keyhopper.ui.model.automatic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.core.automatic.AutomaticOrder.OnProvisioned;
import org.keyhopper.ui.model.Notice;

/**
 * The settings chosen for a run so far.
 *
 * @param discovering whether printers are being discovered
 * @param printers those discovered or entered, in order
 * @param selected the printer whose settings are shown
 * @param encoder that of printers that are added
 * @param people how many people the run is for
 * @param refusal why the last start was refused
 */
record SetupDraft(
        boolean discovering,
        List<PrinterDraft> printers,
        Optional<PrinterAddress> selected,
        OnProvisioned provisioned,
        Encoder encoder,
        int people,
        Optional<Notice> refusal) {

    static final SetupDraft EMPTY = new SetupDraft(
            false, List.of(), Optional.empty(), OnProvisioned.REJECT, Encoder.CONTACT, 0, Optional.empty());

    SetupDraft {
        printers = List.copyOf(printers);
    }

    SetupDraft discovering(boolean next) {
        return new SetupDraft(next, printers, selected, provisioned, encoder, people, refusal);
    }

    SetupDraft selecting(PrinterAddress address) {
        return new SetupDraft(discovering, printers, Optional.of(address), provisioned, encoder, people, refusal);
    }

    SetupDraft with(OnProvisioned next) {
        return new SetupDraft(discovering, printers, selected, next, encoder, people, refusal);
    }

    /** Returns a draft whose further printers have this encoder. */
    SetupDraft with(Encoder next) {
        return new SetupDraft(discovering, printers, selected, provisioned, next, people, refusal);
    }

    SetupDraft forPeople(int number) {
        return new SetupDraft(discovering, printers, selected, provisioned, encoder, number, refusal);
    }

    SetupDraft refused(Optional<Notice> notice) {
        return new SetupDraft(discovering, printers, selected, provisioned, encoder, people, notice);
    }

    /** Adds a printer unless it is known; the very first one is chosen. */
    SetupDraft adding(PrinterAddress address, String name, boolean choose) {
        if (printers.stream().anyMatch(printer -> printer.address().equals(address))) {
            return this;
        }
        List<PrinterDraft> more = new ArrayList<>(printers);
        more.add(PrinterDraft.of(address, name).withEncoder(encoder).chosen(choose));
        return new SetupDraft(
                discovering,
                more,
                choose ? Optional.of(address) : selected.or(() -> Optional.of(address)),
                provisioned,
                encoder,
                people,
                refusal);
    }

    SetupDraft changing(PrinterAddress address, UnaryOperator<PrinterDraft> change) {
        List<PrinterDraft> changed = printers.stream()
                .map(printer -> printer.address().equals(address) ? change.apply(printer) : printer)
                .toList();
        return new SetupDraft(discovering, changed, selected, provisioned, encoder, people, refusal);
    }

    Optional<PrinterDraft> selectedPrinter() {
        return selected.flatMap(address -> printers.stream()
                .filter(printer -> printer.address().equals(address))
                .findFirst());
    }

    List<PrinterDraft> chosen() {
        return printers.stream().filter(PrinterDraft::chosen).toList();
    }

    /** Returns whether all chosen printers were checked and none has a failed check. */
    boolean isReady() {
        return !chosen().isEmpty()
                && chosen().stream().allMatch(printer -> printer.checkResult()
                        .filter(checkResult -> !checkResult.isBad())
                        .isPresent());
    }
}
