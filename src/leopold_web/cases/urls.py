"""Addresses of cases, and the one at which the other side asks for a round table."""

from __future__ import annotations

from django.urls import path

from leopold_web.cases import tabling, views

urlpatterns = [
    path("cases/", views.cases, name="cases"),
    path("cases/new/", views.new, name="case-new"),
    path("cases/<int:pk>/", views.case, name="case"),
    path("cases/<int:pk>/change/", views.change, name="case-change"),
    path("cases/<int:pk>/tasks/", views.add_task, name="case-task-add"),
    path("cases/<int:pk>/tasks/<int:number>/", views.task, name="case-task"),
    path("cases/<int:pk>/notes/", views.note, name="case-note"),
    path("cases/<int:pk>/close/", views.close, name="case-close"),
    path("cases/<int:pk>/reopen/", views.reopen, name="case-reopen"),
    path("cases/<int:pk>/table/", tabling.table, name="case-table"),
    path("relationships/<int:pk>/asking-link/", tabling.asking_link, name="asking-link"),
    path("ask/<str:code>/", tabling.ask, name="ask"),
]
