package org.keyhopper.update.internal.install;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.eclipse.equinox.p2.core.IProvisioningAgentProvider;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.network.Network;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.update.OfferedSite;
import org.keyhopper.api.update.Part;
import org.keyhopper.api.update.ProductUpdates;
import org.keyhopper.api.update.SiteContent;
import org.keyhopper.api.update.UpdateException;
import org.keyhopper.api.update.UpdateProblem;
import org.keyhopper.update.internal.site.SiteCopy;
import org.keyhopper.update.internal.site.TrustedKeys;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Updates from signed sites through p2. */
@Component(service = ProductUpdates.class)
public final class SiteUpdates implements ProductUpdates {

    private static final Logger LOG = LoggerFactory.getLogger(SiteUpdates.class);

    private final IProvisioningAgentProvider agents;
    private final StationPolicy policy;
    private final Optional<OfferedSite> offered;
    private final TrustedKeys keys;
    private final Path folder;

    /** p2 supports one change at a time. */
    private final ReentrantLock lock = new ReentrantLock();

    /**
     * @param network applied to the Java runtime, whose defaults downloads use
     * @param offered null where no Central can be joined
     */
    @Activate
    public SiteUpdates(
            BundleContext context,
            @Reference IProvisioningAgentProvider agents,
            @Reference StationPolicy policy,
            @Reference Network network,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    OfferedSite offered) {
        this.agents = agents;
        this.policy = policy;
        this.offered = Optional.ofNullable(offered);
        keys = TrustedKeys.of(context.getBundle());
        folder = ProductFolder.of(context);
        P2Bundles.start(context);
    }

    @Override
    public Optional<URI> defaultSite() {
        return policy.updates().sites().stream()
                .flatMap(List::stream)
                .findFirst()
                .or(() -> offered.flatMap(OfferedSite::address));
    }

    @Override
    public List<Part> installed() throws UpdateException {
        lock.lock();
        try (Installation installation = Installation.open(folder, agents)) {
            return installation.roots().stream().map(PartNames::part).toList();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isDevelopment() {
        return keys.isDevelopment();
    }

    @Override
    public SiteContent check(URI site) throws UpdateException {
        return with(site, SiteChange::content);
    }

    @Override
    public List<Part> apply(URI site, Set<String> add, boolean untrusted, Consumer<String> progress)
            throws UpdateException {
        List<Part> changed = with(site, change -> {
            Optional<Problem> distrust = change.content().trustProblem();
            if (distrust.isPresent() && !untrusted) {
                throw new UpdateException(distrust.get());
            }
            List<Part> applied = change.apply(add, progress);
            change.record();
            return applied;
        });
        changed.forEach(part -> LOG.info("Installed {} {} from {}", part.id(), part.version(), site));
        return changed;
    }

    private Optional<SSLContext> server(URI site) {
        return offered.filter(it -> it.address().equals(Optional.of(site))).flatMap(OfferedSite::trust);
    }

    private <T> T with(URI site, Task<T> task) throws UpdateException {
        lock.lock();
        SiteCopy.Trust trust = new SiteCopy.Trust(keys, folder.resolve("p2"), Instant.now(), server(site));
        try (SiteCopy copy = SiteCopy.of(site, policy.updates(), trust);
                Installation installation = Installation.open(folder, agents);
                SiteChange change = new SiteChange(installation, copy)) {
            return task.on(change);
        } catch (IOException e) {
            throw refused(Problem.of(UpdateProblem.DISK).withDetail(e.toString()), e);
        } catch (UpdateException e) {
            LOG.warn("Site {} rejected: {}", site, e.problem(), e);
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private static UpdateException refused(Problem problem, Exception cause) {
        LOG.warn("Update failed: {}", problem, cause);
        return new UpdateException(problem, cause);
    }

    private interface Task<T> {
        T on(SiteChange change) throws UpdateException, IOException;
    }
}
