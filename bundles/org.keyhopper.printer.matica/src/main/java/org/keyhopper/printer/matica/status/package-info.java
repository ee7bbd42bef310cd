/** The error words of a printer, and what each means. Used by all other packages; calls none of them. */
package org.keyhopper.printer.matica.status;
