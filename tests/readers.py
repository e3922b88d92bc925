#!/usr/bin/env python3
"""Reads the shipped files, and a hundred written ones, with the YAML readers that people use, and compares.

    pip install pyyaml ruamel.yaml
    cargo build && tests/readers.py [PROGRAM]

Every text that the program writes must be the same text for PyYAML (YAML 1.1), for ruamel (YAML 1.2) and, where node
and js-yaml are there, for JavaScript. A shipped file must be read by all of them, with the same texts.
"""
import itertools, json, os, pathlib, shutil, subprocess, sys, tempfile

import ruamel.yaml
import yaml

HERE = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = sys.argv[1] if len(sys.argv) > 1 else str(HERE / "target/debug/arrimage")


class Texts(yaml.SafeLoader):
    """PyYAML as it is: YAML 1.1."""


def pyyaml(text):
    return yaml.load(text, Loader=Texts)


def ruamel_12(text):
    return ruamel.yaml.YAML(typ="safe", pure=True).load(text)


def javascript(text):
    script = "const y=require('js-yaml');process.stdout.write(JSON.stringify(y.load(require('fs').readFileSync(0,'utf8'))))"
    return json.loads(subprocess.run(["node", "-e", script], input=text, capture_output=True, text=True, check=True).stdout)


def readers():
    found = {"PyYAML": pyyaml, "ruamel": ruamel_12}
    try:
        javascript("a: 1")
        found["js-yaml"] = javascript
    except (OSError, subprocess.CalledProcessError):
        pass
    return found


# Texts that one reader or another takes for something else.
STARTS = ["", "? ", "- ", ": ", "# ", "! ", "& ", "* ", "% ", "@ ", "` ", "> ", "| ", "' ", '" ', "{", "[", "]", "}", ", "]
BODIES = ["oui", "a: b", "a #b", "a:", "a?", "?", ":", "-", "~", "null", "Null", "true", "Yes", "no", "on", "Off", "y", "N",
          "2026-11-26", "12", "012", "0o14", "0x1F", "1_000", "1e3", ".5", ".inf", ".NaN", "12:30", "1:30:45", "2026-11-26",
          "2026-11-26T08:00:00Z", "2026-12-01", "=", "<<", "a\tb", " a", "a ", "l'été", "dit « oui »", "un\ndeux", "un\n\n  deux\n", "\\n",
          "é", "🎉", "a\u00a0b", "a\u2028b", "---", "...", "%YAML", "a, b", "[a]", "{a: 1}", "a]", '"a" b', "'a' b"]


def run(*arguments, **more):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, **more)


def differences(text, expected, where):
    for name, read in readers().items():
        try:
            got = read(text)
        except Exception as error:  # Whatever a reader raises is a difference.
            yield f"{where}: {name} does not read it: {str(error).splitlines()[0]}"
            continue
        value = expected(got)
        if value is not None:
            yield f"{where}: {name}: {value}"


def main():
    wrong = []
    shipped = sorted(itertools.chain(HERE.glob("plans/**/*.yaml"), HERE.glob("themes/*.yaml")))
    for path in shipped:
        text = path.read_text("utf-8")
        mine = ruamel_12(text)
        same = lambda got: None if str_of(got) == str_of(mine) else "other texts than ruamel"
        wrong += differences(text, same, path.relative_to(HERE))
    written = 0
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "ARRIMAGE_DOSSIERS": home}
        school = pathlib.Path(home) / "ecole"
        shutil.copytree(HERE / "plans/demo", school)
        texts = dict.fromkeys([start + body for start in STARTS for body in BODIES][::17] + BODIES + STARTS[1:])
        # The command reads a bracket as a list, as its users write one.
        for at, said in enumerate(said for said in texts if said.strip() and not said.startswith("[")):
            # Some fields have a value, in quotes or not; others are written for the first time.
            if at % 3 == 0:
                shutil.copy(HERE / "plans/demo/suivi.yaml", school / "suivi.yaml")
            for path, find in [
                ("n01.objectif", lambda got: got["personnes"][0].get("objectif")),
                ("n01.prochaine_action.quoi", lambda got: got["personnes"][0]["prochaine_action"].get("quoi")),
            ]:
                done = run("modifier", str(school), "suivi", path, said, env=environment)
                if done.returncode:
                    wrong.append(f"{said!r}: {done.stderr.strip()}")
                    continue
                written += 1
                mine = json.loads(run("montrer", str(school), "tableau", "--format", "json", env=environment).stdout)
                kept = mine[0]["objectif"] if path == "n01.objectif" else mine[0]["prochaine_action"]["quoi"]
                same = lambda got: None if find(got) == kept else f"{find(got)!r} instead of {kept!r}"
                wrong += differences((school / "suivi.yaml").read_text("utf-8"), same, f"{path} {said!r}")
    print(f"{len(shipped)} shipped files, {written} texts written, read by {', '.join(readers())}: {len(wrong)} differences")
    print("\n".join(wrong[:60]))
    sys.exit(bool(wrong))


def str_of(value):
    """A value with its keys and texts, whatever the types of its numbers and dates."""
    if isinstance(value, dict):
        return {str(key): str_of(item) for key, item in value.items()}
    if isinstance(value, list):
        return [str_of(item) for item in value]
    return None if value is None else str(value) if isinstance(value, str) else type(value).__name__ != "str"


if __name__ == "__main__":
    main()
