/** What an operator reads when something goes wrong, in the languages of the product. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.texts;
