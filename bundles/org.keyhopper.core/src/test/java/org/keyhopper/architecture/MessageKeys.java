package org.keyhopper.architecture;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What keys can be put together from. */
final class MessageKeys extends TreeScanner<Void, Void> {

    private final Set<String> literals = new HashSet<>();
    private final Set<String> constants = new HashSet<>();

    @Override
    public Void visitLiteral(LiteralTree literal, Void nothing) {
        if (literal.getValue() instanceof String text) {
            literals.add(text);
        }
        return null;
    }

    void constants(SourceFile file) {
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree variable, Void nothing) {
                String name = variable.getName().toString();
                constants.add(name);
                constants.add(name.toLowerCase(Locale.ROOT).replace('_', '-'));
                return super.visitVariable(variable, nothing);
            }

            @Override
            public Void visitIdentifier(IdentifierTree identifier, Void nothing) {
                return null;
            }

            @Override
            public Void visitLiteral(LiteralTree literal, Void nothing) {
                if (literal.getValue() instanceof String text && text.matches("[a-z][a-z-]+")) {
                    constants.add(text);
                }
                return null;
            }
        }.scan(file.unit(), null);
    }

    /** As it is, or from a literal that is its beginning, one that is its end, and names or literals between. */
    boolean canMake(String key) {
        if (literals.contains(key)) {
            return true;
        }
        for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
            boolean beginning = literals.contains(key.substring(0, dot + 1));
            if (beginning && isRest(key.substring(dot + 1))) {
                return true;
            }
            if (literals.contains(key.substring(dot)) && literals.contains(key.substring(0, dot))) {
                return true;
            }
        }
        return false;
    }

    private boolean isRest(String rest) {
        if (constants.contains(rest) || literals.contains(rest)) {
            return true;
        }
        for (int dot = rest.indexOf('.'); dot > 0; dot = rest.indexOf('.', dot + 1)) {
            String first = rest.substring(0, dot);
            boolean ends = literals.contains(rest.substring(dot)) || isRest(rest.substring(dot + 1));
            if ((constants.contains(first) || literals.contains(first)) && ends) {
                return true;
            }
        }
        return false;
    }
}
