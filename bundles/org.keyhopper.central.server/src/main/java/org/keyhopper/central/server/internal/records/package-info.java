/** What Central keeps beyond requests: escrowed PINs, the licence, retention, export and erasure, as services of the server. */
package org.keyhopper.central.server.internal.records;
