"""PDF files made by hand: lines of text at places on pages."""

WIDTH, HEIGHT = 595, 842


def pdf(*pages, info=None, font="Helvetica"):
    """The bytes of a PDF.

    Args:
        *pages: Each a list of (x, y, size, text); y counts from the bottom, in points.
        info: Entries of the document information.
        font: One of the 14 standard fonts.
    """
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
        % font.encode()
    )
    kids = []
    for lines in pages:
        content = b"BT\n" + b"".join(_show(*line) for line in lines) + b"ET"
        objects.append(
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (WIDTH, HEIGHT, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (
        b" ".join(kids),
        len(kids),
    )
    if info:
        entries = (b"/%s (%s)" % (k.encode(), _escape(v)) for k, v in info.items())
        objects.append(b"<< %s >>" % b" ".join(entries))
    return _write(objects, has_info=bool(info))


def _show(x, y, size, text):
    return b"/F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj\n" % (size, x, y, _escape(text))


def _escape(text):
    raw = text.encode("cp1252")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _write(objects, *, has_info):
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    info = b" /Info %d 0 R" % len(objects) if has_info else b""
    out += b"trailer\n<< /Size %d /Root 1 0 R%s >>\n" % (len(objects) + 1, info)
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def column(paragraphs, *, x=60, top=780, size=10, pitch=13, width=70, gap=8, indent=0):
    """Lines of some paragraphs, broken at `width` characters without hyphens."""
    import textwrap

    lines = []
    y = top
    for paragraph in paragraphs:
        for number, line in enumerate(textwrap.wrap(paragraph, width)):
            lines.append((x + (indent if number == 0 else 0), y, size, line))
            y -= pitch
        y -= gap
    return lines
