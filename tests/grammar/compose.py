#!/usr/bin/env python3
"""Composes sentences with their trees in the idiom of agencies, communiqués and minutes: CoNLL-U on standard output.

usage: compose.py [SENTENCES] > composed.conllu

A sentence is built as a tree (who speaks, a predicate of communication, what is told, what it hangs on), so its arcs are right
by construction. What treebanks of mail and reviews lack is here often: bodies that act in the present tense (the Council
condemns), subjects with a long relative clause, several that-clauses of one verb, words set between a verb and its clause, verbs
joined behind a long clause, conditions behind a comma. The seed is fixed: the same sentences on every machine.
"""
import random
import sys

pick = random.Random(20260301)
one = pick.choice


def chance(p):
    return pick.random() < p


class Node:
    """A word with what hangs from it, in order on both sides."""

    def __init__(self, form, upos, xpos):
        self.form, self.upos, self.xpos = form, upos, xpos
        self.left, self.right = [], []

    def before(self, *children):
        self.left = [c for c in children if c] + self.left
        return self

    def inner(self, *children):
        self.left += [c for c in children if c]
        return self

    def after(self, *children):
        self.right += [c for c in children if c]
        return self

    def walk(self):
        for _, child in self.left:
            yield from child.walk()
        yield self
        for _, child in self.right:
            yield from child.walk()


def word(text, upos='NOUN', xpos='NN'):
    return Node(text, upos, xpos)


def comma(text=','):
    return ('punct', word(text, 'PUNCT', ',' if text in ',' else ':'))


def det(text):
    return ('det', word(text, 'DET', 'DT'))


def adp(text):
    return ('case', word(text, 'ADP', 'IN'))


def mark(text):
    return ('mark', word(text, 'PART', 'TO') if text == 'to' else word(text, 'SCONJ', 'IN'))


def cc(text='and'):
    return ('cc', word(text, 'CCONJ', 'CC'))


def adv(text):
    return ('advmod', word(text, 'ADV', 'RB'))


first_names = '''Adaeze Aldo Amira Anselm Beatrix Boran Carla Cosmin Dalia Dorje Edwin Elif Emeka Fiona Gerd Halina Hugo Ilse Imre Jana
Joram Kavita Keiko Lamine Lena Marek Mina Nadir Nora Odile Oskar Petra Quentin Rana Rolf Sabine Samir Tamsin Tove Umar Vera Wanda
Yusuf Zofia Daniel Helen Peter Ruth Thomas Maria Robert Susan'''.split()
last_names = '''Abara Adler Bakshi Belmont Castellan Corvin Dabrowski Drummond Eriksen Farouk Fenwick Grau Hadley Ibarra Janssen Kadri Kessler
Lindqvist Lorca Mabuza Merten Novak Okoro Ostrow Pereira Quaye Radu Rossiter Sandor Sorley Tamm Tanaka Umarov Vance Varga Whitlock Yilmaz
Zeller Zorin Marsh Doyle Hale Price Kane Stone Moreau Silva'''.split()
places = '''Norvia Estmark Calder Ruvania Tolmia Sembria Ostrava Kerland Zhalia Velmont Pardia Umbria Lorania Quessar Almeria Bressia Vantia
Moravel Denmark Kenya Brazil Japan Egypt Canada'''.split()
adjectives = '''Norvian Estmarkian Calderian Ruvanian Tolmian Sembrian Kerlander Zhalian Lorian Danish Kenyan Brazilian Egyptian'''.split()
days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split()
months = 'January March April June July September October November'.split()
body_heads = 'Council Commission Ministry Union Committee Assembly Authority Federation Court Board Congress Secretariat Agency Chamber Alliance Guild Senate Parliament Party Association Bureau Forum'.split()
body_words = 'National Regional Supreme Joint Federal European African Northern Permanent Central'.split()
body_fields = 'Trade Transport Fisheries Water Health Defence Labour Energy Farmers Border Grain Rivers'.split()
common_bodies = 'government union company ministry court board council opposition army party federation committee parish agency hospital university club museum airline bank tribunal garrison cooperative consortium district embassy delegation'.split()
groups = 'strikers ministers traders residents farmers pilots rebels nurses dockers villagers delegates teachers judges investors islanders miners drivers creditors guilds herders tenants players growers commanders envoys officials lawmakers'.split()
roles = 'chairman spokeswoman spokesman leader mediator commandant treasurer registrar governor mayor captain chancellor bishop lawyer director ambassador negotiator counsel premier envoy foreman headman'.split()
titles = 'President Minister General Colonel Captain Judge Senator Professor Dr Mr Mrs Ms Governor Mayor Ambassador Bishop Commissioner Chairman Councillor Chancellor'.split()
things = '''ultimatum proposal ban draft truce treaty plan offer charge blockade allegation decision report verdict deadline merger contract
accusation appeal resolution tariff ruling detention seizure killing arrest deployment levy inspection dismissal closure demand claim
compromise timetable budget amendment annexation expulsion embargo strike referendum ceasefire extradition sanction'''.split()
objects = '''border school records prisoners port road licence crew wreck bridge bonus hostages talks pipeline archive dam quarry data convoy
fees well harbour ledger seats jobs factory mine ration accounts island bells statue contract embargo pool fence visas tunnel patrols
flights curfew valve bodies aid money fleet levy'''.split()
plural_things = set('records prisoners hostages talks fees seats jobs accounts bells data visas patrols flights bodies'.split())
adjs = 'new joint independent final full fresh formal public long-awaited disputed proposed partial military binding temporary foreign frozen'.split()
adverbs = 'repeatedly publicly firmly formally again categorically flatly privately promptly twice once quietly openly respectfully unanimously'.split()
verbs_of_doing = '''close reopen release publish examine pay return lift extend suspend withdraw open share inspect hand_over sell cut guard block
repair seize rebuild drain leave accept defend fund ban renew disclose resume evacuate surrender blow_up give_back call_off shut_down'''.split()
participles = {'pay': 'paid', 'sell': 'sold', 'cut': 'cut', 'leave': 'left', 'rebuild': 'rebuilt', 'blow': 'blown', 'give': 'given', 'shut': 'shut', 'hand': 'handed',
               'ban': 'banned', 'publish': 'published', 'resume': 'resumed'}


def past_participle(base):
    if base in participles:
        return participles[base]
    return base + 'd' if base.endswith('e') else base + 'ed'


def third(base):
    return base + ('es' if base.endswith(('s', 'sh', 'ch', 'x', 'o')) else 's')


# ---- noun phrases: (node, plural)

def person_name():
    head = word(one(first_names), 'PROPN', 'NNP')
    return head.after(('flat', word(one(last_names), 'PROPN', 'NNP')))


def surname():
    return word(one(last_names), 'PROPN', 'NNP')


def titled():
    head = person_name() if chance(.5) else surname()
    title = word(one(titles), 'PROPN', 'NNP')
    if chance(.25):
        title.before(('amod', word(one(adjectives), 'ADJ', 'JJ')))
    elif chance(.2):
        title.before(('compound', word(one(body_fields), 'PROPN', 'NNP')))
    return head.before(('nmod:desc', title))


def role_title():
    """Opposition lawmaker Moses Orr; chief executive Ana Bell."""
    head = person_name()
    role = word(one(roles + ['lawmaker', 'striker', 'economist', 'shareholder', 'activist', 'conductor', 'coach', 'trader']))
    if chance(.6):
        role.before(('compound', word(one(['opposition', 'union', 'party', 'army', 'council', 'team', 'company', 'harbour']))))
    return head.before(('nmod:desc', role))


def proper_body():
    head = word(one(body_heads), 'PROPN', 'NNP')
    r = pick.random()
    if r < .35:
        head.before(('amod', word(one(body_words), 'ADJ', 'NNP')))
    elif r < .6:
        head.before(('compound', word(one(body_fields), 'PROPN', 'NNP')))
    elif r < .75:
        head.after(('nmod', word(one(body_fields), 'PROPN', 'NNP').before(adp('of'))))
    return head.before(det('the'))


def genitive(owner):
    owner.after(('case', word('’s' if chance(.3) else "'s", 'PART', 'POS')))
    return ('nmod:poss', owner)


def common_body():
    head = word(one(common_bodies))
    r = pick.random()
    if r < .3:
        return head.before(genitive(word(one(places), 'PROPN', 'NNP')))
    if r < .5:
        head.before(('amod', word(one(adjectives), 'ADJ', 'JJ')))
    elif r < .6:
        head.before(('compound', word(one(['city', 'port', 'farm', 'rail', 'mining', 'state', 'village']))))
    return head.before(det('the'))


def role_alone():
    head = word(one(roles))
    r = pick.random()
    if r < .3:
        head.before(('nmod:poss', word(one(['its', 'his', 'her', 'their']), 'PRON', 'PRP$')))
        if chance(.4):
            head.inner(('amod', word(one(['national', 'legal', 'former', 'chief', 'new']), 'ADJ', 'JJ')))
        return head
    if r < .45:
        return head.before(genitive(common_body()))
    if r < .6:
        head.after(('nmod', one([common_body, proper_body])().before(adp(one(['of', 'for'])))))
    return head.before(det(one(['the', 'a', 'the'])))


def group():
    head = word(one(groups), 'NOUN', 'NNS')
    if chance(.5):
        head.before(det(one(['the', 'the', 'several', 'both'])))
    elif chance(.3):
        head.before(('amod', word(one(adjectives), 'ADJ', 'JJ')))
    return head


def pronoun(set_=('he', 'she', 'it', 'they')):
    w = one(set_)
    return word(w, 'PRON', 'PRP'), w == 'they'


def place():
    return word(one(places), 'PROPN', 'NNP')


def apposed(np, beside):
    return np.after(('appos', beside.before(comma())), comma())


def plain_speaker():
    r = pick.random()
    if r < .16:
        return titled(), False
    if r < .26:
        return role_title(), False
    if r < .34:
        return surname(), False
    if r < .50:
        return proper_body(), False
    if r < .62:
        return common_body(), False
    if r < .72:
        return role_alone(), False
    if r < .82:
        return group(), True
    if r < .92:
        return place(), False
    return person_name(), False


def joined_speakers():
    a, _ = one([(place(), 0), (titled(), 0), (proper_body(), 0), (group(), 0)])
    b, _ = one([(place(), 0), (titled(), 0), (proper_body(), 0), (group(), 0)])
    return a.after(('conj', b.before(cc()))), True


def speaker():
    r = pick.random()
    if r < .14:
        return pronoun()
    if r < .20:
        return joined_speakers()
    np, plural = plain_speaker()
    if r < .30:
        return apposed(role_alone(), person_name()), False
    if r < .38:
        return apposed(person_name(), role_alone()), False
    if r < .50:
        return relative(np, plural), plural
    return np, plural


def relative(np, plural):
    """…, which has never acknowledged that it flies drones,"""
    person = np.xpos == 'NNP' and np.form in first_names + last_names
    who = word('who' if person or plural or np.form in roles else 'which', 'PRON', 'WP' if person or plural else 'WDT')
    r = pick.random()
    if r < .4:
        verb = tell(who, plural, deep=True)
    elif r < .6:
        verb = past_thing(who)
    elif r < .8:
        verb = word(one(['chairs', 'leads', 'runs', 'heads', 'owns', 'advises']), 'VERB', 'VBZ').before(('nsubj', who))
        verb.after(('obj', one([proper_body, common_body])()))
    else:
        verb = word(one(['met', 'visited', 'lost', 'left', 'resigned', 'arrived']), 'VERB', 'VBD').before(('nsubj', who))
        if verb.form in ('met', 'visited', 'lost', 'left'):
            verb.after(('obj', object_np()))
        verb.after(when())
    return np.after(('acl:relcl', verb.before(comma())), comma())


def past_thing(subject):
    verb = word(one(['rejected', 'opposed', 'welcomed', 'condemned', 'backed', 'criticised']), 'VERB', 'VBD').before(('nsubj', subject))
    return verb.after(('obj', thing_np()))


def object_np(possible_of=True):
    noun = one(objects)
    head = word(noun, 'NOUN', 'NNS' if noun in plural_things else 'NN')
    if chance(.25):
        head.before(('amod', word(one(adjs), 'ADJ', 'JJ')))
    if chance(.15) and possible_of:
        head.after(('nmod', one([common_body, place, proper_body])().before(adp(one(['of', 'in', 'near'])))))
    r = pick.random()
    if r < .7:
        return head.before(det('the'))
    if r < .85:
        return head.before(('nmod:poss', word(one(['its', 'their', 'his', 'her']), 'PRON', 'PRP$')))
    if noun in plural_things:
        return head
    return head.before(det(one(['a', 'any', 'every'])))


def thing_np():
    head = word(one(things))
    if chance(.25):
        head.before(('amod', word(one(adjs), 'ADJ', 'JJ')))
    if chance(.3):
        head.after(('nmod', one([titled, common_body, proper_body, object_np])().before(adp('of'))))
    return head.before(det(one(['the', 'the', 'the', 'a', 'this'])))


def when():
    r = pick.random()
    if r < .3:
        return ('obl', word(one(days), 'PROPN', 'NNP').before(adp('on')))
    if r < .45:
        return ('obl', word(one(months), 'PROPN', 'NNP').before(adp('in')))
    if r < .6:
        return ('obl:unmarked', word(one(['year', 'week', 'month', 'night'])).before(('amod', word('last', 'ADJ', 'JJ'))))
    if r < .7:
        return ('obl', word(one(['midnight', 'noon', 'dawn'])).before(adp('by')))
    return None


def where_said():
    head = word(one(['statement', 'letter', 'interview', 'speech', 'circular', 'memo', 'briefing', 'note', 'broadcast', 'filing']))
    if chance(.25):
        head.before(('amod', word(one(['written', 'joint', 'brief', 'televised', 'leaked']), 'ADJ', 'JJ')))
    if chance(.3):
        head.after(('nmod', group().before(adp(one(['to', 'with'])))))
    return ('obl', head.before(det('a')).before(adp('in')))


# ---- clauses that are told

def do_phrase(form='VB', base=None):
    """close the port; hand over the records: (verb, particle placed)"""
    base = base or one(verbs_of_doing)
    parts = base.split('_')
    text = {'VB': parts[0], 'VBN': past_participle(parts[0]), 'VBG': (parts[0][:-1] if parts[0].endswith('e') else parts[0]) + 'ing'}[form]
    if form == 'VBG' and parts[0] in ('cut', 'ban', 'shut'):
        text = parts[0] + parts[0][-1] + 'ing'
    verb = word(text, 'VERB', form)
    if len(parts) > 1:
        verb.after(('compound:prt', word(parts[1], 'ADP', 'RP')))
    return verb


def infinitive(negated=None):
    verb = do_phrase()
    verb.after(('obj', object_np()))
    if chance(.3):
        verb.after(when())
    verb.before(mark('to'))
    if negated if negated is not None else chance(.2):
        verb.before(('advmod', word('not', 'PART', 'RB')))
    if chance(.15):
        verb.after(('conj', do_phrase().after(('obj', object_np())).before(mark('to') if chance(.5) else None).before(cc())))
    return verb


def clause_subject():
    r = pick.random()
    if r < .3:
        return pronoun()
    if r < .5:
        return plain_speaker()
    noun = object_np(False)
    return noun, noun.form in plural_things


def be(plural, past):
    return ('were' if plural else 'was') if past else ('are' if plural else 'is')


def clause():
    """A finite clause without its mark."""
    r = pick.random()
    subject, plural = clause_subject()
    if r < .28:  # modal
        verb = do_phrase()
        verb.before(('aux', word(one(['would', 'will', 'would', 'could', 'must', 'should', 'might']), 'AUX', 'MD')))
        if chance(.2):
            verb.inner(one([('advmod', word('not', 'PART', 'RB')), adv('never'), adv('soon')]))
        verb.before(('nsubj', subject)).after(('obj', object_np()))
    elif r < .5:  # passive
        noun = object_np(False)
        verb = do_phrase('VBN')
        aux = one([['would', 'be'], ['had', 'been'], ['will', 'be'], ['has' if noun.form not in plural_things else 'have', 'been'], [be(noun.form in plural_things, True)]])
        tags = {'would': 'MD', 'will': 'MD', 'be': 'VB', 'been': 'VBN', 'had': 'VBD', 'has': 'VBZ', 'have': 'VBP', 'was': 'VBD', 'were': 'VBD'}
        for a in reversed(aux):
            verb.before(('aux:pass' if a == aux[-1] else 'aux', word(a, 'AUX', tags[a])))
        verb.before(('nsubj:pass', noun))
        if chance(.3):
            verb.after(('obl:agent', one([common_body, group, proper_body])().before(adp('by'))))
    elif r < .68:  # perfect
        verb = do_phrase('VBN')
        verb.before(('aux', word('had' if chance(.6) else ('have' if plural else 'has'), 'AUX', 'VBD')))
        verb.left[0][1].xpos = {'had': 'VBD', 'have': 'VBP', 'has': 'VBZ'}[verb.left[0][1].form]
        if chance(.2):
            verb.inner(adv(one(['never', 'already', 'always', 'not'])))
        verb.before(('nsubj', subject)).after(('obj', object_np()))
    elif r < .85:  # copula
        verb = one([word(one(['illegal', 'ready', 'unacceptable', 'innocent', 'unsafe', 'certain', 'voluntary', 'baseless', 'prepared', 'willing']), 'ADJ', 'JJ'),
                    word(one(['nonsense', 'advice', 'piracy', 'blackmail', 'provocation'])),
                    word(one(['threat', 'mistake', 'betrayal', 'lie', 'formality', 'trap'])).before(det('a'))])
        past = chance(.6)
        word_be = be(plural, past)
        verb.before(('cop', word(word_be, 'AUX', 'VBD' if past else ('VBP' if plural else 'VBZ'))))
        verb.before(('nsubj', subject))
        if verb.form in ('ready', 'prepared', 'willing'):
            verb.after(('xcomp' if chance(.5) else 'advcl', infinitive(False)))
    else:
        verb = word(one(['owed', 'knew', 'lost', 'broke', 'kept', 'saw', 'ignored', 'threatened', 'forgot', 'feared']), 'VERB', 'VBD')
        verb.before(('nsubj', subject)).after(('obj', object_np()))
    if chance(.2):
        verb.after(when())
    return verb


def with_that(p=.7):
    verb = clause()
    return verb.before(mark('that')) if chance(p) else verb


def condition(behind_comma=None):
    """if …, provided …, unless …, should … : relation and clause."""
    r = pick.random()
    if r < .75:
        verb = clause()
        marker = one(['if', 'if', 'if', 'unless', 'once', 'provided', 'as', 'until'])
        if marker == 'as':
            soon = word('as', 'ADV', 'RB')
            verb.before(('mark', word('soon', 'ADV', 'RB').before(('advmod', soon)).after(('fixed', word('as', 'SCONJ', 'IN')))))
            verb.left[0] = ('mark', word('as', 'SCONJ', 'IN').after(('fixed', word('soon', 'ADV', 'RB')), ('fixed', word('as', 'SCONJ', 'IN'))))
        elif marker == 'provided' and chance(.5):
            verb.before(('mark', word('provided', 'SCONJ', 'IN').after(('fixed', word('that', 'SCONJ', 'IN')))))
        else:
            verb.before(mark(marker))
    elif r < .9:
        verb = do_phrase().before(('nsubj', plain_speaker()[0])).before(('aux', word('should', 'AUX', 'MD'))).after(('obj', object_np()))
    else:
        verb = clause().before(('mark', word('that', 'SCONJ', 'IN')))
        noun = word(one(['condition', 'condition', 'terms'])).before(adp('on')).after(('acl', verb))
        return ('obl', noun)
    if behind_comma if behind_comma is not None else chance(.3):
        verb.before(comma())
    return ('advcl', verb)


def joined_clauses():
    """that A, that B and that C"""
    head = with_that(.85)
    n = 1 if chance(.65) else 2
    sep = one([',', ',', ';'])
    for i in range(n):
        more = clause().before(mark('that'))
        last = i == n - 1
        if last:
            more.before(cc())
        if not last or n == 2 or chance(.4) or sep == ';':
            more.before(comma(sep))
        head.after(('conj', more))
    return head


# ---- predicates of communication

say_verbs = [('say', 'said', 'said'), ('insist', 'insisted', 'insisted'), ('claim', 'claimed', 'claimed'), ('state', 'stated', 'stated'), ('declare', 'declared', 'declared'),
             ('warn', 'warned', 'warned'), ('maintain', 'maintained', 'maintained'), ('allege', 'alleged', 'alleged'), ('contend', 'contended', 'contended'),
             ('report', 'reported', 'reported'), ('deny', 'denied', 'denied'), ('admit', 'admitted', 'admitted'), ('announce', 'announced', 'announced'),
             ('argue', 'argued', 'argued'), ('reply', 'replied', 'replied'), ('respond', 'responded', 'responded'), ('note', 'noted', 'noted'), ('affirm', 'affirmed', 'affirmed'),
             ('swear', 'swore', 'sworn'), ('promise', 'promised', 'promised'), ('pledge', 'pledged', 'pledged'), ('predict', 'predicted', 'predicted'),
             ('concede', 'conceded', 'conceded'), ('confirm', 'confirmed', 'confirmed'), ('stress', 'stressed', 'stressed'), ('reiterate', 'reiterated', 'reiterated'),
             ('suggest', 'suggested', 'suggested'), ('add', 'added', 'added'), ('point_out', 'pointed_out', 'pointed_out'), ('find', 'found', 'found'), ('write', 'wrote', 'written'),
             ('explain', 'explained', 'explained'), ('hold', 'held', 'held'), ('recall', 'recalled', 'recalled'), ('represent', 'represented', 'represented')]
order_verbs = [('demand', 'demanded', 'demanded'), ('request', 'requested', 'requested'), ('propose', 'proposed', 'proposed'), ('recommend', 'recommended', 'recommended'),
               ('order', 'ordered', 'ordered'), ('urge', 'urged', 'urged'), ('insist', 'insisted', 'insisted'), ('resolve', 'resolved', 'resolved')]
to_verbs = [('promise', 'promised', 'promised'), ('threaten', 'threatened', 'threatened'), ('offer', 'offered', 'offered'), ('refuse', 'refused', 'refused'), ('agree', 'agreed', 'agreed'),
            ('decline', 'declined', 'declined'), ('vow', 'vowed', 'vowed'), ('pledge', 'pledged', 'pledged'), ('undertake', 'undertook', 'undertaken'), ('swear', 'swore', 'sworn'),
            ('vote', 'voted', 'voted'), ('demand', 'demanded', 'demanded'), ('propose', 'proposed', 'proposed'), ('consent', 'consented', 'consented'), ('ask', 'asked', 'asked')]
object_to_verbs = [('urge', 'urged', 'urged', 'obj'), ('order', 'ordered', 'ordered', 'obj'), ('ask', 'asked', 'asked', 'obj'), ('tell', 'told', 'told', 'iobj'), ('warn', 'warned', 'warned', 'obj'),
                   ('forbid', 'forbade', 'forbidden', 'obj'), ('invite', 'invited', 'invited', 'obj'), ('advise', 'advised', 'advised', 'obj'), ('instruct', 'instructed', 'instructed', 'obj'),
                   ('allow', 'allowed', 'allowed', 'obj'), ('press', 'pressed', 'pressed', 'obj')]
object_that_verbs = [('tell', 'told', 'told', 'iobj'), ('inform', 'informed', 'informed', 'obj'), ('assure', 'assured', 'assured', 'obj'), ('warn', 'warned', 'warned', 'obj'),
                     ('remind', 'reminded', 'reminded', 'obj'), ('promise', 'promised', 'promised', 'iobj'), ('notify', 'notified', 'notified', 'obj')]
thing_verbs = [('condemn', 'condemned', 'condemned'), ('reject', 'rejected', 'rejected'), ('demand', 'demanded', 'demanded'), ('request', 'requested', 'requested'), ('welcome', 'welcomed', 'welcomed'),
               ('deplore', 'deplored', 'deplored'), ('oppose', 'opposed', 'opposed'), ('accept', 'accepted', 'accepted'), ('deny', 'denied', 'denied'), ('criticise', 'criticised', 'criticised'),
               ('question', 'questioned', 'questioned'), ('dismiss', 'dismissed', 'dismissed'), ('support', 'supported', 'supported'), ('regret', 'regretted', 'regretted'),
               ('blame', 'blamed', 'blamed'), ('endorse', 'endorsed', 'endorsed'), ('rule_out', 'ruled_out', 'ruled_out'), ('turn_down', 'turned_down', 'turned_down'), ('protest', 'protested', 'protested'),
               ('denounce', 'denounced', 'denounced'), ('attack', 'attacked', 'attacked'), ('propose', 'proposed', 'proposed'), ('challenge', 'challenged', 'challenged'), ('note', 'noted', 'noted')]


def finite(forms, subject, plural, tense=None):
    """The verb with its subject and auxiliaries; a particle hangs behind."""
    base, past, part = forms[:3]
    tense = tense or one(['past', 'past', 'past', 'present', 'present', 'perfect', 'pluperfect'])
    if tense == 'past':
        text, tag, aux = past, 'VBD', None
    elif tense == 'present':
        text, tag, aux = (base, 'VBP', None) if plural else (third(base.split('_')[0]) if not base.startswith('deny') else 'denies', 'VBZ', None)
        if base.split('_')[0] in ('deny', 'reply') and not plural:
            text = base[:-1] + 'ies'
        if '_' in base and not plural:
            text += '_' + base.split('_')[1]
    else:
        text, tag = part, 'VBN'
        aux = ('have' if plural else 'has', 'VBP' if plural else 'VBZ') if tense == 'perfect' else ('had', 'VBD')
    bits = text.split('_')
    verb = word(bits[0], 'VERB', tag)
    if len(bits) > 1:
        verb.after(('compound:prt', word(bits[1], 'ADP', 'RP')))
    if chance(.12):
        verb.before(adv(one(adverbs)))
    if aux:
        verb.before(('aux', word(aux[0], 'AUX', aux[1])))
    if subject:
        verb.before(('nsubj', subject))
    verb.tense = tense
    return verb


def told_object():
    np, _ = one([(group(), 0), (titled(), 0), (common_body(), 0), (proper_body(), 0), (word(one(['us', 'them', 'him', 'her', 'me']), 'PRON', 'PRP'), 0), (place(), 0)])
    return np


def tell(subject, plural, tense=None, deep=False):
    """A predicate of communication with what it tells."""
    r = pick.random()
    if r < .30:
        verb = finite(one(say_verbs), subject, plural, tense)
        told = joined_clauses() if chance(.3) and not deep else with_that()
        if chance(.22):
            verb.after(where_said() if chance(.6) else when())
            if told.left and told.left[0][1].form != 'that':
                told.before(mark('that'))
        elif chance(.06):
            told = with_that(1)
            verb.after(('obl', word(one(['compromise', 'condition', 'precaution', 'gesture', 'principle'])).before(det('a')).before(adp('as')).before(comma())))
            told.before(comma())
        if chance(.15) and not deep:
            told.after(condition())
        verb.after(('ccomp', told))
    elif r < .36:
        verb = finite(one(order_verbs), subject, plural, tense)
        noun = object_np(False)
        told = do_phrase('VBN').before(('aux:pass', word('be', 'AUX', 'VB'))).before(('nsubj:pass', noun)).before(mark('that'))
        if chance(.3) and not deep:
            again = do_phrase('VBN').before(('aux:pass', word('be', 'AUX', 'VB'))).before(('nsubj:pass', object_np(False))).before(mark('that')).before(cc())
            told.after(('conj', again))
        verb.after(('ccomp', told))
    elif r < .52:
        verb = finite(one(to_verbs), subject, plural, tense)
        told = infinitive()
        if chance(.25) and not deep:
            told.after(condition())
        if chance(.12):
            verb.after(where_said())
        verb.after(('xcomp', told))
    elif r < .64:
        forms = one(object_to_verbs)
        verb = finite(forms, subject, plural, tense)
        verb.after((forms[3], told_object()), ('xcomp', infinitive()))
    elif r < .72:
        forms = one(object_that_verbs)
        verb = finite(forms, subject, plural, tense)
        verb.after((forms[3], told_object()), ('ccomp', joined_clauses() if chance(.25) and not deep else with_that(.85)))
    elif r < .86:
        verb = finite(one(thing_verbs), subject, plural, tense)
        if chance(.18):
            terms = word('terms', 'NOUN', 'NNS').before(('amod', word('strongest', 'ADJ', 'JJS'))).before(det('the')).before(adp('in'))
            verb.after(('obl', terms))
        thing = word(one(['this', 'it', 'that', 'them']), 'PRON', 'DT') if chance(.12) else thing_np()
        if thing.form in ('it', 'them'):
            thing.xpos = 'PRP'
        verb.after(('obj', thing))
        if chance(.2):
            verb.after(when())
    elif r < .90:
        verb = finite(('call', 'called', 'called'), subject, plural, tense)
        if chance(.5):
            verb.after(('obl', told_object().before(adp(one(['on', 'upon'])))), ('xcomp', infinitive()))
        else:
            verb.after(('obl', thing_np().before(adp('for'))))
    elif r < .93:
        verb = finite(('accuse', 'accused', 'accused'), subject, plural, tense)
        act = do_phrase('VBG').after(('obj', object_np())).before(mark('of'))
        verb.after(('obj', told_object()), ('advcl', act))
    elif r < .95:
        verb = finite(('reserve', 'reserved', 'reserved'), subject, plural, tense)
        right = word('right').before(det('the') if chance(.7) else ('nmod:poss', word('its', 'PRON', 'PRP$'))).after(('acl', infinitive(False)))
        verb.after(('obj', right))
    elif r < .97:
        verb = finite(('give', 'gave', 'given'), subject, plural, tense)
        time = word(one(['days', 'weeks', 'hours']), 'NOUN', 'NNS').before(('nummod', word(one(['two', 'ten', 'three', '48']), 'NUM', 'CD'))).after(('acl', infinitive(False)))
        verb.after(('iobj', told_object()), ('obj', time))
    else:
        verb = finite(('make', 'made', 'made'), subject, plural, tense)
        verb.after(('expl', word('it', 'PRON', 'PRP')), ('xcomp', word(one(['clear', 'known', 'plain']), 'ADJ', 'JJ')), ('ccomp', clause().before(mark('that'))))
    return verb


# ---- sentences

def plain():
    subject, plural = speaker()
    return tell(subject, plural)


def two_acts():
    """condemned … and demanded …; said that …, and called on …"""
    subject, plural = speaker()
    tense = one(['past', 'past', 'present', 'present', 'perfect'])
    verb = tell(subject, plural, tense)
    second = tell(None, plural, tense if tense != 'perfect' else 'past', deep=True)
    r = pick.random()
    if tense == 'perfect' and not any(c.form in ('has', 'have') for _, c in second.left):
        second = tell(None, plural, 'past', deep=True)
    second.before(cc(one(['and', 'and', 'but'])))
    if r < .4:
        second.before(comma())
    return verb.after(('conj', second))


def two_speakers():
    a, pa = plain_speaker()
    b, pb = speaker()
    verb = tell(a, pa, one(['past', 'present']), deep=True)
    second = tell(b, pb, verb.tense, deep=True)
    if chance(.4):
        return verb.after(('parataxis', second.before(comma(';'))))
    return verb.after(('conj', second.before(cc(one(['and', 'but', 'while', 'and']))).before(comma())))


def asked():
    """Asked whether …, she replied that …"""
    subject, plural = one([pronoun(('he', 'she')), plain_speaker()])
    verb = tell(subject, plural, 'past')
    front = word('Asked', 'VERB', 'VBN')
    if chance(.4):
        front.after(('obl:agent', one([group, titled, common_body])().before(adp('by'))))
    if chance(.75):
        front.after(('ccomp', clause().before(mark(one(['whether', 'if'])))))
    else:
        front.after(('obl', one([thing_np(), word('this', 'PRON', 'DT')]).before(adp('about'))))
    front.after(comma())
    return verb.before(('advcl', front))


def condition_first():
    subject, plural = speaker()
    verb = finite(one(say_verbs[:8]), subject, plural)
    told = with_that(.8)
    rel, cond = condition(False)
    if rel != 'advcl':
        return plain()
    if told.left[0][1].form == 'that':
        that = told.left.pop(0)
        told.before((rel, cond.after(comma()))).before(that)
    else:
        told.before((rel, cond.after(comma())))
    return verb.after(('ccomp', told))


def said_last():
    """The port would close on Monday, the ministry said."""
    subject, plural = plain_speaker()
    verb = finite(one(say_verbs[:7] + [('say', 'said', 'said')] * 4), subject, plural, one(['past', 'past', 'present']))
    told = clause()
    if chance(.3):
        told.after(condition(False))
    verb.left.insert(0, ('ccomp', told))
    verb.left.insert(1, comma())
    return verb


def passive():
    r = pick.random()
    agent = ('obl:agent', one([common_body, group, proper_body, titled])().before(adp('by')))
    tense = one([('was', 'VBD'), ('has been', ''), ('were', 'VBD')])
    if r < .4:
        subject = word('That', 'PRON', 'DT') if chance(.25) else thing_np()
        verb = word(one(['rejected', 'dismissed', 'condemned', 'criticised', 'denied', 'accepted', 'opposed', 'welcomed']), 'VERB', 'VBN')
        verb.before(('aux:pass', word('was', 'AUX', 'VBD'))).before(('nsubj:pass', subject)).after(agent)
        return verb
    subject = told_object()
    while subject.upos == 'PRON':
        subject = told_object()
    verb = word(one(['urged', 'told', 'warned', 'ordered', 'asked', 'advised', 'forbidden']), 'VERB', 'VBN')
    plural = subject.xpos == 'NNS'
    if tense[0] == 'has been':
        verb.before(('aux:pass', word('been', 'AUX', 'VBN'))).before(('aux', word('have' if plural else 'has', 'AUX', 'VBP' if plural else 'VBZ')))
    else:
        verb.before(('aux:pass', word('were' if plural else 'was', 'AUX', 'VBD')))
    verb.before(('nsubj:pass', subject))
    if chance(.7):
        verb.after(agent)
    return verb.after(('xcomp', infinitive()))


def noun_of_act():
    """Mr Dain's refusal to disclose the accounts has puzzled his friends."""
    noun = word(one(['refusal', 'threat', 'promise', 'offer', 'decision', 'pledge', 'vow', 'plan', 'demand', 'claim']))
    owner, _ = plain_speaker()
    noun.before(genitive(owner) if owner.xpos != 'NNS' else ('nmod:poss', owner.after(('case', word('’' if chance(.3) else "'", 'PART', 'POS')))))
    if noun.form in ('demand', 'claim'):
        noun.after(('acl', clause().before(mark('that'))))
    else:
        noun.after(('acl', infinitive()))
    base = one(['puzzle', 'anger', 'alarm', 'surprise', 'delight', 'please'])
    if chance(.5):
        verb = word(past_participle(base), 'VERB', 'VBD')
    else:
        verb = word(past_participle(base), 'VERB', 'VBN').before(('aux', word('has', 'AUX', 'VBZ')))
    return verb.before(('nsubj', noun)).after(('obj', one([group, common_body])()))


def according():
    told = clause()
    source = ('obl', one([titled, role_alone, common_body, proper_body])().before(('case', word('according', 'VERB', 'VBG').after(('fixed', word('to', 'ADP', 'IN'))))))
    if chance(.5):
        source[1].after(comma())
        return told.before(source)
    source[1].before(comma())
    return told.after(source)


def setting_first():
    verb = one([plain, two_acts])()
    rel, setting = one([('obl', word(one(['talks', 'hearing', 'meeting', 'summit', 'session', 'briefing'])).before(det('the')).before(adp(one(['at', 'after', 'during'])))),
                        ('obl', word(one(days), 'PROPN', 'NNP').before(adp('on'))),
                        ('obl', word(one(places), 'PROPN', 'NNP').before(adp('in'))),
                        ('advcl', word('Speaking', 'VERB', 'VBG').after(('obl', word(one(['rally', 'ceremony', 'dinner'])).before(det('a')).before(adp('at')))))])
    if rel == 'advcl' or chance(.6):
        setting.after(comma())
    return verb.before((rel, setting))


def adding():
    subject, plural = speaker()
    verb = tell(subject, plural, 'past', deep=True)
    more = word(one(['saying', 'adding', 'warning', 'insisting', 'arguing', 'claiming']), 'VERB', 'VBG').after(('ccomp', with_that()))
    return verb.after(('advcl', more.before(comma())))


kinds = [(plain, 30), (two_acts, 20), (two_speakers, 9), (asked, 5), (condition_first, 6), (said_last, 7), (passive, 6), (noun_of_act, 7), (according, 3), (setting_first, 5), (adding, 5)]


def lines(root, number):
    root.after(('punct', word('.', 'PUNCT', '.')))
    order = list(root.walk())
    if not 5 <= len(order) <= 60:
        return None
    for w in order:
        w.head, w.rel = 0, 'root'
    for w in order:
        for rel, child in w.left + w.right:
            child.head, child.rel = order.index(w) + 1, rel
    for w, after in zip(order, order[1:]):
        if w.form == 'a' and w.rel == 'det' and after.form[0] in 'aeiouAEIO':
            w.form = 'an'
    order[0].form = order[0].form[0].upper() + order[0].form[1:]
    text, rows = '', []
    for i, w in enumerate(order):
        glued = i + 1 < len(order) and (order[i + 1].upos == 'PUNCT' or order[i + 1].xpos == 'POS')
        text += w.form + ('' if glued or i + 1 == len(order) else ' ')
        rows.append(f'{i + 1}\t{w.form}\t_\t{w.upos}\t{w.xpos}\t_\t{w.head}\t{w.rel}\t_\t{"SpaceAfter=No" if glued else "_"}')
    return f'# text = {text}\n# sent_id = composed-{number}\n' + '\n'.join(rows) + '\n'


def main():
    number = 0
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    while number < wanted:
        build = pick.choices([k for k, _ in kinds], [n for _, n in kinds])[0]
        made = lines(build(), number + 1)
        if made:
            number += 1
            print(made)


main()
