/** The messages of the XID protocol over TCP. Printers and sessions send commands through the link. */
package org.keyhopper.printer.matica.protocol;
