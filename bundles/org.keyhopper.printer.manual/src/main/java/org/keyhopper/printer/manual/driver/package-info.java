/**
 * The driver for printers whose cards are moved by the operator. Exposed only as the OSGi service {@link
 * org.keyhopper.api.printer.PrinterDriver}, through which the product calls it.
 */
package org.keyhopper.printer.manual.driver;
