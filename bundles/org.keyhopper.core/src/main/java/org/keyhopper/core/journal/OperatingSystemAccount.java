package org.keyhopper.core.journal;

/** The account of the operating system that this process runs as. */
public final class OperatingSystemAccount {

    private OperatingSystemAccount() {}

    /**
     * Returns its name; on Windows with the domain. Comes from the operating system, not from {@code user.name}, which an option of
     * the JVM changes.
     */
    public static String name() {
        return ProcessHandle.current().info().user().orElseGet(() -> System.getProperty("user.name"));
    }
}
