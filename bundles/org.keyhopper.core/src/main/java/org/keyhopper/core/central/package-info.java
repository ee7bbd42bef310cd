/**
 * An organisation's Central as a station sees it: joining, and the port through which claims, options, registrations and proofs
 * pass. Implemented by {@code org.keyhopper.central.client}; called by the station, its runs and its ceremonies.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.core.central;
