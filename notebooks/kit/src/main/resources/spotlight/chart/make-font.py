"""Makes spotlight-sans.ttf, the font of the charts; see README.md beside this file.

    python make-font.py wqy-microhei.ttc DejaVuSans.ttf spotlight-sans.ttf
"""
import sys
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

RANGES = """0020-007E 00A0-017F 0192 01CD-01DC 0250-02AF 02B0-02FF 0300-0304 030C 0370-03FF 0400-045F 1D2C-1D6A
1E00-1EFF 2010-2027 2030-205E 2070-209C 20A0-20BF 2100-214F 2150-218B 2190-21FF 2200-22FF 2300-232B 2460-24FF 2500-25FF
2600-2606
2610-2612 2639-263B 2660-2667 2713-2718 2764 2776-2793 27E6-27EB 27F5-27FA 2A7D-2A7E 2B1B-2B1C 2C7C
3000-3020 3041-30FF FF00-FFEF"""


# The Chinese font draws these as wide as a hanzi.
NARROW = {0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026}


def wanted():
    """Latin, Greek, Cyrillic, punctuation, arrows, mathematics, shapes, kana, and the 6763 hanzi of GB 2312."""
    points = set()
    for part in RANGES.split():
        first, last = (part + "-" + part).split("-")[:2]
        points.update(range(int(first, 16), int(last, 16) + 1))
    for high in range(0xB0, 0xF8):
        for low in range(0xA1, 0xFF):
            points.update(map(ord, bytes([high, low]).decode("gb2312", "ignore")))
    return points


def main(hanzi, latin, target):
    font = TTFont(hanzi, fontNumber=0, recalcTimestamp=False)
    options = Options(hinting=False, layout_features=[], name_IDs=["*"], notdef_outline=True)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "FFTM", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted())
    subsetter.subset(font)
    borrow(font, TTFont(latin), wanted())
    rename(font)
    font.save(target)


def borrow(font, other, points):
    """Adds the glyphs that only the other font has, scaled to this font's grid."""
    mine, theirs = font.getBestCmap(), other.getBestCmap()
    scale = font["head"].unitsPerEm / other["head"].unitsPerEm
    glyphs = other.getGlyphSet()
    for point in sorted((points - mine.keys() | NARROW) & theirs.keys()):
        name = "borrowed%04X" % point
        outline, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
        glyphs[theirs[point]].draw(outline)
        outline.replay(TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
        glyph = pen.glyph()
        font["glyf"][name] = glyph
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (round(other["hmtx"][theirs[point]][0] * scale), getattr(glyph, "xMin", 0))
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[point] = name
    font["post"].formatType = 3.0


def rename(font):
    """A changed font must not carry the name of either source."""
    notice = " ".join(sorted({record.toUnicode() for record in font["name"].names if record.nameID == 0}))
    font["name"].names = []
    names = {
        0: notice.replace("\n", " ") + " Some symbols from DejaVu Sans, see NOTICE.",
        1: "Spotlight Sans", 2: "Regular", 3: "Spotlight Sans 1", 4: "Spotlight Sans", 5: "Version 1.0",
        6: "SpotlightSans", 13: "Apache-2.0; symbols from DejaVu Sans: Bitstream Vera licence",
        14: "http://www.apache.org/licenses/LICENSE-2.0"}
    for key, value in names.items():
        font["name"].setName(value, key, 3, 1, 0x409)


main(*sys.argv[1:])
