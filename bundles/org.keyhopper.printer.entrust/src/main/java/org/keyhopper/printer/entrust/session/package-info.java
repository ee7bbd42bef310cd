/**
 * The movements of one card as a job of the printer. The printer begins a session; the guarded session of {@link
 * org.keyhopper.printer.support} calls it.
 */
package org.keyhopper.printer.entrust.session;
