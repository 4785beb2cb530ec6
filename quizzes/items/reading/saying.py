"""The verbs of saying, as texts use them beside a quotation."""

import re

SAID = (
    r"(?:said|says|told|tells|added|adds|stated|states|stressed|stresses|noted|notes|warned|warns|declared|declares|"
    r"replied|"
    r"responded|argued|argues|insisted|insists|claimed|claims|wrote|writes|tweeted|posted|asked|urged|announced|"
    r"explained|"
    r"described|vowed|promised|remarked|commented|continued|concluded|reiterated|repeated|asserted|acknowledged|"
    r"conceded|"
    r"criticised|criticized|hailed|praised|welcomed|demanded|cautioned|observed|pledged|countered|lamented|"
    r"underlined|underscored|"
    r"emphasi[sz]ed|maintained|denounced|dismissed|blasted|slammed|recalled|joked|predicted|suggested|proposed|"
    r"charged|alleged|"
    r"complained|reported|quipped|appealed|affirmed|indicated|pointed out|expressed|accused|called|calls|opined|"
    r"admitted|went on|"
    r"thanked|blamed|mocked|ridiculed|defended|attacked|saluted|applauded|decried|deplored|regretted|"
    r"celebrated|rebuked|"
    r"branded|labelled|labeled|termed|dubbed|pleaded|begged|quoted|shot back|fired back|thundered|contended|hoped|"
    r"answered|boasted|portrayed|characteri[sz]ed|assured|reminded|shouted|apologi[sz]ed|tells|"
    r"condemned|voiced|retorted|declined|hit back|reacted|clarified|mused|summed up|rejected|likened|compared)"
)
SAYING = (
    r"(?:saying|adding|calling|telling|warning|stressing|noting|arguing|insisting|claiming|alleging|describing|"
    r"stating|declaring|"
    r"accusing|writing|explaining|urging|asserting|suggesting|emphasi[sz]ing|denouncing|dismissing|hailing|tweeting|"
    r"reiterating|pointing out|expressing|branding|labelling|labeling|quoting|denying|vowing|promising|welcoming|"
    r"condemning)"
)
VERB = re.compile(
    rf"(?<![\w-])(?<!\bthe )(?<!\bits )(?<!\ba )(?:(?P<said>{SAID})|(?P<saying>{SAYING})|(?P<according>[Aa]ccording "
    r"to))\b"
)
AFTER_VERB = re.compile(rf"[\s,.—–-]*(?P<verb>{SAID})\b")
