from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("relationships", "0003_culture")]

    operations = [
        migrations.AddField(
            model_name="signal", name="reader", field=models.CharField(blank=True, default="", max_length=10), preserve_default=False
        ),
    ]
