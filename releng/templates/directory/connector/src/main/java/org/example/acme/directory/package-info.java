/**
 * The connector for Acme Identity. {@code AcmeConnector} is the OSGi component; it opens an {@code AcmeDirectory}, which looks
 * up people and registers passkeys. Requests, responses and errors each have a class, so that the protocol stands in one
 * place.
 */
package org.example.acme.directory;
