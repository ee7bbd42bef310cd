package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.operator.Operator;
import org.keyhopper.central.operator.StoredRole;
import org.keyhopper.central.storage.OperatorTable;

/** The rows of {@code operator} and {@code custom_role}. */
record SqlOperatorTable(Transaction in) implements OperatorTable {

    @Override
    public List<Operator> after(String login, int limit) {
        return SqlFailure.wrap(() ->
                in.list("SELECT * FROM operator WHERE login > ? ORDER BY login LIMIT ?", this::operator, login, limit));
    }

    @Override
    public Optional<Operator> find(String id) {
        return one("id = ?", id);
    }

    @Override
    public Optional<Operator> withLogin(String login) {
        return one("login = ?", login);
    }

    @Override
    public Optional<Operator> withIdentity(Operator.Identity identity) {
        return one("issuer = ? AND subject = ?", identity.issuer(), identity.subject());
    }

    private Optional<Operator> one(String condition, Object... values) {
        return SqlFailure.wrap(() -> in.first("SELECT * FROM operator WHERE " + condition, this::operator, values));
    }

    @Override
    public void add(Operator operator) {
        SqlFailure.wrap(() -> in.update(
                "INSERT INTO operator (id, login, issuer, subject, name, grants, claims, created, last_sign_in,"
                        + " disabled, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                operator.id(),
                operator.login(),
                operator.identity().map(Operator.Identity::issuer),
                operator.identity().map(Operator.Identity::subject),
                operator.name(),
                GrantColumns.json(operator.grants()),
                Json.of(operator.claims()),
                operator.created(),
                operator.lastSignIn(),
                operator.disabled(),
                operator.version()));
    }

    @Override
    public boolean replace(Operator operator) {
        return SqlFailure.wrap(() -> in.update(
                        "UPDATE operator SET grants = ?, disabled = ?, version = ? WHERE id = ? AND version = ?",
                        GrantColumns.json(operator.grants()),
                        operator.disabled(),
                        operator.version(),
                        operator.id(),
                        operator.version() - 1)
                == 1);
    }

    @Override
    public void signedIn(Operator operator) {
        SqlFailure.wrap(() -> in.update(
                "UPDATE operator SET issuer = ?, subject = ?, name = ?, claims = ?, last_sign_in = ? WHERE id = ?",
                operator.identity().map(Operator.Identity::issuer),
                operator.identity().map(Operator.Identity::subject),
                operator.name(),
                Json.of(operator.claims()),
                operator.lastSignIn(),
                operator.id()));
    }

    private Operator operator(Row row) throws SQLException {
        Optional<String> subject = row.maybe("subject");
        String issuer = row.text("issuer");
        return new Operator(
                row.text("id"),
                row.text("login"),
                subject.map(value -> new Operator.Identity(issuer, value)),
                row.text("name"),
                new GrantColumns(in).grants(row.text("grants")),
                Json.list(row.text("claims")),
                row.instant("created"),
                row.maybe("last_sign_in").map(Instant::parse),
                row.flag("disabled"),
                row.longNumber("version"));
    }

    @Override
    public List<StoredRole> roles() {
        List<StoredRole> custom =
                SqlFailure.wrap(() -> in.list("SELECT * FROM custom_role ORDER BY name", SqlOperatorTable::storedRole));
        return Stream.concat(Role.DEFAULTS.stream().map(role -> new StoredRole(role, 0)), custom.stream())
                .toList();
    }

    @Override
    public Optional<StoredRole> role(String name) {
        Optional<Role> known = Role.named(name);
        return known.isPresent()
                ? known.map(role -> new StoredRole(role, 0))
                : SqlFailure.wrap(
                        () -> in.first("SELECT * FROM custom_role WHERE name = ?", SqlOperatorTable::storedRole, name));
    }

    private static StoredRole storedRole(Row row) throws SQLException {
        return new StoredRole(GrantColumns.role(row), row.longNumber("version"));
    }

    @Override
    public boolean addRole(Role role) {
        return SqlFailure.wrap(() -> in.update(
                        "INSERT INTO custom_role (name, privileges, version) VALUES (?, ?, 1) ON CONFLICT DO NOTHING",
                        role.name(),
                        GrantColumns.privileges(role))
                == 1);
    }

    @Override
    public boolean replaceRole(Role role, long version) {
        return SqlFailure.wrap(() -> in.update(
                        "UPDATE custom_role SET privileges = ?, version = ? WHERE name = ? AND version = ?",
                        GrantColumns.privileges(role),
                        version + 1,
                        role.name(),
                        version)
                == 1);
    }

    @Override
    public boolean removeRole(String name, long version) {
        return SqlFailure.wrap(
                () -> in.update("DELETE FROM custom_role WHERE name = ? AND version = ?", name, version) == 1);
    }
}
