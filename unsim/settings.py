"""The project's settings: embedded by default, each part replaced by an environment variable."""

import os
from pathlib import Path

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from unsim.keys import secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("UNSIM_DATA") or BASE_DIR / "var").resolve()
SEEDS_DIR = BASE_DIR / "seeds"

# With a certificate in front (or behind a proxy that has one): Secure cookies, HSTS, redirect to https.
TLS = os.environ.get("UNSIM_TLS") == "1"
DEBUG = os.environ.get("UNSIM_DEBUG") == "1"
DATA_DIR.mkdir(parents=True, exist_ok=True)
SECRET_KEY = os.environ.get("UNSIM_SECRET_KEY") or secret_key(DATA_DIR)
# A classroom reaches the teacher's laptop under whatever address the school's Wi-Fi gave it, so every name is
# taken unless the deployment lists its own.
ALLOWED_HOSTS = os.environ.get("UNSIM_ALLOWED_HOSTS", "*").split(",")
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("UNSIM_TRUSTED_ORIGINS", "").split(",") if o]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "template_partials",
    "unsim",
    "unsim.rooms",
    "quizzes",  # first: a lesson begins with a quiz, and the desk offers what can be started in this order
    "unsim.assembly",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "unsim.headers.SecurityHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "unsim.urls"
WSGI_APPLICATION = "unsim.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
            ]
        },
    }
]

REDIS_URL = os.environ.get("REDIS_URL", "")
DATABASES = {"default": dj_database_url.config(default=f"sqlite:///{DATA_DIR / 'unsim.sqlite3'}", conn_max_age=None)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # WAL and FULL: an acknowledged vote survives a power cut. IMMEDIATE: a writer waits its turn instead of failing.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("MinimumLengthValidator", "CommonPasswordValidator", "NumericPasswordValidator")
]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "rooms"
LOGOUT_REDIRECT_URL = "home"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "unsim" / "locale"]
TIME_ZONE = os.environ.get("TZ") or "UTC"
USE_TZ = True
FORMAT_MODULE_PATH = "unsim.formats"  # a package for each language whose dates are not written as Django has them

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(exist_ok=True)  # filled by `serve`; WhiteNoise wants it to be there from the start
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Bytes of one request's body, kept by the outer door. An article's file may be larger than all else that is sent; at
# twice the size of one that is read, the form can still say so with all that was typed in it.
LARGEST_BODY = 2 * 2**20
LARGER_BODIES = {"/teach/articles/new/": 16 * 2**20}
DATA_UPLOAD_MAX_MEMORY_SIZE = max(LARGEST_BODY, *LARGER_BODIES.values())
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = TLS
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = TLS
SECURE_HSTS_SECONDS = 31_536_000 if TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = TLS
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if os.environ.get("UNSIM_PROXY") == "1":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Totals of fewer secret papers are not published; never under three (unsim.rules.procedure).
UNSIM_SECRET_GUARD = int(os.environ.get("UNSIM_SECRET_GUARD") or 5)
# A language model that may propose questions (quizzes.proposing); none unless an address is given.
UNSIM_LLM_URL = os.environ.get("UNSIM_LLM_URL", "")
UNSIM_LLM_MODEL = os.environ.get("UNSIM_LLM_MODEL", "")
UNSIM_LLM_KEY = os.environ.get("UNSIM_LLM_KEY", "")
if UNSIM_LLM_URL and not UNSIM_LLM_URL.startswith(("http://", "https://")):
    raise ImproperlyConfigured(f"UNSIM_LLM_URL must begin with http:// or https://; it is {UNSIM_LLM_URL!r}")

DEFAULT_EXCEPTION_REPORTER_FILTER = "unsim.reports.Scrubbed"
# No request body, header or form ever reaches a log line: a secret ballot's choice is in one of them.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": os.environ.get("UNSIM_LOG_LEVEL", "WARNING")},
}
