#!/usr/bin/env python3
"""Would a test notice? Changes one place of a room at a time and runs the tests of the room.

  mutate.py ROOM TEST… [--number N] [--seed S] [--build FOLDER] [--longest SECONDS] [--only FILE:LINE …]
  e.g. mutate.py exchange exchange --number 70

ROOM is a folder of src/, with what is below it; TEST a folder of tests/ whose program is built in FOLDER (build/ by default).
A change turns a comparison (< and <=, == and !=), a bound (by one), a sign, an `and`, or drops a statement. It is killed
where a test fails, crashes, or takes five seconds and five times the processor time it takes on the code as it is. What does
not compile, and what compiles to the same object file, is no change and not counted. Standard error shows each; survivors
are listed with line and change: each is a missing test, or code that makes no difference.

The sources are never touched: the changed file is compiled elsewhere, and its object stands before the libraries on the link
line of each test program, so that the linker takes its functions in the place of the room's own. That holds for files that
are compiled together too, where FOLDER is compiled with -fPIC: a function that others can see is then called by its name, not
inlined, outside its own file. Short tests run first, then longer ones but those that take more than SECONDS (5). How long
each takes is kept in FOLDER/mutations. Where a test program is named like the folder below ROOM that a file is in, it alone
is run for it."""
import argparse, json, os, pathlib, random, re, resource, shlex, shutil, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Operators stand between blanks in laid out code, template brackets do not.
TURNS = {" < ": (" <= ", " > "), " <= ": (" < ",), " > ": (" >= ", " < "), " >= ": (" > ",), " == ": (" != ",), " != ": (" == ",),
         " && ": (" || ",), " || ": (" && ",), " + 1": ("", " + 2"), " - 1": ("", " - 2"), " + ": (" - ",), " - ": (" + ",),
         "(!": ("(",), "++": ("--",)}
STATEMENT = re.compile(r"^\s+(?!return|using|const |auto |static |throw|break|continue|case|else|delete|goto)"
                       r"[a-z][\w.\->\[\]]*(\(.*\)| [+\-|&]?= [^;{]*);$")
LINKER = "-fuse-ld=" + next((name for name in ("mold", "lld", "gold") if shutil.which(name) or shutil.which("ld." + name)), "bfd")
ROUNDS = (0.1, 0.6)  # seconds; tests that end within the first are in the first round, and so on, all others in the last
MEMORY = 8 << 30  # bytes a test program may take: a change may make it grow without end
RUNS = {**os.environ, "RC_PARAMS": "seed=1987 noshrink=1"}  # the random conflicts of every day; what fails need not be made small


def changes(path):
    """(line number, new line) of every change to a file, comments and includes aside."""
    for number, line in enumerate(path.read_text().splitlines()):
        code = line.split("//")[0]
        if not code.strip() or code.startswith("#") or "template" in code or "operator" in code or '"' in code:
            continue
        for old, news in TURNS.items():
            at = code.find(old)
            while at >= 0:
                for new in news:
                    yield number, line[:at] + new + line[at + len(old):]
                at = code.find(old, at + 1)
        if STATEMENT.match(code.rstrip()):
            yield number, re.match(r"\s*", line)[0] + ";"


def bounded(seconds):
    def bound():
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    return bound


class Program:
    """One test program: its link line, and its tests in rounds with the time of each."""

    def __init__(self, build, test, longest, folder):
        self.build, self.test = build, test
        line = subprocess.run(["ninja", "-C", str(build), "-t", "commands", f"test_{test}"], capture_output=True, text=True,
                              check=True).stdout.strip().split("\n")[-1]
        self.link = shlex.split(line.removeprefix(": && ").split(" && ")[0])
        self.first_library = next(i for i, word in enumerate(self.link) if word.endswith(".a"))
        self.out = folder / f"test_{test}"
        self.link[self.link.index("-o") + 1] = str(self.out)
        program, took = build / "tests" / f"test_{test}", build / "mutations" / f"{test}.json"
        if not took.exists() or took.stat().st_mtime < program.stat().st_mtime:
            subprocess.run([program, "--gtest_brief=1", f"--gtest_output=json:{took}"], cwd=build, check=True,
                           stdout=subprocess.DEVNULL)
        times = [(f"{suite['name']}.{case['name']}", float(case["time"].rstrip("s")))
                 for suite in json.loads(took.read_text())["testsuites"] for case in suite["testsuite"]]
        least = (-1, *ROUNDS)
        most = (*ROUNDS, longest)
        self.rounds = [[each for each in times if least[i] < each[1] <= most[i]] for i in range(len(most))]

    def linked(self, object_file):
        words = self.link[:self.first_library] + [str(object_file)] + self.link[self.first_library:] + [LINKER, "-Wl,-z,muldefs"]
        return subprocess.run(words, cwd=self.build, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0

    def passes(self, which):
        tests = self.rounds[which]
        if not tests:
            return True
        seconds = 5 + 5 * sum(time for _, time in tests)
        try:
            run = subprocess.run([self.out, "--gtest_break_on_failure", "--gtest_brief=1",
                                  "--gtest_filter=" + ":".join(name for name, _ in tests)], cwd=self.build, env=RUNS,
                                 preexec_fn=bounded(seconds), timeout=60 + 10 * seconds, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL)
        except subprocess.TimeoutExpired:
            return False
        return run.returncode == 0


class Room:
    def __init__(self, path, build, tests, longest, optimise, folder):
        self.path, self.build, self.optimise, self.folder = path, build, optimise, folder
        self.tests, self.longest, self.programs = tests, longest, {}
        self.compile = {}
        for each in json.loads((build / "compile_commands.json").read_text()):
            words = self.plainly(shlex.split(each["command"]))
            for member in self.together(pathlib.Path(each["file"])):
                self.compile[member] = [member if word == each["file"] else word for word in words]
        self.headers = {}

    @staticmethod
    def together(file):
        """The sources that are compiled as `file`: those it includes where it was made of several, else itself."""
        return re.findall(r'^#include "(.*)"', file.read_text(), re.M) if "/Unity/" in str(file) else [str(file)]

    def programs_of(self, path):
        """The program named like the folder of `path`, where it is among those given, else all that have the room in them."""
        below = path.parent != self.path
        near = [path.parent.name] if below and path.parent.name in self.tests else self.tests
        for test in near:
            if test not in self.programs:
                self.programs[test] = Program(self.build, test, self.longest, self.folder)
        library = "lib" + "_".join(("stasis", *path.parent.parts[1:])) + ".a"
        return [self.programs[test] for test in near if any(word.endswith(library) for word in self.programs[test].link)]

    def plainly(self, words):
        """Without what hardens or warns, optimised as asked."""
        dropped = ("-W", "-D_FORTIFY", "-U_FORTIFY", "-fstack-", "-fcf-")
        return [f"-O{self.optimise}" if word == "-O3" else word for word in words if not word.startswith(dropped)] + ["-w"]

    def precompiled(self, path):
        """A file of every header that the folder of `path` includes, read once: its sources then compile in a second."""
        if path.parent not in self.headers:
            files = sorted((ROOT / path).parent.glob("*.cpp"))
            includes = sorted({line for file in files for line in file.read_text().splitlines()
                               if line.startswith("#include") and "immintrin" not in line})
            header = self.folder / ("_".join(path.parent.parts) + ".h")
            header.write_text("\n".join(includes) + "\n")
            words = list(self.compile[str(ROOT / path)])
            words[words.index("-o") + 1] = f"{header}.gch"
            words[words.index("-c"):words.index("-c") + 2] = ["-x", "c++-header", str(header)]
            read = subprocess.run(words, cwd=self.build, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            self.headers[path.parent] = ["-include", str(header)] if read.returncode == 0 else []
        return self.headers[path.parent]

    def compiled(self, path, text, into):
        copy = self.folder / path.name
        copy.write_text(text)
        words = [str(copy) if word == str(ROOT / path) else word for word in self.compile[str(ROOT / path)]]
        words[words.index("-o") + 1] = str(into)
        return subprocess.run(words + self.precompiled(path), cwd=self.build, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL).returncode == 0

    def makes_no_difference(self, path, changed):
        """Whether the file as it is compiles to the same code."""
        same = self.folder / "same.o"
        return self.compiled(path, (ROOT / path).read_text(), same) and changed.read_bytes() == same.read_bytes()

    def outcome(self, path, number, line):
        """'killed', 'survived', or 'no code' where it does not compile or is the same code."""
        lines = (ROOT / path).read_text().splitlines()
        lines[number] = line
        text = "\n".join(lines) + "\n"
        changed = self.folder / "changed.o"
        if not self.compiled(path, text, changed):
            return "no code"
        near = self.programs_of(path)
        if not all(program.linked(changed) for program in near):
            return "no code"
        if not all(program.passes(0) for program in near):
            return "killed"
        if self.makes_no_difference(path, changed):
            return "no code"
        return "survived" if all(program.passes(which) for which in range(1, 1 + len(ROUNDS)) for program in near) else "killed"


def chosen(args, files):
    """What is to be tried, in the order of the seed."""
    if args.only:
        places = [(pathlib.Path(file), int(line) - 1) for file, line in (each.rsplit(":", 1) for each in args.only)]
        return [(file, number, line) for file, at in places for number, line in changes(ROOT / file) if number == at]
    every = [(file.relative_to(ROOT), *change) for file in files for change in changes(file)]
    random.Random(args.seed).shuffle(every)
    return every


def main():
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("room")
    given.add_argument("tests", nargs="+")
    given.add_argument("--number", type=int, default=40)
    given.add_argument("--seed", type=int, default=1)
    given.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    given.add_argument("--longest", type=float, default=5)
    given.add_argument("--optimise", type=int, default=0, help="0 where the tests are quick, 1 where they compute much")
    given.add_argument("--only", nargs="+", help="changes of these lines alone, all of them")
    args = given.parse_args()
    files = sorted((ROOT / "src" / args.room).rglob("*.cpp"))
    if not files:
        sys.exit(f"src/{args.room} has no sources")
    every = chosen(args, files)
    counts = {"killed": 0, "survived": 0, "no code": 0}
    with tempfile.TemporaryDirectory() as folder:
        room = Room(pathlib.Path("src", args.room), args.build.resolve(), args.tests, args.longest, args.optimise, pathlib.Path(folder))
        for path, number, line in every:
            if counts["killed"] + counts["survived"] == args.number and not args.only:
                break
            found = room.outcome(path, number, line)
            counts[found] += 1
            print(f"{sum(counts.values())} {found} {path}:{number + 1}", file=sys.stderr, flush=True)
            if found == "survived" or args.only:
                was = (ROOT / path).read_text().splitlines()[number].strip()
                print(f"{path}:{number + 1} {found}\n  was  {was}\n  now  {line.strip() or '(nothing)'}", flush=True)
    tried = counts["killed"] + counts["survived"]
    print(f"src/{args.room}: {counts['killed']} of {tried} killed ({len(every)} places; {counts['no code']} are no change)")


if __name__ == "__main__":
    main()
