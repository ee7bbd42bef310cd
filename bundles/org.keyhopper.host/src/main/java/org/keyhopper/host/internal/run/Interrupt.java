package org.keyhopper.host.internal.run;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles Ctrl-C (SIGINT). */
final class Interrupt {

    private static final Logger LOG = LoggerFactory.getLogger(Interrupt.class);
    private static final String PACKAGE = "sun.misc.";

    /** The exit status that shells report for a program ended by SIGINT. */
    private static final int ENDED_BY_INTERRUPT = 130;

    private Interrupt() {}

    /**
     * Runs the action on the first Ctrl-C instead of exiting; the second exits at once. On a JVM without signal
     * handling the first one exits.
     */
    static void onFirst(Runnable action) {
        AtomicBoolean asked = new AtomicBoolean();
        try {
            handle(() -> {
                if (asked.getAndSet(true)) {
                    Runtime.getRuntime().halt(ENDED_BY_INTERRUPT);
                }
                action.run();
            });
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            LOG.info("SIGINT cannot be handled: {}", e.toString());
        }
    }

    /**
     * Uses reflection, since the compiler warns about {@code sun.misc.Signal} and there is no supported replacement.
     */
    private static void handle(Runnable action) throws ReflectiveOperationException {
        ClassLoader system = ClassLoader.getSystemClassLoader();
        Class<?> signal = system.loadClass(PACKAGE + "Signal");
        Class<?> handler = system.loadClass(PACKAGE + "SignalHandler");
        Object proxy = Proxy.newProxyInstance(system, new Class<?>[] {handler}, (self, method, arguments) -> {
            if (method.getName().equals("handle")) {
                action.run();
            }
            return null;
        });
        Object interrupt = signal.getConstructor(String.class).newInstance("INT");
        signal.getMethod("handle", signal, handler).invoke(null, interrupt, proxy);
    }
}
