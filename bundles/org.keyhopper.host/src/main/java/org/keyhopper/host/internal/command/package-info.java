/** One class for each command of the command line. */
package org.keyhopper.host.internal.command;
