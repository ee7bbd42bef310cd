/**
 * The drivers for printers that require the vendor's SDK: search for the SDK, the companion process, and the sessions
 * of FARGO and Zebra printers. Exposed only as OSGi services {@link org.keyhopper.api.printer.PrinterDriver}.
 */
package org.keyhopper.printer.sdk.internal;
