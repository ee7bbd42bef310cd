/**
 * The driver for Entrust and Datacard printers: jobs of the XPS Card Printer driver, sent through the bidirectional
 * spooler interface of Windows. Exposed only as the OSGi service {@link org.keyhopper.api.printer.PrinterDriver}.
 */
package org.keyhopper.printer.entrust.internal;
