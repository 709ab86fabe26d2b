"""Addresses of receivables."""

from __future__ import annotations

from django.urls import path

from leopold_web.receivables.views import mapping, overview, plans, reminding, taking

urlpatterns = [
    path("receivables/", overview.receivables, name="receivables"),
    path("receivables/invoices/<int:pk>/", overview.invoice, name="invoice"),
    path("receivables/of/<path:about>/", overview.counterparty, name="receivables-of"),
    path("receivables/reminding/", reminding.overview, name="reminding"),
    path("receivables/reminding/policy/", reminding.policy, name="reminding-policy"),
    path("receivables/reminding/draft/", reminding.draft, name="reminder-new"),
    path("receivables/reminding/pause/", reminding.pause, name="reminding-pause"),
    path("receivables/reminding/lift/", reminding.lift, name="reminding-lift"),
    path("receivables/reminding/plan/", plans.new, name="payment-plan-new"),
    path("receivables/reminding/of/<path:about>/", reminding.counterparty, name="reminding-of"),
    path("receivables/reminders/<int:pk>/", reminding.reminder, name="reminder"),
    path("receivables/reminders/<int:pk>/drop/", reminding.drop, name="reminder-drop"),
    path("receivables/plans/<int:pk>/", plans.plan, name="payment-plan"),
    path("receivables/plans/<int:pk>/offer/", plans.offer, name="payment-plan-offer"),
    path("receivables/plans/<int:pk>/agree/", plans.agree, name="payment-plan-agree"),
    path("receivables/plans/<int:pk>/cancel/", plans.cancel, name="payment-plan-cancel"),
    path("receivables/invoices/<int:pk>/interest/", reminding.decide, name="interest-decide"),
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
