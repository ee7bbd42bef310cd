import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.jdt.core.JavaCore;
import org.eclipse.jdt.launching.JavaRuntime;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Does in an Eclipse without windows what "Import existing projects" does: takes every project below the folder of the property "import.from" into
 * the workspace and builds them all. Writes a line for each to the file of "import.out": "project NAME", "error WHERE WHAT", and for the project
 * of "import.test" the class path with which it would start a test: "classpath PATHS". Then it starts Rehearsal.launch, and writes the title of
 * the window that opens, "window TITLE", and what was printed: "printed LINE". The last line is "done".
 */
public final class Import implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        new Thread(this::work, "import").start();
    }

    @Override
    public void stop(BundleContext context) {}

    private void work() {
        try (var out = new PrintStream(System.getProperty("import.out"), StandardCharsets.UTF_8)) {
            var workspace = ResourcesPlugin.getWorkspace();
            var description = workspace.getDescription();
            description.setAutoBuilding(false);
            workspace.setDescription(description);
            for (var project : open(workspace)) {
                out.println("project " + project.getName());
            }
            workspace.build(IncrementalProjectBuilder.FULL_BUILD, new NullProgressMonitor());
            errors(workspace).forEach(out::println);
            out.println("classpath " + classpath(workspace, System.getProperty("import.test")));
            started(workspace).forEach(out::println);
            out.println("done");
        } catch (Exception | LinkageError e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
        Runtime.getRuntime().halt(0);
    }

    private static List<IProject> open(IWorkspace workspace) throws Exception {
        var found = new ArrayList<IProject>();
        try (var folders = Files.list(Path.of(System.getProperty("import.from")))) {
            for (var folder : folders.sorted().toList()) {
                var path = org.eclipse.core.runtime.Path.fromOSString(folder.resolve(".project").toString());
                var description = workspace.loadProjectDescription(path);
                var project = workspace.getRoot().getProject(description.getName());
                project.create(description, null);
                project.open(null);
                found.add(project);
            }
        }
        return found;
    }

    private static List<String> errors(IWorkspace workspace) throws CoreException {
        var found = new ArrayList<String>();
        for (var marker : workspace.getRoot().findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_INFINITE)) {
            if (marker.getAttribute(IMarker.SEVERITY, -1) == IMarker.SEVERITY_ERROR) {
                var where = marker.getResource().getFullPath() + ":" + marker.getAttribute(IMarker.LINE_NUMBER, 0);
                found.add("error " + where + " " + marker.getAttribute(IMarker.MESSAGE, ""));
            }
        }
        return found;
    }

    private static List<String> started(IWorkspace workspace) throws Exception {
        var file = workspace.getRoot().getProject("org.keyhopper.app").getFile("Rehearsal.launch");
        var configuration = DebugPlugin.getDefault().getLaunchManager().getLaunchConfiguration(file);
        var launch = configuration.launch(ILaunchManager.RUN_MODE, new NullProgressMonitor());
        try {
            var search = new ProcessBuilder("timeout", "90", "xdotool", "search", "--sync", "--onlyvisible", "--name", "^Keyhopper", "getwindowname");
            var found = new ArrayList<String>();
            found.add("window " + new String(search.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
            var printed = launch.getProcesses()[0].getStreamsProxy().getOutputStreamMonitor().getContents();
            printed.lines().map(line -> "printed " + line).forEach(found::add);
            return found;
        } finally {
            launch.terminate();
        }
    }

    private static String classpath(IWorkspace workspace, String project) throws CoreException {
        var java = JavaCore.create(workspace.getRoot().getProject(project));
        return String.join(":", JavaRuntime.computeDefaultRuntimeClassPath(java));
    }
}
