/** One open printer: identity, capabilities and state. */
package org.example.acme.printer;
