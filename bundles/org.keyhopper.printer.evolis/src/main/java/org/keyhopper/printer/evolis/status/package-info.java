/**
 * The states and status words of a printer, and the causes of a failure. Used by all other packages; calls none of
 * them.
 */
package org.keyhopper.printer.evolis.status;
