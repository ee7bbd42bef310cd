/** Identity providers: connectors, the directories they open, and what is exchanged during an enrolment. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.api.directory;
