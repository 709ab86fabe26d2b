"""Addresses of accounts. Of allauth's pages those that a desk without public sign-up needs."""

from __future__ import annotations

from allauth.account import views as allauth
from django.urls import path

from leopold_web.accounts import views

urlpatterns = [
    path("first-run/", views.first_run, name="first-run"),
    path("tokens/", views.tokens, name="tokens"),
    path("tokens/<int:pk>/revoke/", views.revoke_token, name="token-revoke"),
    path("login/", allauth.login, name="account_login"),
    path("logout/", allauth.logout, name="account_logout"),
    path("inactive/", allauth.account_inactive, name="account_inactive"),
    path("reauthenticate/", allauth.reauthenticate, name="account_reauthenticate"),
    path("password/change/", allauth.password_change, name="account_change_password"),
    path("password/set/", allauth.password_set, name="account_set_password"),
]
