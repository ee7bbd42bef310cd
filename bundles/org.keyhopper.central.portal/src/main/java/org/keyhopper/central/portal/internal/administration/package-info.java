/** The pages of those who manage Central: operators, roles, stations, policy, directories, audit trail, licence. */
package org.keyhopper.central.portal.internal.administration;
