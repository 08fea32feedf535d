"""Given names that are hardly anybody's family name: what tells `Ann Roe, Bo Doe` from `García Márquez, Gabriel José`.

The commonest of Europe and the Americas, without those that many families have as well (Martin, Thomas, Simon, James).
"""

from __future__ import annotations

from paperatlas.text.folding import fold

_COMMON = """
adam adrian agnes aisha albert alejandra alejandro alexandra alexandre alfred alice alicia alina alison amanda amelia
amy ana anastasia anders andrea andreas andrew andrzej angela angelika anita anja anke ann anna anne annette annika
antje antoine anton antonio astrid audrey axel baptiste barbara bart beatrice beatriz benjamin bernd bernhard bettina
birgit bjorn bo bob brenda brian bridget brigitte camila camille carl carla carlos carmen carol caroline catherine
cecilia charlotte chiara chris christian christiane christina christine christoph christopher claire clara claudia
claus colin constance cynthia daniela danielle david deborah denise diana diane diego dieter dietmar dimitri dirk
dmitry dominik donald dorothy doug ed edith eduardo edward eileen elena eleanor elisa elisabeth elizabeth ellen elsa
emil emilia emily emma eric erica erik erika esther eugenia eva evelyn fabian federico felicity felix fernando fiona
florence florian francesca francesco francois franziska fred frederic frederik gabriela gabriele gary george gerard
gerhard giovanni giulia giuseppe gloria grace greg gregory greta guido guillaume gunnar gunter gustavo hanna hannah
hanne hans harald heather heidi heike heiko helen helena helene helga helmut hilde holger hugo ian igor ilse ines inga
ingrid irene iris irina isabel isabella isabelle ivan ivana jack jacqueline jacques jake jakob jane janet jean jeanne
jeff jeffrey jennifer jens jeremy jerome jessica jill jim joachim joan joanna joao jochen joe joel johanna johannes
john jonas jonathan jorg jorge jose josef joseph joshua juan juana judith julia julian juliana julie jurgen justin kai
karen karin karl karsten katarina kate katharina katherine kathleen kathryn katja katrin keith ken kenneth kerstin
kevin klaus kristen kristin kristina lars laura lauren lena leonardo leonie liam lily linda lisa lorenzo lotte louis
louise luca lucas lucia lucy luigi luis luisa lukas lydia magdalena malte manfred manuela marcel marco marcus margaret
margarita margot maria mariana marianne marie marina marine marjorie mark markus marta martha martina mary mathieu
mathilde matteo matthew matthias matthieu maximilian megan melanie melissa mia michael michaela michel michele
michelle miguel mike mikhail monica monika nadia nadine nancy natalia natalie natasha nathalie nathan nicholas nick
nicola nicolas nicole nikolai nikolaus nina nora norbert olaf oleg olga olivia oscar oskar pablo pamela paola paolo
patricia patrick paula pauline pedro penelope per petra philip philipp philippe pierre pieter priya rachel rafael
rainer ralf raphael rebecca regina reinhard renata renate ricardo riccardo robert roberta roberto roger roland rolf
rosemary roxana rudiger ruth sabine sally samantha samuel sandra sara sarah sebastian sergei sergey sergio sharon
silvia sofia sonia sonja sophia sophie stefan stefanie stefano stella stephan stephanie stephane stephen steve steven
sue susan susanna susanne suzanne sven svetlana sylvia sylvie tanja tanya tara tatiana ted teresa theodore theresa
thierry thorsten tim timothy tina tobias tom tomas torsten tracy udo ulrich ulrike ursula uta ute uwe valentina
valerie vanessa verena veronica veronika victoria viktor vincenzo virginia vladimir volker wendy wiebke wilhelm
william wolfgang xavier yannick yolanda yves yvonne zoe
"""
_GIVEN_NAMES = frozenset(_COMMON.split())


def is_given_name(word: str) -> bool:
    """Return whether a word is one of these, whatever its accents and case."""
    return fold(word) in _GIVEN_NAMES
