"""Fits the pruner's model on the rows that `npm run bench -- pruner --out FOLDER` wrote.

usage: python3 electron/training/pruner/fit.py FOLDER    (needs numpy and lightgbm)

Prints, for pages the model has not seen (three folds, by a hash of the page's id), the mean word-level F1 of a page
against its labelled blocks at some thresholds, then fits on all pages and writes engine/data/pruner-model.json.
"""
import json
import sys
import zlib
from pathlib import Path

import lightgbm as lgb
import numpy as np

FOLDER = Path(sys.argv[1])
FEATURES = json.loads((FOLDER / 'features.json').read_text())
MODEL = Path(__file__).parents[2] / 'engine' / 'data' / 'pruner-model.json'
ROUNDS = 180
FOLDS = 3
PARAMETERS = dict(
    objective='binary', learning_rate=0.1, num_leaves=12, min_data_in_leaf=80, feature_fraction=0.3,
    bagging_fraction=0.8, bagging_freq=1, lambda_l2=5, max_bin=63, verbose=-1,
)
# Which dumps each model is fitted on, and the score from which a block is kept.
MODELS = {'structured': (['html'], 0.6), 'plain': (['container', 'page', 'clean'], 0.55)}


def load(kind):
    pages = json.loads((FOLDER / f'{kind}.json').read_text())
    rows = np.fromfile(FOLDER / f'{kind}.f32', dtype=np.float32).reshape(-1, len(FEATURES))
    joined = {key: np.concatenate([np.array(page[key]) for page in pages]) for key in ('labels', 'words', 'judged')}
    number = np.concatenate([np.full(page['blocks'], i) for i, page in enumerate(pages)])
    fold = np.array([zlib.crc32(page['id'].encode()) % FOLDS for page in pages])[number]
    judged = (joined['judged'] > 0) & (joined['words'] > 0)
    return dict(rows=rows, labels=joined['labels'], words=joined['words'], judged=judged, page=number, fold=fold)


def weights(data):
    """Long blocks count more than short ones, and long pages little more than short ones."""
    own = np.minimum(1.0, 0.25 + data['words'] / 60)
    total = np.bincount(data['page'], weights=own)
    share = np.sqrt(np.median(total[total > 0]) / np.maximum(total, 1))
    return own * np.clip(share, 0.3, 3)[data['page']]


def join(parts, key, chosen):
    return np.concatenate([part[key][which] for part, which in zip(parts, chosen)])


def fit(parts, chosen):
    dataset = lgb.Dataset(join(parts, 'rows', chosen), join(parts, 'labels', chosen), weight=join(parts, 'weights', chosen))
    return lgb.train(PARAMETERS, dataset, ROUNDS)


def page_f1(data, keep):
    kept = keep & data['judged']
    wanted = (data['labels'] > 0) & data['judged']
    total = lambda which: np.bincount(data['page'], weights=which * data['words'])
    shared, found, expected = total(kept & wanted), total(kept), total(wanted)
    return (2 * shared / np.maximum(found + expected, 1))[expected > 0].mean()


def as_tree(tree):
    nodes = dict(f=[], t=[], l=[], r=[], v=[])

    def walk(node):
        if 'split_feature' not in node:
            nodes['v'].append(float('%.4g' % node['leaf_value']))
            return -len(nodes['v'])
        at = len(nodes['f'])
        for key, value in (('f', int(node['split_feature'])), ('t', float('%.6g' % node['threshold'])), ('l', 0), ('r', 0)):
            nodes[key].append(value)
        nodes['l'][at] = walk(node['left_child'])
        nodes['r'][at] = walk(node['right_child'])
        return at

    walk(tree['tree_structure'])
    return nodes


def main():
    model = json.loads(MODEL.read_text())
    forests = {}
    for name, (kinds, threshold) in MODELS.items():
        parts = [load(kind) for kind in kinds]
        for part in parts:
            part['weights'] = weights(part)
        scores = [np.zeros(len(part['labels'])) for part in parts]
        for fold in range(FOLDS):
            fitted = fit(parts, [part['judged'] & (part['fold'] != fold) for part in parts])
            for part, score in zip(parts, scores):
                score[part['fold'] == fold] = fitted.predict(part['rows'][part['fold'] == fold])
        for kind, part, score in zip(kinds, parts, scores):
            shown = '  '.join(f'{at:.2f}: {page_f1(part, score >= at):.4f}' for at in (0.4, 0.5, threshold, 0.7))
            print(f'{name} {kind:10} cross-validated word F1 by threshold  {shown}', flush=True)
        trees = [as_tree(tree) for tree in fit(parts, [part['judged'] for part in parts]).dump_model()['tree_info']]
        forests[name] = dict(threshold=threshold, trees=trees)
    used = sorted({f for forest in forests.values() for tree in forest['trees'] for f in tree['f']})
    column = {f: i for i, f in enumerate(used)}
    for forest in forests.values():
        for tree in forest['trees']:
            tree['f'] = [column[f] for f in tree['f']]
    model.update(features=[FEATURES[f] for f in used], models=forests)
    MODEL.write_text(json.dumps(model, separators=(',', ':'), ensure_ascii=False) + '\n')


main()
