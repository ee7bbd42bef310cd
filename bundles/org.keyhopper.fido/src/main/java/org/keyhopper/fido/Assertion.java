package org.keyhopper.fido;

/**
 * The response to authenticatorGetAssertion, as far as it is signed.
 *
 * @param authenticatorData the signed authenticator data
 * @param signature over authenticatorData followed by the client data hash
 */
public record Assertion(byte[] authenticatorData, byte[] signature) {

    public Assertion {
        authenticatorData = authenticatorData.clone();
        signature = signature.clone();
    }

    @Override
    public byte[] authenticatorData() {
        return authenticatorData.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Assertion assertion && java.util.Arrays.equals(signature, assertion.signature);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(signature);
    }
}
