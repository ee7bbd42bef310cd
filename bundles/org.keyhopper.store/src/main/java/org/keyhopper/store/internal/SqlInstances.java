package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.keyhopper.store.Instances;

/** The rows of {@code instance}. */
public record SqlInstances(CentralContext context) implements Instances {

    @Override
    public void announce(String version) {
        renewSign();
        context.pool().write(in -> {
            String token = context.workers().token();
            Instant now = context.now(in);
            int known = in.update("UPDATE instance SET seen = ? WHERE token = ?", now, token);
            if (known == 0) {
                for (Instance each : all(in)) {
                    forgetUnlessAlive(in, each);
                }
                in.update(
                        "INSERT INTO instance (token, version, started, seen) VALUES (?, ?, ?, ?)",
                        token,
                        version,
                        context.started(),
                        now);
            }
            return known;
        });
    }

    /**
     * The sign of life belongs to the connection of the records, which may be unused for hours. If the server was restarted
     * meanwhile, the sign has ended with its session; a transaction connects, and so gives it, anew.
     */
    private void renewSign() {
        context.records().database().read(context::now);
    }

    @Override
    public void leave() {
        context.pool()
                .write(in -> in.update(
                        "DELETE FROM instance WHERE token = ?",
                        context.workers().token()));
    }

    @Override
    public List<Instance> list() {
        return context.records().database().read(this::living);
    }

    /** Returns those that run. */
    List<Instance> living(Transaction in) throws SQLException {
        List<Instance> living = new ArrayList<>();
        for (Instance each : all(in)) {
            if (context.workers().lives(in, each.id())) {
                living.add(each);
            }
        }
        return living;
    }

    private void forgetUnlessAlive(Transaction in, Instance each) throws SQLException {
        if (!context.workers().lives(in, each.id())) {
            in.update("DELETE FROM instance WHERE token = ?", each.id());
        }
    }

    private static List<Instance> all(Transaction in) throws SQLException {
        return in.list(
                "SELECT * FROM instance ORDER BY started",
                row -> new Instance(
                        row.text("token"), row.text("version"), row.instant("started"), row.instant("seen")));
    }
}
