"""XML from strangers: no document type, hence no entities and nothing from elsewhere."""

from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from quizzes.items.formats.entry import NotThisFormat, gettext_noop

NOT_XML = gettext_noop("This file is not XML, or it is damaged.")
UNSAFE_XML = gettext_noop("This XML file defines entities or names other files. It is not read.")


def parse(data: bytes) -> Element:
    """The root element. NotThisFormat."""
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise NotThisFormat(UNSAFE_XML) from error
    except (ParseError, ValueError, LookupError) as error:  # the last two: encodings that do not exist or do not fit
        raise NotThisFormat(NOT_XML) from error
    return root
