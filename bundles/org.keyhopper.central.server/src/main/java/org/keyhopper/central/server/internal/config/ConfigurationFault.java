package org.keyhopper.central.server.internal.config;

/**
 * An error in the configuration file.
 *
 * @param line counts from 1; 0 for a key that is missing
 * @param key as written
 * @param message what is wrong
 * @param action what to do, as a sentence; empty where the message says it
 */
public record ConfigurationFault(int line, String key, String message, String action) {

    /** One whose message says what to do. */
    public ConfigurationFault(int line, String key, String message) {
        this(line, key, message, "");
    }

    @Override
    public String toString() {
        return (line > 0 ? "line " + line + ": " : "") + key + ": " + message;
    }
}
