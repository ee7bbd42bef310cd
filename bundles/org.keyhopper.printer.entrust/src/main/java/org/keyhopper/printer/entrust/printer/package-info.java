/** One open queue: identity, capabilities and state. The driver opens it. */
package org.keyhopper.printer.entrust.printer;
