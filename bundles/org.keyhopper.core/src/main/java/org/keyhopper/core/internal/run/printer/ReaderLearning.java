package org.keyhopper.core.internal.run.printer;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.CardSession;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.printer.Commissioning;
import org.keyhopper.core.printer.Printers;
import org.keyhopper.core.printer.ReaderBinding;
import org.keyhopper.core.printer.ReaderBindings;

/** Learns a reader with one card, outside of a run. */
public record ReaderLearning(
        Printers printers, ReaderBindings bindings, Devices devices, ReentrantLock learning, Clock clock)
        implements Commissioning {

    private static final Duration MOVE = Duration.ofSeconds(60);

    @Override
    public Answer<ReaderBinding> learn(PrinterAddress address, Encoder encoder, Consumer<Stage> follower)
            throws InterruptedException {
        learning.lockInterruptibly();
        try (ReaderMonitor monitor = ReaderMonitor.of(devices)) {
            follower.accept(Stage.OPENING);
            try (CardPrinter printer = printers.open(address, Deadline.in(MOVE))) {
                String key = ReaderBinding.keyOf(printer.identity(), address);
                return learn(
                        printer, new EncoderReader(monitor, bindings, key, encoder, clock), key, encoder, follower);
            }
        } catch (PrinterException e) {
            return Answer.failed(e.problem());
        } catch (CardRejectedException e) {
            return Answer.failed(e.problem());
        } catch (PrinterUnavailableException e) {
            return Answer.failed(e.problem());
        } finally {
            learning.unlock();
        }
    }

    private Answer<ReaderBinding> learn(
            CardPrinter printer, EncoderReader reader, String key, Encoder encoder, Consumer<Stage> follower)
            throws PrinterException, CardRejectedException, PrinterUnavailableException, InterruptedException {
        try (CardSession session = printer.begin(encoder, Deadline.in(MOVE))) {
            reader.rememberCards();
            follower.accept(Stage.FEEDING);
            session.present(Deadline.in(MOVE));
            follower.accept(Stage.WATCHING);
            reader.awaitCard(false, new RunControl());
            follower.accept(Stage.RETURNING);
            session.eject(Deadline.in(MOVE));
        }
        return bindings.find(key, encoder)
                .<Answer<ReaderBinding>>map(Answer::done)
                .orElseThrow();
    }
}
