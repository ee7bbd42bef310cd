/** The network settings dialog: proxy and private certificate authorities. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.ui.model.network;
