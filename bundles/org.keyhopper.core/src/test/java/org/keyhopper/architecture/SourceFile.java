package org.keyhopper.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One source file.
 *
 * @param bundle the bundle it belongs to, without {@code org.keyhopper.}
 * @param name its path from the bundle on
 * @param text all of it
 */
record SourceFile(String bundle, String name, String text, CompilationUnitTree unit, Trees trees) {

    private static final String PREFIX = "org.keyhopper.";

    static SourceFile of(CompilationUnitTree unit, Trees trees) {
        Path path = Sources.bundles().relativize(Path.of(unit.getSourceFile().toUri()));
        String bundle = path.getName(0).toString().substring(PREFIX.length());
        try {
            String text = unit.getSourceFile().getCharContent(true).toString();
            return new SourceFile(bundle, path.toString(), text, unit, trees);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String packageName() {
        return unit.getPackageName() == null ? "" : unit.getPackageName().toString();
    }

    List<String> imports() {
        return unit.getImports().stream()
                .map(line -> line.getQualifiedIdentifier().toString())
                .toList();
    }

    boolean isInternal() {
        return packageName().contains(".internal");
    }

    boolean isPackageInfo() {
        return name.endsWith("package-info.java");
    }

    int lines() {
        return (int) text.lines().count();
    }

    /** Returns how many lines a part of it has. */
    long linesOf(Tree part) {
        long begin = trees.getSourcePositions().getStartPosition(unit, part);
        long end = trees.getSourcePositions().getEndPosition(unit, part);
        return unit.getLineMap().getLineNumber(end) - unit.getLineMap().getLineNumber(begin) + 1;
    }

    /** Returns where a part of it stands, for a failure's message. */
    String at(Tree part) {
        long begin = trees.getSourcePositions().getStartPosition(unit, part);
        return name + ":" + unit.getLineMap().getLineNumber(begin);
    }
}
