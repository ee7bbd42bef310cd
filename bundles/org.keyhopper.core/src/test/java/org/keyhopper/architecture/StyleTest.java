package org.keyhopper.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** The house rules that a machine can check. */
class StyleTest {

    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 60;
    private static final int MOST_PARAMETERS = 7;
    private static final int MOST_METHODS = 7;
    private static final Set<String> SDK =
            Set.of("api", "directory.support", "printer.support", "rehearsal", "testkit", "transport.support");
    private static final Pattern EMPTY_WORDS = Pattern.compile(".*(Manager|Utils?|Helper|Impl|Misc|Common)");
    private static final Pattern FIRST_TYPE = Pattern.compile("\\.[A-Z]");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");

    @Test
    void noFileIsTooLong() {
        assertNone(Sources.all().stream()
                .filter(file -> file.lines() > LONGEST_FILE)
                .map(file -> file.name() + " has " + file.lines() + " lines")
                .toList());
    }

    @Test
    void noMethodIsTooLong() {
        assertNone(everywhere((file, wrong) -> new Methods(method -> {
            if (file.linesOf(method) > LONGEST_METHOD) {
                wrong.add(file.at(method) + " " + method.getName() + " has " + file.linesOf(method) + " lines");
            }
        })));
    }

    @Test
    void noConstructorTakesTooMuch() {
        assertNone(everywhere((file, wrong) -> new Methods(method -> {
            if (method.getReturnType() == null && method.getParameters().size() > MOST_PARAMETERS) {
                wrong.add(file.at(method) + " takes " + method.getParameters().size());
            }
        })));
    }

    /**
     * Authors of drivers and connectors implement interfaces and abstract classes of the SDK. Methods with a default count
     * too: a class that wraps an implementation has to pass them on.
     */
    @Test
    void noTypeThatAuthorsImplementHasTooManyMethods() {
        assertNone(everywhere((file, wrong) -> new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void nothing) {
                long methods = type.getMembers().stream()
                        .filter(member -> isToImplement(type, member))
                        .count();
                if (SDK.contains(file.bundle()) && methods > MOST_METHODS) {
                    wrong.add(file.at(type) + " " + type.getSimpleName() + " has " + methods + " methods");
                }
                return super.visitClass(type, nothing);
            }
        }));
    }

    private static boolean isToImplement(ClassTree type, Tree member) {
        return member instanceof MethodTree method
                && (type.getKind() == Tree.Kind.INTERFACE
                        ? !method.getModifiers().getFlags().contains(Modifier.STATIC)
                        : method.getModifiers().getFlags().contains(Modifier.ABSTRACT));
    }

    @Test
    void noTypeHasANameThatSaysNothing() {
        assertNone(everywhere((file, wrong) -> new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void nothing) {
                if (EMPTY_WORDS.matcher(type.getSimpleName()).matches()) {
                    wrong.add(file.at(type) + " " + type.getSimpleName());
                }
                return super.visitClass(type, nothing);
            }
        }));
    }

    @Test
    void nothingThatIsCaughtIsSwallowed() {
        assertNone(everywhere((file, wrong) -> new TreeScanner<Void, Void>() {
            @Override
            public Void visitCatch(CatchTree caught, Void nothing) {
                if (caught.getBlock().getStatements().isEmpty()) {
                    wrong.add(file.at(caught) + " catches and does nothing");
                }
                return super.visitCatch(caught, nothing);
            }
        }));
    }

    @Test
    void anInterruptionIsPassedOn() {
        assertNone(everywhere((file, wrong) -> new Methods(method -> {
            String body = String.valueOf(method.getBody());
            boolean caught = body.contains("catch (InterruptedException");
            if (caught && !body.contains("interrupt()") && !body.contains("throw ")) {
                wrong.add(file.at(method) + " swallows an interruption");
            }
        })));
    }

    /** The log file's own failure has nowhere else to go. */
    @Test
    void onlyProgramsWriteToTheConsole() {
        Set<String> programs = Set.of("host", "logging");
        assertNone(everywhere((file, wrong) -> new TreeScanner<Void, Void>() {
            @Override
            public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
                // Printing every expression would take seconds.
                boolean stream = select.getIdentifier().contentEquals("out")
                        || select.getIdentifier().contentEquals("err");
                boolean console = stream && select.getExpression().toString().equals("System");
                if (console && !programs.contains(file.bundle()) && !file.name().endsWith("Main.java")) {
                    wrong.add(file.at(select) + " uses " + select);
                }
                return super.visitMemberSelect(select, nothing);
            }
        }));
    }

    @Test
    void noStackTraceGoesToTheConsole() {
        assertNone(Sources.all().stream()
                .filter(file -> file.text().contains(".printStackTrace()"))
                .map(SourceFile::name)
                .toList());
    }

    @Test
    void nothingIsLeftUnfinished() {
        assertNone(Sources.all().stream()
                .filter(file -> UNFINISHED.matcher(file.text()).find())
                .map(SourceFile::name)
                .toList());
    }

    @Test
    void everyPackageIsDescribed() {
        Set<String> described = Sources.all().stream()
                .filter(file -> file.isPackageInfo() && file.text().contains("/**"))
                .map(SourceFile::packageName)
                .collect(Collectors.toSet());
        assertNone(Sources.all().stream()
                .map(SourceFile::packageName)
                .distinct()
                .filter(name -> !described.contains(name))
                .toList());
    }

    @Test
    void everyPackageForOthersIsExportedWithAVersionAndNoOtherIs() {
        Set<String> exported = Sources.all().stream()
                .filter(SourceFile::isPackageInfo)
                .filter(file ->
                        file.text().contains("bundle.Export") && file.text().contains("versioning.Version(\""))
                .map(SourceFile::packageName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> wanted = usedByOthers();
        Set<String> hidden = new TreeSet<>(wanted);
        hidden.removeAll(exported);
        assertEquals(Set.of(), hidden, "used by other bundles, but not exported");
        assertNone(exported.stream().filter(name -> name.contains(".internal")).toList());
    }

    private static Set<String> usedByOthers() {
        Map<String, Set<String>> bundles = Sources.all().stream()
                .collect(Collectors.groupingBy(
                        SourceFile::packageName, Collectors.mapping(SourceFile::bundle, Collectors.toSet())));
        Set<String> used = new TreeSet<>();
        for (SourceFile file : Sources.all()) {
            for (String line : file.imports()) {
                packageOf(line)
                        .filter(name -> bundles.getOrDefault(name, Set.of()).stream()
                                .anyMatch(bundle -> !bundle.equals(file.bundle())))
                        .ifPresent(used::add);
            }
        }
        return used;
    }

    /** Returns what stands before the first name of a type. */
    private static Optional<String> packageOf(String line) {
        Matcher type = FIRST_TYPE.matcher(line);
        return type.find() ? Optional.of(line.substring(0, type.start())) : Optional.empty();
    }

    private static List<String> everywhere(Check check) {
        List<String> wrong = new ArrayList<>();
        Sources.all().forEach(file -> check.of(file, wrong).scan(file.unit(), null));
        return wrong;
    }

    private static void assertNone(List<String> wrong) {
        assertEquals(List.of(), wrong);
    }

    /** Makes the scanner that notes what is wrong with a file. */
    private interface Check {
        TreeScanner<Void, Void> of(SourceFile file, List<String> wrong);
    }

    /** Looks at the methods and constructors. */
    private static final class Methods extends TreeScanner<Void, Void> {

        private final Consumer<MethodTree> look;
        private boolean inRecord;

        Methods(Consumer<MethodTree> look) {
            this.look = look;
        }

        /** A record's canonical constructor takes what the record consists of. */
        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            boolean outer = inRecord;
            inRecord = type.getKind() == Tree.Kind.RECORD;
            super.visitClass(type, nothing);
            inRecord = outer;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (!inRecord || method.getReturnType() != null) {
                look.accept(method);
            }
            return super.visitMethod(method, nothing);
        }
    }
}
