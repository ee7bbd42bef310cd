"""Puts a bundle of a test on top of the product, which stays as it is."""

import glob
import os
import subprocess

import product

PROBES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "probe")
BUNDLES = f"{product.FOLDER}/configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"


def install(name, packages):
    """Compiles probe/NAME.java into a bundle; returns the JVM options with which the product contains it."""
    folder = os.path.join(product.WORK, name)
    classes = os.path.join(folder, "classes")
    os.makedirs(classes)
    tools = os.path.dirname(product.JAVA)
    bundles = [path for part in ("org.eclipse.osgi_", "org.keyhopper.") for path in glob.glob(f"{product.FOLDER}/plugins/{part}*.jar")]
    subprocess.run([f"{tools}/javac", "-proc:none", "-nowarn", "-d", classes, "-cp", ":".join(bundles), f"{PROBES}/{name}.java"], check=True)
    manifest = os.path.join(folder, "manifest")
    with open(manifest, "w", encoding="utf-8") as file:
        file.write("Bundle-ManifestVersion: 2\nBundle-SymbolicName: probe\nBundle-Version: 1.0.0\n")
        file.write(f"Bundle-Activator: {name}\nImport-Package: {','.join(packages)}\n")
    jar = os.path.join(folder, "probe.jar")
    subprocess.run([f"{tools}/jar", "-cfm", jar, manifest, "-C", classes, "."], check=True)
    listed = os.path.join(folder, "bundles.info")
    with open(BUNDLES, encoding="utf-8") as original, open(listed, "w", encoding="utf-8") as file:
        file.write(original.read().replace(",plugins/", f",file:{product.FOLDER}/plugins/"))
        file.write(f"probe,1.0.0,file:{jar},4,true\n")
    return f"-Dorg.eclipse.equinox.simpleconfigurator.configUrl=file:{listed}"
