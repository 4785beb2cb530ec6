"""The project's settings with the scratch site in the place of its apps."""

from pathlib import Path

from unsim.settings import *  # noqa: F403

ROOT_URLCONF = "tests.live.scratch.urls"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "django.contrib.staticfiles", "django_htmx"]
MIDDLEWARE = [
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
TEMPLATES = [
    {"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [Path(__file__).parent], "APP_DIRS": True}
]
STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
LANGUAGES = [("en", "English"), ("de", "Deutsch")]
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024
STATICFILES_DIRS = [BASE_DIR / "unsim" / "static"]  # noqa: F405
