"""Addresses of receivables."""

from __future__ import annotations

from django.urls import path

from leopold_web.receivables.views import mapping, overview, taking

urlpatterns = [
    path("receivables/", overview.receivables, name="receivables"),
    path("receivables/payments/", taking.payments, name="payments"),
    path("receivables/payments/<int:pk>/", taking.payment, name="payment"),
    path("receivables/payments/<int:pk>/confirm/", taking.confirm, name="payment-confirm"),
    path("receivables/payments/<int:pk>/refuse/", taking.refuse, name="payment-refuse"),
    path("receivables/payments/<int:pk>/assign/", taking.assign, name="payment-assign"),
    path("receivables/payments/<int:pk>/take-back/", taking.take_back, name="payment-take-back"),
    path("receivables/columns/", mapping.mappings, name="mappings"),
    path("receivables/columns/<int:pk>/", mapping.mapping_of, name="mapping"),
    path("receivables/columns/<int:pk>/forget/", mapping.forget, name="mapping-forget"),
    path("imports/<int:pk>/columns/<int:number>/", mapping.import_columns, name="import-columns"),
    path("imports/<int:pk>/columns/<int:number>/leave-out/", mapping.leave_out, name="import-leave-out"),
]
