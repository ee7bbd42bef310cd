/** What drivers for card printers share: wires with deadlines, the way of a card, and options of addresses. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.printer.support;
