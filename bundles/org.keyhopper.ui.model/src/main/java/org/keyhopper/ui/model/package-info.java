/** What all parts of the desk share: texts, view states and their pace, where the station comes from. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.ui.model;
