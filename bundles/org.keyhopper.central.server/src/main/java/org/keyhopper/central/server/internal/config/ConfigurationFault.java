package org.keyhopper.central.server.internal.config;

/**
 * An error in the configuration file.
 *
 * @param line counts from 1; 0 for a key that is missing
 * @param key as written
 * @param message what is wrong, without a value
 */
public record ConfigurationFault(int line, String key, String message) {

    @Override
    public String toString() {
        return (line > 0 ? "line " + line + ": " : "") + key + ": " + message;
    }
}
