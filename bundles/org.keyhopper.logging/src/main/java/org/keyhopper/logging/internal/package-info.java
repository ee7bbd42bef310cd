/**
 * The log files of the process: a handler of java.util.logging, which is the backend of SLF4J in the product.
 * Installed by the bundle activator.
 */
package org.keyhopper.logging.internal;
