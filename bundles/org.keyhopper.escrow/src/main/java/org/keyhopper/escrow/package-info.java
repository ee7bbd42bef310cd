/**
 * Initial PINs sealed to the certificates of an escrow, as CMS messages: sealing, checking and opening. Pure; called by lone and
 * joined stations, by Central, and by the holder of an escrow key.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.escrow;
