/**
 * The requests of the XPS Card Printer driver and its replies, and the bidirectional interface of the Windows
 * spooler that carries them. Printers and sessions send requests through the link.
 */
package org.keyhopper.printer.entrust.protocol;
