/** The audit trail: what was done or refused, by whom, in a chain of hashes. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.central.audit;
