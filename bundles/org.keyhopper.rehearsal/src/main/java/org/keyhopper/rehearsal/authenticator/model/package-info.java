/**
 * The model of a simulated authenticator: its properties (personality), its persistent state, and its command
 * interface.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.rehearsal.authenticator.model;
