package org.keyhopper.ui.internal.keys;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.bindings.EBindingService;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.TriggerSequence;
import org.eclipse.jface.bindings.keys.formatting.KeyFormatterFactory;
import org.keyhopper.ui.model.Messages;

/** Reads the shortcuts from the bindings of the workbench, which exist once its model was loaded. UI thread only. */
public final class BindingShortcuts implements Shortcuts {

    private final IEclipseContext application;
    private final Messages messages;

    /**
     * A key and what it does.
     *
     * @param keys as {@link TriggerSequence#format} prints them
     */
    public record Row(String keys, String action) {}

    public BindingShortcuts(IEclipseContext application, Messages messages) {
        this.application = application;
        this.messages = messages;
        KeyFormatterFactory.setDefault(LocalizedKeyFormatter.in(messages));
    }

    @Override
    public Optional<String> of(String command, Map<String, String> parameters) {
        ParameterizedCommand wanted =
                application.get(ECommandService.class).createCommand(command, Map.<String, Object>copyOf(parameters));
        return Optional.ofNullable(wanted)
                .map(application.get(EBindingService.class)::getBestSequenceFor)
                .map(TriggerSequence::format);
    }

    /** Returns all shortcuts whose command can be executed now, in the order of their keys. */
    public List<Row> list() {
        return application.get(EBindingService.class).getActiveBindings().stream()
                .filter(binding -> isUsable(binding.getParameterizedCommand()))
                .map(binding -> new Row(binding.getTriggerSequence().format(), action(binding)))
                .distinct()
                .sorted(Comparator.comparing(Row::keys))
                .toList();
    }

    private static boolean isUsable(ParameterizedCommand command) {
        return command != null && command.getCommand().isDefined();
    }

    private String action(Binding binding) {
        ParameterizedCommand command = binding.getParameterizedCommand();
        String name = name(command.getCommand());
        Map<?, ?> parameters = command.getParameterMap();
        String value = parameters.values().stream()
                .findFirst()
                .map(first -> "." + first)
                .orElse("");
        return messages.text(name + value);
    }

    /** The last part of a command's id, and of its parameter, is that of the message. */
    private static String name(Command command) {
        return "command." + command.getId().substring(command.getId().lastIndexOf('.') + 1);
    }
}
