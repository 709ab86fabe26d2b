from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def look_again(apps: Any, _editor: Any) -> None:
    """Let the next analysis write every relationship anew: those of before know nothing of the new columns."""
    apps.get_model("relationships", "Relationship").objects.update(inputs="")


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("relationships", "0002_searched"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(model_name="relationship", name="causes", field=models.JSONField(default=list)),
        migrations.AddField(model_name="relationship", name="culture", field=models.JSONField(default=list)),
        migrations.AddField(model_name="relationship", name="subjects", field=models.JSONField(default=list)),
        migrations.CreateModel(
            name="CauseCorrection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("organization", models.CharField(max_length=200)),
                ("side", models.CharField(choices=[("theirs", "Theirs"), ("ours", "Ours")], max_length=6)),
                (
                    "cause",
                    models.CharField(
                        choices=[
                            ("competence", "Competence"),
                            ("greed", "Greed"),
                            ("fear", "Fear"),
                            ("none", "None"),
                        ],
                        max_length=10,
                    ),
                ),
                ("holds", models.BooleanField()),
                ("said_at", models.DateTimeField()),
                (
                    "said_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="cause_corrections",
                        to="accounts.workspace",
                    ),
                ),
            ],
            options={
                "ordering": ("said_at", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("workspace", "organization", "side", "cause"), name="one_correction_a_cause"
                    )
                ],
            },
        ),
        migrations.RunPython(look_again, migrations.RunPython.noop),
    ]
