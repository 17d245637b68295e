"""Fits one of the pruner's models on the rows that the training program wrote (see index.ts, which calls this).

usage: python3 fit.py FOLDER looks|placed MODEL    (needs numpy and lightgbm)

Prints the mean word F1 of a page against its labelled blocks at some thresholds, for pages of sites the model has
not seen (folds by a hash of the site's name), then fits on all pages and writes the model. The models of the folds are
written too (fold-N.json), for measuring the whole of cleaning on the sites that each has not seen.
"""
import json
import sys
import zlib
from pathlib import Path

import lightgbm as lgb
import numpy as np

FOLDER, STAGE, MODEL = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
FEATURES = json.loads((FOLDER / 'features.json').read_text())[STAGE]
FOLDS = 3
MEASURED = [0, 1, 2]
ROUNDS = dict(looks=70, placed=130)[STAGE]
PARAMETERS = dict(
    objective='binary', learning_rate=0.14, num_leaves=14, min_data_in_leaf=60, feature_fraction=0.3,
    bagging_fraction=0.6, bagging_freq=1, lambda_l2=5, max_bin=63, verbose=-1, num_threads=1, seed=3,
)
# What each model is fitted on, and the score from which a block is kept.
MODELS = {'structured': (['html'], 0.48), 'plain': (['container', 'page', 'clean', 'dump'], 0.5)}

# Words of one language, and names that one publishing system gives, are not there on other pages. Copies of the pages
# without them teach the model to judge by the rest.
WORDS = {'share', 'advertisement', 'newsletter', 'related', 'comments', 'cookies', 'byline', 'credit', 'date phrase',
         'navigation', 'whole phrase', 'you', 'we', 'date', 'functionWords'}
IS_WORD = np.array([name in WORDS or name.startswith(('section ', 'phrase ')) for name in FEATURES])
IS_NAME = np.array([name.startswith('named ') for name in FEATURES])


def load(kind):
    pages = json.loads((FOLDER / f'{kind}.json').read_text())
    rows = np.fromfile(FOLDER / f'{kind}.{STAGE}.f32', dtype=np.float32).reshape(-1, len(FEATURES))
    joined = {key: np.concatenate([np.array(page[key]) for page in pages]) for key in ('labels', 'words', 'judged')}
    number = np.concatenate([np.full(page['blocks'], i) for i, page in enumerate(pages)])
    fold = np.array([zlib.crc32(page['site'].encode()) % FOLDS for page in pages])[number]
    judged = (joined['judged'] > 0) & (joined['words'] > 0)
    data = dict(rows=rows, labels=joined['labels'], words=joined['words'], judged=judged, page=number, fold=fold)
    # Menus are most of a page and all alike; a third of them teaches as much.
    links = rows[:, FEATURES.index('linkShare')] > 0.8
    plain = links & (data['labels'] == 0) & (np.random.default_rng(1).random(len(links)) < 0.67)
    # Pages that are no articles are kept by other rules; they must not outweigh articles, of which there are most.
    article = np.array([page['article'] for page in pages])[number]
    return dict(data, weights=weights(data) * np.where(article, 1, 0.5), plain=plain, article=article)


def weights(data):
    """Long blocks count more than short ones, and long pages little more than short ones."""
    own = np.minimum(1.0, 0.25 + data['words'] / 60)
    total = np.bincount(data['page'], weights=own)
    share = np.sqrt(np.median(total[total > 0]) / np.maximum(total, 1))
    return own * np.clip(share, 0.3, 3)[data['page']]


def bare(rows, which):
    copy = rows.copy()
    copy[:, which] = 0
    return copy


def fit(parts, chosen):
    rows, labels, weight = [], [], []
    for part, which in zip(parts, chosen):
        which = which & ~part['plain']
        own = part['rows'][which]
        copy = own.copy()
        kind = part['page'][which] % 3
        copy[np.ix_(kind != 1, IS_WORD)] = 0
        copy[np.ix_(kind != 0, IS_NAME)] = 0
        for these, share in ((own, 1.0), (copy, 0.5)):
            rows.append(these)
            labels.append(part['labels'][which])
            weight.append(part['weights'][which] * share)
    dataset = lgb.Dataset(np.concatenate(rows), np.concatenate(labels), weight=np.concatenate(weight))
    return lgb.train(PARAMETERS, dataset, ROUNDS)


def page_f1(data, keep, of=True):
    kept = keep & data['judged']
    wanted = (data['labels'] > 0)
    measured = np.isin(data['fold'], MEASURED) & of
    total = lambda which: np.bincount(data['page'], weights=which * measured * data['words'])
    shared, found, expected = total(kept & wanted), total(kept), total(wanted)
    return (2 * shared / np.maximum(found + expected, 1))[expected > 0].mean()


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


def write(path, name, threshold, fitted):
    column = {}
    trees = [as_tree(tree, column) for tree in fitted.dump_model()['tree_info']]
    model = json.loads(path.read_text()) if path.exists() else dict(models={})
    own = model['models'].setdefault(name, {})
    own[STAGE] = dict(features=[FEATURES[f] for f in column], trees=trees)
    own['threshold'] = threshold
    path.write_text(json.dumps(model, separators=(',', ':'), ensure_ascii=False) + '\n')


def cross_validate(name, threshold, parts):
    scores = [np.zeros(len(part['labels'])) for part in parts]
    foreign = [np.zeros(len(part['labels'])) for part in parts]
    for fold in MEASURED:
        fitted = fit(parts, [part['judged'] & (part['fold'] != fold) for part in parts])
        write(FOLDER / f'fold-{fold}.json', name, threshold, fitted)
        for part, score, other in zip(parts, scores, foreign):
            held = part['fold'] == fold
            score[held] = fitted.predict(part['rows'][held])
            other[held] = fitted.predict(bare(part['rows'][held], IS_WORD))
    return scores, foreign


def main():
    for name, (kinds, threshold) in MODELS.items():
        if any(not (FOLDER / f'{kind}.json').exists() or (FOLDER / f'{kind}.json').read_text() == '[]' for kind in kinds):
            continue
        parts = [load(kind) for kind in kinds]
        scores, foreign = cross_validate(name, threshold, parts)
        for kind, part, score, other in zip(kinds, parts, scores, foreign):
            if STAGE == 'looks':
                (score * part['judged']).tofile(FOLDER / f'{kind}.scores.f64')
            shown = '  '.join(f'{at:.2f}: {page_f1(part, score >= at):.4f}' for at in (0.35, 0.4, 0.45, 0.5, 0.55, 0.6))
            print(f'{STAGE} {name} {kind:10} F1 on unseen sites  {shown}  without words {page_f1(part, other >= threshold):.4f}'
                  f"  articles alone {page_f1(part, score >= threshold, part['article']):.4f}", flush=True)
        write(MODEL, name, threshold, fit(parts, [part['judged'] for part in parts]))


main()
