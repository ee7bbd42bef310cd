package org.keyhopper.ui.internal.dialogs;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.printing.LetterPrinter;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.pins.EncryptedLetters;
import org.keyhopper.ui.model.pins.EscrowKeyInput;
import org.keyhopper.ui.model.pins.LetterLayout;
import org.keyhopper.ui.model.pins.LetterOutput;
import org.keyhopper.ui.model.pins.LettersOrder;

/** Asks how letters are to be written, and whether into a file or to a printer. */
public final class LettersDialog {

    private static final List<Language> LANGUAGES = List.of(
            new Language(Locale.US, "pins.letters.us"),
            new Language(Locale.UK, "pins.letters.uk"),
            new Language(Locale.GERMANY, "pins.letters.german"));
    private static final int LEAST_CHARACTERS = 12;

    /** A language of letters, and the key of its name. */
    private record Language(Locale locale, String key) {}

    private final Messages messages;
    private final Set<Integer> positions;
    private final Consumer<LettersOrder> then;
    private final BaseDialog dialog;
    private final EscrowKeyFields key;
    private final Text password;
    private final Text repeat;
    private final Combo language;
    private final Text template;
    private final Text logo;
    private final Text addresses;
    private final Button lastFirst;
    private final Label fault;

    /**
     * @param positions of the people
     * @param preview shows what letters look like
     * @param then receives the order, and closes it
     */
    public LettersDialog(
            Shell parent,
            Messages messages,
            Set<Integer> positions,
            Consumer<LetterLayout> preview,
            Consumer<LettersOrder> then) {
        this.messages = messages;
        this.positions = positions;
        this.then = then;
        dialog = new BaseDialog(
                parent,
                "letters",
                messages.text("pins.letters.title"),
                messages.text("pins.letters.message", positions.size()));
        Composite grid = FormRows.grid(dialog.body());
        key = new EscrowKeyFields(grid, messages);
        password = FormRows.text(grid, messages.text("pins.letters.password"), "pins.letters.password", SWT.PASSWORD);
        repeat = FormRows.text(grid, messages.text("pins.letters.repeat"), "pins.letters.repeat", SWT.PASSWORD);
        language = FormRows.choice(
                grid,
                messages.text("pins.letters.language"),
                "pins.letters.language",
                LANGUAGES.stream().map(each -> messages.text(each.key())).toList());
        language.select(messages.locale().getLanguage().equals("de") ? LANGUAGES.size() - 1 : 0);
        template = optional(grid, "pins.letters.template", "*.txt");
        logo = optional(grid, "pins.letters.logo", "*.png;*.jpg;*.jpeg");
        addresses = optional(grid, "pins.letters.addresses", "*.csv");
        lastFirst = FormRows.check(grid, messages.text("pins.letters.lastFirst"), "pins.letters.lastFirst");
        fault = Labels.withId(Labels.wrapped(dialog.body(), FontRole.STRONG, ColorRole.BAD_TEXT), "letters.fault");
        dialog.button(
                "letters.preview",
                messages.text("pins.letters.preview"),
                ActionControl.Style.PLAIN,
                () -> preview.accept(look()));
        dialog.button("dialog.cancel", messages.text("cancel"), ActionControl.Style.PLAIN, dialog::close);
        dialog.button(
                "letters.print",
                messages.text("pins.letters.print"),
                ActionControl.Style.PLAIN,
                () -> submit(this::printer));
        dialog.setDefault(dialog.button(
                "letters.save",
                messages.text("pins.letters.confirm"),
                ActionControl.Style.PRIMARY,
                () -> submit(this::file)));
        dialog.open(900, 0);
        key.setFocus();
    }

    private Text optional(Composite grid, String label, String extensions) {
        Text text = key.fileField(grid, label, extensions);
        text.setMessage(messages.text("pins.letters.optional"));
        return text;
    }

    /** @param output asks where the letters go; empty when it was cancelled, or a fault is shown */
    private void submit(Supplier<Optional<? extends LetterOutput>> output) {
        complain("");
        Optional<EscrowKeyInput> access = key.read();
        if (access.isEmpty()) {
            complain(messages.text("pins.key.incomplete"));
            return;
        }
        Optional<? extends LetterOutput> chosen = output.get();
        if (chosen.isEmpty()) {
            access.get().close();
            return;
        }
        LettersOrder order = new LettersOrder(
                access.get(), positions, chosen.get(), look(), lastFirst.getSelection(), path(addresses));
        dialog.close();
        then.accept(order);
    }

    private void complain(String text) {
        Labels.set(fault, text);
        dialog.grow();
    }

    private Optional<LetterPrinter> printer() {
        Optional<LetterPrinter> chosen = LetterPrinter.choose(dialog.shell(), messages);
        if (chosen.filter(LetterPrinter::isFile).isPresent()) {
            complain(messages.text("pins.letters.printer.toFile"));
            return Optional.empty();
        }
        return chosen;
    }

    private Optional<EncryptedLetters> file() {
        Secret typed = EscrowKeyFields.read(password);
        Optional<String> wrong = faultOf(typed);
        wrong.ifPresent(this::complain);
        Optional<EncryptedLetters> file =
                wrong.isEmpty() ? chosen().map(path -> new EncryptedLetters(path, typed)) : Optional.empty();
        if (file.isEmpty()) {
            typed.close();
        }
        return file;
    }

    private LetterLayout look() {
        return new LetterLayout(LANGUAGES.get(language.getSelectionIndex()).locale(), path(template), path(logo));
    }

    private Optional<String> faultOf(Secret typed) {
        try (Secret again = EscrowKeyFields.read(repeat)) {
            if (typed.codePoints() < LEAST_CHARACTERS) {
                return Optional.of(messages.text("pins.letters.short", LEAST_CHARACTERS));
            }
            return typed.equals(again) ? Optional.empty() : Optional.of(messages.text("pins.letters.differs"));
        }
    }

    private Optional<Path> chosen() {
        FileDialog chooser = new FileDialog(dialog.shell(), SWT.SAVE);
        chooser.setText(messages.text("pins.letters.title"));
        chooser.setFilterExtensions(new String[] {"*.pdf"});
        chooser.setFileName("letters.pdf");
        return Optional.ofNullable(chooser.open()).map(Path::of);
    }

    private static Optional<Path> path(Text field) {
        return Optional.of(field.getText().strip())
                .filter(text -> !text.isEmpty())
                .map(Path::of);
    }
}
