/** The operator in the role of a printer. The driver opens it. */
package org.keyhopper.printer.manual.printer;
