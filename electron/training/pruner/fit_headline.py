"""Fits the choice of a headline on the lines that the training program wrote (see index.ts, which calls this).

usage: python3 fit_headline.py FOLDER headline MODEL    (needs numpy and lightgbm, and fit.py beside it)

Prints how often the best line is the annotated title, for texts of sites the model has not seen (three folds), at some
thresholds; then fits on all texts and writes the model.
"""
import json
import sys
import zlib
from pathlib import Path

import lightgbm as lgb
import numpy as np

FOLDER, MODEL = Path(sys.argv[1]), Path(sys.argv[3])
FOLDS, ROUNDS = 3, 100
PARAMETERS = dict(
    objective='lambdarank', lambdarank_truncation_level=3, learning_rate=0.1, num_leaves=10, min_data_in_leaf=25, feature_fraction=0.4,
    bagging_fraction=0.8, bagging_freq=1, lambda_l2=5, max_bin=63, verbose=-1, num_threads=1, seed=3,
)
# Words of one language are not there in another: copies without them teach the model to judge by the rest.
WORDS = {'share', 'advertisement', 'newsletter', 'related', 'comments', 'cookies', 'byline', 'credit', 'date phrase',
         'navigation', 'whole phrase', 'you', 'we', 'date', 'functionWords'}
THRESHOLD = 0.4


def as_tree(tree, column):
    nodes = dict(f=[], t=[], l=[], r=[], v=[])

    def walk(node):
        if 'split_feature' not in node:
            nodes['v'].append(float('%.4g' % node['leaf_value']))
            return -len(nodes['v'])
        at = len(nodes['f'])
        feature = column.setdefault(int(node['split_feature']), len(column))
        for key, value in (('f', feature), ('t', float('%.6g' % node['threshold'])), ('l', 0), ('r', 0)):
            nodes[key].append(value)
        nodes['l'][at] = walk(node['left_child'])
        nodes['r'][at] = walk(node['right_child'])
        return at

    walk(tree['tree_structure'])
    return nodes


def main():
    data = json.loads((FOLDER / 'headline.json').read_text())
    features, pages = data['features'], data['pages']
    rows = np.fromfile(FOLDER / 'headline.f32', dtype=np.float32).reshape(-1, len(features))
    labels = np.concatenate([np.array(page['labels'], dtype=int) for page in pages])
    number = np.concatenate([np.full(len(page['labels']), i) for i, page in enumerate(pages)])
    fold = np.array([zlib.crc32(page['site'].encode()) % FOLDS for page in pages])
    kinds = np.array([page['kind'] for page in pages])
    is_word = np.array([name in WORDS or name.split(' ', 1)[-1] in WORDS for name in features])

    has = np.array([sum(page['labels']) > 0 for page in pages])
    sizes = np.array([len(page['labels']) for page in pages])

    def fit(texts):
        # The lines of one text are ranked against each other; a text without its title teaches nothing about that.
        which = np.isin(number, np.flatnonzero(texts & has))
        own = sizes[texts & has]
        bare = rows[which].copy()
        bare[:, is_word] = 0
        dataset = lgb.Dataset(np.concatenate([rows[which], bare]), np.concatenate([labels[which]] * 2),
                              weight=np.concatenate([np.ones(which.sum()), np.full(which.sum(), 0.5)]),
                              group=np.concatenate([own, own]))
        return lgb.train(PARAMETERS, dataset, ROUNDS)

    scores = np.zeros(len(labels))
    for held in range(FOLDS):
        scores[fold[number] == held] = fit(fold != held).predict(rows[fold[number] == held])
    scores = 1 / (1 + np.exp(-scores))
    starts = np.searchsorted(number, np.arange(len(pages) + 1))
    for kind in sorted(set(kinds)):
        own = np.flatnonzero(kinds == kind)
        line = f'headline {kind:10} {len(own)} texts, {has[own].sum()} show the title;'
        for at in (0.1, 0.3, THRESHOLD, 0.6, 0.7, 0.8, 0.9):
            right = wrong = 0
            for i in own:
                part = scores[starts[i]:starts[i + 1]]
                if len(part) == 0 or part.max() < at:
                    continue
                good = labels[starts[i] + int(part.argmax())]
                right, wrong = right + good, wrong + (1 - good)
            line += f'  {at}: {right} right {wrong} wrong'
        print(line, flush=True)
    column = {}
    trees = [as_tree(tree, column) for tree in fit(np.ones(len(pages), bool)).dump_model()['tree_info']]
    model = json.loads(MODEL.read_text())
    model.update(threshold=THRESHOLD, forest=dict(features=[features[f] for f in column], trees=trees))
    MODEL.write_text(json.dumps(model, separators=(',', ':'), ensure_ascii=False) + '\n')


main()
