package org.keyhopper.ui.internal.dialogs;

import java.util.Arrays;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.parts.StateSubscription;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.network.NetworkForm;
import org.keyhopper.ui.model.network.NetworkPresenter;
import org.keyhopper.ui.model.network.NetworkState;

/** The network settings: proxy and private certificate authorities. */
public final class NetworkDialog {

    private static final int WIDTH = 720;

    private final Messages messages;
    private final NetworkPresenter presenter;
    private final BaseDialog dialog;
    private final Text proxy;
    private final Text user;
    private final Text password;
    private final Text direct;
    private final Text authorities;
    private final Label notice;

    public NetworkDialog(Shell parent, Messages messages, NetworkPresenter presenter) {
        this.messages = messages;
        this.presenter = presenter;
        dialog = new BaseDialog(parent, "network", messages.text("network.title"), messages.text("network.message"));
        Composite form = FormRows.grid(dialog.body());
        NetworkForm now = presenter.states().get().form();
        proxy = field(form, "network.proxy", now.proxy(), SWT.NONE);
        proxy.setMessage("proxy.contoso.example:3128");
        user = field(form, "network.user", now.user(), SWT.NONE);
        password = field(form, "network.password", "", SWT.PASSWORD);
        direct = field(form, "network.direct", now.direct(), SWT.NONE);
        direct.setMessage(".contoso.example");
        authorities = field(form, "network.authorities", now.authorities(), SWT.NONE);
        notice = Labels.withId(Labels.wrapped(dialog.body(), FontRole.BODY, ColorRole.BAD_TEXT), "network.notice");
        dialog.button("dialog.cancel", messages.text("cancel"), ActionControl.Style.PLAIN, dialog::close);
        ActionControl save =
                dialog.button("network.save", messages.text("network.save"), ActionControl.Style.PRIMARY, this::save);
        dialog.setDefault(save);
        StateSubscription.follow(dialog.shell(), presenter.states(), this::show);
        show(presenter.states().get());
        dialog.open(WIDTH, 0);
        proxy.setFocus();
    }

    private Text field(Composite form, String key, String value, int style) {
        Text text = FormRows.text(form, messages.text(key), key, style);
        text.setText(value);
        return text;
    }

    private void save() {
        char[] typed = password.getTextChars();
        Secret secret = Secret.of(typed);
        Arrays.fill(typed, '\0');
        presenter.save(
                new NetworkForm(proxy.getText(), user.getText(), direct.getText(), authorities.getText()), secret);
    }

    private void show(NetworkState state) {
        if (state.saved()) {
            dialog.close();
            return;
        }
        dialog.explain(state.notice());
        password.setMessage(state.hasPassword() ? messages.text("network.password.kept") : "");
        if (Labels.set(notice, state.notice().map(Notice::text).orElse(""))) {
            dialog.layout();
            dialog.grow();
        }
    }
}
