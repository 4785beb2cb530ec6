import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizzes.items.intake import LARGEST_FILE, LONGEST_TEXT, Document, NotReadable, TooMuch, take
from tests.quizzes.items.intake.files import LINES, PAGE, packed, pdf, word, word_with

ENDINGS = ["txt", "md", "html", "pdf", "docx"]


class TestText:
    def test_is_taken_as_it_is_with_its_first_line_as_title(self):
        assert take(b"A vote\r\n\r\n  It was 143-5.\n", "a.txt") == Document("A vote\n\n  It was 143-5.\n", "A vote")

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
    def test_in_every_usual_encoding(self, encoding):
        assert take("Türkiye voted “yes”".encode(encoding), "a.txt").text == "Türkiye voted “yes”"

    def test_a_long_first_line_is_no_title(self):
        assert take(("x " * 200).encode(), "a.txt").title == ""

    def test_what_no_database_stores_is_left_out(self):
        assert take("a\ufffeb\u2028c\fd".encode(), "a.txt").text == "ab\nc\nd"


class TestMarkdown:
    def test_front_matter_fills_the_fields(self):
        data = (
            b'---\ntitle: "A vote"\nsource: The Daily\ndate: 2022-10-12\nurl: https://x.example/a\n---\n\nIt was 143-5.'
        )
        assert take(data, "a.md") == Document(
            "It was 143-5.", "A vote", "The Daily", "2022-10-12", "https://x.example/a"
        )

    def test_markup_between_the_words_goes(self):
        data = (
            b"# A vote\n\n> The **vote** was *143*-5, [they said](http://x.example) of snake_case_words.\n\n![x](y.png)"
        )
        assert take(data, "a.md").text == "A vote\n\nThe vote was 143-5, they said of snake_case_words.\n\n"
        assert take(data, "a.md").title == "A vote"

    @pytest.mark.parametrize("data", [b"---\ntitle: x\nno end", b"----\nabc\n---", b"A --- b"])
    def test_what_only_looks_like_front_matter_is_text(self, data):
        assert take(data, "a.md").text == data.decode()

    def test_front_matter_alone_is_no_article(self):
        with pytest.raises(NotReadable, match="no text"):
            take(b"---\ntitle: x\n---\n", "a.md")

    @pytest.mark.parametrize("link", ["javascript:alert(1)", "http://", "https://x y", "//x.example", "x" * 600])
    def test_an_odd_link_or_date_is_left_out(self, link):
        document = take(f"---\ndate: soon\nlink: {link}\n---\nText".encode(), "a.md")
        assert (document.link, document.published) == ("", "")


class TestPage:
    def test_gives_the_article_and_what_it_states(self):
        document = take(PAGE.encode(), "a.html")
        assert (document.title, document.publisher) == ("Assembly condemns annexation", "The Daily")
        assert (document.published, document.link) == ("2022-10-12", "https://daily.example/vote")
        assert "The vote was 143-5, with 35 abstentions" in document.text
        assert "Russia had vetoed a similar one" in document.text

    @pytest.mark.parametrize("left_out", ["Home", "Imprint", "document.title", "onclick", "<b>", "192.0.2.1"])
    def test_gives_nothing_else(self, left_out):
        assert left_out not in take(PAGE.encode(), "a.html").text

    @pytest.mark.parametrize("around", ["<article>{}</article>", "<div id=main>{}</div>", "{}"])
    def test_of_every_make_gives_its_paragraphs(self, around):
        paragraphs = [f"The vote number {n} was 143-5, with 35 abstentions in the Assembly." for n in range(12)]
        body = around.format("".join(f"<p>{paragraph}</p>" for paragraph in paragraphs))
        page = f"<!doctype html><html><head><title>x</title></head><body><h1>Votes</h1>{body}</body></html>"
        assert take(page.encode(), "a.html").text.endswith("\n\n".join(paragraphs))

    def test_in_the_encoding_that_it_names(self):
        page = PAGE.replace("utf-8", "windows-1251").replace("Russia", "Россия")
        assert "Россия had vetoed" in take(page.encode("cp1251"), "a.html").text

    def test_a_date_is_not_guessed_from_the_words(self):
        page = PAGE.replace("2022-10-12T18:00:00Z", "").replace("on Wednesday", "on 12 October 2021")
        assert take(page.encode(), "a.htm").published == ""

    @pytest.mark.parametrize("page", ["<html></html>", "<!doctype html><script>x</script>", "<html><body><form>"])
    def test_without_an_article_is_said(self, page):
        with pytest.raises(NotReadable, match="No article"):
            take(page.encode(), "a.html")


class TestPdf:
    def test_lines_become_sentences_again(self):
        document = take(pdf(LINES, title="A vote"), "a.pdf")
        assert document.title == "A vote"
        assert "adopted the text on Wednesday. The vote was 143-5, with 35 abstentions" in document.text
        assert "such a resolution. A Western-backed draft had failed.\n\nRussia had vetoed" in document.text

    def test_the_head_and_foot_of_each_page_go(self):
        pages = [
            ["The Daily, page 1 of 3", *LINES, "1"],
            ["The Daily, page 2 of 3", "More."],
            ["The Daily, page 3 of 3"],
        ]
        text = take(pdf(*pages), "a.pdf").text
        assert "The Daily" not in text
        assert text.endswith("More.")

    def test_letters_that_print_joins_are_parted(self):
        from quizzes.items.intake.pdf import _LETTERS

        assert "ﬁrst oﬃce".translate(_LETTERS) == "first office"

    def test_with_an_empty_password_is_read(self):
        locked = pdf(LINES, password="secret")
        with pytest.raises(NotReadable, match="locked"):
            take(locked, "a.pdf")

    @pytest.mark.parametrize(
        ("data", "says"),
        [
            (pdf([]), "pictures"),
            (pdf(content=b"q 600 0 0 800 0 0 cm /Im1 Do Q"), "pictures"),
            (b"%PDF-1.7\nnothing", "damaged"),
            (pdf(LINES)[:300], "damaged"),
        ],
    )
    def test_without_text_is_said(self, data, says):
        with pytest.raises(NotReadable, match=says):
            take(data, "a.pdf")

    def test_with_many_pages_is_too_much(self):
        with pytest.raises(TooMuch, match="pages") as refused:
            take(pdf(*[["x"]] * 41), "a.pdf")
        assert refused.value.figures == {"most": 40}

    def test_with_much_text_is_too_much(self):
        with pytest.raises(TooMuch, match="more text"):
            take(pdf(*[["many words " * 50] * 40] * 8), "a.pdf")


class TestWord:
    def test_gives_its_paragraphs_and_tables(self):
        document = take(word("One.", "", "Two.", title="A vote", row=("In favour", "143")), "a.docx")
        assert document == Document("One.\n\nTwo.\n\nIn favour 143", "A vote")

    def test_its_first_heading_is_a_title(self):
        assert take(word("One.", heading="A vote"), "a.docx").title == "A vote"

    def test_without_text_is_said(self):
        with pytest.raises(NotReadable, match="no text"):
            take(word(), "a.docx")

    @pytest.mark.parametrize(
        "files",
        [
            {"word_document.xml": b"\0" * (9 * 2**20)},
            {"word_document.xml": b"x", "a": b"\0" * (49 * 2**20)},
            {"word_document.xml": b"x", **{str(n): b"" for n in range(1001)}},
        ],
    )
    def test_that_unpacks_without_end_is_too_much(self, files):
        with pytest.raises(TooMuch, match="unpacked"):
            take(packed(**files), "a.docx")

    @pytest.mark.parametrize(
        "entity",
        [
            '<!ENTITY a SYSTEM "file:///etc/hostname">',
            '<!ENTITY a SYSTEM "http://192.0.2.1/x">',
            '<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">'
            '<!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY a "&e;&e;&e;&e;&e;&e;&e;&e;">',
        ],
    )
    def test_its_entities_are_not_followed(self, entity):
        names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        body = "<w:body><w:p><w:r><w:t>Kept. &a;</w:t></w:r></w:p></w:body>"
        data = word_with(f"<!DOCTYPE x [{entity}]><w:document {names}>{body}</w:document>")
        assert take(data, "a.docx").text == "Kept. "


class TestRefused:
    @pytest.mark.parametrize(
        ("data", "name", "says"),
        [
            (b"", "a.txt", "no text"),
            (b" \n ", "a.txt", "no text"),
            (b"%PDF-1.7", "a.docx", "not what its name says"),
            (word("x"), "a.pdf", "not what its name says"),
            (word("x"), "a.txt", "not what its name says"),
            (PAGE.encode(), "a.txt", "not what its name says"),
            (b"plain", "a.pdf", "not what its name says"),
            (b"plain", "a.docx", "not what its name says"),
            (packed(a=b"x"), "a.docx", "not what its name says"),
            (b"PK\x03\x04broken", "a.docx", "damaged"),
            (b"PK\x03\x04broken", "a.txt", "damaged"),
            (b"\x7fELF\x01\0\0", "a.txt", "not what its name says"),
            (b"a\0b", "a.txt", "not what its name says"),
            (b"\x89PNG\r\n\x1a\n", "a.pdf", "picture"),
            (b"\xff\xd8\xff\xe0", "a.txt", "picture"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.docx", "password"),
            (b"{\\rtf1 x}", "a.docx", "rich text"),
            (b"plain", "a.doc", "Choose a .txt"),
            (b"plain", "a", "Choose a .txt"),
            (b"plain", "", "Choose a .txt"),
            (b"plain", "pdf", "Choose a .txt"),
        ],
    )
    def test_says_why(self, data, name, says):
        with pytest.raises(NotReadable, match=says):
            take(data, name)

    def test_too_large_is_told_from_the_rest(self):
        with pytest.raises(TooMuch) as refused:
            take(b"x" * (LARGEST_FILE + 1), "a.txt")
        assert refused.value.figures == {"most": 8}

    def test_too_long_is_told_from_the_rest(self):
        assert len(take(b"x" * LONGEST_TEXT, "a.txt").text) == LONGEST_TEXT
        with pytest.raises(TooMuch):
            take(b"x" * (LONGEST_TEXT + 1), "a.md")


def spoilt(data):
    """The file with some bytes of it changed, or cut off."""
    places = st.lists(st.tuples(st.integers(0, len(data) - 1), st.integers(0, 255)), max_size=8)
    return st.builds(_spoil, st.just(data), places, st.integers(1, len(data)))


def _spoil(data, places, length):
    changed = bytearray(data)
    for at, byte in places:
        changed[at] = byte
    return bytes(changed[:length])


WHOLE = [PAGE.encode(), pdf(LINES, title="T"), word("One.", title="T"), b"---\ntitle: x\n---\n# A\n\n**b** [c](d)"]
BEGUN = st.builds(
    lambda begin, rest: begin + rest,
    st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"<!doctype html>", b"---\n", b"\xff\xfe", b"# "]),
    st.binary(max_size=300),
)


@given(st.one_of(BEGUN, *(spoilt(data) for data in WHOLE)), st.sampled_from(ENDINGS))
@example(b"\xff\xfe\x00\xd8", "txt")
@example(b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>endobj trailer<</Root 1 0 R>>", "pdf")
def test_no_bytes_whatever_break_it(data, ending):
    try:
        document = take(data, f"a.{ending}")
    except NotReadable:
        return
    assert document.text.strip()
    assert len(document.text) <= LONGEST_TEXT
    document.text.encode()
    assert all(line.isprintable() for line in (document.title, document.publisher, document.published, document.link))
