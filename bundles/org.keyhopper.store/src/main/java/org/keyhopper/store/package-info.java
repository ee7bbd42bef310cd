/**
 * The station's store: requests, journal, inventory, PINs, directories and their secrets, and the readers behind printers in
 * one embedded database.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.store;
