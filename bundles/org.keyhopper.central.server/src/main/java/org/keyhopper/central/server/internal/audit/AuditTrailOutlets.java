package org.keyhopper.central.server.internal.audit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.central.server.internal.config.RecordSettings;
import org.keyhopper.central.server.internal.health.HealthReport.Part;
import org.keyhopper.central.server.internal.health.HealthReport.State;
import org.keyhopper.central.server.internal.outgoing.OutgoingSockets;
import org.keyhopper.store.CentralDatabase;

/** The sinks and the checkpoints of a running server. */
public final class AuditTrailOutlets implements AutoCloseable {

    private final AuditExport export;
    private final Optional<CheckpointFile> checkpoints;

    private AuditTrailOutlets(AuditExport export, Optional<CheckpointFile> checkpoints) {
        this.export = export;
        this.checkpoints = checkpoints;
    }

    /** Starts what the settings name. */
    public static AuditTrailOutlets start(
            CentralDatabase database, RecordSettings.Audit settings, OutgoingSockets sockets) {
        List<AuditSink> sinks = new ArrayList<>();
        settings.file().ifPresent(file -> sinks.add(new FileSink(file)));
        settings.syslog().ifPresent(collector -> sinks.add(new SyslogSink(collector, sockets, hostName())));
        settings.http().ifPresent(address -> sinks.add(new HttpSink(address, settings.authorization())));
        AuditExport export = new AuditExport(database.store(), OcsfEvent::line, AuditExport.Pauses.USUAL);
        export.start(sinks);
        Optional<CheckpointFile> checkpoints = settings.checkpoints()
                .map(file -> new CheckpointFile(database.store(), CheckpointKey.of(database), file));
        checkpoints.ifPresent(CheckpointFile::start);
        return new AuditTrailOutlets(export, checkpoints);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // The nil value of RFC 5424 section 6.2.4.
            return "-";
        }
    }

    /** Returns how the sinks and the checkpoints are doing. A sink that is down stops nothing. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        export.status()
                .forEach(sink -> parts.add(part(
                        "audit " + sink.sink(),
                        sink.problem().map(problem -> sink.behind() + " entries are not delivered: " + problem))));
        checkpoints.ifPresent(file -> parts.add(part("audit checkpoints", file.problem())));
        return parts;
    }

    private static Part part(String name, Optional<String> problem) {
        return new Part(name, problem.isEmpty() ? State.UP : State.DEGRADED, problem.orElse(""));
    }

    /** Writes a last checkpoint and ends deliveries; the rest is delivered after the next start. */
    @Override
    public void close() {
        checkpoints.ifPresent(CheckpointFile::close);
        export.close();
    }
}
