/**
 * The station's store: requests, journal, inventory, PINs, directories with their secrets, and reader bindings, in an
 * embedded or shared database.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.store;
