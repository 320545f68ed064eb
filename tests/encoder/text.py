"""How a message is read before it is cut into pieces: the program's own `encoder::pieces` does the same."""
import unicodedata
SAME = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"'})
def normal(text):
    return " ".join(unicodedata.normalize("NFKC", text.translate(SAME)).lower().split())
