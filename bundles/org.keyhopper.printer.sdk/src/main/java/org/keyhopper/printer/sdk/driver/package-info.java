/**
 * The drivers for FARGO and Zebra printers, those that only explain why a printer of another vendor is not listed,
 * and the search for installed SDKs. Exposed only as the OSGi service {@link
 * org.keyhopper.api.printer.PrinterDriver}, through which the product calls it.
 */
package org.keyhopper.printer.sdk.driver;
