/** The rules of Central behind {@link org.keyhopper.central.Central}, which puts them together; no HTTP, no SQL. */
package org.keyhopper.central.internal;
