from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("relationships", "0004_signal_reader")]

    operations = [
        migrations.AddField(model_name="message", name="utc_offset", field=models.SmallIntegerField(null=True)),
    ]
