/** Shared by all presenters: texts, observable view states and their update rate, and the source of the station. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.ui.model;
