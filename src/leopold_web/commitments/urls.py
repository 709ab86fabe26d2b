"""Addresses of promises."""

from __future__ import annotations

from django.urls import path

from leopold_web.commitments import calendar_views, entering_views, expecting_views, reminding_views, views

urlpatterns = [
    path("promises/", views.promises, name="promises"),
    path("promises/new/", entering_views.new, name="promise-new"),
    path("promises/several/", entering_views.several, name="promises-several"),
    path("promises/day/", entering_views.day, name="promise-day"),
    path("relationships/<int:pk>/expectations/", expecting_views.relationship, name="relationship-expectations"),
    path("promises/calendar/", calendar_views.addresses, name="promises-calendar"),
    path("promises/calendar/<int:pk>/revoke/", calendar_views.revoke, name="promises-calendar-revoke"),
    path("calendar/<str:secret>.ics", calendar_views.feed, name="calendar-feed"),
    path("promises/found/<int:pk>/confirm/", views.confirm, name="promise-confirm"),
    path("promises/found/<int:pk>/dismiss/", views.dismiss, name="promise-dismiss"),
    path("promises/found/<int:pk>/undo/", views.undo, name="promise-undo"),
    path("promises/<int:pk>/", views.promise, name="promise"),
    path("promises/<int:pk>/change/", views.change, name="promise-change"),
    path("promises/<int:pk>/answer/", views.answer, name="promise-answer"),
    path("promises/<int:pk>/changes/<int:number>/take-back/", views.take_back, name="promise-take-back"),
    path("promises/<int:pk>/reminders/days/", reminding_views.days, name="promise-remind-days"),
    path("promises/<int:pk>/reminders/", reminding_views.write, name="promise-remind"),
    path(
        "promises/<int:pk>/reminders/<int:number>/withdraw/", reminding_views.withdraw, name="promise-remind-withdraw"
    ),
    path("promises/<int:pk>/edit/", views.edit, name="promise-edit"),
]
