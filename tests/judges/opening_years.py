"""Python's zoneinfo walks two years minute by minute and says when a place is open; our program must say the same.

It knows nothing of moments at which a clock is put forward or back: it looks at the clock on the wall each minute. A span of a
day lasts from the first minute at which that clock stands in it to the last.
"""
import datetime
import json
import pathlib
import subprocess
import sys
import zoneinfo

program, vectors = sys.argv[1], pathlib.Path(sys.argv[2])
BEGIN = datetime.datetime(2026, 1, 1, 12, tzinfo=datetime.timezone.utc)
END = datetime.datetime(2028, 1, 1, 12, tzinfo=datetime.timezone.utc)
DAY = datetime.timedelta(days=1)


def minute_of(text):
    return int(text[:2]) * 60 + int(text[3:])


def spans_on(schedule, day):
    """In the order in which they stand over each other: closure, exception of the place, own week, week of the place."""
    iso = day.isoformat()
    if any(first <= iso <= last for first, last in schedule["closures"]):
        spans = []
    elif schedule["place"] and iso in schedule["place"]["exceptions"]:
        spans = schedule["place"]["exceptions"][iso]
    elif str(day.weekday()) in schedule["own"]:
        spans = schedule["own"][str(day.weekday())]
    elif schedule["place"]:
        spans = schedule["place"]["week"][day.weekday()]
    else:
        spans = ["00:00-24:00"]
    return [(minute_of(span[:5]), minute_of(span[6:])) for span in spans]


def walk(schedule):
    """Every minute that is open, as minutes since BEGIN."""
    zone = zoneinfo.ZoneInfo(schedule["zone"])
    start, minutes = BEGIN - DAY, int((END - BEGIN + 2 * DAY).total_seconds() // 60)
    seen = {}  # (day, span) -> first and last minute at which the wall clock stands in it
    today, spans = None, []
    for minute in range(minutes):
        wall = (start + datetime.timedelta(minutes=minute)).astimezone(zone)
        if wall.date() != today:
            today, spans = wall.date(), spans_on(schedule, wall.date())
        of_day = wall.hour * 60 + wall.minute
        for span in spans:
            if span[0] <= of_day < span[1]:
                first, _ = seen.get((today, span), (minute, minute))
                seen[today, span] = (first, minute)
    open_minutes = bytearray(minutes)
    for first, last in seen.values():
        open_minutes[first : last + 1] = b"\1" * (last + 1 - first)
    skip = int(DAY.total_seconds() // 60)
    return open_minutes[skip:-skip]


def changes(open_minutes):
    lines, before = [], None
    for minute, is_open in enumerate(open_minutes):
        if is_open != before:
            at = BEGIN + datetime.timedelta(minutes=minute)
            lines.append(f"{at:%Y-%m-%dT%H:%M:%SZ} {'open' if is_open else 'closed'}")
        before = is_open
    return lines


failed, judged = 0, 0
for number, schedule in enumerate(json.loads(vectors.read_text("utf-8"))):
    ran = subprocess.run([program, str(vectors), str(number)], capture_output=True, text=True, timeout=120)
    ours, theirs = ran.stdout.splitlines(), changes(walk(schedule))
    judged += len(theirs)
    agrees = ran.returncode == 0 and ours == theirs
    print(f"{'agrees' if agrees else 'DIFFERS'}: {schedule['name']} ({schedule['zone']}, {len(theirs)} changes)")
    if not agrees:
        failed += 1
        print(ran.stderr[:2000], file=sys.stderr)
        for line in sorted(set(ours) ^ set(theirs))[:20]:
            print(f"  only {'ours' if line in ours else 'zoneinfo'}: {line}", file=sys.stderr)
if judged < 2000:
    failed += 1
    print(f"too little was judged: {judged} changes", file=sys.stderr)
sys.exit(1 if failed else 0)
