/**
 * The calls of an SDK, made in a companion process. Printers and sessions make them through the link of their
 * vendor.
 */
package org.keyhopper.printer.sdk.protocol;
