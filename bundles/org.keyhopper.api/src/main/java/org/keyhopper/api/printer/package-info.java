/**
 * The SPI for card printers and encoders: drivers, the printers they open, and the session of one card from hopper to
 * tray. Printers only move cards; the chip is accessed through the PC/SC reader behind the encoder.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.api.printer;
