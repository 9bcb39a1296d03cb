"""A JSON Schema validator that knows nothing of our code judges the examples and the mistakes."""
import datetime
import json
import pathlib
import sys
import tomllib

import jsonschema

root = pathlib.Path(sys.argv[1])


def plain(value):
    """TOML as an editor shows it to a schema: days and times are texts."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return value


schema = json.loads((root / "config/instellingen.schema.json").read_text("utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
judge = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
wrong = []

examples = [root / "config" / name for name in ("kiosk.toml", "gemeente.toml", "alle-sleutels.toml")]
examples += sorted((root / "config/gebieden").glob("*.toml")) + sorted((root / "config/plekken").glob("*.toml"))
for example in examples:
    text = example.read_text("utf-8")
    named = text.splitlines()[0].removeprefix("#:schema ")
    if (example.parent / named).resolve() != (root / "config/instellingen.schema.json").resolve():
        wrong.append(f"{example}: the first line does not lead to the schema")
    for error in judge.iter_errors(plain(tomllib.loads(text))):
        wrong.append(f"{example}: {error.json_path}: {error.message}")

mistakes = json.loads((root / "tests/vectors/settings_mistakes.json").read_text("utf-8"))
refused = 0
for mistake in mistakes:
    refuses = not judge.is_valid(plain(tomllib.loads(mistake["toml"])))
    refused += refuses
    if refuses != (mistake["schema"] == "refuses"):
        wrong.append(f"the schema {'refuses' if refuses else 'lets pass'}: {mistake['toml']}")

if len(examples) < 18 or refused < 30:
    wrong.append(f"too little was judged: {len(examples)} examples, {refused} mistakes refused")
print(f"{len(examples)} examples are right, {refused} of {len(mistakes)} mistakes are refused by the schema too")
for line in wrong:
    print(line, file=sys.stderr)
sys.exit(1 if wrong else 0)
