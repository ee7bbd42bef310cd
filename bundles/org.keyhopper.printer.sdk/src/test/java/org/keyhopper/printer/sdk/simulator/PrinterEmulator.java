package org.keyhopper.printer.sdk.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.keyhopper.rehearsal.printer.Motion;

/** Emulates a printer for the SDK replacement: answers every line with a line. */
public final class PrinterEmulator implements AutoCloseable {

    /** Makes the requesting process crash. */
    static final String CRASH = "CRASH";

    private static final long SOON = 300;

    private final ServerSocket server;

    public PrinterEmulator(UnaryOperator<String> answers) {
        try {
            server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(() -> accept(answers));
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Starts a movement and waits for it briefly; returns it if it ended in this time. */
    static FutureTask<Motion> begin(Callable<Motion> movement) {
        FutureTask<Motion> task = new FutureTask<>(movement);
        Thread.ofPlatform().daemon().start(task);
        try {
            task.get(SOON, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // It continues while others query the status.
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return task;
    }

    /** Returns whether the result of a finished movement is lost. */
    static boolean isUntold(FutureTask<Motion> movement) {
        return movement.isDone() && !movement.resultNow().told();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(UnaryOperator<String> answers) {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofPlatform().daemon().start(() -> serve(client, answers));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Socket client, UnaryOperator<String> answers) {
        try (client) {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                client.getOutputStream().write((answers.apply(line) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // The companion process has ended.
        }
    }
}
