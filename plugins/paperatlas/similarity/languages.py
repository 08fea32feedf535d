"""Which language a text is in, and the words of each that say nothing of what it is about.

The lists are our own: articles, pronouns, prepositions, conjunctions, auxiliary verbs, and the adverbs that join
sentences. What a language has no list for is read as English is, whose words stand in texts of all languages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from paperatlas.text.language_tags import primary_language

_LISTS = {
    "en": """
a about above across after again against all almost along already also although among an and another any are as
at away be became because become been before behind being below between both but by can cannot could did do does
done down during each either else enough even ever every first for from further had has have having here how
however i if in instead into is it its itself just last later less let like made make many may might more most
much must neither never new next no none nor not novel now of off often on once one only onto or other others
our out over own paper papers per propose proposed proposes rather same second see several shall should show
shown shows since so some still such than that the their them themselves then there these they this those though
three through thus to together too toward towards two under until up upon us use used uses using very via was we
well were what when where whether which while who whom whose why will with within without would yet you your
""",
    "de": """
ab aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei beim beiden bis
bisher bzw da dabei dadurch dafür daher damit dann daran darauf daraus darin darüber das dass dazu dem den denen denn
dennoch der deren des dessen die dies diese diesem diesen dieser dieses doch dort durch ein eine einem einen einer
eines einige einiger einigen er erst es etwa etwas euch für gegen hat hatte hatten haben hier hin hinter ich ihm ihn
ihnen ihr ihre ihrem ihren ihrer im in indem ins ist ja jede jedem jeden jeder jedes jedoch jene jenen jener kann kein
keine keinen keiner können konnte könnte man mehr mein mit muss müssen nach nachdem neben nicht nichts noch nun nur ob
obwohl oder ohne schon sehr sein seine seinem seinen seiner seit sich sie sind so sogar solche solcher somit sondern
soll sollen sowie sowohl statt über um und uns unser unsere unter viel viele vielen vom von vor während war waren warum
was weder wegen weil weiter weitere welche welchen welcher wenn wer werden wie wieder will wir wird wo wobei wurde
wurden zu zum zur zwar zwei zwischen
""",
    "fr": """
à afin ainsi alors après au aucun aucune aujourd aussi autre autres aux avait avant avec avoir beaucoup bien car ce ceci
cela celle celles celui cependant ces cet cette ceux chaque chez ci comme comment contre dans de depuis derrière des
dès deux devant doit donc dont du elle elles en encore entre est et étaient était été être eu eux fait font hors il ils
jusqu jusque la là le les leur leurs lors lorsque lui mais malgré même mêmes moins ne ni non nos notamment notre nous
on ont or où par parce parmi pas peu peut peuvent plus plusieurs pour pourquoi près puis puisque qu quand que quel
quelle quelles quelque quelques quels qui quoi sans se selon sera ses seulement si sinon soit son sont sous sur ta tel
telle telles tels toujours tous tout toute toutes très trois un une vers vos votre vous
""",
    "es": """
además al algo alguna algunas alguno algunos ante antes aquel aquella aquellos así aun aún aunque bajo bien cada casi
como cómo con contra cual cuales cuando de debe del desde después donde dos durante el él ella ellas ello ellos en
entonces entre era eran es esa esas ese eso esos esta está estaba están estas este esto estos fue fueron ha había han
hacia hasta hay la las le les lo los más mediante menos mi mientras mismo misma mismos muy ni no nos nosotros nuestra
nuestro nuestros o otra otras otro otros para pero poco por porque pues puede pueden que qué quien quienes se según ser
si sí sido siempre sin sino sobre solo sólo son su sus también tan tanto tiene tienen toda todas todo todos tras tres
tu un una unas uno unos y ya
""",
    "it": """
ad agli ai al alla alle allo allora altra altre altri altro anche ancora attraverso che chi ci ciò cioè ciascun come con
contro cui da dagli dai dal dalla dalle dallo degli dei del della delle dello dentro di dopo dove due durante ed era
erano essere fra fu furono già gli ha hanno il in invece io la le lo loro lui ma mentre molto ne negli nei nel nella
nelle nello noi non nostra nostro nostri ogni oltre per perché perciò più poi poiché può possono prima qua quale quali
quando quanto quella quelle quelli quello questa queste questi questo qui quindi se secondo sempre senza si sia siano
solo sono sopra sotto stata stati stato su sua sue sugli sui sul sulla sulle suo suoi tale tali tra tre tutta tutte
tutti tutto un una uno verso vi
""",
    "pt": """
ainda além algum alguma algumas alguns antes ao aos apenas após aquela aquele aqueles as assim até cada com como contra
cuja cujo da das de dela dele deles depois desde dessa desse desta deste disso do dois dos durante duas e é ela elas
ele eles em enquanto entre era eram essa essas esse esses esta está estão estas este estes eu foi foram há isso isto já
lhe mais mas me mediante menos mesma mesmo mesmos muito muitos na nas nem nessa nesse nesta neste no nos nós nossa
nosso num numa não o onde os ou outra outras outro outros para pela pelas pelo pelos pode podem pois por porém porque
qual quais quando que quem são se segundo seja sem sempre ser seu seus sob sobre sua suas também tanto tão tem têm ter
toda todas todo todos três tudo um uma umas uns
""",
    "nl": """
aan al alle alleen als altijd andere anderen bij binnen boven dan daar daarbij daarna daarom dat de deze die dit doen
doet door dus echter een elk elke en enkele er geen haar had hadden heb hebben heeft hem het hier hij hoe hun ik in
indien is ja je kan kon kunnen maar mag meer men met mij moet moeten na naar naast niet nog nu of om omdat ondanks
onder ons onze ook op over reeds sinds slechts steeds te tegen ten ter terwijl tijdens toch toen tot tussen twee u uit
van vanaf veel verder via volgens voor vooral waar waarbij waarin waarom wanneer was waren wat we wel welke werd werden
wie wij wil worden wordt zal ze zeer zelf zich zij zijn zo zoals zonder zou zouden zowel
""",
    "ru": """
а без более больше будет будут бы был была были было быть в вам вас весь во вот все всё всего всех вы где да даже для
до его ее её если есть еще ещё же за здесь и из или им их к как какая какие какой когда которая которого которое которой
которых которые который кто ли лишь между менее меня может могут можно мы на над надо нас наш наша наши не него нее нет
ни них но о об однако он она они оно от перед по под после потому почти при про раз с сам свои своего своей со среди
также такая такие такого такое такой там тем то того тоже той только том тот тогда три ту у уже хотя чего чем через что
чтобы эта эти этих это этого этой этом этот эту я
""",
}  # fmt: skip

_LIGHT = {
    "en": """
analysis approach approaches application applications article aspect aspects basis book case cases chapter
consideration contribution contributions development discussion effect effects evidence example examples experiment
experiments finding findings framework introduction investigation issue issues method methods note notes overview part
perspective perspectives problem problems question questions remark remarks report research result results review role
studies study survey technique techniques topic type types view volume way ways work works year years
""",
    "de": """
abhandlung analyse ansatz anwendung arbeit arbeiten art aufsatz band beispiel beispiele beitrag beiträge bericht buch
entwicklung ergebnis ergebnisse fall fälle forschung frage fragen grundlagen jahr jahre kapitel methode methoden problem
probleme rolle studie studien teil thema überblick untersuchung untersuchungen
""",
    "fr": """
analyse année années application approche article aspect cas chapitre contribution développement étude études exemple
introduction livre méthode méthodes note ouvrage partie problème problèmes question questions recherche recherches
résultat résultats rôle travail travaux
""",
    "es": """
análisis año años aplicación aproximación artículo aspecto aspectos caso casos capítulo contribución desarrollo ejemplo
enfoque estudio estudios introducción investigación libro método métodos parte problema problemas resultado resultados
trabajo trabajos
""",
    "it": """
analisi anno anni applicazione approccio articolo aspetti capitolo caso casi contributo esempio introduzione lavoro
libro metodo metodi parte problema problemi ricerca ricerche risultati risultato ruolo studi studio sviluppo
""",
    "pt": """
análise ano anos aplicação abordagem artigo aspectos capítulo caso casos contribuição desenvolvimento estudo estudos
exemplo introdução livro método métodos parte pesquisa problema problemas resultado resultados trabalho trabalhos
""",
    "nl": """
aanpak aandeel analyse artikel boek bijdrage deel gebruik geval hoofdstuk inleiding jaar jaren methode methoden
onderzoek ontwikkeling overzicht probleem problemen resultaat resultaten rol studie studies toepassing voorbeeld vraag
werk
""",
    "ru": """
анализ вопрос вопросы год года глава исследование исследования исследований книга метод методы методов обзор основы
подход пример проблема проблемы проблем работа работы развитие результат результаты роль статья часть
""",
}  # fmt: skip
"""Words that say what kind of text it is, and not what it is about: alone they are no reason for two to be related."""

FUNCTION_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(word.casefold() for word in words.split()) for language, words in _LISTS.items()
}
"""By language: words that say nothing of what a text is about."""

LIGHT_WORDS: Mapping[str, frozenset[str]] = {language: frozenset(words.split()) for language, words in _LIGHT.items()}

_ENGLISH = ("en",)
_WORD = re.compile(r"[^\W\d_]{2,}|[^\W\d_a-zA-Z]")
_LOOKED_AT = 600
"""Characters of a text in which its language shows: some hundred words, a third of them function words."""
_CERTAIN = 2
"""Function words of another language that a text must have, and more of them than English ones: `De novo design` has
one."""


def words_shared_by_languages() -> frozenset[str]:
    """Return the function words of at least two languages: `de`, `la`, `que`."""
    found = Counter(word for language, words in FUNCTION_WORDS.items() if language != "en" for word in words)
    return frozenset(word for word, languages in found.items() if languages > 1)


# One call for each text; the texts of abstracts are long keys, so nothing of it is remembered.
def detect_languages(text: str, declared: str = "") -> tuple[str, ...]:
    """Return the languages whose words a text has: what it is `declared` to be, and what its function words show.

    >>> detect_languages("Die Welt und die Maschinen"), detect_languages("The world of machines")
    (('de',), ('en',))
    """
    known = primary_language(declared) if declared else ""
    found = (known,) if known in FUNCTION_WORDS else ()
    # Most texts are English, and most of these have one of these words at once.
    if not found and text.isascii() and (" the " in text or " of " in text or " and " in text):
        return _ENGLISH
    return tuple(dict.fromkeys((*found, *_guessed(text[:_LOOKED_AT])))) or _ENGLISH


def _guessed(text: str) -> tuple[str, ...]:
    """Return the languages of which a text has most function words; several if they have equally many."""
    # A word in capitals is a name: `CON`.
    words = {word.lower() for word in _WORD.findall(text) if not word.isupper()}
    counts = {language: len(words & known) for language, known in FUNCTION_WORDS.items()}
    most = max(counts.values())
    if most < _CERTAIN or counts["en"] == most:
        return ()
    return tuple(language for language, count in counts.items() if count == most)


# A library has texts in a few languages, and in as many pairs of them.
@lru_cache(maxsize=64)
def function_words(languages: tuple[str, ...]) -> frozenset[str]:
    """Return the function words of some languages, and those of English, whose words stand in texts of all."""
    return FUNCTION_WORDS["en"].union(*(FUNCTION_WORDS[language] for language in languages))
