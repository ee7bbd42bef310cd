/** The pages of the diagnostic file and their redaction. Called by {@link org.keyhopper.support.SupportFile}. */
package org.keyhopper.support.internal;
