/** The identity provider of operators, and what a browser keeps of a session; called by the pages and the API. */
package org.keyhopper.central.server.internal.signin;
