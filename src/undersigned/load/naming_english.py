"""Naming English: the English sentences by which a name may, or must not, be printed.

Each is a pattern of `load.naming_shapes`, matched as a whole.
"""

from __future__ import annotations

__all__ = ["HIDING", "QUESTIONS", "STATEMENTS"]

# What is printed, how, and where.
_WHOSE = r"(?:(?:your|our|my|the) )"
_ORG = (
    r"(?:organi[sz]ation|ngo|group|institution|association|network|coalition|collective|company|"
    r"entity)"
)
_NAME = (
    rf"(?:{_WHOSE}?(?:full )?(?:name|names|signature)(?: and {_WHOSE}?(?:{_ORG}|country|acronym|"
    rf"affiliation|logo|title))?(?: of {_WHOSE}{_ORG})?|{_WHOSE}?{_ORG}(?: s)?(?: "
    rf"(?:full )?name)?|"
    rf"{_WHOSE}?{_ORG}(?: s)? name and logo|you|us|me)"
)
_DO = r"(?:publish|list|name|show|display|print|mention|include|make public)"
_DONE = (
    r"(?:published|listed|named|shown|displayed|printed|mentioned|included|public|made public|"
    r"publicly (?:listed|named|shown|displayed|published|mentioned))"
)
_DOING = r"(?:publishing|listing|naming|showing|displaying|printing|mentioning|including)"
_LETTER = (
    r"(?:(?:the|this|our) (?:open |joint |public |final |published )*(?:letter|"
    r"statement|appeal|petition|list|website|web site|site|page|publication))"
)
_WHERE = (
    rf"(?: (?:publicly|in public|online|(?:in|on|with|under|below|alongside) {_LETTER}|"
    r"as (?:a |one of the )?(?:public )?(?:signatory|signatories|signer|endorser|supporter)|"
    r"among the (?:public )?signatories|"
    r"(?:in|on) (?:the|our|a) (?:public |published )?list of (?:signatories|signers|endorsers)))*"
)
_NOUN = r"(?:publication|listing|public listing|display|public display|publishing)"
# "… to be listed", "… that your name is published": what one agrees to.
_TO = (
    rf"(?:to be {_DONE}{_WHERE}|to have {_NAME} {_DONE}{_WHERE}|to appear{_WHERE}|"
    rf"(?:to|for us to|that we|that we may|that we can|that you|that you may|us to|you to) "
    rf"(?:publicly )?{_DO} {_NAME}{_WHERE}|"
    rf"(?:that |for |to )?{_NAME} (?:may be|can be|will be|is|being|to be|be) {_DONE}{_WHERE}|"
    rf"(?:that |for )?{_NAME} (?:may appear|can appear|will appear|appears|appearing|to appear)"
    rf"{_WHERE}|(?:to|with) (?:the )?{_NOUN} of {_NAME}{_WHERE}|"
    rf"(?:to|with) us {_DOING} {_NAME}{_WHERE}|(?:to|with) {_DOING} {_NAME}{_WHERE})"
)
_AGREE = (
    r"(?:agree|consent|accept|wish|want|like|authori[sz]e|allow|permit|happy|willing|ok|okay|"
    r"give (?:your |our |my )?(?:consent|permission)|give us (?:your )?permission)"
)
QUESTIONS = (
    rf"(?:may|can|could|shall) we (?:publicly )?{_DO} {_NAME}{_WHERE}",
    rf"(?:may|can|could|shall) {_NAME} (?:be {_DONE}|appear){_WHERE}",
    (
        rf"(?:do|would|are|will|does {_WHOSE}{_ORG}|would {_WHOSE}{_ORG})(?: you)?(?: "
        rf"{_WHOSE}{_ORG})? "
        rf"{_AGREE} {_TO}"
    ),
    (
        rf"(?:is it|are you) (?:ok|okay|all right) (?:if we|for us to) (?:publicly )?{_DO} "
        rf"{_NAME}{_WHERE}"
    ),
    rf"(?:consent|permission|agreement|authori[sz]ation) {_TO}",
    rf"(?:consent|permission|agreement) (?:to|for) {_NOUN}",
    (
        rf"consent {_NOUN}|{_NOUN} (?:consent|permission)|(?:consent|permission) to "
        rf"(?:publish|be named)"
    ),
    rf"{_NOUN} of {_NAME}{_WHERE}",
    (
        r"publish|public signature|show name|publish name|listed publicly|name (?:may|"
        r"can) be published"
    ),
)
STATEMENTS = (
    rf"(?:please )?(?:publicly )?{_DO} {_NAME}{_WHERE}",
    rf"(?:you|we) (?:may|can) (?:publicly )?{_DO} {_NAME}{_WHERE}",
    rf"(?:i|we)(?: hereby)?(?: would)?(?: do)?(?: am| are)? {_AGREE} {_TO}",
    rf"{_NAME} (?:may|can) be {_DONE}{_WHERE}",
)
_HIDDEN = r"(?:anonymous|unnamed|private|confidential|secret|hidden|withheld)"
HIDING = (
    (
        rf"(?:(?:do|would|will) (?:you|{_WHOSE}{_ORG})|i|we)(?: would)? (?:wish|want|"
        rf"like|prefer|need) "
        rf"to (?:(?:remain|stay|be) (?:anonymous|unnamed)|sign anonymously)"
    ),
    r"(?:remain|stay|sign) (?:anonymous|anonymously)|anonymous(?: signature)?|be anonymous",
    rf"(?:please )?keep {_NAME} {_HIDDEN}",
    rf"(?:please )?(?:do not|don t|never) {_DO} {_NAME}{_WHERE}",
    rf"(?:please )?(?:hide|withhold) {_NAME}|hide name|withhold name|sign anonymously",
)
