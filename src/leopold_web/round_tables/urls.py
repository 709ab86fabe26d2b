"""Addresses of round tables: those of the desk, and those of a seat, which need no account."""

from __future__ import annotations

from django.urls import path

from leopold_web.round_tables import checking, seats, views

urlpatterns = [
    path("round-tables/", views.tables, name="round-tables"),
    path("round-tables/new/", views.new, name="round-table-new"),
    path("round-tables/import/", views.take_in, name="round-table-import"),
    path("round-tables/<int:pk>/", views.table, name="round-table"),
    path("round-tables/<int:pk>/seats/<int:number>/invite/", views.invite, name="round-table-invite"),
    path("round-tables/<int:pk>/seats/<int:number>/revoke/", views.revoke, name="round-table-revoke"),
    path("round-tables/<int:pk>/seats/<int:number>/email/", views.change_email, name="round-table-email"),
    path("round-tables/<int:pk>/protocol/<slug:languages>/", checking.of_table, name="round-table-protocol"),
    path("round-tables/<int:pk>/export/", views.export, name="round-table-export"),
    path("round-tables/<int:pk>/leave/", views.leave, name="round-table-leave"),
    path("seats/again/", seats.again, name="seat-again"),
    path("seats/<str:code>/", seats.seat, name="seat"),
    path("seats/<str:code>/link/<str:token>/", seats.link, name="seat-link"),
    path("seats/<str:code>/protocol/<slug:languages>/", checking.of_seat, name="seat-protocol"),
    path("tables/verify/<str:code>/", checking.verify, name="table-verify"),
    path("seats/<str:code>/do/<slug:step>/", seats.step, name="seat-step"),
]
