"""The scratch site behind the door, with a quicker pace than a classroom's."""

import os

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.wsgi import get_wsgi_application

from tests.live.scratch import notes
from unsim import live
from unsim.live.body import Limits
from unsim.live.channel import Pace
from unsim.live.door import Door
from unsim.live.hub import hub

site = StaticFilesHandler(get_wsgi_application())
notes.make_table()
live.channel("notes", notes.draw)
live.channel("drawings", notes.count_drawings)
hub.pace = Pace(gap=0.02, beat=0.4, again=0.2, renew=1, life=float(os.environ.get("SCRATCH_LIFE", "600")))
application = Door(site, hub, Limits(size=64 * 1024, time=1.5, larger={"/count/large/": 256 * 1024}))
