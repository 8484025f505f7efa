#!/usr/bin/env python3
"""Scores `STASIS read` on reports with gold: quotes, speakers, what is told, conditions, kinds, and false statements.

usage: score_reports.py STASIS FOLDER [PATTERN] [-v]      e.g. score_reports.py build/stasis tests/reading/unseen 'held-*'

NAME.txt is a report, NAME.gold.json its annotation by bytes: `quotes` and `indirect` statements with speaker, kind and what
else is right; `conditionals`; `not_statements`, which look like statements. What is `optional` is never missed nor false.
A passage is found where it and the gold overlap by half of what both cover together. A statement is false where no
gold statement or condition overlaps it, or where it stands in what is none; or where it is said by somebody else.
"""
import collections, fnmatch, glob, json, os, re, subprocess, sys

stasis, folder = sys.argv[1], sys.argv[2]
rest = [a for a in sys.argv[3:] if a != '-v']
pattern, verbose = rest[0] if rest else '*', '-v' in sys.argv
names = {'threat_warning': 'threat', 'offer_invitation': 'offer', 'factual_report': 'report'}
n = collections.Counter()


def span(x):
    return (x['bstart'], x['bend']) if 'bstart' in x else (x['span']['bstart'], x['span']['bend'])


def iou(a, b):
    both = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return both / (max(a[1], b[1]) - min(a[0], b[0])) if both else 0


def covered(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) / max(1, a[1] - a[0])


def bare(name):
    return re.sub(r'^(the|a|an|mr|mrs|ms) ', '', (name or '').lower().replace('’', "'").replace('.', '').strip())


def speaks(gold, entry):
    ok = [gold.get('speaker')] + gold.get('speaker_ok', [])
    all_ = gold.get('speakers') or []
    ok += [x if isinstance(x, str) else x.get('name') for x in all_]
    ok = [bare(x) for x in ok if x]
    name = bare(entry.get('speaker'))
    if not ok:
        return not name
    return bool(name) and (name in ok or any(x.split()[-1] in re.findall(r"[\w'-]+", name) for x in ok))


def kind_fits(gold, entry):
    return entry['kind'] in [names.get(k, k) for k in [gold['kind']] + gold.get('kind_also', [])]


def say(*words):
    if verbose:
        print(*words)


for path in sorted(glob.glob(folder + '/*.gold.json')):
    name = os.path.basename(path)[:-len('.gold.json')]
    if not fnmatch.fnmatch(name, pattern):
        continue
    gold = json.load(open(path, encoding='utf8'))
    report = f'{folder}/{gold.get("text_file") or name + ".txt"}'
    text = open(report, 'rb').read()
    run = subprocess.run([stasis, 'read', report, '--format', 'json'], capture_output=True, timeout=120)
    if run.returncode:
        print(name, 'exit', run.returncode, run.stderr.decode(errors='replace')[:300])
        continue
    entries = json.loads(run.stdout)['statements']
    n['reports'] += 1
    for e in entries:
        for key in ('quote', 'content', 'condition', 'consequence', 'mention'):
            p = e.get(key)
            if p and text[p['span'][0]:p['span'][1]].decode(errors='replace') != p['text']:
                n['spans wrong'] += 1
    good = set()

    def said(e):
        return tuple((e.get('quote') or e['content'])['span'])

    def match(golds, what, spans):
        for g in golds:
            s = span(g)
            best = max(((max([iou(s, tuple(x)) for x in spans(e)] or [0]), -i) for i, e in enumerate(entries)), default=(0, 0))
            found = best[0] >= .5
            if found:
                good.add(-best[1])
            if g.get('optional'):
                continue
            if what == 'quotes' and len(g['text'].split()) < 4:
                continue
            n[what] += 1
            shown = g['text'].replace('\n', ' ')[:90]
            if not found:
                say(name, 'MISS', what, '|', g.get('speaker'), '|', shown)
                continue
            e = entries[-best[1]]
            n[what + ' found'] += 1
            right = speaks(g, e)
            n[what + ' speaker'] += right
            if not right:
                say(name, 'SPEAKER', what, repr(e.get('speaker')), e['rule'], e['confidence'], '| gold', g.get('speaker'), '|', shown)
            n['confidence ' + e['confidence']] += 1
            n['confidence ' + e['confidence'] + ' right'] += right
            n['kinds'] += 1
            n['kinds right'] += kind_fits(g, e)
            if not kind_fits(g, e):
                say(name, 'KIND', e['kind'], f'({e["decided_by"]})', '| gold', g['kind'], g.get('kind_also'), '|', g.get('verb'), '|', shown)

    match(gold['quotes'], 'quotes', lambda e: [e[k]['span'] for k in ('quote', 'content') if e.get(k)])
    match(gold['indirect'], 'told', lambda e: [e[k]['span'] for k in ('content', 'quote') if e.get(k)])
    conditions = [e for e in entries if e.get('condition')]
    used = set()
    for g in gold['conditionals']:
        s = (g['condition_span']['bstart'], g['condition_span']['bend'])
        best = max(((iou(s, tuple(e['condition']['span'])), -i) for i, e in enumerate(conditions)), default=(0, 0))
        if best[0] >= .5:
            used.add(-best[1])
        if g.get('optional'):
            continue
        n['conditions'] += 1
        if best[0] < .5:
            say(name, 'MISS condition |', g['condition'][:90])
            continue
        e = conditions[-best[1]]
        n['conditions found'] += 1
        c = g.get('consequence_span')
        whole = not c or (e.get('consequence') and iou((c['bstart'], c['bend']), tuple(e['consequence']['span'])) >= .5)
        n['conditions whole'] += bool(whole)
        n['conditions speaker'] += speaks(g, e)
        if not whole:
            say(name, 'CONSEQUENCE', e.get('consequence') and e['consequence']['text'], '| gold', g.get('consequence'))
    free = [(z['condition_span']['bstart'], z['condition_span']['bend']) for k in ('extended_conditionals', 'unattributed_conditionals') for z in gold.get(k, []) if z.get('condition_span')]
    for i, e in enumerate(conditions):
        s = tuple(e['condition']['span'])
        if i not in used and not any(iou(s, f) >= .5 for f in free):
            n['conditions false'] += 1
            say(name, 'FALSE condition', e['condition']['text'][:80])
    all_gold = gold['quotes'] + gold['indirect']
    wrong = [span(g) for g in gold.get('not_statements', []) if 'span' in g or 'bstart' in g]
    for i, e in enumerate(entries):
        n['statements'] += 1
        s = said(e)
        near = [g for g in all_gold if covered(s, span(g)) >= .5 or covered(span(g), s) >= .5]
        if any(speaks(g, e) for g in near) or any(g.get('optional') for g in near):
            continue
        if near and not e.get('speaker'):
            continue
        n['statements false'] += 1
        say(name, 'FALSE', e.get('speaker'), '|', e['kind'], '|', e['rule'], e['confidence'], '|', text[s[0]:s[1]].decode(errors='replace').replace('\n', ' ')[:100])
        if any(covered(s, w) > .5 or covered(w, s) > .5 for w in wrong):
            n['not statements told'] += 1
            say('     which is none')


def of(a, b):
    return f'{a}/{b} = {a / b:.3f}' if b else '-'


print('reports', n['reports'], '· spans wrong', n['spans wrong'])
print('quotes', of(n['quotes found'], n['quotes']), '· their speakers', of(n['quotes speaker'], n['quotes found']))
print('told', of(n['told found'], n['told']), '· their speakers', of(n['told speaker'], n['told found']), '· both', of(n['told speaker'], n['told']))
print('conditions', of(n['conditions found'], n['conditions']), '· with consequence', of(n['conditions whole'], n['conditions']), '· speaker', of(n['conditions speaker'], n['conditions found']), '· false', n['conditions false'])
print('kinds', of(n['kinds right'], n['kinds']))
print('false statements', of(n['statements false'], n['statements']), '· of them marked as none', n['not statements told'])
print('speaker right by confidence', ' '.join(f'{c} {of(n["confidence " + c + " right"], n["confidence " + c])}' for c in ('high', 'medium', 'low')))
