/** One file with what somebody needs who looks into a fault from afar: without secrets, and without names of people. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.support;
