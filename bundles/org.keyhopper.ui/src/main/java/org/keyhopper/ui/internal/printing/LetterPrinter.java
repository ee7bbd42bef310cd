package org.keyhopper.ui.internal.printing;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.printing.PrintDialog;
import org.eclipse.swt.printing.Printer;
import org.eclipse.swt.printing.PrinterData;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.documents.PinLetter;
import org.keyhopper.documents.PinLetters;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.pins.LetterOutput;

/**
 * A printer. The job begins before PINs are released, so that a printer that is gone or takes no jobs costs no release. Each page is drawn on the
 * calling thread, and printed on the UI thread, where the print system has to be called.
 */
public final class LetterPrinter implements LetterOutput {

    private final Display display;
    private final Messages messages;
    private final PrinterData data;
    private Optional<Printer> job = Optional.empty();

    private LetterPrinter(Display display, Messages messages, PrinterData data) {
        this.display = display;
        this.messages = messages;
        this.data = data;
    }

    /** Asks for a printer with the dialog of the system. UI thread. Empty when it was cancelled. */
    public static Optional<LetterPrinter> choose(Shell parent, Messages messages) {
        PrintDialog dialog = new PrintDialog(parent);
        dialog.setText(messages.text("pins.letters.title"));
        return Optional.ofNullable(dialog.open())
                .map(chosen -> new LetterPrinter(parent.getDisplay(), messages, chosen));
    }

    /** Returns whether what is printed becomes a plain file, which is not for letters. */
    public boolean isFile() {
        return data.printToFile;
    }

    @Override
    public String messages() {
        return "pins.letters.printer.";
    }

    @Override
    public String name() {
        return String.valueOf(data.name);
    }

    @Override
    public void prepare(PinLetters letters, Iterator<PinLetter> people) throws IOException {
        LetterPage.draw(letters, people.next()).close();
        require("gone", () -> Arrays.stream(Printer.getPrinterList()).anyMatch(one -> name().equals(one.name)));
        require("notStarted", () -> {
            Printer printer = new Printer(data);
            job = Optional.of(printer);
            // The print queue shows this name.
            return printer.startJob(messages.text("pins.letters.printer.job"));
        });
    }

    @Override
    public void write(PinLetters letters, Iterator<PinLetter> people) throws IOException {
        Printer printer = job.orElseThrow();
        while (people.hasNext()) {
            try (LetterPage page = LetterPage.draw(letters, people.next())) {
                ImageData image = page.image();
                require("stopped", () -> print(printer, image));
            }
        }
        require("stopped", () -> {
            printer.endJob();
            printer.dispose();
            return true;
        });
        job = Optional.empty();
    }

    private static boolean print(Printer printer, ImageData data) {
        if (!printer.startPage()) {
            return false;
        }
        Image image = new Image(printer, data);
        GC gc = new GC(printer);
        try {
            // The letter is as large as it is meant, from the corner of the paper and not of what can be printed on it.
            Rectangle paper = printer.computeTrim(0, 0, 0, 0);
            Point dots = printer.getDPI();
            int width = data.width * dots.x / LetterPage.DOTS_PER_INCH;
            int height = data.height * dots.y / LetterPage.DOTS_PER_INCH;
            gc.drawImage(image, 0, 0, data.width, data.height, paper.x, paper.y, width, height);
        } finally {
            gc.dispose();
            image.dispose();
        }
        printer.endPage();
        return true;
    }

    /** Calls the print system. */
    private void require(String orElse, BooleanSupplier call) throws IOException {
        boolean[] done = {false};
        try {
            display.syncExec(() -> done[0] = call.getAsBoolean());
        } catch (SWTException e) {
            throw new IOException(e.getMessage(), e);
        }
        if (!done[0]) {
            throw new IOException(messages.text("pins.letters.printer." + orElse));
        }
    }

    @Override
    public void close() {
        job.filter(printer -> !display.isDisposed())
                .ifPresent(printer -> display.syncExec(() -> {
                    printer.cancelJob();
                    printer.dispose();
                }));
        job = Optional.empty();
    }
}
