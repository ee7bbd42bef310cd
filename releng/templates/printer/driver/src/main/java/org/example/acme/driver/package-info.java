/** The driver for Acme printers: the OSGi component, forms of addresses, provenance. */
package org.example.acme.driver;
