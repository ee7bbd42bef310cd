/** Mail: the server that takes it, and the text of an invitation. */
package org.keyhopper.central.server.internal.mail;
