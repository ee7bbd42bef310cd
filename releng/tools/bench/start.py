"""How long the window takes to be usable, beside an empty product. Started by start.sh."""

import argparse
import glob
import os
import re
import shutil
import statistics
import subprocess
import time

# What a window with one label does not need of the platform. That the rest resolves is seen when it starts.
SURPLUS = re.compile(
    r"org\.keyhopper|org\.eclipse\.equinox\.p2|org\.eclipse\.ecf|org\.eclipse\.equinox\.(frameworkadmin|security|concurrent)|"
    r"org\.eclipse\.equinox\.simpleconfigurator\.manipulator|org\.sat4j|org\.tukaani|"
    r"bcp|bcutil|com\.fasterxml|tools\.jackson|com\.github\.librepdf|com\.google|io\.leangen|org\.apache\.commons\.commons-[cl]|org\.apache\.pdfbox|"
    r"org\.jspecify|org\.postgresql|org\.xerial|picocli|wrapped\."
)
CONTROL = "requests.provision"
PATIENCE = 120


class Installed:
    """A product with the probe in it."""

    def __init__(self, name, folder, work, control):
        self.name = name
        self.folder = folder
        self.home = os.path.join(work, name + "-home")
        self.out = os.path.join(work, name + "-out")
        self.control = [f"-Dprobe.control={control}"] if control else []
        os.makedirs(self.home)

    def start(self, memory=None, end=subprocess.Popen.kill, extra=()):
        """Starts it, waits until it is usable, and ends it; returns {word: (milliseconds, processor milliseconds)}."""
        if os.path.exists(self.out):
            os.remove(self.out)
        log = open(os.path.join(self.home, "said"), "wb")
        flags = [f"-Dprobe.out={self.out}", f"-Dprobe.start={time.time_ns() // 1_000_000}", *self.control, *extra]
        process = self.process(flags, log)
        try:
            told = self.told(process)
            if memory is not None:
                time.sleep(2)
                memory.append(resident(process.pid))
            return told
        finally:
            end(process)
            process.wait()
            log.close()

    def process(self, flags, log):
        environment = {**os.environ, "KEYHOPPER_HOME": self.home, "KEYHOPPER_JAVA_OPTIONS": " ".join(flags)}
        return subprocess.Popen([os.path.join(self.folder, "keyhopper")], env=environment, stdout=log, stderr=log)

    def told(self, process):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and process.poll() is None:
            time.sleep(0.05)
            if os.path.exists(self.out):
                with open(self.out) as file:
                    told = {word: (int(wall), int(cpu)) for word, wall, cpu in (line.split() for line in file)}
                if "usable" in told:
                    return told
        with open(os.path.join(self.home, "said")) as file:
            raise SystemExit(f"{self.name} did not become usable: {file.read()}")

    def use(self):
        """Opens and closes it as a user does; Java then writes the archive of its classes, and the framework what it remembers."""
        self.start(end=lambda process: process.wait(PATIENCE), extra=["-Dprobe.close=true"])

    def forget(self):
        """As after installing."""
        shutil.rmtree(os.path.join(self.home, ".eclipse"), ignore_errors=True)

    def cool(self, java):
        """Asks the system to put its files out of memory, which it does with those that nobody else uses."""
        for root in (self.folder, self.home, java):
            for file in glob.glob(root + "/**", recursive=True, include_hidden=True):
                if os.path.isfile(file):
                    descriptor = os.open(file, os.O_RDONLY)
                    os.fsync(descriptor)
                    os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
                    os.close(descriptor)


class Untuned(Installed):
    """A product that Java starts as Eclipse exports it: without our start script, its options and the archive of classes."""

    def __init__(self, name, folder, work, java):
        super().__init__(name, folder, work, None)
        self.java = os.path.join(java, "bin/java")

    def process(self, flags, log):
        (launcher,) = glob.glob(os.path.join(self.folder, "plugins/org.eclipse.equinox.launcher_*.jar"))
        area = os.path.join(self.home, ".eclipse")
        places = ["-configuration", f"{area}/configuration", "-data", f"{area}/desktop", "-product", "empty.product"]
        return subprocess.Popen([self.java, *flags, "-jar", launcher, *places], stdout=log, stderr=log)


def resident(pid):
    """Megabytes: resident, and the share of them that is its own."""
    with open(f"/proc/{pid}/smaps_rollup") as file:
        found = dict(re.findall(r"^(Rss|Pss):\s+(\d+) kB", file.read(), re.MULTILINE))
    return int(found["Rss"]) / 1024, int(found["Pss"]) / 1024


def install(source, target, wanted, extra, level):
    """Copies a product with those bundles only; extra ones are added."""
    shutil.copytree(source, target, symlinks=True)
    info = os.path.join(target, "configuration/org.eclipse.equinox.simpleconfigurator/bundles.info")
    with open(info) as file:
        lines = [line for line in file.read().splitlines() if line.startswith("#") or wanted(line)]
    kept = {line.split(",")[2] for line in lines if not line.startswith("#")}
    for jar in glob.glob(os.path.join(target, "plugins/*.jar")):
        if "plugins/" + os.path.basename(jar) not in kept and "launcher" not in jar:
            os.remove(jar)
    for jar in extra:
        name = os.path.basename(jar)[:-4]
        shutil.copy(jar, os.path.join(target, f"plugins/{name}_1.0.0.jar"))
        lines.append(f"{name},1.0.0,plugins/{name}_1.0.0.jar,{level},false")
    with open(info, "w") as file:
        file.write("\n".join(lines) + "\n")
    return target


def with_probe(arguments, product, name):
    """Copies a product and adds the probe; if its bundles were resolved, they are resolved again with the probe, as the build does it."""
    target = install(product, os.path.join(arguments.work, name), lambda line: True, [os.path.join(arguments.work, "probe.jar")], 5)
    own = os.path.join(target, "jre")
    java = own if os.path.exists(own) else arguments.java
    if os.path.exists(os.path.join(target, "configuration/org.eclipse.osgi")):
        subprocess.run([arguments.resolve, target, os.path.join(java, "bin/java")], check=True, stderr=subprocess.DEVNULL)
    return target


def as_delivered(folder, repository):
    """Puts back what our build does to a product: bundles are as the platform delivers them, and none is resolved."""
    shutil.rmtree(os.path.join(folder, "configuration/org.eclipse.osgi"), ignore_errors=True)
    for jar in glob.glob(os.path.join(folder, "plugins/*.jar")):
        delivered = os.path.join(repository, os.path.basename(jar))
        if os.path.exists(delivered):
            shutil.copy2(delivered, jar)


def products(arguments):
    work = arguments.work
    jar = lambda name: os.path.join(work, name + ".jar")  # noqa: E731
    ours = [Installed("keyhopper", with_probe(arguments, arguments.product, "ours"), work, CONTROL)]
    if arguments.before:
        ours.append(Installed("before", with_probe(arguments, arguments.before, "earlier"), work, CONTROL))
    empty = install(arguments.product, os.path.join(work, "bare"), lambda line: not SURPLUS.match(line), [jar("probe"), jar("empty")], 5)
    as_delivered(empty, arguments.repository)
    script = os.path.join(empty, "keyhopper")
    with open(script) as file:
        text = file.read()
    if "org.keyhopper.app.product" not in text:
        raise SystemExit("The product is started otherwise now.")
    with open(script, "w") as file:
        file.write(text.replace("org.keyhopper.app.product", "empty.product"))
    # The start script keeps no archive of classes in a home whose name has a colon.
    plain = Installed("plain", empty, os.path.join(work, "no:archive"), None)
    return ours, Installed("empty", empty, work, None), plain, Untuned("untuned", empty, work, arguments.java)


def prepare(ours):
    """A directory and a request in the home, so that there is something to press."""
    people = os.path.join(ours.home, "people.csv")
    with open(people, "w") as file:
        file.write("user\n" + "".join(f"person{number}@contoso.example\n" for number in range(20)))
    environment = {**os.environ, "KEYHOPPER_HOME": ours.home, "BENCH_SECRET": "bench"}
    settings = ["--set", "tenant=contoso.example", "--set", "clientId=6f1c2a9e-0b7d-4c55-9d1e-3f2a1b0c9d8e"]
    for command in (
        ["directory", "add", "contoso", "--type", "entra", *settings, "--secret", "clientSecret=env:BENCH_SECRET"],
        ["request", "import", people, "--name", "Bench", "--directory", "contoso"],
    ):
        subprocess.run([os.path.join(ours.folder, "keyhopper"), *command], env=environment, check=True, stdout=subprocess.DEVNULL)


def size(folder):
    return sum(os.path.getsize(file) for file in glob.glob(folder + "/**", recursive=True) if os.path.isfile(file)) / 1e6


def row(name, ours, others, word, index):
    """Prints the median of ours, of each other product, and what ours is to it; medians first, then the least."""
    mine = [told[word][index] for told in ours]
    text = f"{name:<34}{statistics.median(mine):8.0f}{min(mine):8.0f}"
    for other in others:
        theirs = [told[word][index] for told in other]
        ratio = statistics.median(mine) / statistics.median(theirs)
        text += f"{statistics.median(theirs):10.0f}{min(theirs):8.0f}{ratio:9.2f}{min(mine) / min(theirs):8.2f}"
    print(text, flush=True)


def main():
    parser = argparse.ArgumentParser()
    for name in ("product", "work", "java", "repository", "resolve"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--before")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--kinds", nargs="+", default=["first", "cold", "warm"])
    arguments = parser.parse_args()
    ours, *others = products(arguments)
    everything = [*ours, *others]
    for one in ours:
        prepare(one)
    kinds = {"first": lambda one: one.forget(), "cold": lambda one: one.cool(arguments.java), "warm": lambda one: None}
    compared = "".join(f"{other.name:>10}{'least':>8}{'ratio':>9}{'least':>8}" for other in others)
    print(f"{'milliseconds':<34}{'ours':>8}{'least':>8}{compared}")
    memory = {one: [] for one in everything}
    for kind in arguments.kinds:
        ready = kinds[kind]
        results = {one: [] for one in everything}
        if kind != "first":
            for one in everything:
                one.use()
        for number in range(arguments.rounds):
            for one in everything if number % 2 else reversed(everything):
                ready(one)
                results[one].append(one.start(memory[one] if kind == "warm" else None))
        for one in ours:
            which = f"{one.name}: " if len(ours) > 1 else ""
            for index, what in enumerate(("", ", processor")):
                for word in ("painted", "usable"):
                    row(f"{which}{kind}, {word}{what}", results[one], [results[other] for other in others], word, index)
    for one in everything if memory[ours[0]] else ():
        rss, pss = (statistics.median(values) for values in zip(*memory[one]))
        mine = statistics.median(first for first, _ in memory[ours[0]])
        text = f"{size(one.folder):.0f} MB on disk, {rss:.1f} MB resident, {pss:.1f} MB of its own"
        print(f"{one.name}: {text}; ours is {mine / rss:.3f} times as much")
    print("Cold: files were put out of the page cache one by one; those that other processes use stay.")


main()
