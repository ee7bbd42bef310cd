package org.keyhopper.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyhopper.core.request.StoreException;

class DatabaseAddressTest {

    @Test
    void remoteServerIsVerified() {
        DatabaseAddress address = DatabaseAddress.parse("postgresql://desk@db.contoso.example/keyhopper\n");
        assertEquals("db.contoso.example:5432/keyhopper", address.shown());
        assertEquals("jdbc:postgresql://db.contoso.example:5432/keyhopper?sslmode=verify-full", address.url());
        assertEquals("desk", address.user());
    }

    @Test
    void allowedOptionsAreKept() {
        assertEquals(
                "jdbc:postgresql://db.contoso.example:6432/keyhopper?sslmode=verify-ca&sslrootcert=%2Fetc%2Fca.pem",
                DatabaseAddress.parse(
                                "postgresql://desk@db.contoso.example:6432/keyhopper?sslmode=verify-ca&sslrootcert=/etc/ca.pem")
                        .url());
    }

    @Test
    void optionInsideAValueIsNoOption() {
        assertEquals(
                "jdbc:postgresql://db.contoso.example:5432/keyhopper"
                        + "?currentSchema=a%26sslmode%3Ddisable&sslmode=verify-full",
                DatabaseAddress.parse(
                                "postgresql://desk@db.contoso.example/keyhopper?currentSchema=a%26sslmode%3Ddisable")
                        .url());
        assertTrue(DatabaseAddress.parse("postgresql://desk@db.contoso.example/keyhopper?currentSchema=sslmode=x")
                .url()
                .endsWith("&sslmode=verify-full"));
    }

    @Test
    void loopbackServerNeedsNoVerification() {
        assertEquals(
                "jdbc:postgresql://127.0.0.1:5432/keyhopper?currentSchema=desks&sslmode=prefer",
                DatabaseAddress.parse("postgresql://desk@127.0.0.1/keyhopper?currentSchema=desks")
                        .url());
    }

    @ParameterizedTest
    @CsvSource({
        "mysql://db/keyhopper, does not begin with postgresql://",
        "db.contoso.example, does not begin with postgresql://",
        "postgresql://db.contoso.example, lacks the host or the name",
        "postgresql:///keyhopper, lacks the host or the name",
        "postgresql://db/one/two, lacks the host or the name",
        "postgresql://desk:geheim@db/keyhopper, a password does not belong into it",
        "postgresql://db/keyhopper?sslmode=require, does not prove which server answers",
        "postgresql://db/keyhopper?socketFactory=org.example.Evil, there is no option socketFactory",
        "postgresql://db/keyhopper?sslmode=verify-full&loggerFile=/etc/passwd, there is no option loggerFile",
        "postgresql://db/keyhopper?sslmode=verify-full&sslmode=disable, is given twice",
        "postgresql://db/keyhopper%3FsocketFactory=org.example.Evil, has other characters",
        "postgresql://db/keyhopper%26loggerFile=x, has other characters",
        "postgresql://db/keyhopper?currentSchema, there is no option currentSchema",
        "postgresql://db /keyhopper, it is no address"
    })
    void invalidAddressIsRefusedWithAReason(String address, String reason) {
        String said = assertThrows(StoreException.class, () -> DatabaseAddress.parse(address))
                .getMessage();
        assertTrue(said.contains(reason), said);
        assertTrue(!said.contains("geheim"), said);
    }
}
