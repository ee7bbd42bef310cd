/** What somebody asks for who follows a {@code keyhopper://} link, and how the operator is asked about it. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.ui.model.link;
