"""What the check of keys needs of libfido2 (1.15), bound with ctypes. Calls raise Fido2Error with libfido2's own code."""

import ctypes
from ctypes import byref, c_int, c_size_t, c_uint64, c_void_p

LIBRARY = ctypes.CDLL("libfido2.so.1")
ES256 = -7
TRUE = 2

for name in ("fido_dev_new", "fido_cred_new", "fido_assert_new", "fido_credman_metadata_new", "es256_pk_new"):
    getattr(LIBRARY, name).restype = c_void_p
for name in ("fido_cred_id_ptr", "fido_cred_pubkey_ptr"):
    getattr(LIBRARY, name).restype = c_void_p
for name in ("fido_cred_id_len", "fido_cred_pubkey_len"):
    getattr(LIBRARY, name).restype = c_size_t
LIBRARY.fido_credman_rk_existing.restype = c_uint64
LIBRARY.fido_credman_rk_remaining.restype = c_uint64
LIBRARY.fido_init(0)


class Fido2Error(Exception):
    def __init__(self, call, code):
        super().__init__(f"{call}: {code:#x}")
        self.code = code


def call(name, *arguments):
    code = getattr(LIBRARY, name)(*arguments)
    if code:
        raise Fido2Error(name, code)


class Key:
    """An open key."""

    def __init__(self, path):
        self._dev = c_void_p(LIBRARY.fido_dev_new())
        call("fido_dev_open", self._dev, path.encode())

    def close(self):
        LIBRARY.fido_dev_close(self._dev)
        LIBRARY.fido_dev_free(byref(self._dev))

    def set_pin(self, pin, old=None):
        call("fido_dev_set_pin", self._dev, pin.encode(), old.encode() if old else None)

    def reset(self):
        call("fido_dev_reset", self._dev)

    def make(self, rp_id, user, pin):
        """A discoverable credential with user verification, checked by libfido2; returns its id and public key."""
        cred = c_void_p(LIBRARY.fido_cred_new())
        call("fido_cred_set_type", cred, c_int(ES256))
        call("fido_cred_set_clientdata_hash", cred, bytes(32), c_size_t(32))
        call("fido_cred_set_rp", cred, rp_id.encode(), rp_id.encode())
        call("fido_cred_set_user", cred, user, c_size_t(len(user)), b"name", b"Name", None)
        call("fido_cred_set_rk", cred, c_int(TRUE))
        call("fido_dev_make_cred", self._dev, cred, pin.encode())
        call("fido_cred_verify", cred)
        made = (
            ctypes.string_at(LIBRARY.fido_cred_id_ptr(cred), LIBRARY.fido_cred_id_len(cred)),
            ctypes.string_at(LIBRARY.fido_cred_pubkey_ptr(cred), LIBRARY.fido_cred_pubkey_len(cred)),
        )
        LIBRARY.fido_cred_free(byref(cred))
        return made

    def sign(self, rp_id, public_key, pin):
        """An assertion with the discoverable credential, verified by libfido2 with the public key."""
        assertion = c_void_p(LIBRARY.fido_assert_new())
        call("fido_assert_set_clientdata_hash", assertion, bytes(32), c_size_t(32))
        call("fido_assert_set_rp", assertion, rp_id.encode())
        call("fido_dev_get_assert", self._dev, assertion, pin.encode())
        key = c_void_p(LIBRARY.es256_pk_new())
        call("es256_pk_from_ptr", key, public_key, c_size_t(len(public_key)))
        call("fido_assert_verify", assertion, c_size_t(0), c_int(ES256), key)
        LIBRARY.es256_pk_free(byref(key))
        LIBRARY.fido_assert_free(byref(assertion))

    def counts(self, pin):
        """Existing and remaining discoverable credentials."""
        metadata = c_void_p(LIBRARY.fido_credman_metadata_new())
        call("fido_credman_get_dev_metadata", self._dev, metadata, pin.encode())
        counts = (LIBRARY.fido_credman_rk_existing(metadata), LIBRARY.fido_credman_rk_remaining(metadata))
        LIBRARY.fido_credman_metadata_free(byref(metadata))
        return counts

    def delete(self, credential, pin):
        call("fido_credman_del_dev_rk", self._dev, credential, c_size_t(len(credential)), pin.encode())
