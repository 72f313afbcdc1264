"""Word documents as small as Word opens them."""

import io
import zipfile
from xml.sax.saxutils import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraph(text, style=None):
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    words = f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    return f"<w:p>{properties}<w:r>{words}</w:r></w:p>"


def document(*paragraphs, doctype="", core=None, more=None):
    """The bytes of a document; `paragraphs` are markup."""
    body = (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<w:document xmlns:w="{WORD}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<w:body>{''.join(paragraphs)}</w:body></w:document>"
    )
    members = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": body,
        **(more or {}),
    }
    if core is not None:
        properties = "".join(f"<dc:{k}>{escape(v)}</dc:{k}>" for k, v in core.items())
        members["docProps/core.xml"] = (
            '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc">'
            f"{properties}</cp:coreProperties>"
        )
    return pack(members)


def pack(members):
    """A ZIP archive of members by their names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()
