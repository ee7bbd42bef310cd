/** The ceremony, which provisions one device for one recipient: its order, steps and progress. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.core.ceremony;
