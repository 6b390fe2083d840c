"""Runs `django-scim2`, whose refusals are Django's own and its database's: users in SQLite, in memory."""

from collections.abc import Callable
from types import SimpleNamespace

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from tests.servers.serving import TOKEN, serve


def ask_for_the_token(get_response: Callable) -> Callable:
    """Return the middleware that says who calls; django-scim2 refuses whoever is not authenticated."""

    def identify(request: HttpRequest) -> HttpResponse:
        is_known = request.headers.get("Authorization") == f"Bearer {TOKEN}"
        request.user = SimpleNamespace(is_authenticated=is_known)
        return get_response(request)

    return identify


SETTINGS = {
    "ALLOWED_HOSTS": ["127.0.0.1"],
    "AUTH_USER_MODEL": "servers.User",
    "DATABASES": {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
    "INSTALLED_APPS": ["django.contrib.contenttypes", "django.contrib.auth", "django_scim", "tests.servers"],
    "MIDDLEWARE": ["django.middleware.common.CommonMiddleware", "__main__.ask_for_the_token"],
    "ROOT_URLCONF": "__main__",
    "SCIM_SERVICE_PROVIDER": {
        "NETLOC": "localhost",
        "AUTHENTICATION_SCHEMES": [{"type": "oauthbearertoken", "name": "Token", "description": "A token"}],
    },
    "SECRET_KEY": "of-the-tests",
    "USE_TZ": True,
}


if __name__ == "__main__":
    settings.configure(**SETTINGS)
    django.setup()
    urlpatterns = [path("v2/", include("django_scim.urls"))]
    call_command("migrate", run_syncdb=True, verbosity=0)
    serve(WSGIHandler())
