#!/bin/bash
# Imports a fresh copy of the sources into an Eclipse without windows, builds all of it, starts the rehearsal with what was built there, and runs one
# test class. Started by test_ide_import.py.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
product=${KEYHOPPER_PRODUCT:-$("$root/releng/build")}
JAVA_HOME=$("$root/releng/jdk")
export JAVA_HOME
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TESTED=org.keyhopper.core TEST=org.keyhopper.architecture.DependencyTest

(cd "$root" && tar -c --exclude=target --exclude=bin pom.xml .mvn .gitignore bundles features product releng) | tar -x -C "$work"
find "$work/bundles" -maxdepth 2 \( -name .project -o -name .classpath -o -name .settings \) -exec rm -rf {} +
built=$work/product/org.keyhopper.product/target/products/org.keyhopper.product/linux/gtk
mkdir -p "$built"
ln -s "$product" "$built/x86_64"
# A change that only the editor has compiled.
sed -i 's/Display display = Display.getDefault();/&\n        System.out.println("from the editor");/' \
    "$work/bundles/org.keyhopper.app/src/main/java/org/keyhopper/app/internal/WorkbenchLifeCycle.java"
"$work/releng/ide"

mvn -B -ntp -q -f "$here/pom.xml" dependency:copy-dependencies -DoutputDirectory="$work/eclipse" >&2
mkdir "$work/classes" "$work/configuration"
cp "$product"/plugins/org.eclipse.{osgi,equinox,core}*.jar "$product"/plugins/com.sun.jna*.jar "$product"/plugins/org.{osgi,apache.felix,objectweb}*.jar "$work/eclipse"
rm -f "$work"/eclipse/org.eclipse.{equinox.{p2,launcher,frameworkadmin,simpleconfigurator,security},osgi.compatibility}*.jar
console=$(echo "$work"/eclipse/junit-platform-console-standalone-*.jar)
mv "$console" "$work/console.jar"

"$JAVA_HOME/bin/javac" -proc:none -nowarn -d "$work/classes" -cp "$(echo "$work"/eclipse/*.jar | tr ' ' ':')" "$here/Import.java"
cat >"$work/manifest" <<'END'
Bundle-ManifestVersion: 2
Bundle-SymbolicName: import
Bundle-Version: 1.0.0
Bundle-Activator: Import
Import-Package: org.osgi.framework
Require-Bundle: org.eclipse.core.runtime,org.eclipse.core.resources,org.eclipse.debug.core,org.eclipse.jdt.core,org.eclipse.jdt.launching
END
"$JAVA_HOME/bin/jar" -cfm "$work/import.jar" "$work/manifest" -C "$work/classes" .

framework=$(echo "$work"/eclipse/org.eclipse.osgi_*.jar)
{
    echo "osgi.bundles.defaultStartLevel=4"
    printf 'osgi.bundles='
    for jar in "$work"/eclipse/*.jar; do
        case ${jar##*/} in
        org.eclipse.osgi_*) continue ;;

        org.apache.felix.scr*|org.eclipse.equinox.common*) level=@2:start ;;
        org.eclipse.core.runtime*|org.eclipse.equinox.registry*|org.eclipse.equinox.preferences*|org.eclipse.core.*|org.eclipse.jdt.*|org.eclipse.debug.*) level=@4:start ;;
        *) level= ;;
        esac
        printf 'reference:file:%s%s,' "$jar" "$level"
    done
    echo "reference:file:$work/import.jar@5:start"
    echo "osgi.startLevel=6"
    echo "eclipse.ignoreApp=true"
    echo "osgi.noShutdown=true"
} >"$work/configuration/config.ini"
timeout 600 xvfb-run -a -s "-screen 0 1280x800x24" env NO_AT_BRIDGE=1 "$JAVA_HOME/bin/java" -Dimport.from="$work/bundles" -Dimport.out="$work/found" -Dimport.test=$TESTED -jar "$framework" \
    -configuration "$work/configuration" -data "$work/workspace" -consoleLog >"$work/log" 2>&1 || true
grep -qs '^done' "$work/found" || { cat "$work/log" "$work"/workspace/.metadata/.log; exit 1; } >&2

echo "$(grep -c '^project ' "$work/found") projects imported, $(grep -c '^error ' "$work/found" || true) errors"
if grep '^error ' "$work/found"; then
    exit 1
fi
[ "$(grep -c '^project ' "$work/found")" -eq "$(ls "$root"/bundles/*/pde.bnd | wc -l)" ]
for line in "window Keyhopper" "printed from the editor"; do
    grep "^$line" "$work/found" || { echo "Rehearsal.launch: no $line"; grep "^window\|^printed" "$work/found"; cat "$work/log"; exit 1; } >&2
done
cd "$work/bundles/$TESTED"
"$JAVA_HOME/bin/java" -jar "$work/console.jar" execute --disable-banner --details=summary \
    --class-path "$(sed -n 's/^classpath //p' "$work/found")" --select-class "$TEST"
