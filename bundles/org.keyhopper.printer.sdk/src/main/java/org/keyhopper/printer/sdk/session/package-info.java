/**
 * The movements of one card. The printer begins a session; the guarded session of {@link
 * org.keyhopper.printer.support} calls it.
 */
package org.keyhopper.printer.sdk.session;
