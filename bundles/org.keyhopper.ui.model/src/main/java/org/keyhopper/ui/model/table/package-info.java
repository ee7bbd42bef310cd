/** Sorting, filtering, searching and copying the rows of any table; called by the tables of the window. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.ui.model.table;
