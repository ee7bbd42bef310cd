package org.keyhopper.update.internal.install;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.IProvisioningPlan;
import org.eclipse.equinox.p2.engine.ProvisioningContext;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.planner.IPlanner;
import org.eclipse.equinox.p2.planner.IProfileChangeRequest;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepository;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepositoryManager;
import org.eclipse.equinox.p2.repository.artifact.IFileArtifactRepository;
import org.eclipse.equinox.p2.repository.metadata.IMetadataRepositoryManager;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.update.Part;
import org.keyhopper.api.update.SiteContent;
import org.keyhopper.api.update.UpdateException;
import org.keyhopper.api.update.UpdateProblem;
import org.keyhopper.update.internal.site.SiteCopy;

/** The difference between the installation and a site: its parts, its files, and the update itself. Not thread-safe. */
final class SiteChange implements AutoCloseable {

    /** The indexes of a p2 repository: units and artifacts. */
    private static final List<String> INDEXES = List.of("content.jar", "artifacts.jar");

    private final Installation installation;
    private final SiteCopy copy;
    private final URI repository;
    private final Map<String, IInstallableUnit> present = new TreeMap<>();
    private final Map<String, IInstallableUnit> newer = new TreeMap<>();
    private final Map<String, IInstallableUnit> others = new TreeMap<>();

    SiteChange(Installation installation, SiteCopy copy) throws UpdateException, IOException {
        this.installation = installation;
        this.copy = copy;
        repository = copy.folder().toUri();
        for (String index : INDEXES) {
            copy.fetch(index);
        }
        for (IInstallableUnit root : installation.roots()) {
            present.put(root.getId(), root);
        }
        for (IInstallableUnit unit : onSite()) {
            sort(unit);
        }
    }

    SiteContent content() {
        return new SiteContent(
                copy.site(),
                copy.distrust(),
                parts(newer.values()),
                parts(others.values().stream()
                        .filter(unit -> PartNames.canBeAdded(unit) && QueryUtil.isGroup(unit))
                        .toList()));
    }

    /** Returns the parts whose version changed. */
    List<Part> apply(Set<String> add, Consumer<String> progress) throws UpdateException, IOException {
        List<IInstallableUnit> incoming = new ArrayList<>(newer.values());
        for (String id : add) {
            incoming.addAll(wanted(id));
        }
        if (incoming.isEmpty()) {
            return List.of();
        }
        installation.refuseIfNotWritable();
        fetch(plan(incoming), progress);
        // Nothing is modified before this point; p2's plan depends on the recorded product folder.
        installation.prepare();
        IProvisioningPlan plan = plan(incoming);
        installation.perform(plan, rootFiles(plan));
        return parts(incoming);
    }

    /** Refuses older lists of the site from now on. */
    void record() throws IOException {
        installation.acceptedLists().put(copy.site(), copy.serial());
    }

    private void sort(IInstallableUnit unit) {
        IInstallableUnit installed = present.get(unit.getId());
        if (installed == null) {
            others.put(unit.getId(), unit);
        } else if (unit.getVersion().compareTo(installed.getVersion()) > 0) {
            newer.put(unit.getId(), unit);
        }
    }

    private Collection<IInstallableUnit> onSite() throws UpdateException {
        try {
            return Installation.newest(installation
                    .service(IMetadataRepositoryManager.class)
                    .loadRepository(repository, new NullProgressMonitor()));
        } catch (ProvisionException e) {
            throw doesNotFit(StatusText.of(e.getStatus()));
        }
    }

    private List<IInstallableUnit> wanted(String id) throws UpdateException {
        if (present.values().stream().anyMatch(unit -> PartNames.id(unit).equals(id))) {
            return List.of();
        }
        return List.of(others.values().stream()
                .filter(unit -> PartNames.canBeAdded(unit) && PartNames.id(unit).equals(id))
                .findFirst()
                .orElseThrow(() -> new UpdateException(Problem.of(UpdateProblem.NO_SUCH_PART, id))));
    }

    /** All roots are replaced at once: an old driver may be incompatible with a new product. */
    private IProvisioningPlan plan(List<IInstallableUnit> incoming) throws UpdateException {
        IPlanner planner = installation.service(IPlanner.class);
        IProfileChangeRequest request = planner.createChangeRequest(installation.profile());
        for (IInstallableUnit unit : incoming) {
            IInstallableUnit old = present.get(unit.getId());
            if (old != null) {
                request.remove(old);
            }
            request.add(unit);
            request.setInstallableUnitProfileProperty(unit, IProfile.PROP_PROFILE_ROOT_IU, Boolean.TRUE.toString());
        }
        IProvisioningPlan plan =
                installation.service(IPlanner.class).getProvisioningPlan(request, context(), new NullProgressMonitor());
        if (plan.getStatus().getSeverity() >= IStatus.ERROR) {
            throw doesNotFit(StatusText.of(plan.getStatus()));
        }
        return plan;
    }

    private ProvisioningContext context() {
        ProvisioningContext context = new ProvisioningContext(installation.agent());
        context.setMetadataRepositories(repository);
        context.setArtifactRepositories(repository);
        return context;
    }

    private void fetch(IProvisioningPlan plan, Consumer<String> progress) throws UpdateException, IOException {
        IFileArtifactRepository files = files();
        Set<IArtifactKey> keys = new HashSet<>();
        plan.getAdditions().query(QueryUtil.createIUAnyQuery(), null).forEach(unit -> keys.addAll(unit.getArtifacts()));
        keys.removeAll(installation.artifacts());
        for (IArtifactKey key : keys) {
            String path = path(files, key);
            progress.accept(path);
            copy.fetch(path);
        }
    }

    /** Only those of this operating system are in the plan. */
    private List<Path> rootFiles(IProvisioningPlan plan) throws UpdateException {
        IFileArtifactRepository files = files();
        List<Path> archives = new ArrayList<>();
        for (IInstallableUnit unit : plan.getAdditions().query(QueryUtil.createIUAnyQuery(), null)) {
            if (Phases.hasRootFiles(unit)) {
                for (IArtifactKey key : unit.getArtifacts()) {
                    archives.add(copy.folder().resolve(path(files, key)));
                }
            }
        }
        return archives;
    }

    private IFileArtifactRepository files() throws UpdateException {
        try {
            IArtifactRepository loaded = installation
                    .service(IArtifactRepositoryManager.class)
                    .loadRepository(repository, new NullProgressMonitor());
            return (IFileArtifactRepository) loaded;
        } catch (ProvisionException e) {
            throw doesNotFit(StatusText.of(e.getStatus()));
        }
    }

    private String path(IFileArtifactRepository files, IArtifactKey key) throws UpdateException {
        File file = files.getArtifactFile(key);
        if (file == null) {
            throw doesNotFit(key + " has no file");
        }
        Path folder = copy.folder().toAbsolutePath();
        return folder.relativize(file.toPath().toAbsolutePath()).toString().replace('\\', '/');
    }

    private static List<Part> parts(Collection<IInstallableUnit> units) {
        return units.stream().map(PartNames::part).toList();
    }

    private static UpdateException doesNotFit(String why) {
        return new UpdateException(Problem.of(UpdateProblem.DOES_NOT_FIT).withDetail(why));
    }

    /** p2 would otherwise remember the folder, which is about to be deleted. */
    @Override
    public void close() {
        installation.service(IMetadataRepositoryManager.class).removeRepository(repository);
        installation.service(IArtifactRepositoryManager.class).removeRepository(repository);
    }
}
