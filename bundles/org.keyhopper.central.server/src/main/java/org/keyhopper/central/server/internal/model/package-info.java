/** The bodies of the API as records, from which the OpenAPI document is made; read and written by the resources. */
package org.keyhopper.central.server.internal.model;
