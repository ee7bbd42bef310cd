/** The configuration file; every error in it is reported with line and key. */
package org.keyhopper.central.server.internal.config;
