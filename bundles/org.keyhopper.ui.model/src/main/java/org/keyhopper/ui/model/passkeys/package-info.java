/** The presenter of the passkeys that the directory lists for a user. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.ui.model.passkeys;
