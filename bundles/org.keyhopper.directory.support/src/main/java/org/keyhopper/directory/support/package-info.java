/**
 * The base of all connectors: {@link org.keyhopper.directory.support.HttpConnector} opens a
 * {@link org.keyhopper.directory.support.Connection}, from which the connector makes an
 * {@link org.keyhopper.directory.support.HttpDirectory} of its people and passkeys.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.directory.support;
