/** The position of the one card that the operator moves. The printer begins a session; the product calls it. */
package org.keyhopper.printer.manual.session;
