/**
 * The driver for Entrust and Datacard printers: opens and lists queues of the XPS Card Printer driver. Exposed
 * only as the OSGi service {@link org.keyhopper.api.printer.PrinterDriver}, through which the product calls it.
 */
package org.keyhopper.printer.entrust.driver;
