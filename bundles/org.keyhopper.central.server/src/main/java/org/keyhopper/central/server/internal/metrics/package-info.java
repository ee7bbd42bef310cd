/** Counts and times for monitoring, in the text format of Prometheus; without names of people, stations or requests. */
package org.keyhopper.central.server.internal.metrics;
