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
import org.keyhopper.update.internal.site.AcceptedSiteLists;

/**
 * The product in its folder, as known to p2. By default p2 stores its data with the user's configuration in the home
 * folder; the product's own data is in its folder, so a separate agent is created. Not thread-safe.
 */
final class Installation implements AutoCloseable {

    private static final String PROFILE = "DefaultProfile";

    private final Path folder;
    private final IProvisioningAgent agent;
    private final ChangeJournal journal;

    /** Whether the running version may be that of a change that was rolled back; then its files must not be deleted. */
    private final boolean mayRunNewVersion;

    private Installation(Path folder, IProvisioningAgent agent, ChangeJournal journal, boolean mayRunNewVersion) {
        this.folder = folder;
        this.agent = agent;
        this.journal = journal;
        this.mayRunNewVersion = mayRunNewVersion;
    }

    static Installation open(Path folder, IProvisioningAgentProvider provider) throws UpdateException {
        if (!Files.isDirectory(folder.resolve("p2"))) {
            throw notInstalled(folder, null);
        }
        try {
            ProfileRecords records = new ProfileRecords(folder.resolve("p2"), PROFILE);
            ChangeJournal journal = new ChangeJournal(folder, records);
            boolean mayRunNewVersion = journal.rollBackUnfinished();
            records.renameTruncated();
            return new Installation(
                    folder, provider.createAgent(folder.resolve("p2").toUri()), journal, mayRunNewVersion);
        } catch (ProvisionException | IOException e) {
            throw notInstalled(folder, e);
        }
    }

    AcceptedSiteLists acceptedLists() {
        return new AcceptedSiteLists(folder.resolve("p2/org.keyhopper.update"));
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

    /** Returns the root units: the product, and features that are installed independently. */
    Set<IInstallableUnit> roots() throws UpdateException {
        return profile().query(new UserVisibleRootQuery(), null).toUnmodifiableSet();
    }

    /**
     * Returns the artifacts that need not be downloaded: those in use. The remains of a killed update are also present,
     * but are deleted before the next one.
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
     * Prepares the installation for a change: updates the product folder known to p2, and deletes files that no version
     * uses. They are kept until then because an updated product continues to use them until it is restarted.
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
        if (!mayRunNewVersion) {
            service(GarbageCollector.class).runGC(profile());
        }
    }

    /**
     * Executes a plan. p2 rolls back if one step fails.
     *
     * @param rootFiles the archives with the files of the product folder
     */
    void perform(IProvisioningPlan plan, List<Path> rootFiles) throws UpdateException, IOException {
        IEngine engine = service(IEngine.class);
        RootFiles own = new RootFiles(folder);
        check(journal.execute(() -> {
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

    /** Returns the newest unit of each id. */
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
