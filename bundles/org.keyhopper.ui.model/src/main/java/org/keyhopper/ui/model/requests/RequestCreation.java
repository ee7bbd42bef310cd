package org.keyhopper.ui.model.requests;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.WorkbenchContext;

/** Creates one request from a draft, even if triggered repeatedly. Any thread. */
final class RequestCreation {

    private final WorkbenchContext context;
    private final Consumer<Notice> failure;
    private final AtomicBoolean begun = new AtomicBoolean();

    /** @param failure receives the reason of a failure, after which creation may be tried again */
    RequestCreation(WorkbenchContext context, Consumer<Notice> failure) {
        this.context = context;
        this.failure = failure;
    }

    /** Creates the request and passes on its id, on a worker thread; does nothing while the draft is incomplete. */
    void make(RequestDraft draft, Consumer<RequestId> then) {
        if (draft.missing().isEmpty() && begun.compareAndSet(false, true)) {
            context.inBackground(() -> then.accept(created(draft).id()), this::failed);
        }
    }

    private ProvisioningRequest created(RequestDraft draft) {
        PolicyProfile demanded = new PolicyProfile(context.station().policy());
        return context.station()
                .requests()
                .create(draft.name().strip(), draft.directory(), demanded.instead(draft.profile()), draft.people());
    }

    private void failed(Notice why) {
        begun.set(false);
        failure.accept(why);
    }
}
