"""The desk as a WSGI application."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from leopold_web import environment, orphans

environment.prepare(environment.data_folder())
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leopold_web.settings")
application = get_wsgi_application()
orphans.end_with_parent(at_once=True)
