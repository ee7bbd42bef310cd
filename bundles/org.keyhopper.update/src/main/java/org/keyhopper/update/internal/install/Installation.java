package org.keyhopper.update.internal.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.equinox.internal.p2.garbagecollector.GarbageCollector;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.core.IProvisioningAgentProvider;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.engine.IEngine;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.IProfileRegistry;
import org.eclipse.equinox.p2.engine.IProvisioningPlan;
import org.eclipse.equinox.p2.engine.PhaseSetFactory;
import org.eclipse.equinox.p2.engine.ProvisioningContext;
import org.eclipse.equinox.p2.engine.query.UserVisibleRootQuery;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepository;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepositoryManager;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.update.UpdateException;
import org.keyhopper.api.update.UpdateProblem;

/**
 * The product in its folder, as p2 knows it. p2 keeps its data beside the configuration of whoever runs, which is in the
 * home; the product's own is in its folder, so an agent is made for that. One thread.
 */
final class Installation implements AutoCloseable {

    private static final String PROFILE = "DefaultProfile";

    private final Path folder;
    private final IProvisioningAgent agent;
    private final ChangeJournal journal;

    /** Whether the version that runs may be the one of a change that was taken back; then its files must stay. */
    private final boolean ahead;

    private Installation(Path folder, IProvisioningAgent agent, ChangeJournal journal, boolean ahead) {
        this.folder = folder;
        this.agent = agent;
        this.journal = journal;
        this.ahead = ahead;
    }

    static Installation open(Path folder, IProvisioningAgentProvider provider) throws UpdateException {
        if (!Files.isDirectory(folder.resolve("p2"))) {
            throw notInstalled(folder, null);
        }
        try {
            ProfileRecords records = new ProfileRecords(folder.resolve("p2"), PROFILE);
            ChangeJournal journal = new ChangeJournal(folder, records);
            boolean ahead = journal.takeBackUnfinished();
            records.putAsideCutOff();
            return new Installation(
                    folder, provider.createAgent(folder.resolve("p2").toUri()), journal, ahead);
        } catch (ProvisionException | IOException e) {
            throw notInstalled(folder, e);
        }
    }

    IProvisioningAgent agent() {
        return agent;
    }

    <T> T service(Class<T> type) {
        return agent.getService(type);
    }

    IProfile profile() throws UpdateException {
        IProfile profile = service(IProfileRegistry.class).getProfile(PROFILE);
        if (profile == null) {
            throw notInstalled(folder, null);
        }
        return profile;
    }

    /** Returns what was installed by name: the product, and features that can come and go without it. */
    Set<IInstallableUnit> roots() throws UpdateException {
        return profile().query(new UserVisibleRootQuery(), null).toUnmodifiableSet();
    }

    /**
     * Returns the artifacts that need not be fetched: those in use. What an update that was killed has left behind is
     * there as well, but is deleted before the next one.
     */
    Set<IArtifactKey> artifacts() throws UpdateException {
        Set<IArtifactKey> used = new HashSet<>();
        profile().query(QueryUtil.createIUAnyQuery(), null).forEach(unit -> used.addAll(unit.getArtifacts()));
        IArtifactRepository pool = pool();
        used.removeIf(key -> !pool.contains(key));
        return used;
    }

    private IArtifactRepository pool() throws UpdateException {
        try {
            return service(IArtifactRepositoryManager.class).loadRepository(folder.toUri(), null);
        } catch (ProvisionException e) {
            throw notInstalled(folder, e);
        }
    }

    void refuseIfNotWritable() throws UpdateException {
        if (!Files.isWritable(folder.resolve("p2")) || !Files.isWritable(folder.resolve("plugins"))) {
            throw new UpdateException(Problem.of(UpdateProblem.NOT_WRITABLE, folder.toString()));
        }
    }

    /**
     * Makes the product ready for a change: p2 learns where the folder is now, and files that no version uses any more
     * are deleted. They are kept until then because the product that was updated goes on using them.
     */
    void prepare() throws UpdateException {
        String here = folder.toString();
        if (!here.equals(profile().getProperty(IProfile.PROP_INSTALL_FOLDER))) {
            IProvisioningPlan move = service(IEngine.class).createPlan(profile(), new ProvisioningContext(agent));
            move.setProfileProperty(IProfile.PROP_INSTALL_FOLDER, here);
            move.setProfileProperty(IProfile.PROP_CACHE, here);
            check(service(IEngine.class)
                    .perform(
                            move,
                            PhaseSetFactory.createPhaseSetIncluding(new String[] {PhaseSetFactory.PHASE_PROPERTY}),
                            new NullProgressMonitor()));
        }
        if (!ahead) {
            service(GarbageCollector.class).runGC(profile());
        }
    }

    /**
     * Carries a plan out. p2 takes everything back when one step fails.
     *
     * @param rootFiles the archives with the files of the product's own folder
     */
    void perform(IProvisioningPlan plan, List<Path> rootFiles) throws UpdateException, IOException {
        IEngine engine = service(IEngine.class);
        RootFiles own = new RootFiles(folder);
        check(journal.around(() -> {
            IStatus status = engine.perform(plan, Phases.all(), new NullProgressMonitor());
            if (status.getSeverity() < IStatus.ERROR) {
                for (Path archive : rootFiles) {
                    own.exchange(archive);
                }
            }
            return status;
        }));
    }

    private static void check(IStatus status) throws UpdateException {
        if (!status.isOK() && status.getSeverity() >= IStatus.ERROR) {
            throw new UpdateException(
                    Problem.of(UpdateProblem.TAKEN_BACK).withDetail(StatusText.of(status)), status.getException());
        }
    }

    /** Returns the newest of each id. */
    static Collection<IInstallableUnit> newest(org.eclipse.equinox.p2.query.IQueryable<IInstallableUnit> units) {
        return List.copyOf(units.query(QueryUtil.createLatestIUQuery(), null).toUnmodifiableSet());
    }

    @Override
    public void close() {
        agent.stop();
    }

    private static UpdateException notInstalled(Path folder, Exception cause) {
        return new UpdateException(Problem.of(UpdateProblem.NOT_INSTALLED, folder.toString()), cause);
    }
}
