/** The pages about requests: the list, a request as it is now, people, changes and reports. */
package org.keyhopper.central.portal.internal.request;
