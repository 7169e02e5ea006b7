"""The digest of a message's content, worked out independently of Leadline: python3 digest.py

The state starts at the offset basis of FNV-1a, 64 bits. Each word is xored into it, multiplied by the golden ratio's
64 bits, and the upper half is xored into the lower one. A text gives its whole words of eight bytes (little-endian),
the bytes that are left over as one big-endian word, and its length. An absent text gives 2^64 - 1. The end is mixed as
in SplitMix64.
"""

MASK = (1 << 64) - 1


class Digest:
    def __init__(self):
        self.state = 0xCBF29CE484222325

    def word(self, word):
        self.state = ((self.state ^ word) * 0x9E3779B97F4A7C15) & MASK
        self.state ^= self.state >> 32

    def text(self, text):
        if text is None:
            return self.word(MASK)
        data = text.encode()
        whole = len(data) // 8 * 8
        for i in range(0, whole, 8):
            self.word(int.from_bytes(data[i : i + 8], "little"))
        self.word(int.from_bytes(data[whole:], "big"))
        self.word(len(data))

    def value(self):
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return mixed ^ (mixed >> 31)


def track(user, anonymous, record, name, properties, timestamp):
    digest = Digest()
    for identity in (user, anonymous, record):
        digest.text(identity)
    digest.word(2)
    digest.text(name)
    digest.text(properties)
    digest.word(timestamp & MASK)
    return digest.value()


if __name__ == "__main__":
    print(track("u", None, None, "e", '{"a":1}', 1751371200))
