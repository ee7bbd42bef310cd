/**
 * The store of a station, in an embedded database, and that of Central, in an embedded database or at a PostgreSQL
 * server: requests, journal, inventory, PINs, directories with their secrets.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.store;
