/** What one person can sign in with, as the directory lists it now. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.ui.model.passkeys;
