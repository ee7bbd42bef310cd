/**
 * The commands and their replies, sent through the vendor's service or straight to the printer. Printers and
 * sessions send commands through the link.
 */
package org.keyhopper.printer.evolis.protocol;
