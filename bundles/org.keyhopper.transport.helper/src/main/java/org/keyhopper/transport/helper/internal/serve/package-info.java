/**
 * The helper's side: accepts one client and executes its requests on the transports of this process. Exposed as the
 * OSGi service {@link org.keyhopper.transport.helper.DeviceProxy}, which the command {@code helper} calls.
 */
package org.keyhopper.transport.helper.internal.serve;
