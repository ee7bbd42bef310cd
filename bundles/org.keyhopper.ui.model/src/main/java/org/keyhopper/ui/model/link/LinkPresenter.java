package org.keyhopper.ui.model.link;

import java.util.Optional;
import java.util.function.Consumer;
import org.keyhopper.core.central.CentralStatus;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.WorkbenchContext;

/**
 * Looks up the request of a link and asks the operator. A link never starts anything by itself. All methods are fast,
 * on any thread.
 */
public final class LinkPresenter {

    private final WorkbenchContext context;
    private final Consumer<RequestId> show;
    private final ObservableState<Optional<LinkAnswer>> answers;

    /** @param show shows an existing request */
    public LinkPresenter(WorkbenchContext context, Consumer<RequestId> show) {
        this.context = context;
        this.show = show;
        answers = new ObservableState<>(Optional.empty(), context.rateLimiter());
    }

    /** Returns the response to show until {@link #dismiss} is called. */
    public ObservableState<Optional<LinkAnswer>> answers() {
        return answers;
    }

    /**
     * Follows a link. A link that arrives while an earlier one is shown is dropped, because the dialog must not
     * change just before the operator confirms it.
     *
     * @param running whether a run is in progress, which a link does not interrupt
     */
    public void follow(ProvisionLink link, boolean running) {
        if (answers.get().isPresent()) {
            return;
        }
        if (link.request().isEmpty()) {
            showText(context.text("link.refused"));
        } else if (running) {
            showText(context.text("link.running", link.request().get()));
        } else {
            RequestId id = link.request().get();
            context.inBackground(() -> lookUp(id, link.central()), notice -> showText(notice.text()));
        }
    }

    /** Returns the link to a request of the current store. */
    public ProvisionLink to(RequestId request) {
        return new ProvisionLink(
                Optional.of(request), context.station().central().status().map(CentralStatus::central));
    }

    /** Notes that the operator has closed the dialog. */
    public void dismiss() {
        answers.set(Optional.empty());
    }

    private void lookUp(RequestId id, Optional<String> central) {
        Optional<String> joined = context.station().central().status().map(CentralStatus::central);
        if (!central.equals(joined)) {
            showText(refusal(id, central, joined));
            return;
        }
        Optional<ProvisioningRequest> found = context.station().requests().find(id);
        if (found.isEmpty()) {
            String unknown = joined.map(name -> context.text("link.unknown.central", id, name))
                    .orElseGet(() -> context.text("link.unknown", id));
            showText(unknown);
            return;
        }
        ProvisioningRequest request = found.get();
        show.accept(request.id());
        int open = request.open().size();
        if (open == 0) {
            showText(context.text("link.allDone", request.name()));
        } else {
            String question = context.text("link.question", request.name(), request.directory(), open);
            publish(new LinkAnswer(question, Optional.of(request.id())));
        }
    }

    /** A link names the store that its request is in; requests of different stores may have the same number. */
    private String refusal(RequestId id, Optional<String> central, Optional<String> joined) {
        if (central.isEmpty()) {
            return context.text("link.hidden", id, joined.orElse(""));
        }
        return joined.map(name -> context.text("link.otherCentral", id, central.get(), name))
                .orElseGet(() -> context.text("link.notJoined", id, central.get()));
    }

    private void showText(String text) {
        publish(new LinkAnswer(text, Optional.empty()));
    }

    private void publish(LinkAnswer answer) {
        answers.update(earlier -> earlier.isPresent() ? earlier : Optional.of(answer));
    }
}
