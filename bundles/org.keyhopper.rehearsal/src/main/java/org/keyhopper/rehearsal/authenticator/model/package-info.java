/** What a simulated authenticator is like (personality), what it remembers (state), and how it is talked to. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.rehearsal.authenticator.model;
