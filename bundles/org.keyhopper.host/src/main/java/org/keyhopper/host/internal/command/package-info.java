/**
 * The commands of the command line, one picocli class each, and the arguments that they share. Called by {@code
 * HostApplication}; a command returns its exit code.
 */
package org.keyhopper.host.internal.command;
