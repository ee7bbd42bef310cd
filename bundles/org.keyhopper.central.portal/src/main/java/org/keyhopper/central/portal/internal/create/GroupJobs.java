package org.keyhopper.central.portal.internal.create;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.directory.DirectoryPeople;

/** The groups that this process is reading, or has read within the last half hour. Thread-safe. */
public final class GroupJobs implements AutoCloseable {

    private static final int MOST_OF_ONE = 2;
    private static final int MOST = 20;
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final DirectoryPeople directory;
    private final Map<String, GroupJob> jobs = new ConcurrentHashMap<>();

    public GroupJobs(DirectoryPeople directory) {
        this.directory = directory;
    }

    /** Starts one and returns its id; empty if too many are running. */
    synchronized Optional<String> start(Caller caller, Draft draft) {
        Instant old = Instant.now().minus(LIFE);
        jobs.values().removeIf(job -> {
            if (job.isOlderThan(old)) {
                job.cancel();
            }
            return job.isOlderThan(old);
        });
        long running =
                jobs.values().stream().filter(job -> job.answer().isEmpty()).count();
        long own = jobs.values().stream()
                .filter(job -> job.answer().isEmpty() && job.belongsTo(caller))
                .count();
        if (own >= MOST_OF_ONE || running >= MOST) {
            return Optional.empty();
        }
        String id = UUID.randomUUID().toString();
        GroupJob job = new GroupJob(caller, draft, directory);
        jobs.put(id, job);
        Thread.ofPlatform().daemon().name("group").start(job::run);
        return Optional.of(id);
    }

    /** Returns a job of this caller. */
    Optional<GroupJob> find(Caller caller, String id) {
        return Optional.ofNullable(jobs.get(id)).filter(job -> job.belongsTo(caller));
    }

    @Override
    public void close() {
        jobs.values().forEach(GroupJob::cancel);
    }
}
