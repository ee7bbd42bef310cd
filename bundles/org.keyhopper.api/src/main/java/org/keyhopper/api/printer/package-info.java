/**
 * Card printers and encoders: drivers, the printers they open, and one card's way from hopper to tray. Moving cards is
 * all a printer does here; the chip is reached through the PC/SC reader behind the station.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.api.printer;
