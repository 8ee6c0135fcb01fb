"""nginx: its own rules for words, so that it can read nothing that was not judged here."""
from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterator, Optional, Sequence, Tuple

    Same = Tuple[Tuple[str, ...], Optional[Tuple["Same", ...]]]


class Broken(Exception):
    pass


def tokens(text: str) -> Iterator[tuple[int, str, bool | None]]:
    """(line, word, is_quoted) and (line, one of `;{}`, None), as ngx_conf_read_token reads them."""
    at, line, size = 0, 1, len(text)
    while at < size:
        sign = text[at]
        if sign in " \t\r\n":
            line += sign == "\n"
            at += 1
        elif sign == "#":
            while at < size and text[at] != "\n":
                at += 1
        elif sign in ";{}":
            yield line, sign, None
            at += 1
        else:
            began, quote, word, variable = line, sign if sign in "\"'" else "", "", False
            at += bool(quote)
            while True:
                if at >= size:
                    raise Broken("line %d: a word has no end" % began)
                sign = text[at]
                # As many as follow an unescaped `$` are part of the word, and begin no block.
                if sign == "{" and variable:
                    word += sign
                    at += 1
                    continue
                variable = sign == "$"
                if sign == "\\":
                    pair = text[at:at + 2]
                    word += {"\\\"": "\"", "\\'": "'", "\\\\": "\\", "\\t": "\t", "\\r": "\r", "\\n": "\n"}.get(pair, pair)
                    line += pair.endswith("\n")
                    at += 2
                    continue
                if quote:
                    if sign == quote:
                        at += 1
                        if at < size and text[at] not in " \t\r\n;{)":
                            raise Broken("line %d: a quoted word goes on behind its quote" % line)
                        break
                elif sign in " \t\r\n;{":
                    break
                line += sign == "\n"
                word += sign
                at += 1
            yield began, word, bool(quote)


class Item:
    """A directive: its line, its words, and what is in its block (None when it has none)."""

    def __init__(self, line: int, words: Sequence[str], inner: list[Item] | None) -> None:
        self.line, self.words, self.inner = line, tuple(words), inner
        self.name, self.args = words[0], list(words[1:])

    def same(self) -> Same:
        return self.words, None if self.inner is None else tuple(item.same() for item in self.inner)


def tree(text: str) -> list[Item]:
    if re.search("[\0-\x08\x0b\x0c\x0e-\x1f\x7f]", text):
        raise Broken("it holds control characters")
    top: list[Item] = []
    above: list[list[Item]] = []
    words: list[str] = []
    inner, began = top, 1
    for line, word, quoted in tokens(text):
        if quoted is not None:
            began = began if words else line
            words.append(word)
        elif word == ";" and words:
            inner.append(Item(began, words, None))
            words = []
        elif word == "{" and words:
            if len(above) > 30:
                raise Broken("line %d: blocks within blocks without end" % line)
            below: list[Item] = []
            inner.append(Item(began, words, below))
            above.append(inner)
            inner, words = below, []
        elif word == "}" and not words and above:
            inner = above.pop()
        else:
            raise Broken("line %d: a `%s` out of place" % (line, word))
    if words or above:
        raise Broken("it ends in the middle of a directive or block")
    return top
