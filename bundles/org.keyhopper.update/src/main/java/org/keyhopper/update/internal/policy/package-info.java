/**
 * Location and parsing of the policy file. Called by the bundle activator, which registers {@link
 * org.keyhopper.api.policy.StationPolicy} as an OSGi service.
 */
package org.keyhopper.update.internal.policy;
