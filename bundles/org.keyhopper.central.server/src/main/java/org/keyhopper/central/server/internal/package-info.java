/** The process of Central: its HTTP server and how it starts and ends. */
package org.keyhopper.central.server.internal;
