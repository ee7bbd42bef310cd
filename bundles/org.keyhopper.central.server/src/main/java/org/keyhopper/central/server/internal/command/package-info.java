/** The commands of {@code keyhopper-central}, called by the application. */
package org.keyhopper.central.server.internal.command;
