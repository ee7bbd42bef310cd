package org.keyhopper.ui.model.requests;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.WorkbenchContext;

/** Makes one request of a draft, however often it is asked to. Any thread. */
final class RequestCreation {

    private final WorkbenchContext desk;
    private final Consumer<Notice> trouble;
    private final AtomicBoolean begun = new AtomicBoolean();

    /** @param trouble takes why no request could be made; then it may be tried again */
    RequestCreation(WorkbenchContext desk, Consumer<Notice> trouble) {
        this.desk = desk;
        this.trouble = trouble;
    }

    /** Makes the request and tells its id, on a worker thread; does nothing while something is missing. */
    void make(RequestDraft draft, Consumer<RequestId> then) {
        if (draft.missing().isEmpty() && begun.compareAndSet(false, true)) {
            desk.inBackground(() -> then.accept(made(draft).id()), this::failed);
        }
    }

    private ProvisioningRequest made(RequestDraft draft) {
        PolicyProfile demanded = new PolicyProfile(desk.station().policy());
        return desk.station()
                .requests()
                .create(draft.name().strip(), draft.directory(), demanded.instead(draft.profile()), draft.people());
    }

    private void failed(Notice why) {
        begun.set(false);
        trouble.accept(why);
    }
}
