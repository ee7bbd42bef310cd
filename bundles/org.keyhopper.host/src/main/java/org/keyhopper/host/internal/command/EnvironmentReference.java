package org.keyhopper.host.internal.command;

/** Parses references to secrets, which must not be given on a command line: {@code env:VARIABLE}. */
final class EnvironmentReference {

    private static final String PREFIX = "env:";

    private EnvironmentReference() {}

    /** Returns the name of an existing variable, or throws. */
    static String variable(String reference) throws InputRefusedException {
        if (!reference.startsWith(PREFIX) || reference.length() == PREFIX.length()) {
            throw new InputRefusedException("A secret is specified as env:VARIABLE, never as its value.");
        }
        String variable = reference.substring(PREFIX.length());
        if (System.getenv(variable) == null) {
            throw new InputRefusedException("The environment variable " + variable + " is not set.");
        }
        return variable;
    }
}
