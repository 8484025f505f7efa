#!/usr/bin/env python3
"""Learns words/kind_weights.txt: multinomial logistic regression, plain gradient descent, fixed order, no chance.

usage: train_kinds.py FEATURES OUT [--folds]
FEATURES is what `STASIS_KIND_FEATURES=file test_reading --gtest_filter='Kinds.Their*'` writes: kind, another kind that will
do, features, parted by tabs. --folds says the accuracy over five folds and writes nothing.
"""
import math, sys

kinds = ['threat', 'commitment', 'demand', 'offer', 'refusal', 'request', 'accusation', 'denial', 'agreement', 'report']
K = len(kinds)
rows = []
for line in open(sys.argv[1], encoding='utf8'):
    cells = line.rstrip('\n').split('\t')
    rows.append((kinds.index(cells[0]), cells[1], ['*'] + cells[2:]))
scale, penalty, rounds, rate = 100, 0.004, 25, 0.15


def weightless(f):
    return f == '*'


def train(data):
    count = {}
    for _, _, fs in data:
        for f in fs:
            count[f] = count.get(f, 0) + 1
    w = {f: [0.0] * K for f, c in count.items() if c >= 1}
    g2 = {f: [1e-3] * K for f in w}
    data = [(y, [f for f in fs if f in w]) for y, _, fs in data]
    for r in range(rounds):
        for y, fs in data:
            s = [sum(w[f][k] for f in fs) for k in range(K)]
            m = max(s)
            e = [math.exp(x - m) for x in s]
            z = sum(e)
            for f in fs:
                wf, gf = w[f], g2[f]
                for k in range(K):
                    d = e[k] / z - (k == y) + penalty * wf[k] * (not weightless(f))
                    gf[k] += d * d
                    wf[k] -= rate * d / math.sqrt(gf[k])
    return w


def answer(w, fs):
    s = [sum(w[f][k] for f in fs if f in w) for k in range(K)]
    return kinds[s.index(max(s))]


def shrunk(w):
    out = {}
    for f, v in w.items():
        v = [round(x * scale) for x in v]
        if max(map(abs, v)) >= 25 or weightless(f):
            out[f] = v
    return out


if '--folds' in sys.argv:
    right = primary = 0
    for fold in range(5):
        w = shrunk(train([x for i, x in enumerate(rows) if i % 5 != fold]))
        for i, (y, also, fs) in enumerate(rows):
            if i % 5 == fold:
                a = answer(w, fs)
                right += a in (kinds[y], also)
                primary += a == kinds[y]
    print(f'over five folds {right}/{len(rows)} = {right / len(rows):.3f} accepted, {primary / len(rows):.3f} primary')
    sys.exit()
w = shrunk(train(rows))
with open(sys.argv[2], 'w', encoding='utf8') as out:
    out.write('# Weights of the features of kind_features.h for each kind, in the order of SpeechAct, in hundredths. Learnt by\n'
              '# tests/reading/train_kinds.py from statements written for it (tests/reading/kinds/), the odd ones only.\n')
    for f in sorted(w):
        out.write(f'{f} = {" ".join(map(str, w[f]))}\n')
print(len(w), 'features')
