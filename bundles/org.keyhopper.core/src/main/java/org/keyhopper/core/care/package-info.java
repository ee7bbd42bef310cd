/** Looking after one device that is plugged in: what is on it, its PIN, and making it blank again. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.core.care;
