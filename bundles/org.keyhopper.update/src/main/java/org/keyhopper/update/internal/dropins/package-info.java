/**
 * Installation of the jars in the folder {@code dropins}: discovery, admission by the policy, and explanation of
 * missing requirements. Called by the bundle activator at startup.
 */
package org.keyhopper.update.internal.dropins;
