/** Named profiles, and the fields in which a profile is edited. */
package org.keyhopper.central.portal.internal.profile;
