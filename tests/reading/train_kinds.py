#!/usr/bin/env python3
"""Learns words/kind_weights.txt: multinomial logistic regression, AdaGrad, fixed order, no chance.

usage: train_kinds.py FEATURES OUT [--folds]
FEATURES is what `STASIS_KIND_FEATURES=file test_reading --gtest_filter='Kinds.Their*'` writes: source, kind, other kinds
that will do, features, parted by tabs. A kind that will do as well has a share of what is learnt. --folds leaves out every
sixth report in turn, learns from all else, says how many of its statements get an accepted kind, and writes nothing.
"""
import math, sys

kinds = ['threat', 'commitment', 'demand', 'offer', 'refusal', 'request', 'accusation', 'denial', 'agreement', 'report']
K = range(len(kinds))
scale, penalty, rounds, rate, share, least = 100, 0.004, 15, 0.15, 0.3, 20
rows = []
for line in open(sys.argv[1], encoding='utf8'):
    source, kind, also, *features = line.rstrip('\n').split('\t')
    others = [a for a in also.split(',') if a in kinds]
    aim = [0.0] * len(kinds)
    aim[kinds.index(kind)] = 1.0 - (share if others else 0.0)
    for a in others:
        aim[kinds.index(a)] += share / len(others)
    rows.append((source, {kind, *others}, aim, ['*'] + features))


def train(data):
    w, g2 = {}, {}
    for _, _, _, features in data:
        for f in features:
            if f not in w:
                w[f], g2[f] = [0.0] * len(kinds), [1e-3] * len(kinds)
    for _ in range(rounds):
        for _, _, aim, features in data:
            vectors = [w[f] for f in features]
            s = [sum(v) for v in zip(*vectors)]
            m = max(s)
            e = [math.exp(x - m) for x in s]
            z = sum(e)
            miss = [e[k] / z - aim[k] for k in K]
            for f, wf in zip(features, vectors):
                gf = g2[f]
                pull = 0.0 if f == '*' else penalty
                for k in K:
                    d = miss[k] + pull * wf[k]
                    gf[k] += d * d
                    wf[k] -= rate * d / math.sqrt(gf[k])
    return shrunk(w)


def shrunk(w):
    out = {}
    for f, v in w.items():
        v = [round(x * scale) for x in v]
        if max(map(abs, v)) >= least or f == '*':
            out[f] = v
    return out


def answer(w, features):
    """As kind_weights.cpp: the kind of the lists and a plain report have a lead."""
    s = [sum(w[f][k] for f in features if f in w) for k in K]
    for f in features:
        if f.startswith('list:') and f != 'list:report':
            s[kinds.index(f[5:])] += 100
    s[-1] += 70
    return kinds[-1] if s[-1] == max(s) else kinds[s.index(max(s))]


if '--folds' in sys.argv:
    reports = sorted({source for source, _, _, _ in rows if '-' in source})
    right = total = 0
    for fold in range(6):
        out = set(reports[fold::6])
        w = train([row for row in rows if row[0] not in out])
        for source, accepted, _, features in rows:
            if source in out:
                total += 1
                right += answer(w, features) in accepted
    print(f'reports left out in turn: {right}/{total} = {right / total:.3f} accepted')
    sys.exit()
w = train(rows)
with open(sys.argv[2], 'w', encoding='utf8') as out:
    out.write('# Weights of the features of kind_features.h for each kind, in the order of SpeechAct, in hundredths. Learnt by\n'
              '# tests/reading/train_kinds.py from statements written for it (tests/reading/kinds/).\n')
    for f in sorted(w):
        out.write(f'{f} = {" ".join(map(str, w[f]))}\n')
print(len(w), 'features')
