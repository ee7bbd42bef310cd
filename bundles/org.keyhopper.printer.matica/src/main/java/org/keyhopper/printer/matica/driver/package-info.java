/**
 * The driver for Matica printers: opens a printer at an address of the network. Exposed only as the OSGi service
 * {@link org.keyhopper.api.printer.PrinterDriver}, through which the product calls it.
 */
package org.keyhopper.printer.matica.driver;
