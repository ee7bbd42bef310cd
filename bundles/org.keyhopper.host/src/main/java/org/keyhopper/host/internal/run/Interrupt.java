package org.keyhopper.host.internal.run;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ctrl-C at the command line. */
final class Interrupt {

    private static final Logger LOG = LoggerFactory.getLogger(Interrupt.class);
    private static final String PACKAGE = "sun.misc.";

    /** What shells report for a program that Ctrl-C ended. */
    private static final int ENDED_BY_INTERRUPT = 130;

    private Interrupt() {}

    /**
     * Has the first Ctrl-C do this instead of ending the process, and the second end it at once. A Java without signals
     * goes on ending at the first.
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
            LOG.info("Ctrl-C ends the program: {}", e.toString());
        }
    }

    /** By name, since the compiler warns of the one type there is for it, and nothing replaces it. */
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
