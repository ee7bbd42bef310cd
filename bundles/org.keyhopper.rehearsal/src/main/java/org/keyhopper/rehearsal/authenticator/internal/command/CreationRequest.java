package org.keyhopper.rehearsal.authenticator.internal.command;

import java.util.List;
import java.util.Optional;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborParameters;
import org.keyhopper.rehearsal.authenticator.internal.crypto.P256;
import org.keyhopper.rehearsal.authenticator.model.Credential.RelyingParty;
import org.keyhopper.rehearsal.authenticator.model.UserEntity;

/**
 * The parsed parameters of makeCredential.
 *
 * @param clientDataHash the hash to sign
 * @param relyingParty the relying party
 * @param user the account
 * @param discoverable option rk
 * @param excludeList ids that must not be on the device
 * @param extensions extension inputs
 * @param enterprise whether enterprise attestation is requested
 */
record CreationRequest(
        byte[] clientDataHash,
        RelyingParty relyingParty,
        UserEntity user,
        boolean discoverable,
        List<byte[]> excludeList,
        CborParameters extensions,
        Optional<Integer> enterprise) {

    static CreationRequest read(CborParameters parameters, int listLimit) {
        byte[] hash = Descriptors.clientDataHash(parameters, 0x01);
        CborParameters rp = parameters.map(0x02);
        UserEntity user = user(parameters.map(0x03));
        requireEs256(parameters.maps(0x04));
        CborParameters options = parameters.mapOrEmpty(0x07);
        refuseOptions(options);
        return new CreationRequest(
                hash,
                new RelyingParty(rp.text("id"), rp.optionalText("name")),
                user,
                options.optionalFlag("rk").orElse(false),
                Descriptors.ids(parameters, 0x05, listLimit),
                parameters.mapOrEmpty(0x06),
                parameters.optionalInteger(0x0A));
    }

    /** Parses a user entity; its id has 1 to 64 bytes. */
    static UserEntity user(CborParameters user) {
        byte[] id = user.bytes("id");
        if (id.length == 0 || id.length > 64) {
            throw new CtapFailure(Status.INVALID_LENGTH);
        }
        return new UserEntity(id, user.optionalText("name"), user.optionalText("displayName"));
    }

    private static void requireEs256(List<CborParameters> algorithms) {
        boolean offered = false;
        for (CborParameters each : algorithms) {
            boolean publicKey = each.text("type").equals("public-key");
            offered |= each.integer("alg") == P256.ES256 && publicKey;
        }
        if (!offered) {
            throw new CtapFailure(Status.UNSUPPORTED_ALGORITHM);
        }
    }

    private static void refuseOptions(CborParameters options) {
        boolean withoutPresence = options.optionalFlag("up").filter(up -> !up).isPresent();
        boolean builtInUv = options.optionalFlag("uv").orElse(false);
        if (withoutPresence || builtInUv) {
            throw new CtapFailure(Status.INVALID_OPTION);
        }
    }
}
