package org.keyhopper.printer.entrust.protocol;

import com.sun.jna.platform.win32.COM.COMUtils;
import com.sun.jna.platform.win32.Ole32;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.keyhopper.api.transport.Deadline;

/** A thread initialised for COM. A call into the spooler cannot be interrupted: after its deadline it is abandoned. */
final class ComThread implements AutoCloseable {

    private final ExecutorService thread;

    ComThread(String name) {
        thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        thread.execute(() -> COMUtils.checkRC(Ole32.INSTANCE.CoInitializeEx(null, Ole32.COINIT_MULTITHREADED)));
    }

    <T> T run(Callable<T> call, Deadline deadline) throws IOException, InterruptedException {
        Future<T> result = thread.submit(call);
        try {
            return result.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("no response from the print queue");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    /** Runs the last call and ends the thread. Does not block. */
    void finish(Runnable last) {
        thread.execute(last);
        close();
    }

    @Override
    public void close() {
        thread.execute(Ole32.INSTANCE::CoUninitialize);
        thread.shutdown();
    }
}
