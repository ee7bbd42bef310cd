/** The pages of those who manage Central: operators, roles, stations, policy, directories, audit trail, licence, downloads. */
package org.keyhopper.central.portal.internal.administration;
