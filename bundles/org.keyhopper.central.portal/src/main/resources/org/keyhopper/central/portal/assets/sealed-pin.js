// Opens PINs that stations sealed to an escrow key (RFC 5652, 5083, 4055) with the private key of a PKCS#12 file (RFC 7292). Key, password and PIN stay in
// this page.

const OID = {
    data: "1.2.840.113549.1.7.1",
    signedData: "1.2.840.113549.1.7.2",
    authEnvelopedData: "1.2.840.113549.1.9.16.1.23",
    rsaOaep: "1.2.840.113549.1.1.7",
    gcm256: "2.16.840.1.101.3.4.1.46",
    cbc256: "2.16.840.1.101.3.4.1.42",
    pbes2: "1.2.840.113549.1.5.13",
    shroudedKeyBag: "1.2.840.113549.1.12.10.1.2",
};
const PRF = { "1.2.840.113549.2.7": "SHA-1", "1.2.840.113549.2.9": "SHA-256", "1.2.840.113549.2.11": "SHA-512" };

/** Reads one DER or BER element; an indefinite length ends with two zeros. */
function element(bytes, at) {
    const tag = bytes[at];
    let length = bytes[at + 1];
    let start = at + 2;
    if (length === 0x80) {
        const children = [];
        while (bytes[start] !== 0 || bytes[start + 1] !== 0) {
            const child = element(bytes, start);
            children.push(child);
            start = child.end;
        }
        return { tag, children, content: new Uint8Array(), end: start + 2 };
    }
    if (length > 0x80) {
        let left = length & 0x7f;
        for (length = 0; left > 0; left--) {
            length = length * 256 + bytes[start++];
        }
    }
    const end = start + length;
    if (!(end <= bytes.length)) {
        throw new Error("truncated");
    }
    const content = bytes.subarray(start, end);
    const children = [];
    if (tag & 0x20) {
        for (let next = start; next < end; ) {
            const child = element(bytes, next);
            children.push(child);
            next = child.end;
        }
    }
    return { tag, children, content, whole: bytes.subarray(at, end), end };
}

function parse(bytes) {
    return element(bytes, 0);
}

/** The bytes of an octet string, which may be in pieces. */
function octets(node) {
    return node.children.length === 0 ? node.content : joined(node.children.map(octets));
}

function joined(parts) {
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
        all.set(part, at);
        at += part.length;
    }
    return all;
}

function oid(node) {
    const numbers = [Math.floor(node.content[0] / 40), node.content[0] % 40];
    if (numbers[0] > 2) {
        numbers[1] += (numbers[0] - 2) * 40;
        numbers[0] = 2;
    }
    let value = 0;
    for (const byte of node.content.subarray(1)) {
        value = value * 128 + (byte & 0x7f);
        if (!(byte & 0x80)) {
            numbers.push(value);
            value = 0;
        }
    }
    return numbers.join(".");
}

function expect(node, name) {
    if (oid(node) !== OID[name]) {
        throw new Error(`${oid(node)} is not ${name}`);
    }
}

function integer(node) {
    return node.content.reduce((sum, byte) => sum * 256 + byte, 0);
}

/** Decrypts an EncryptedPrivateKeyInfo (RFC 5958) with PBES2 (RFC 8018). */
async function decryptedKey(info, password) {
    const [algorithm, encrypted] = info.children;
    expect(algorithm.children[0], "pbes2");
    const [derivation, cipher] = algorithm.children[1].children;
    const [salt, iterations, ...rest] = derivation.children[1].children;
    const prf = rest.find(node => node.tag === 0x30);
    const hash = prf ? PRF[oid(prf.children[0])] : "SHA-1";
    expect(cipher.children[0], "cbc256");
    const secret = await crypto.subtle.importKey("raw", new TextEncoder().encode(password), "PBKDF2", false, ["deriveKey"]);
    const key = await crypto.subtle.deriveKey(
        { name: "PBKDF2", hash, salt: salt.content, iterations: integer(iterations) },
        secret,
        { name: "AES-CBC", length: 256 },
        false,
        ["decrypt"],
    );
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-CBC", iv: cipher.children[1].content }, key, octets(encrypted)));
}

/** Returns the first RSA private key of a PKCS#12 file; it cannot be read out of the result. */
export async function privateKey(file, password) {
    const contents = parse(octets(parse(file).children[1].children[1].children[0]));
    for (const content of contents.children) {
        if (oid(content.children[0]) !== OID.data) {
            continue;
        }
        const bags = parse(octets(content.children[1].children[0]));
        for (const bag of bags.children) {
            if (oid(bag.children[0]) === OID.shroudedKeyBag) {
                const key = await decryptedKey(bag.children[1].children[0], password);
                try {
                    return await crypto.subtle.importKey("pkcs8", key, { name: "RSA-OAEP", hash: "SHA-256" }, false, ["decrypt"]);
                } finally {
                    key.fill(0);
                }
            }
        }
    }
    throw new Error("no private key");
}

/** What the PIN is for is authenticated, too: the attributes in DER with the tag of a SET (RFC 5083 section 2.2). Older stations sent none. */
function authenticated(attributes) {
    return attributes ? { additionalData: joined([Uint8Array.of(0x31), attributes.whole.subarray(1)]) } : {};
}

/** Opens a sealed PIN, whose signature Central has checked. */
export async function open(sealed, key) {
    const message = parse(sealed);
    expect(message.children[0], "signedData");
    const enveloped = parse(octets(message.children[1].children[0].children[2].children[1].children[0]));
    expect(enveloped.children[0], "authEnvelopedData");
    const [, recipients, encrypted, ...rest] = enveloped.children[1].children[0].children;
    const attributes = rest.find(node => node.tag === 0xa1);
    const mac = rest.find(node => node.tag === 0x04);
    const [, algorithm, cipher] = encrypted.children;
    expect(algorithm.children[0], "gcm256");
    const [nonce, tag] = algorithm.children[1].children;
    for (const recipient of recipients.children) {
        if (recipient.tag !== 0x30 || oid(recipient.children[2].children[0]) !== OID.rsaOaep) {
            continue;
        }
        let content;
        try {
            content = await crypto.subtle.decrypt({ name: "RSA-OAEP" }, key, octets(recipient.children[3]));
        } catch {
            // Sealed to another key, too.
            continue;
        }
        const aes = await crypto.subtle.importKey("raw", content, "AES-GCM", false, ["decrypt"]);
        new Uint8Array(content).fill(0);
        const clear = await crypto.subtle.decrypt(
            { name: "AES-GCM", iv: nonce.content, tagLength: 8 * (tag ? integer(tag) : 12), ...authenticated(attributes) },
            aes,
            joined([octets(cipher), octets(mac)]),
        );
        return new TextDecoder().decode(clear);
    }
    throw new Error("wrong key");
}
