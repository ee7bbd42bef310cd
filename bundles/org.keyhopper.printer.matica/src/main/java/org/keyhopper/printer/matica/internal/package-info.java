/**
 * The driver for Matica and EDIsecure XID printers: messages over TCP, movements and error words. Exposed only as the
 * OSGi service {@link org.keyhopper.api.printer.PrinterDriver}.
 */
package org.keyhopper.printer.matica.internal;
