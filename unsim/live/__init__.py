"""How a change reaches every screen. It knows nothing about votes or quizzes.

An app registers a kind of `channel` with a function that renders its `Part`, calls `tell` after it has written, and
offers two views: one that returns `hold(...)` (the stream) and one that returns `part(...)` (the same for polling).
"""

from unsim.live.announce import end, tell
from unsim.live.answers import hold, part
from unsim.live.parts import Gone, Part, Render, channel, render

__all__ = ["Gone", "Part", "Render", "channel", "end", "hold", "part", "render", "tell"]
