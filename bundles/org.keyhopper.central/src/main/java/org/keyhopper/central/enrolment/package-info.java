/** Enrolments under a claim: from the claim on a recipient to the proof that Central verified. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.central.enrolment;
