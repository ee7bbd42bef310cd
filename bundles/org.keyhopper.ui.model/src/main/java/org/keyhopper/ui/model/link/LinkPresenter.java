package org.keyhopper.ui.model.link;

import java.util.Optional;
import java.util.function.Consumer;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.WorkbenchContext;

/**
 * Looks up the request of a link and asks the operator. A link never starts anything by itself. All methods are fast,
 * on any thread.
 */
public final class LinkPresenter {

    private final WorkbenchContext desk;
    private final Consumer<RequestId> show;
    private final ObservableState<Optional<LinkAnswer>> answers;

    /** @param show shows an existing request */
    public LinkPresenter(WorkbenchContext desk, Consumer<RequestId> show) {
        this.desk = desk;
        this.show = show;
        answers = new ObservableState<>(Optional.empty(), desk.pace());
    }

    /** Returns the response to show until {@link #answered} is called. */
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
            tell(desk.text("link.refused"));
        } else if (running) {
            tell(desk.text("link.running", link.request().get()));
        } else {
            RequestId id = link.request().get();
            desk.inBackground(() -> look(id), notice -> tell(notice.text()));
        }
    }

    /** Notes that the operator has closed the dialog. */
    public void answered() {
        answers.set(Optional.empty());
    }

    private void look(RequestId id) {
        Optional<ProvisioningRequest> found = desk.station().requests().find(id);
        if (found.isEmpty()) {
            tell(desk.text("link.unknown", id));
            return;
        }
        ProvisioningRequest request = found.get();
        show.accept(request.id());
        int open = request.open().size();
        if (open == 0) {
            tell(desk.text("link.allDone", request.name()));
        } else {
            String question = desk.text("link.question", request.name(), request.directory(), open);
            put(new LinkAnswer(question, Optional.of(request.id())));
        }
    }

    private void tell(String text) {
        put(new LinkAnswer(text, Optional.empty()));
    }

    private void put(LinkAnswer answer) {
        answers.update(earlier -> earlier.isPresent() ? earlier : Optional.of(answer));
    }
}
