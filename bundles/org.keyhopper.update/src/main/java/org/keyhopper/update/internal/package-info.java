/** The bundle activator, which reads the policy, loads drop-ins and registers the services of this bundle. */
package org.keyhopper.update.internal;
