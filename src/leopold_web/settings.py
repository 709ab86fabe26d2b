"""Settings of the desk. What may differ between installations comes from the environment; see environment.py."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import django_stubs_ext
from django.utils.translation import gettext_lazy as _

from leopold_web import environment, mail_server

# Lets fields and files name their types at run time, as in JSONField[list[str], list[str]].
django_stubs_ext.monkeypatch()

BASE = Path(__file__).resolve().parent

LEOPOLD_DATA = environment.data_folder()
LEOPOLD_DEMO = environment.flag("LEOPOLD_DEMO")
LEOPOLD_JOB_DEAD_AFTER = 120.0
LEOPOLD_CHUNK = 500
LEOPOLD_PAUSE = 0.02
LEOPOLD_PACE = 3.0
LEOPOLD_SECOND_READER = environment.second_reader(LEOPOLD_DATA)
LEOPOLD_MAIL = mail_server.from_environment()

SECRET_KEY = environment.secret_key(LEOPOLD_DATA)
DEBUG = environment.flag("LEOPOLD_DEBUG")
ALLOWED_HOSTS = environment.hosts()
# Nobody on another machine can reach it: neither directly nor by a proxy of its own names.
LEOPOLD_LOCAL = environment.is_local(ALLOWED_HOSTS)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "leopold_web.accounts",
    "leopold_web.inbox",
    "leopold_web.relationships",
    "leopold_web.receivables",
    "leopold_web.learning",
    "leopold_web.coaching",
    "leopold_web.notifications",
    "leopold_web.round_tables",
    "leopold_web.commitments",
    "leopold_web.cases",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "leopold_web.accounts.middleware.DemoVisitor",
    "leopold_web.accounts.middleware.FirstRun",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "leopold_web.urls"
WSGI_APPLICATION = "leopold_web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "leopold_web.navigation.places",
            ],
        },
    }
]

DATABASES = {"default": environment.database(LEOPOLD_DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Limits of sign-in attempts must hold over all server processes, so their counts lie in the database.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_NUMBER_FILES = 200

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("ru", _("Russian"))]
LOCALE_PATHS = [BASE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = environment.time_zone()

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE / "static"]
# Served out of the package itself: nothing to collect, and nothing from another host.
WHITENOISE_USE_FINDERS = True

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "today"
ACCOUNT_ADAPTER = "leopold_web.accounts.adapter.ClosedDoor"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
# New links to seats, and requests for round tables, are limited as sign-in is, beside allauth's own limits.
ACCOUNT_RATE_LIMITS = {"seat_again": "30/h/ip,3/h/key", "ask_table": "10/h/ip,10/d/key"}

# Plain HTTP is for a desk that browsers reach under this machine's own names alone.
LEOPOLD_HTTPS = environment.flag("LEOPOLD_HTTPS", default=not environment.all_local(ALLOWED_HOSTS))
if environment.flag("LEOPOLD_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = LEOPOLD_HTTPS
SECURE_HSTS_SECONDS = 31536000 if LEOPOLD_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = False
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_NAME = "leopold-session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LEOPOLD_HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
    }
}
# Whether other names below ours speak TLS is not ours to say.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
