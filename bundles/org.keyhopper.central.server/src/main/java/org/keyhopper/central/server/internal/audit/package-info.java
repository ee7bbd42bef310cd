/**
 * What leaves the audit trail: signed checkpoints, and its entries as OCSF events for file, syslog and HTTP. Started by the
 * server; the command {@code audit verify} checks the checkpoints.
 */
package org.keyhopper.central.server.internal.audit;
