/** One open printer: identity, capabilities and state. The driver opens it. */
package org.keyhopper.printer.evolis.printer;
