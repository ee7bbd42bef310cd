/** What a station keeps, taken together: the store interfaces of the packages that own them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.core.records;
