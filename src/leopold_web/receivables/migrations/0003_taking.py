import hashlib
import json
from typing import Any

from django.db import migrations, models


def fill(apps: Any, _editor: Any) -> None:
    """Give payments of before the key of one of which no more is known; what is read again adds the rest."""
    payments = apps.get_model("receivables", "Payment").objects
    changed = []
    for row in payments.order_by("pk").iterator(2000):
        amount = f"{row.amount.normalize():f}"
        words = ["", row.at.isoformat(), amount, row.currency, row.counterparty, "", row.invoice, "", ""]
        row.key = hashlib.blake2b(json.dumps(words).encode(), digest_size=32).hexdigest()
        row.bare = True
        changed.append(row)
    payments.bulk_update(changed, ["key", "bare"], batch_size=100)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_api_token"),
        ("inbox", "0002_asking"),
        ("receivables", "0002_keep"),
        ("relationships", "0004_signal_reader"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="invoice", name="one_invoice_a_number"),
        migrations.RemoveConstraint(model_name="payment", name="each_payment_once"),
        migrations.AddField(
            model_name="ledgerstate", name="changes", field=models.PositiveIntegerField(default=0)
        ),
        migrations.AddField(
            model_name="ledgerstate", name="matched", field=models.CharField(blank=True, max_length=64)
        ),
        migrations.AddField(model_name="payment", name="bare", field=models.BooleanField(default=False)),
        migrations.AddField(model_name="payment", name="key", field=models.CharField(blank=True, max_length=64)),
        migrations.AddField(
            model_name="statement",
            name="imports",
            field=models.ManyToManyField(related_name="statements", to="inbox.import"),
        ),
        migrations.AddField(model_name="tablemapping", name="sheet", field=models.JSONField(default=dict)),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.UniqueConstraint(
                fields=("workspace", "counterparty", "number", "issued", "amount"), name="each_invoice_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("key", ""), _negated=True),
                fields=("workspace", "key", "occurrence"),
                name="each_payment_once",
            ),
        ),
    ]
