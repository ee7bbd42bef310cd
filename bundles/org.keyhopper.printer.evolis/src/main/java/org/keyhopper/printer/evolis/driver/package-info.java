/**
 * The driver for Evolis printers: forms of addresses, discovery, provenance. Exposed only as the OSGi service
 * {@link org.keyhopper.api.printer.PrinterDriver}, through which the product calls it.
 */
package org.keyhopper.printer.evolis.driver;
