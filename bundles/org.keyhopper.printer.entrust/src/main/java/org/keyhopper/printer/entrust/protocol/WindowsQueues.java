package org.keyhopper.printer.entrust.protocol;

import com.sun.jna.Platform;
import com.sun.jna.platform.win32.WinspoolUtil;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.transport.Deadline;

/** The print queues of Windows. */
public final class WindowsQueues implements BidiTransport.Source {

    private WindowsQueues() {}

    /** Returns the queues, or empty on other operating systems. */
    public static Optional<WindowsQueues> onThisComputer() {
        return Platform.isWindows() ? Optional.of(new WindowsQueues()) : Optional.empty();
    }

    public List<String> names() {
        return Arrays.stream(WinspoolUtil.getPrinterInfo1())
                .map(printer -> printer.pName)
                .toList();
    }

    @Override
    public BidiTransport open(String queue, Deadline deadline) throws IOException, InterruptedException {
        ComThread thread = new ComThread("bidi " + queue);
        boolean well = false;
        try {
            BidiQueue bound = thread.run(() -> BidiQueue.bind(queue), deadline);
            well = true;
            return new ComTransport(thread, bound);
        } finally {
            if (!well) {
                thread.close();
            }
        }
    }

    /** Makes every call to the queue on the thread that bound it. */
    private record ComTransport(ComThread thread, BidiQueue queue) implements BidiTransport {

        @Override
        public String exchange(Action action, String schema, String xml, Deadline deadline)
                throws IOException, InterruptedException {
            return thread.run(() -> queue.sendReceive(action.word(), schema, xml), deadline);
        }

        @Override
        public void close() {
            thread.finish(queue::unbind);
        }
    }
}
