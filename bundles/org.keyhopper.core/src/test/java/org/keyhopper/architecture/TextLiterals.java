package org.keyhopper.architecture;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreeScanner;

/** String literals that may be read by people: not those of logs, exceptions and annotations. */
abstract class TextLiterals extends TreeScanner<Void, Void> {

    abstract void found(LiteralTree literal, String text);

    @Override
    public Void visitLiteral(LiteralTree literal, Void nothing) {
        if (literal.getValue() instanceof String text) {
            found(literal, text);
        }
        return null;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        String method = call.getMethodSelect().toString();
        boolean hidden = method.startsWith("LOG.") || method.startsWith("Thread.");
        return hidden ? null : super.visitMethodInvocation(call, nothing);
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void nothing) {
        String type = made.getIdentifier().toString();
        boolean fault = type.endsWith("Exception") || type.equals("Thread");
        return fault ? null : super.visitNewClass(made, nothing);
    }

    @Override
    public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
        return null;
    }
}
