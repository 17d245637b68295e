"""Fits the encoder of names on the examples that `npm run train -- encoder-examples` wrote.

usage: python3 electron/training/entities/fit-encoder.py MODEL EXAMPLES.jsonl OUT [FITTED.safetensors SILVER.jsonl...]
(needs torch and safetensors; MODEL is the unpacked all-MiniLM-L6-v2, OUT.safetensors is written for
convert-encoder.mjs.)

Two stages. The first takes the examples alone. The second goes on from what the first left (FITTED), on the examples and
on texts that the engine with the first stage's weights has labelled (`npm run train -- silver-examples`).

Starts from the model's first layers. The embeddings of its vocabulary stay as they are; each kind of evidence that the
engine gives for a word (case, tables, statistics) gets a vector of its own that is added to them. Some evidence is hidden
at random, so that none of it is relied on alone. Where a source does not say which type or whether a word is a name, the
likelihood is summed over all tags that it allows.
"""
import json
import math
import random
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file, save_file

MODEL, EXAMPLES, OUT = sys.argv[1:4]
FITTED, SILVER = (sys.argv[4], sys.argv[5:]) if len(sys.argv) > 4 else (None, [])
LAYERS = 3
EPOCHS = 1.6
RATE, NEW_RATE = (1e-4, 6e-4) if FITTED else (1.2e-4, 1e-3)
# Second stage: steps, share of batches from labelled examples, how much a silver batch counts.
STEPS, GOLD_SHARE, SILVER_WEIGHT = 1226, 0.7, 0.5
BATCH = 16
WIDTH = 384
EVIDENCE = 96
TYPES = ['PER', 'LOC', 'ORG', 'PRO', 'WRK', 'EVT', 'GRP', 'MSC']
TAGS = 1 + 2 * len(TYPES)
# Ranges of evidence rows (engine/entities/encoder/evidence.ts) and how often each is hidden.
HIDDEN = [((19, 55), 0.15), ((55, 77), 0.15), ((77, 96), 0.1)]
# Chunks without any name teach little: this share of them is used. Of GUM's open texts half.
NAMELESS, SHARES = (0.35, {'gum-open.train': 0.6}) if FITTED else (0.35, {'gum-open.train': 0.5})
SILVER_NAMELESS = 0.2
# In the second stage so many of the ordinary pages' chunks are taken twice.
TWICE = 0.5
BITS = torch.tensor([1 << tag for tag in range(TAGS)])


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.proj = nn.Linear(WIDTH, WIDTH)
        self.n1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)
        self.n2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, mask):
        count, length, _ = x.shape
        q, k, v = self.qkv(x).view(count, length, 3, 12, 32).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.n1(x + self.drop(self.proj(mixed.transpose(1, 2).reshape(count, length, WIDTH))))
        return self.n2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.word = nn.Embedding(30522, WIDTH)
        self.pos = nn.Embedding(128, WIDTH)
        self.evid = nn.Embedding(EVIDENCE + 1, WIDTH, padding_idx=EVIDENCE)
        nn.init.zeros_(self.evid.weight)
        self.n0 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(0.1)
        self.out = nn.Linear(WIDTH, TAGS)

    def forward(self, ids, evidence, mask, first):
        x = self.word(ids) + self.pos.weight[: ids.shape[1]] + self.evid(evidence).sum(2)
        x = self.drop(self.n0(x))
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return self.out(self.drop(torch.gather(x, 1, first[..., None].expand(-1, -1, WIDTH))))


def start_from(model, net):
    """Copies the published weights; the vector of the only segment goes into the positions."""
    stored = load_file(f'{model}/model.safetensors')
    get = lambda name: stored[name if name in stored else f'bert.{name}']
    with torch.no_grad():
        net.word.weight.copy_(get('embeddings.word_embeddings.weight'))
        segment = get('embeddings.token_type_embeddings.weight')[0]
        net.pos.weight.copy_(get('embeddings.position_embeddings.weight')[:128] + segment)
        net.n0.weight.copy_(get('embeddings.LayerNorm.weight'))
        net.n0.bias.copy_(get('embeddings.LayerNorm.bias'))
        for i, layer in enumerate(net.layers):
            prefix = f'encoder.layer.{i}.'
            for n, part in enumerate(['query', 'key', 'value']):
                rows = slice(n * WIDTH, (n + 1) * WIDTH)
                layer.qkv.weight[rows] = get(f'{prefix}attention.self.{part}.weight')
                layer.qkv.bias[rows] = get(f'{prefix}attention.self.{part}.bias')
            for module, name in [
                (layer.proj, 'attention.output.dense'), (layer.n1, 'attention.output.LayerNorm'),
                (layer.up, 'intermediate.dense'), (layer.down, 'output.dense'), (layer.n2, 'output.LayerNorm'),
            ]:
                module.weight.copy_(get(f'{prefix}{name}.weight'))
                module.bias.copy_(get(f'{prefix}{name}.bias'))


def widen(bits):
    """From the tagger's nine tags to all: what is another name there may be any of five types here."""
    wide = bits & 0b1111111
    for number in range(3, len(TYPES)):
        wide |= ((bits >> 7) & 1) << (1 + 2 * number) | ((bits >> 8) & 1) << (2 + 2 * number)
    return wide


def read_chunks(path, nameless=NAMELESS):
    pick = random.Random(5)
    chunks = []
    for line in open(path):
        document = json.loads(line)
        for chunk in document['chunks']:
            if document['types'] == 9:
                chunk['allowed'] = [widen(bits) for bits in chunk['allowed']]
            if pick.random() >= SHARES.get(document['set'], 1):
                continue
            if all(bits & 1 for bits in chunk['allowed']) and pick.random() >= nameless:
                continue
            firsts, index, chunk['index'] = set(chunk['first']), -1, []
            for i, word in enumerate(chunk['word']):
                index += i in firsts
                chunk['index'].append(index if word >= 0 else -1)
            chunk['weight'], chunk['set'] = document['weight'], document['set']
            chunks.append(chunk)
    return chunks


def tensors(chunks):
    length = max(len(c['pieces']) for c in chunks)
    words = max(len(c['first']) for c in chunks)
    most = max(len(e) for c in chunks for e in c['evidence'])
    count = len(chunks)
    ids, mask = torch.zeros(count, length, dtype=torch.long), torch.zeros(count, length, dtype=torch.bool)
    evidence = torch.full((count, length, most), EVIDENCE)
    first, allowed = torch.zeros(count, words, dtype=torch.long), torch.zeros(count, words, dtype=torch.long)
    weight = torch.zeros(count, words)
    for k, chunk in enumerate(chunks):
        ids[k, : len(chunk['pieces'])] = torch.tensor(chunk['pieces'])
        mask[k, : len(chunk['pieces'])] = True
        hidden = [span for span, share in HIDDEN if random.random() < share]
        shown = [[f for f in own if not any(a <= f < b for a, b in hidden)] for own in chunk['evidence']]
        for j, index in enumerate(chunk['index']):
            if index >= 0:
                evidence[k, j, : len(shown[index])] = torch.tensor(shown[index], dtype=torch.long)
        n = len(chunk['first'])
        first[k, :n], allowed[k, :n] = torch.tensor(chunk['first']), torch.tensor(chunk['allowed'])
        weight[k, :n] = chunk['weight']
    return ids, evidence, mask, first, allowed, weight


def batches(chunks):
    """Without end: chunks of like length together, in random order."""
    while True:
        random.shuffle(chunks)
        pools = [sorted(chunks[i : i + 20 * BATCH], key=lambda c: len(c['pieces'])) for i in range(0, len(chunks), 20 * BATCH)]
        made = [pool[i : i + BATCH] for pool in pools for i in range(0, len(pool), BATCH)]
        random.shuffle(made)
        yield from made


def mixed(gold, silver):
    """Without end: batches of labelled and of silver examples."""
    streams = batches(gold), batches(silver)
    while True:
        yield next(streams[0] if not silver or random.random() < GOLD_SHARE else streams[1])


def main():
    torch.manual_seed(7 if FITTED else 1)
    random.seed(7 if FITTED else 1)
    chunks = read_chunks(EXAMPLES)
    net = Encoder()
    if FITTED:
        net.load_state_dict(load_file(FITTED))
        chunks += [c for c in chunks if c['set'] == 'ordinary-pages' and random.random() < TWICE]
    else:
        start_from(MODEL, net)
    silver = [chunk for path in SILVER for chunk in read_chunks(path, SILVER_NAMELESS)]
    net.word.weight.requires_grad_(False)
    net.train()
    new = ('evid', 'out')
    old = [p for name, p in net.named_parameters() if not name.startswith((*new, 'word'))]
    added = [p for name, p in net.named_parameters() if name.startswith(new)]
    optimiser = torch.optim.AdamW([{'params': old, 'lr': RATE}, {'params': added, 'lr': NEW_RATE}], weight_decay=0.01)
    steps = STEPS if FITTED else int(EPOCHS * math.ceil(len(chunks) / BATCH))
    rise = 60 if FITTED else 0.1 * steps
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, (step + 1) / rise) * max(0, 1 - step / steps) + 1e-6
    )
    began, total = time.time(), 0
    for step, batch in zip(range(1, steps + 1), mixed(chunks, silver)):
        ids, evidence, mask, first, allowed, weight = tensors(batch)
        shares = F.log_softmax(net(ids, evidence, mask, first), -1)
        likelihood = torch.logsumexp(shares.masked_fill((allowed[..., None] & BITS) == 0, -1e9), -1)
        loss = -(likelihood * weight).sum() / weight.sum()
        if batch[0]['set'] == 'silver':
            loss = SILVER_WEIGHT * loss
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        total += loss.item()
        if step % 25 == 0:
            print(f'{step} of {steps}: loss {total / 25:.4f}, {time.time() - began:.0f} s', flush=True)
            total = 0
    save_file(net.state_dict(), f'{OUT}.safetensors')


main()
