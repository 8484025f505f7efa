#!/usr/bin/env python3
"""Would a test notice? Changes one place of a room at a time, in a copy, and runs the tests of the room.

  mutate.py ROOM TEST… [--number N] [--seed S] [--jobs J]      e.g. mutate.py exchange exchange --number 40

ROOM is a folder of src/, with what is below it; TEST a folder of tests/. A change turns a comparison (< and <=, == and !=),
a bound (by one), a sign, an `and`, or drops a statement. It is killed where a test fails, crashes or takes ten times as long
as on the code as it is; what does not compile is no change and not counted. Survivors are listed with line and change: each
is a missing test, or code that makes no difference.
Builds once in the copy, then a file and its tests for each change: about a minute for each."""
import argparse, pathlib, random, re, shutil, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Operators stand between blanks in laid out code, template brackets do not.
TURNS = {" < ": (" <= ", " > "), " <= ": (" < ",), " > ": (" >= ", " < "), " >= ": (" > ",), " == ": (" != ",), " != ": (" == ",),
         " && ": (" || ",), " || ": (" && ",), " + 1": ("", " + 2"), " - 1": ("", " - 2"), " + ": (" - ",), " - ": (" + ",),
         "(!": ("(",), "++": ("--",)}
STATEMENT = re.compile(r"^\s+(?!return|using|const |auto |static |throw|break|continue|case|else|delete|goto)"
                       r"[a-z][\w.\->\[\]]*(\(.*\)| [+\-|&]?= [^;{]*);$")


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


def copied(into):
    names = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    for name in filter(None, names):
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, into / name)


class Copy:
    def __init__(self, root, tests, jobs):
        self.root, self.tests, self.jobs = root, [f"test_{test}" for test in tests], jobs
        copied(root)
        subprocess.run(["cmake", "--preset", "release", "-DSTASIS_TESTS=ON"], cwd=root, check=True, stdout=subprocess.DEVNULL)
        if not self.builds():
            sys.exit("the copy does not build")
        began = time.monotonic()
        if not self.passes(3600):
            sys.exit("the tests fail without any change")
        self.patience = 10 + 10 * (time.monotonic() - began)

    def builds(self):
        return subprocess.run(["ninja", "-C", "build", f"-j{self.jobs}", *self.tests], cwd=self.root, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL).returncode == 0

    def passes(self, seconds):
        for test in self.tests:
            try:
                run = subprocess.run([f"build/tests/{test}", "--gtest_fail_fast", "--gtest_brief=1"], cwd=self.root, timeout=seconds,
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            except subprocess.TimeoutExpired:
                return False
            if run.returncode != 0:
                return False
        return True

    def outcome(self, path, number, line):
        """'killed', 'survived', or 'no code' where it does not compile."""
        at = self.root / path
        before = at.read_text()
        lines = before.splitlines()
        lines[number] = line
        at.write_text("\n".join(lines) + "\n")
        try:
            if not self.builds():
                return "no code"
            return "survived" if self.passes(self.patience) else "killed"
        finally:
            at.write_text(before)


def main():
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("room")
    given.add_argument("tests", nargs="+")
    given.add_argument("--number", type=int, default=40)
    given.add_argument("--seed", type=int, default=1)
    given.add_argument("--jobs", type=int, default=2)
    args = given.parse_args()
    files = sorted((ROOT / "src" / args.room).rglob("*.cpp"))
    if not files:
        sys.exit(f"src/{args.room} has no sources")
    every = [(file.relative_to(ROOT), *change) for file in files for change in changes(file)]
    random.Random(args.seed).shuffle(every)
    counts = {"killed": 0, "survived": 0, "no code": 0}
    with tempfile.TemporaryDirectory() as folder:
        copy = Copy(pathlib.Path(folder), args.tests, args.jobs)
        for path, number, line in every:
            if counts["killed"] + counts["survived"] == args.number:
                break
            found = copy.outcome(path, number, line)
            counts[found] += 1
            if found == "survived":
                was = (ROOT / path).read_text().splitlines()[number].strip()
                print(f"{path}:{number + 1}\n  was  {was}\n  now  {line.strip() or '(nothing)'}", flush=True)
    tried = counts["killed"] + counts["survived"]
    print(f"src/{args.room}: {counts['killed']} of {tried} killed ({len(every)} places; {counts['no code']} did not compile)")


if __name__ == "__main__":
    main()
