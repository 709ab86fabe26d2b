from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("receivables", "0004_lifted")]

    operations = [
        migrations.AddField(model_name="ledgerstate", name="figures", field=models.JSONField(default=dict)),
    ]
