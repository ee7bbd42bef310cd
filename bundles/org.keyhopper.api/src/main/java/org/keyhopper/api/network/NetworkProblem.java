package org.keyhopper.api.network;

import java.util.Locale;
import org.keyhopper.api.diagnostic.ProblemCode;

/** Failures on the way to a service, and invalid network settings. */
public enum NetworkProblem implements ProblemCode {
    /** The proxy requires other credentials (status 407, RFC 9110 section 15.5.8). Argument 0: the host behind it. */
    PROXY_SIGN_IN,
    /** The certificate of the service is not trusted, or not for its host (RFC 5280 section 6). Argument 0: the host. */
    CERTIFICATE_NOT_TRUSTED,
    /** The address of the proxy is not a host and a port. Argument 0: the address. */
    BAD_PROXY,
    /** The file has no certificates in PEM, or cannot be read. Argument 0: the file. */
    BAD_AUTHORITIES;

    @Override
    public String id() {
        return "network." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
