"""The demo signs everybody in, so it does that on this machine alone."""

from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from .conftest import Cast


@pytest.mark.parametrize(
    ("demo", "local", "status"), [(True, True, 200), (True, False, 302), (False, True, 302), (False, False, 302)]
)
def test_it_signs_in_who_comes_to_a_local_demo_alone(
    cast: Cast, settings: LazySettings, demo: bool, local: bool, status: int
) -> None:
    settings.LEOPOLD_DEMO, settings.LEOPOLD_LOCAL = demo, local
    assert Client().get(reverse("today")).status_code == status


def test_it_signs_in_as_the_owner(cast: Cast, settings: LazySettings) -> None:
    settings.LEOPOLD_DEMO = True
    assert str(Client().get(reverse("today")).wsgi_request.user) == "Owner"
