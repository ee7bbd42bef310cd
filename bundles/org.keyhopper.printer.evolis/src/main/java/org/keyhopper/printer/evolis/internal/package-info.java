/**
 * The driver for Evolis printers: the command language, sent directly or through the vendor's service, and the
 * interpretation of replies and status. Exposed only as the OSGi service {@link
 * org.keyhopper.api.printer.PrinterDriver}.
 */
package org.keyhopper.printer.evolis.internal;
