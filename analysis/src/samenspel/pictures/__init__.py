"""Pictures of a run, one look for all.

Every function takes what `samenspel.open_run` gave, and the language, and returns a `Picture`: the
figure with its title, caption, alternative text and the table of the numbers that are drawn. Where
a run cannot show what is asked, the function raises `ValueError` with a sentence that says why.
"""

from __future__ import annotations

from samenspel.pictures.look import Picture

__all__ = ["Picture"]
