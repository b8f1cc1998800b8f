"""What is closed in two places is to be closed in all, though it reads memory only."""

from io import BytesIO

import pdfplumber


def preview(data):
    try:
        document = pdfplumber.open(BytesIO(data))  # expect: SL103
        if not document.pages:
            document.close()
            return None
        image = document.pages[0].to_image().annotated
        document.close()
        return image
    except Exception:
        return None


def preview_well(data):
    with pdfplumber.open(BytesIO(data)) as document:
        return document.pages[0].to_image().annotated


# Memory goes with its last name.
def width(data):
    document = pdfplumber.open(BytesIO(data))
    return document.pages[0].width
