package org.keyhopper.ui.internal.parts;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.keyhopper.ui.model.ObservableState;

/** Delivers view states on the UI thread until the control is disposed. */
public final class StateSubscription {

    private StateSubscription() {}

    /** Returns the subscription, for one that ends before. */
    public static <S> ObservableState.Subscription follow(
            Control control, ObservableState<S> feed, Consumer<? super S> show) {
        Display display = control.getDisplay();
        ObservableState.Subscription following = feed.follow(state -> {
            if (!display.isDisposed()) {
                display.asyncExec(() -> {
                    if (!control.isDisposed()) {
                        show.accept(state);
                    }
                });
            }
        });
        control.addListener(SWT.Dispose, event -> following.close());
        return following;
    }
}
