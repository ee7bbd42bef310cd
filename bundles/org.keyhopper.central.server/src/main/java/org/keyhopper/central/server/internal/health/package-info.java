/** Whether this instance works: for load balancers, monitoring and people. Used by the API and the loopback listener. */
package org.keyhopper.central.server.internal.health;
