/**
 * The Eclipse application of the command line, the services that commands use, and the exit codes. Called by the
 * launcher.
 */
package org.keyhopper.host.internal;
